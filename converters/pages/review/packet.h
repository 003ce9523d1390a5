// SPDX-License-Identifier: GPL-3.0-or-later
// What: the page on which a reviewer of one document decides.
// In:   the document's bytes and its checked plan. Out: one HTML file that needs no other, and what the index says of
// it. Never: decides, or lets a text of the document be anything but text.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "core/result.h"
#include "plan/corpus.h"
#include "plan/plan.h"

namespace pactable::pages::review {

struct RuleText {
  std::string when, example;
};

/// How the program says things elsewhere, so that the pages say them alike.
struct Words {
  std::function<std::string(const std::string& evidence)> evidence;  // "suffix-intact" in words
  std::function<std::string(const Place& place)> place;              // "page 3"
  std::map<std::string, RuleText> rules;                             // by id
  std::string made_by;                                               // "pactable 0.1.0"
};

struct Packet {
  std::string page;
  std::string title;                 // of the document, else its name
  std::map<std::string, int> rules;  // questions, by rule
};

/// `path` is that of the document in the manifest. Where pages of a PDF cannot be drawn the packet says so and shows
/// rows as tables.
[[nodiscard]] Packet write_packet(std::string_view bytes, const std::string& path, const plan::Plan& plan,
                                  const Words& words);

/// Title and counts as they go from one process to another, a line each.
[[nodiscard]] std::string pack_summary(const Packet& packet);

/// A row of the index: a document with its page, or why it has none.
struct IndexEntry {
  plan::CorpusRecord record;
  std::string file;     // of its page; empty where it has none
  std::string summary;  // as pack_summary gave it
};

[[nodiscard]] std::string write_index(const std::vector<IndexEntry>& entries, const std::string& made_by);

}  // namespace pactable::pages::review

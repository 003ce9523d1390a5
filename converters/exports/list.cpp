// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "exports/corpus_format.h"

namespace pactable::exports {
namespace {

constexpr std::array<CorpusFormat, 3> kFormats = {{
    {"jsonl", "items.jsonl", begin_jsonl, remove_jsonl},
    {"csv", "csv/", begin_csv, remove_csv},
    {"sqlite", "corpus.sqlite", begin_sqlite, remove_sqlite},
}};

}  // namespace

std::span<const CorpusFormat> corpus_formats() { return kFormats; }

const CorpusFormat* find_corpus_format(std::string_view id) {
  const auto found =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const CorpusFormat& format) { return format.id == id; });
  return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace pactable::exports

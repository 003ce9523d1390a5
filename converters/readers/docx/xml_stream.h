// SPDX-License-Identifier: GPL-3.0-or-later
// What: one XML part of a package as a stream of events. The only file that includes libxml2 in this folder.
// In:   bytes of a part. Out: starts, ends and texts; an empty element has a start and an end.
// Never: accepts a document type, resolves an entity, loads anything, builds a tree, or prints.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

struct _xmlTextReader;

namespace pactable::readers::docx {

/// Namespaces that are told apart; transitional and strict forms are one.
enum class Vocabulary { kWord, kMath, kCompatibility, kOther };

class XmlStream {
 public:
  enum class Event { kStart, kEnd, kText };

  XmlStream(std::string bytes, std::string part);
  ~XmlStream();
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;

  /// Goes to the next event; false at the end and on an error, which status() tells apart.
  bool next();
  /// Fails with damaged (not well-formed, a document type) or limit-exceeded (nesting deeper than 256).
  [[nodiscard]] const Status& status() const { return status_; }

  [[nodiscard]] Event event() const { return event_; }
  [[nodiscard]] std::string_view name() const;  // local name of the element that starts or ends
  [[nodiscard]] Vocabulary vocabulary() const;
  [[nodiscard]] std::string_view text() const;  // of a text event
  /// By local name, whatever its namespace.
  [[nodiscard]] std::optional<std::string> attribute(const char* local_name) const;
  /// The attribute "val" of the Word vocabulary.
  [[nodiscard]] std::optional<std::string> value() const { return attribute("val"); }
  /// A property that is on where the element stands, unless its val says otherwise (ST_OnOff).
  [[nodiscard]] bool on() const { return on("val", true); }
  /// The same of another attribute; `absent` where there is none.
  [[nodiscard]] bool on(const char* local_name, bool absent) const;
  /// A whole number in an attribute; absent or unreadable ones give `fallback`.
  [[nodiscard]] int number(const char* local_name, int fallback) const;

 private:
  void fail_with(ErrorCode code, const std::string& message);

  std::string bytes_;
  std::string part_;
  std::unique_ptr<_xmlTextReader, void (*)(_xmlTextReader*)> reader_;
  Status status_;
  Event event_ = Event::kStart;
  bool end_of_empty_next_ = false;
};

}  // namespace pactable::readers::docx

// SPDX-License-Identifier: GPL-3.0-or-later
// What: the fields of a story: which text is code and which is printed, and what they print where the file keeps no
//       result: numbers of SEQ, boxes and choices of forms.
// In:   the parts of fields in the order of the XML. Out: what a field prints when it ends.
// Rules: ECMA-376 part 1, 17.16.5.56 (SEQ), 17.16.9, 17.16.12 and 17.16.28 (forms), 17.16.18 (nesting). A result that
//        the file keeps holds, and its sequence goes on from it.
// Never: calculates any other field.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/docx/xml_stream.h"

namespace pactable::readers::docx {

/// The numbers of the SEQ fields of one story.
class Sequences {
 public:
  /// A heading begins: sequences that restart below it do so.
  void begin_heading(int level);
  /// Advances as the words of a code say; `stored` is the printed result, "" for none. Returns what the field prints.
  [[nodiscard]] std::string next(const std::vector<std::string>& words, const std::string& stored);

 private:
  struct Counter {
    int value = 0;
    int section = 0;  // of the heading level at which it restarts
  };
  static constexpr std::size_t kLevels = 10;
  std::map<std::string, Counter> counters_;
  std::array<int, kLevels> sections_ = {};  // headings of a level or a higher one so far
};

/// What a field prints that no stored result says.
struct FieldEnd {
  std::string text;
  bool counted = false;      // a number that was counted here
  std::string cannot_print;  // the name of a field whose number is not known
};

class Fields {
 public:
  /// True where a field's code stands: nothing of it is printed.
  [[nodiscard]] bool in_code() const { return open_codes_ > 0; }

  void begin();
  void separate();
  [[nodiscard]] FieldEnd end();
  /// A field that is one element and has its code in an attribute.
  void begin_simple(std::string code);

  void add_code(std::string_view code);
  /// Text that is printed.
  void add_result(std::string_view text);
  /// An element inside of w:ffData.
  void read_form(const XmlStream& xml);
  /// A code that does not end with its paragraph is broken: what follows is text again.
  void end_paragraph();
  void begin_heading(int level) { sequences_.begin_heading(level); }

 private:
  struct Form {
    bool check_box = false, list = false;
    std::optional<bool> checked;
    std::optional<int> chosen, preset;
    std::vector<std::string> entries;
  };
  struct Field {
    std::string code, result;
    bool prints = false;  // behind the code
    Form form;
  };
  [[nodiscard]] static std::string shown(const Form& form);

  std::vector<Field> open_;
  int open_codes_ = 0;
  Sequences sequences_;
};

}  // namespace pactable::readers::docx

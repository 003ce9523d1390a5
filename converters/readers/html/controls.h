// SPDX-License-Identifier: GPL-3.0-or-later
// What: the controls of forms as a saved page shows them: what is written or chosen in them is text.
// In:   starts, ends and texts. Out: texts: the value of an input, the chosen option of a list, ☒ or ☐ for a box.
// Aside: options that are not chosen, placeholders, passwords and hidden inputs, buttons.
// Never: takes a choice that nobody made for a value: an option without a value, or one that is disabled, is none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/html/markup.h"

namespace pactable::readers::html {

struct InputText {
  std::string text;
  bool box = false;  // ☒ or ☐: it stands before its label
};

/// What an <input> shows; nothing where that is no text.
[[nodiscard]] std::optional<InputText> input_text(const Attributes& attributes);

/// A <select> from its start to its end.
class Selection {
 public:
  explicit Selection(const Attributes& attributes);

  void begin_option(const Attributes& attributes);
  void end_option() { in_option_ = false; }
  void text(std::string_view utf8);
  /// The texts of the options that are chosen; of a list that opens, the first one where none is marked.
  [[nodiscard]] std::vector<std::string> chosen() const;

 private:
  struct Option {
    std::string text;
    std::optional<std::string> label;
    bool selected = false, placeholder = false;
  };

  bool multiple_, opens_;
  bool in_option_ = false;
  std::vector<Option> options_;
};

/// Whether a link to `target` is the mark of a note, such as #_ftn1, #fn:2 or #cite_note-3. `sure`: also where nothing
/// but the mark stands in the paragraph.
[[nodiscard]] bool is_note_link(std::string_view target, bool& sure);
/// Whether a text looks like such a mark: 1, [12], *, a, (iv) and the like.
[[nodiscard]] bool is_note_mark(std::string_view text);

}  // namespace pactable::readers::html

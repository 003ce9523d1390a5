// SPDX-License-Identifier: GPL-3.0-or-later
// What: writes HTML as it goes. Names of elements and attributes come from the program; every other text is escaped.
// In:   calls in the order of the page. Out: a piece of HTML with all of its elements closed.
// Never: lets a text become markup, a script or a style; lets it change the direction of what stands around it; links
//        to anything but a file beside the page, a place in it, or a web address.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace pactable::pages::look {

/// `name` is the program's own and no event handler ("onclick"): a page's policy would not run it.
struct Attribute {
  std::string_view name, value;
};
using Attributes = std::initializer_list<Attribute>;

/// A text as a browser may show it, still unescaped: characters that change the direction of writing become visible
/// ("[U+202E]"), control characters and malformed bytes U+FFFD.
[[nodiscard]] std::string shown_text(std::string_view text);

/// The address of a file beside the page; `name` may hold any characters.
[[nodiscard]] std::string file_address(std::string_view name);

class Html {
 public:
  /// `element` has to outlive it. An element that has no end tag ("img") is closed at once.
  Html& open(std::string_view element, Attributes attributes = {});
  Html& close();
  Html& text(std::string_view text);
  /// open, text, close.
  Html& element(std::string_view element, std::string_view text, Attributes attributes = {});
  /// A text of a document: in an element <bdi>, so that its direction ends with it.
  Html& quote(std::string_view text);
  /// open, quote, close.
  Html& quoted(std::string_view element, std::string_view text, Attributes attributes = {});
  /// A link; an address that is neither relative nor of the web is written as text alone.
  Html& link(std::string_view address, std::string_view text, Attributes attributes = {});
  /// JSON for the page's script, in an element that no browser runs or shows.
  Html& data(std::string_view id, std::string_view json);
  /// What another writer made.
  Html& add(Html piece);

  [[nodiscard]] bool empty() const { return out_.empty(); }
  /// Closes what is open and hands it over; the writer is empty afterwards.
  [[nodiscard]] std::string take();

 private:
  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace pactable::pages::look

// SPDX-License-Identifier: GPL-3.0-or-later
// What: a page's markup without what only programs read, and its style sheets, before it is parsed.
// In:   UTF-8. Out: markup without comments, conditional marks (<![if …]>, <!--[if …]-->), processing instructions and
//       the XML islands of Office; the rules of its style elements; whether it names style sheets elsewhere.
// Never: changes anything else; fails. One pass.
#pragma once

#include <string>
#include <string_view>

#include "readers/html/style_sheet.h"

namespace pactable::readers::html {

struct Source {
  std::string markup;
  css::StyleSheet sheet;
  bool outer_styles = false;  // <link rel=stylesheet>: not read
};

[[nodiscard]] Source prepare(std::string_view utf8);

}  // namespace pactable::readers::html

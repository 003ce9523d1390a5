// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html/html_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "readers/html/encoding.h"
#include "readers/html/grid.h"
#include "readers/html/markup.h"
#include "readers/html/page_flow.h"
#include "readers/html/source.h"

namespace pactable::readers::html {
namespace {

// Elements that a page, or a piece of one, begins with. Programs export tables without a frame around them.
constexpr std::array<std::string_view, 14> kFirst = {"html", "head", "body", "title", "meta", "table", "div",
                                                     "p",    "h1",   "h2",   "h3",    "ul",   "ol",    "center"};

void skip_space(std::string_view& head) {
  head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
}

// Past what may stand before the first element: white space, comments, processing instructions.
void skip_prolog(std::string_view& head) {
  for (skip_space(head); head.starts_with("<!--") || head.starts_with("<?"); skip_space(head)) {
    const bool comment = head.starts_with("<!--");
    const std::size_t end = head.find(comment ? "-->" : ">");
    head.remove_prefix(end == std::string_view::npos ? head.size() : end + (comment ? 3 : 1));
  }
}

}  // namespace

bool recognises(std::string_view bytes) {
  const std::string all = ascii_head(bytes);
  std::string_view head = all;
  skip_prolog(head);
  if (head.starts_with("<!doctype html")) return true;
  if (!head.starts_with('<')) return false;
  const std::string_view name = head.substr(1, head.find_first_of(" \t\r\n/>", 1) - 1);
  return std::find(kFirst.begin(), kFirst.end(), name) != kFirst.end();
}

Result<layout::Document> read(std::string_view bytes) {
  layout::Document document;
  const Result<std::string> utf8 = to_utf8(bytes, document.oddities);
  if (!utf8) return tl::unexpected<Error>(utf8.error());
  Source source = prepare(*utf8);
  PageFlow flow(std::move(source.sheet), source.outer_styles, document.oddities);
  if (const Status walked = walk(source.markup, flow); !walked) return tl::unexpected<Error>(walked.error());
  Result<std::vector<Content>> contents = flow.finish();
  if (!contents) return tl::unexpected<Error>(contents.error());
  Result<std::vector<layout::Block>> blocks = to_blocks(std::move(*contents), document.oddities);
  if (!blocks) return tl::unexpected<Error>(blocks.error());
  document.blocks = std::move(*blocks);
  document.media_type = "text/html";
  document.origin = LabelOrigin::kTyped;
  document.origin_evidence = {"text of an HTML page"};
  return document;
}

}  // namespace pactable::readers::html

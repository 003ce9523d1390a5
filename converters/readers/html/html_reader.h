// SPDX-License-Identifier: GPL-3.0-or-later
// What: reads HTML pages, also XHTML and pages with broken markup: written by hand, by content management systems, and
//       saved from Word, LibreOffice and Google Docs.
// In:   the bytes of a page. Out: paragraphs, headings and tables in reading order; list numbers as a browser prints
//       them.
// Reads:
//   text        paragraphs, headings, line breaks; bold, italic and raised text, by tag and by style; links to notes as
//               raised marks; letters of Symbol, Wingdings and Webdings as signs; the title (as running head)
//   tables      spans, captions, sections in any order, header cells, background colours; cells in the order of the
//               markup, also where a table runs from right to left
//   lists       start, value, type, reversed, list-style-type; counters of style sheets, also those of Google Docs;
//               the numbers that Word prints for other programs
//   controls    what is written in inputs and text areas, the chosen option of a list, boxes as ☒ and ☐
//   styles      style attributes and the page's own style sheets as a wide screen shows them: css_values.h has the
//               properties, css_selectors.h the selectors
// Set aside (layout::SetAside), and reported:
//   struck      s, strike, del, line-through (HTML-STRUCK)
//   hidden      display: none, visibility, hidden, template, closed dialogs, font-size 0, text off the screen or
//               clipped away, letters in the colour of their background, mso-hide (HTML-HIDDEN-TEXT)
// Reported:     pictures in cells and large ones (HTML-PICTURE), tables inside of cells, whose cells become paragraphs
//               (HTML-NESTED-TABLE; a table that only sets out the page is dissolved), style sheets elsewhere and rules
//               that were not read (HTML-STYLES), list styles that are not known (HTML-LIST).
// Dropped:      scripts, comments, conditional marks and XML islands of Office, the rest of the head; soft hyphens,
//               marks of direction and places to break a line; bullets; buttons, options that are not chosen,
//               placeholders, hidden inputs and passwords; alternative texts of pictures.
// Not known:    what scripts would change, what lies over what, opacity, text-transform, content of ::before without a
//               counter, ::after and ::marker.
// Never: fetches anything or runs a script.
#pragma once

#include <string_view>

#include "core/result.h"
#include "layout/document.h"

namespace pactable::readers::html {

/// True where the bytes begin like a page, by content alone.
[[nodiscard]] bool recognises(std::string_view bytes);
/// Fails with damaged (not decodable) or limit-exceeded (tables nested too deeply, a grid too large). Places name the
/// part "html"; tables, rows and cells are counted as they stand in the markup.
[[nodiscard]] Result<layout::Document> read(std::string_view bytes);

}  // namespace pactable::readers::html

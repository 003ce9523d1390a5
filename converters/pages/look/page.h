// SPDX-License-Identifier: GPL-3.0-or-later
// What: a whole page: head with the content-security policy, header, main part, footer, in the look that all share.
// In:   the main part, styles and scripts of the program. Out: one HTML file that needs no other file and no server.
// Never: lets a page load anything: no font, script, style or picture from elsewhere, nothing sent anywhere. A page that
//        needs prepared data may let its own script load script files that lie beside it, and nothing else.
//
// The policy allows the page's own inline styles and scripts by their SHA-256 and pictures as data: addresses. 'self'
// is of no use to files on a disk: Firefox gives such a page an origin of its own, to which no file belongs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/look/html.h"

namespace pactable::pages::look {

struct Crumb {
  std::string address, text;
};

struct Page {
  std::string title;                      // of the window and as its first heading
  std::string kind;                       // above the heading, a few words: "Review packet"
  std::string lead;                       // below it, one or two sentences; may be empty
  std::vector<Crumb> path;                // pages above this one, from the first
  std::string made_by;                    // "pactable 0.1.0", for the footer
  std::string note;                       // in the footer: what the page was made from; may be empty
  std::vector<std::string_view> styles;   // of the program, after the shared one
  std::vector<std::string_view> scripts;  // of the program, at the end of the body; no "</script" in them
  bool loads_scripts = false;             // its scripts make elements that load script files beside the page
};

/// `main` goes into the element <main> below the heading, `header` (may be empty) beside the heading.
[[nodiscard]] std::string write_page(const Page& page, Html main, Html header = {});

/// The content of the policy's meta element for these inline styles and scripts. Scripts that load others hand their
/// trust on ('strict-dynamic'): nothing that stands in the markup of the page could.
[[nodiscard]] std::string policy(const std::vector<std::string_view>& styles,
                                 const std::vector<std::string_view>& scripts, bool loads_scripts = false);

/// A second policy for such a page; what loads has to pass both. It bounds the places to the page's own host or disk
/// ('self' is no place for files in Firefox, hence file:), and holds scripts inside the page to the digests, which
/// Chromium does not ask under 'strict-dynamic' of those that another script has put there.
[[nodiscard]] std::string places_policy(const std::vector<std::string_view>& scripts);

}  // namespace pactable::pages::look

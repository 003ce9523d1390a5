// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/look/page.h"
#include "pages/site/embedded.h"
#include "pages/site/index_page.h"

namespace pactable::pages::site {
namespace {

using look::Html;

Html search_form() {
  Html out;
  out.open("form", {{"id", "search"}, {"role", "search"}, {"class", "card"}}).open("div", {{"class", "inside stack"}});
  out.open("div", {{"class", "field"}}).element("label", "Words or a number", {{"for", "words"}});
  out.open("input", {{"id", "words"}, {"type", "search"}, {"autocomplete", "off"}, {"spellcheck", "false"},
                     {"aria-describedby", "words-hint"}});
  out.open("p", {{"id", "words-hint"}, {"class", "soft small"}});
  out.text("All words are wanted, each from its beginning; case and accents do not matter. ");
  out.element("code", "#3.2").text(" finds rows with exactly that number.").close().close();
  out.open("details", {{"id", "narrow"}, {"open", ""}}).element("summary", "Narrow down");
  out.open("div", {{"class", "stack"}}).open("div", {{"id", "filters"}, {"class", "filters"}});
  out.open("div", {{"class", "field"}}).element("label", "Plan", {{"for", "plan"}});
  out.open("select", {{"id", "plan"}}).element("option", "All plans", {{"value", ""}}).close().close();
  out.open("div", {{"class", "field"}}).element("label", "Responsible party", {{"for", "party"}});
  out.open("input", {{"id", "party"}, {"type", "search"}, {"list", "parties"}, {"autocomplete", "off"},
                     {"aria-describedby", "party-hint"}});
  out.open("datalist", {{"id", "parties"}}).close();
  out.element("p", "", {{"id", "party-hint"}, {"class", "soft small"}}).close().close();
  out.open("div", {{"id", "facets"}, {"class", "facets"}}).close().close().close();
  out.open("div", {{"class", "row"}});
  out.element("button", "Clear everything", {{"type", "reset"}, {"class", "quiet"}});
  out.element("span", "The address of this page keeps the search: it can be bookmarked and cited.", {{"class", "soft small"}});
  return out;
}

}  // namespace

std::string write_search_page(const std::string& title, const std::string& made_by) {
  Html main;
  main.open("div", {{"class", "stack"}});
  main.open("noscript").open("p", {{"class", "card inside"}});
  main.text("The search needs scripts. Every row can also be found on the pages of the plans: ");
  main.link("index.html", "all plans").text(".").close().close();
  main.add(search_form());
  main.element("p", "Loading\u2026", {{"id", "count"}, {"role", "status"}, {"class", "count"}});
  main.open("ol", {{"id", "results"}, {"class", "results"}, {"aria-label", "Results"}}).close();
  main.element("button", "Show more", {{"type", "button"}, {"id", "more"}, {"hidden", ""}});

  look::Page out;
  out.title = "Search";
  out.kind = title;
  out.path = {{"index.html", "All plans"}, {"search.html", "Search"}};
  out.made_by = made_by;
  out.styles = {kSiteStyle};
  out.scripts = {kWordsScript, kFilesScript, kFiltersScript, kResultsScript, kSearchScript};
  out.loads_scripts = true;
  return look::write_page(out, std::move(main));
}

}  // namespace pactable::pages::site

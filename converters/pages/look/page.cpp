// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/look/page.h"

#include <fmt/format.h>

#include "core/sha256.h"
#include "core/unicode.h"
#include "pages/look/base64.h"
#include "pages/look/embedded.h"

namespace pactable::pages::look {
namespace {

constexpr std::size_t kLongTitle = 70;  // code points: more take three lines of the large size

std::string digest(std::string_view text) {
  const std::string hex = sha256_hex(text);
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
    bytes += static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16));
  }
  return fmt::format("'sha256-{}'", base64(bytes));
}

std::string sources(const std::vector<std::string_view>& texts) {
  if (texts.empty()) return "'none'";
  std::string out;
  for (const std::string_view text : texts) out += (out.empty() ? "" : " ") + digest(text);
  return out;
}

Html heading(const Page& page, Html header) {
  Html out;
  out.open("header", {{"class", "top"}}).open("div", {{"class", "wide top-line"}});
  out.open("nav", {{"aria-label", "Where you are"}, {"class", "crumbs"}});
  out.element("span", "pactable", {{"class", "brand"}});
  for (const Crumb& crumb : page.path) out.link(crumb.address, crumb.text);
  out.close().close();
  out.open("div", {{"class", "wide top-title"}}).open("div");
  if (!page.kind.empty()) out.element("p", page.kind, {{"class", "kind"}});
  if (unicode::length(page.title) > kLongTitle) {
    out.quoted("h1", page.title, {{"class", "long"}});
  } else {
    out.quoted("h1", page.title);
  }
  if (!page.lead.empty()) out.element("p", page.lead, {{"class", "lead"}});
  out.close().add(std::move(header)).close().close();
  return out;
}

}  // namespace

std::string policy(const std::vector<std::string_view>& styles, const std::vector<std::string_view>& scripts,
                   bool loads_scripts) {
  return fmt::format(
      "default-src 'none'; img-src data:; style-src {}; script-src {}{}; base-uri 'none'; form-action 'none'",
      sources(styles), sources(scripts), loads_scripts ? " 'strict-dynamic'" : "");
}

std::string places_policy(const std::vector<std::string_view>& scripts) {
  return fmt::format("script-src {} 'self' file:", sources(scripts));
}

std::string write_page(const Page& page, Html main, Html header) {
  std::vector<std::string_view> styles = {kLookStyle};
  styles.insert(styles.end(), page.styles.begin(), page.styles.end());

  Html head;
  head.open("meta", {{"charset", "utf-8"}});
  head.open("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy(styles, page.scripts, page.loads_scripts)}});
  if (page.loads_scripts) {
    head.open("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", places_policy(page.scripts)}});
  }
  head.open("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  head.open("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  head.open("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  head.element("title", page.kind.empty() ? page.title : fmt::format("{} · {}", page.title, page.kind));

  Html foot;
  foot.open("footer", {{"class", "bottom"}}).open("div", {{"class", "wide"}});
  if (!page.note.empty()) foot.open("p").quote(page.note).close();
  foot.element("p", fmt::format("Made by {}. This page loads nothing from elsewhere and sends nothing.", page.made_by));

  std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n" + head.take();
  for (const std::string_view style : styles) out += fmt::format("\n<style>{}</style>", style);
  out += "\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n";
  out += heading(page, std::move(header)).take();
  out += "<main id=\"main\" class=\"wide\" tabindex=\"-1\">\n" + main.take() + "</main>\n" + foot.take();
  for (const std::string_view script : page.scripts) out += fmt::format("<script>{}</script>\n", script);
  return out + "</body>\n</html>\n";
}

}  // namespace pactable::pages::look

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/site/sources.h"

#include <fmt/format.h>

#include <cmath>

#include "pages/site/wording.h"

namespace pactable::pages::site {
namespace {

using look::Html;

constexpr std::size_t kMostPlaces = 6;  // shown; a row that is spread further says how many more there are

bool is_of_the_web(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://");
}

std::string address_of_path(std::string_view path) {
  std::string out;
  while (true) {
    const std::size_t slash = path.find('/');
    out += look::file_address(path.substr(0, slash));
    if (slash == std::string_view::npos) return out;
    out += '/';
    path.remove_prefix(slash + 1);
  }
}

std::string address_of_place(const Place& place, const SourceFile& file) {
  const int page = page_of(place);
  if (file.address.empty() || page == 0 || !file.has_pages) return file.address;
  return fmt::format("{}#page={}", file.address, page);
}

std::string short_name(const Place& place) {
  const int page = page_of(place);
  return page > 0 ? fmt::format("p. {}", page) : page_name(place);
}

std::string box_name(const Place& place) {
  const auto* const at = std::get_if<PagePlace>(&place);
  if (at == nullptr || !std::isfinite(at->box.x0 + at->box.y0 + at->box.x1 + at->box.y1)) return {};
  return fmt::format("{:.0f}, {:.0f} \u2013 {:.0f}, {:.0f}", at->box.x0, at->box.y0, at->box.x1, at->box.y1);
}

void add_place(Html& out, const Place& place, const SourceFile& file, const std::string& text) {
  const std::string address = address_of_place(place, file);
  if (address.empty()) {
    out.text(text);
  } else {
    out.link(address, text, {{"class", "source-link"}});
  }
}

}  // namespace

SourceFile source_file(const plan::CorpusRecord& record, const std::string& documents) {
  SourceFile file{record.path, {}, record.media_type == "application/pdf"};
  if (documents.empty()) return file;
  const bool above = !is_of_the_web(documents) && !documents.starts_with('/');
  file.address = (above ? "../" : "") + documents + (documents.ends_with('/') ? "" : "/") + address_of_path(record.path);
  return file;
}

Html sources_cell(const std::vector<Place>& places, const SourceFile& file) {
  Html out;
  std::string last;
  for (std::size_t at = 0; at < places.size() && at < kMostPlaces; ++at) {
    // The cells of one row stand in the same row of the document.
    const std::string name = short_name(places[at]) + box_name(places[at]);
    if (name == last) continue;
    last = name;
    out.open("span", {{"class", "place"}});
    add_place(out, places[at], file, short_name(places[at]));
    if (const std::string box = box_name(places[at]); !box.empty()) {
      out.text(" ").element("span", box, {{"class", "box"}});
    }
    out.close().text(" ");
  }
  if (places.size() > kMostPlaces) out.text(fmt::format("and {} more", places.size() - kMostPlaces));
  return out;
}

Html sources_line(const std::vector<Place>& places, const SourceFile& file) {
  Html out;
  for (std::size_t at = 0; at < places.size() && at < kMostPlaces; ++at) {
    if (at > 0) out.text("; ");
    add_place(out, places[at], file, place_name(places[at]));
  }
  if (places.size() > kMostPlaces) out.text(fmt::format("; and {} more", places.size() - kMostPlaces));
  return out;
}

Html source_link(const SourceFile& file) {
  return file.address.empty() ? std::move(Html().quote(file.name)) : std::move(Html().link(file.address, file.name));
}

}  // namespace pactable::pages::site

// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/json/plan_parts.h"

#include <string_view>

#include "writers/format/scalars.h"

namespace pactable::writers::json {
namespace {

using format::JsonStream;
using enum JsonStream::Shape;

void write_place(JsonStream& out, const PagePlace& place) {
  out.member("page", place.page);
  if (!format::is_finite(place.box)) return;
  out.key("bbox");
  out.begin_array();
  for (const double edge : {place.box.x0, place.box.y0, place.box.x1, place.box.y1}) {
    out.literal(format::print_coordinate(edge));
  }
  out.end_array();
}

void write_place(JsonStream& out, const PartPlace& place) {
  out.member("part", place.part ? std::string_view(*place.part) : std::string_view());
  if (place.table >= 0) out.member("table", place.table);
  if (place.row >= 0) out.member("row", place.row);
  if (place.cell >= 0) out.member("cell", place.cell);
  out.member("paragraph", place.paragraph);
  out.member("start", place.start);
  out.member("end", place.end);
}

void write_place(JsonStream& out, const LinePlace& place) {
  out.member("line", place.line);
  out.member("cell", place.cell);
  out.member("start", place.start);
  out.member("end", place.end);
}

}  // namespace

void write_list_of_places(JsonStream& out, const std::vector<Place>& places, JsonStream::Shape shape) {
  out.begin_array(shape);
  for (const Place& place : places) {
    out.begin_object(kLine);
    std::visit([&out](const auto& known) { write_place(out, known); }, place);
    out.end_object();
  }
  out.end_array();
}

void write_list_of_styles(JsonStream& out, const std::vector<plan::TextStyleSpan>& styles, JsonStream::Shape shape) {
  out.begin_array(shape);
  for (const plan::TextStyleSpan& span : styles) {
    out.begin_object(kLine);
    out.member("start", span.start);
    out.member("end", span.end);
    out.member("style", to_string(span.style));
    out.end_object();
  }
  out.end_array();
}

}  // namespace pactable::writers::json

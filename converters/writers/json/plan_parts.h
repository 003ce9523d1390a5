// SPDX-License-Identifier: GPL-3.0-or-later
// What: parts of a plan as they stand in its JSON, for formats that carry the same records elsewhere.
// In:   a stream with an object open (write_members) or where a value is expected. Out: the same members and values.
#pragma once

#include <vector>

#include "core/place.h"
#include "plan/plan.h"
#include "writers/format/json_stream.h"

namespace pactable::writers::json {

void write_members(format::JsonStream& out, const plan::Item& item);
void write_members(format::JsonStream& out, const plan::Repair& repair, const plan::Source& source);
void write_members(format::JsonStream& out, const plan::Decision& decision, const plan::Source& source);
void write_members(format::JsonStream& out, const plan::Finding& finding);
void write_members(format::JsonStream& out, const plan::Reference& reference);
void write_members(format::JsonStream& out, const plan::TableJudgement& judgement);

void write_list_of_places(format::JsonStream& out, const std::vector<Place>& places,
                          format::JsonStream::Shape shape = format::JsonStream::Shape::kBlock);
void write_list_of_styles(format::JsonStream& out, const std::vector<plan::TextStyleSpan>& styles,
                          format::JsonStream::Shape shape = format::JsonStream::Shape::kBlock);

}  // namespace pactable::writers::json

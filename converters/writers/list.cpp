// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "writers/akn/plan_akn.h"
#include "writers/json/plan_json.h"
#include "writers/markdown/plan_markdown.h"
#include "writers/writer.h"
#include "writers/xml/plan_xml.h"

namespace pactable::writers {
namespace {

constexpr std::array<Writer, 4> kWriters = {{
    {"json", ".json", json::write_plan},
    {"xml", ".xml", xml::write_plan},
    {"markdown", ".md", markdown::write_plan},
    {"akn", ".akn.xml", akn::write_plan},
}};

}  // namespace

std::span<const Writer> writers() { return kWriters; }

const Writer* find_writer(std::string_view id) {
  for (const Writer& writer : kWriters) {
    if (writer.id == id) return &writer;
  }
  return nullptr;
}

}  // namespace pactable::writers

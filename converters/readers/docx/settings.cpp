// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/settings.h"

#include <algorithm>

#include "readers/docx/xml_stream.h"

namespace pactable::readers::docx {

Status read_settings(std::string bytes, const std::string& part, NoteNumbers& footnotes, NoteNumbers& endnotes) {
  XmlStream xml(std::move(bytes), part);
  NoteNumbers* open = nullptr;
  while (xml.next()) {
    if (xml.event() == XmlStream::Event::kText || xml.vocabulary() != Vocabulary::kWord) continue;
    const bool start = xml.event() == XmlStream::Event::kStart;
    const std::string_view name = xml.name();
    if (name == "footnotePr") open = start ? &footnotes : nullptr;
    if (name == "endnotePr") open = start ? &endnotes : nullptr;
    if (!start || open == nullptr) continue;
    if (name == "numFmt") open->format = xml.value().value_or("decimal");
    if (name == "numStart") open->start = std::max(xml.number("val", 1), 0);
  }
  return xml.status();
}

}  // namespace pactable::readers::docx

// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/styles.h"

#include <set>
#include <vector>

#include "core/unicode.h"
#include "readers/docx/xml_stream.h"

namespace pactable::readers::docx {
namespace {

const StyleProperties kNoProperties;

void inherit_style(StyleProperties& own, const StyleProperties& base) {
  inherit(static_cast<CharacterProperties&>(own), base);
  inherit(own.ground, base.ground);
  inherit(own.coloured, base.coloured);
  inherit(own.outline_level, base.outline_level);
  inherit(own.numbering.level, base.numbering.level);
  inherit(own.numbering.num_id, base.numbering.num_id);
}

// "heading 3", the built-in name whatever the language of the program, says the level where no outline level does.
std::optional<int> outline_of_name(const std::string& name) {
  const std::string folded = unicode::fold(name);
  constexpr std::string_view kHeading = "heading ";
  if (!folded.starts_with(kHeading) || folded.size() != kHeading.size() + 1) return std::nullopt;
  const char digit = folded.back();
  return digit >= '1' && digit <= '9' ? std::optional<int>(digit - '1') : std::nullopt;
}

void read_property(const XmlStream& xml, StyleProperties& own) {
  const std::string_view name = xml.name();
  if (name == "outlineLvl")
    own.outline_level = xml.number("val", 9);
  else if (name == "ilvl")
    own.numbering.level = xml.number("val", 0);
  else if (name == "name" && !own.outline_level)
    own.outline_level = outline_of_name(xml.value().value_or(""));
  else if (name == "numId")
    own.numbering.num_id = xml.number("val", 0);
  else if (name == "shd")
    own.ground = shading_paint(xml);
}

// The properties whose element is open: those of characters, or of whatever the style is for.
class OpenProperties {
 public:
  void see(std::string_view name, bool start) {
    if (name == "rPr") in_run_ = start;
    // What stands for some cells only, and earlier forms, say nothing of the style itself.
    if (name == "tblStylePr" || name.ends_with("PrChange")) skipped_ += start ? 1 : -1;
    if (name == "tblStylePr") in_condition_ = start;
  }
  void read(const XmlStream& xml, StyleProperties& own) const {
    if (xml.name() == "shd" && !in_run_ && (skipped_ == 0 || in_condition_)) {
      const Paint ground = shading_paint(xml);
      if (ground.kind != Paint::Kind::kAutomatic && ground != kPaper) own.coloured = true;
    }
    if (skipped_ > 0) return;
    if (in_run_)
      read_character_property(xml, own);
    else if (xml.vocabulary() == Vocabulary::kWord)
      read_property(xml, own);
  }

 private:
  bool in_run_ = false, in_condition_ = false;
  int skipped_ = 0;
};

}  // namespace

Result<Styles> Styles::parse(std::string bytes, const std::string& part) {
  Styles styles;
  XmlStream xml(std::move(bytes), part);
  std::string id;
  Style* style = nullptr;
  bool in_defaults = false;
  OpenProperties open;
  while (xml.next()) {
    if (xml.event() == XmlStream::Event::kText) continue;
    const bool start = xml.event() == XmlStream::Event::kStart;
    const std::string_view name = xml.name();
    const bool word = xml.vocabulary() == Vocabulary::kWord;
    if (word) open.see(name, start);
    if (word && name == "rPrDefault") in_defaults = start;
    if (start && in_defaults) read_character_property(xml, styles.defaults_);
    if (word && name == "style") {
      style = nullptr;
      if (!start) continue;
      id = xml.attribute("styleId").value_or("");
      style = &styles.styles_[id];
      if (xml.attribute("type") == "paragraph" &&
          xml.number("default", xml.attribute("default") == "true" ? 1 : 0) == 1) {
        styles.default_paragraph_ = id;
      }
    } else if (start && style != nullptr) {
      if (word && name == "basedOn")
        style->based_on = xml.value().value_or("");
      else
        open.read(xml, style->own);
    }
  }
  if (const Status status = xml.status(); !status) return tl::unexpected<Error>(status.error());
  styles.resolve_all();
  return styles;
}

void Styles::resolve_all() {
  for (const auto& [id, style] : styles_) {
    // Down the chain until a style that is resolved, the end, or a style met before.
    std::vector<const std::string*> chain;
    std::set<std::string_view> visited;
    for (auto at = styles_.find(id);
         at != styles_.end() && !resolved_.contains(at->first) && visited.insert(at->first).second;
         at = styles_.find(at->second.based_on)) {
      chain.push_back(&at->first);
    }
    for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
      const Style& own = styles_.at(**link);
      StyleProperties properties = own.own;
      const auto base = resolved_.find(own.based_on);
      if (base != resolved_.end()) inherit_style(properties, base->second);
      resolved_[**link] = std::move(properties);
    }
  }
}

const StyleProperties& Styles::paragraph(const std::string& id) const {
  const auto found = resolved_.find(id.empty() ? default_paragraph_ : id);
  return found == resolved_.end() ? kNoProperties : found->second;
}

const Styles::Style* Styles::own(const std::string& id) const {
  const auto found = styles_.find(id.empty() ? default_paragraph_ : id);
  return found == styles_.end() ? nullptr : &found->second;
}

const StyleProperties& Styles::character(const std::string& id) const {
  const auto found = resolved_.find(id);
  return id.empty() || found == resolved_.end() ? kNoProperties : found->second;
}

}  // namespace pactable::readers::docx

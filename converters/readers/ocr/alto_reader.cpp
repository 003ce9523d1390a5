// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/ocr/alto_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/unicode.h"
#include "readers/docx/xml_stream.h"
#include "readers/ocr/recognised_page.h"

namespace pactable::readers::ocr {
namespace {

constexpr std::size_t kHead = 4096;
constexpr double kMillimetresPerInch = 25.4;

using docx::XmlStream;

double number(const XmlStream& xml, const char* name) { return number_in(xml.attribute(name).value_or("")); }

Box box_of(const XmlStream& xml) {
  const double x = number(xml, "HPOS"), y = number(xml, "VPOS");
  return {x, y, x + std::max(number(xml, "WIDTH"), 0.0), y + std::max(number(xml, "HEIGHT"), 0.0)};
}

class Walker {
 public:
  Status walk(XmlStream& xml) {
    while (xml.next()) {
      if (xml.event() == XmlStream::Event::kText) {
        text_ += xml.text();
      } else if (xml.event() == XmlStream::Event::kStart) {
        text_.clear();
        start(xml);
      } else {
        end(xml.name());
      }
      if (too_large_) return fail(ErrorCode::kLimit, "the ALTO file has more pages or words than are read");
    }
    return xml.status();
  }

  Result<layout::Document> finish() && {
    if (pages_.empty()) return fail(ErrorCode::kDamaged, "the ALTO file has no page");
    for (RecognisedPage& page : pages_) page.per_inch = per_inch_;
    return document_of("application/xml", std::move(pages_), program_.empty() ? "ALTO" : "ALTO by " + program_);
  }

 private:
  void start(const XmlStream& xml) {
    const std::string_view name = xml.name();
    if (name == "Page") {
      too_large_ = too_large_ || pages_.size() >= kMostPages;
      RecognisedPage page;
      page.width = number(xml, "WIDTH");
      page.height = number(xml, "HEIGHT");
      pages_.push_back(std::move(page));
    } else if (pages_.empty()) {
      return;
    } else if (name == "TextLine") {
      const std::string baseline = xml.attribute("BASELINE").value_or("");
      // A list of points since version 4.2: the boxes of the words do then.
      baseline_.reset();
      if (!baseline.empty() && baseline.find_first_of(" ,") == std::string::npos) baseline_ = number_in(baseline);
    } else if (name == "String") {
      start_string(xml);
    } else if (name == "HYP") {
      add(xml.attribute("CONTENT").value_or("-"), box_of(xml), 0);
    } else if (name == "Variant" && last_is_string_) {
      // Of a glyph; a whole reading where the string is that glyph alone.
      const std::string content = xml.attribute("CONTENT").value_or("");
      layout::Page& page = pages_.back().page;
      if (unicode::length(page.words.back().text) == 1) add_alternative(content);
    } else if (name == "GraphicalElement") {
      add_separator(pages_.back().page, box_of(xml));
    }
  }

  void start_string(const XmlStream& xml) {
    last_is_string_ = add(xml.attribute("CONTENT").value_or(""), box_of(xml), number(xml, "WC"));
    if (!last_is_string_) return;
    const std::string style = xml.attribute("STYLE").value_or("");
    layout::Word& word = pages_.back().page.words.back();
    word.bold = style.find("bold") != std::string::npos;
    word.italic = style.find("italics") != std::string::npos;
    word.superscript = style.find("superscript") != std::string::npos;
  }

  bool add(const std::string& text, const Box& box, double confidence) {
    layout::Page& page = pages_.back().page;
    too_large_ = too_large_ || page.words.size() >= kMostWords;
    return add_word(page, text, box, baseline_.value_or(box.y1), confidence);
  }

  void add_alternative(const std::string& text) {
    layout::Word& word = pages_.back().page.words.back();
    const std::string clean = unicode::nfc(unicode::collapse_space(text));
    if (!clean.empty() && clean != word.text) word.readings.push_back({clean, 0});
  }

  void end(std::string_view name) {
    if (name == "MeasurementUnit") {
      const std::string_view unit = unicode::trim(text_);
      if (unit == "mm10") per_inch_ = kMillimetresPerInch * 10;
      if (unit == "inch1200") per_inch_ = 1200;
    } else if (name == "softwareName" || name == "softwareVersion") {
      const std::string part = unicode::collapse_space(text_);
      if (!part.empty()) program_ += (program_.empty() ? "" : " ") + part;
    } else if (name == "ALTERNATIVE" && last_is_string_) {
      add_alternative(text_);
    } else if (name == "String") {
      last_is_string_ = false;
    } else if (name == "TextLine" && !pages_.empty() && !pages_.back().page.words.empty()) {
      pages_.back().page.words.back().space_after = false;
    }
    text_.clear();
  }

  std::vector<RecognisedPage> pages_;
  std::string text_, program_;
  std::optional<double> baseline_;
  double per_inch_ = 0;
  bool last_is_string_ = false, too_large_ = false;
};

}  // namespace

bool recognises_alto(std::string_view bytes) {
  std::string_view head = bytes.substr(0, kHead);
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (!unicode::trim(head).starts_with('<')) return false;
  // The first element, behind the declaration and comments, whatever the prefix of its namespace.
  std::size_t at = 0;
  while ((at = head.find('<', at)) != std::string_view::npos) {
    const std::string_view rest = head.substr(at + 1);
    if (rest.starts_with("!--")) {
      at = head.find("-->", at);
      if (at == std::string_view::npos) return false;
    } else if (!rest.starts_with('?')) {
      const std::string_view name = rest.substr(0, rest.find_first_of(" \t\r\n/>"));
      return name.substr(name.find(':') + 1) == "alto";
    } else {
      ++at;
    }
  }
  return false;
}

Result<layout::Document> read_alto(std::string_view bytes) {
  XmlStream xml(std::string(bytes), "ALTO");
  Walker walker;
  if (const Status walked = walker.walk(xml); !walked) return tl::unexpected<Error>(walked.error());
  return std::move(walker).finish();
}

}  // namespace pactable::readers::ocr

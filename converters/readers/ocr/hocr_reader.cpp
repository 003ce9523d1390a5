// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/ocr/hocr_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/unicode.h"
#include "readers/html/encoding.h"
#include "readers/html/html_reader.h"
#include "readers/html/markup.h"
#include "readers/ocr/recognised_page.h"

namespace pactable::readers::ocr {
namespace {

// Class names stand behind a head of metadata; files of whole books are large, their heads are not.
constexpr std::size_t kHead = 64 * 1024;
constexpr int kMostDeep = 512;

/// Properties of a title: "bbox 0 0 10 10; x_wconf 96".
class Properties {
 public:
  explicit Properties(std::string_view title) {
    for (std::size_t begin = 0; begin < title.size();) {
      const std::size_t end = std::min(title.find(';', begin), title.size());
      const auto words = unicode::split_space(title.substr(begin, end - begin));
      if (!words.empty()) all_.emplace_back(words.front(), std::vector(words.begin() + 1, words.end()));
      begin = end + 1;
    }
  }

  [[nodiscard]] double number(std::string_view name, std::size_t at, double fallback) const {
    for (const auto& [key, values] : all_) {
      if (key == name && at < values.size()) return number_in(values[at]);
    }
    return fallback;
  }
  [[nodiscard]] std::optional<Box> box() const {
    for (const auto& [key, values] : all_) {
      if (key != "bbox" || values.size() < 4) continue;
      const Box box{number_in(values[0]), number_in(values[1]), number_in(values[2]), number_in(values[3])};
      if (box.x1 >= box.x0 && box.y1 >= box.y0) return box;
    }
    return std::nullopt;
  }

 private:
  std::vector<std::pair<std::string_view, std::vector<std::string_view>>> all_;
};

class Walker final : public html::MarkupHandler {
 public:
  void start(std::string_view name, const html::Attributes& attributes) override {
    const std::string_view classes = attributes.value("class").value_or("");
    const Properties properties(attributes.value("title").value_or(""));
    Kind kind = Kind::kOther;
    const auto is = [&](std::string_view wanted) {
      const auto all = unicode::split_space(classes);
      return std::find(all.begin(), all.end(), wanted) != all.end();
    };
    if (is("ocr_page")) {
      begin_page(properties);
    } else if (is("ocrx_word") || is("ocr_word")) {
      kind = Kind::kWord;
      begin_word(properties);
    } else if (is_line(classes)) {
      kind = Kind::kLine;
      line_ = properties.box();
      slope_ = properties.number("baseline", 0, 0);
      offset_ = properties.number("baseline", 1, 0);
    } else if (is("ocr_separator")) {
      if (const auto box = properties.box(); box && !pages_.empty()) add_separator(pages_.back().page, *box);
    } else if (word_ && name == "del" && is("alt")) {
      kind = Kind::kAlternative;
      alternative_.emplace();
    } else if (name == "meta" && attributes.value("name") == "ocr-system") {
      program_ = attributes.value("content").value_or("");
    }
    if (word_ && (name == "strong" || name == "b")) bold_ = true;
    if (word_ && (name == "em" || name == "i")) italic_ = true;
    open_.push_back(kind);
  }

  void end(std::string_view) override {
    if (open_.empty()) return;
    const Kind kind = open_.back();
    open_.pop_back();
    if (kind == Kind::kWord) end_word();
    if (kind == Kind::kLine) end_line();
    if (kind == Kind::kAlternative && alternative_) {
      others_.push_back(unicode::nfc(unicode::collapse_space(*alternative_)));
      alternative_.reset();
    }
  }

  void text(std::string_view utf8) override {
    if (alternative_) {
      *alternative_ += utf8;
    } else if (word_) {
      text_ += utf8;
    }
  }

  [[nodiscard]] bool wants_more() const override { return !too_large_ && open_.size() < kMostDeep; }

  Result<layout::Document> finish() && {
    if (too_large_ || open_.size() >= kMostDeep) {
      return fail(ErrorCode::kLimit, "the hOCR file has more pages, words or levels than are read");
    }
    if (pages_.empty()) return fail(ErrorCode::kDamaged, "the hOCR file has no page");
    const std::string by = program_.empty() ? "" : " by " + unicode::collapse_space(program_);
    return document_of("text/vnd.hocr+html", std::move(pages_), "hOCR" + by);
  }

 private:
  enum class Kind { kOther, kLine, kWord, kAlternative };

  static bool is_line(std::string_view classes) {
    constexpr std::array<std::string_view, 5> kLines = {"ocr_line", "ocr_header", "ocr_footer", "ocr_caption",
                                                        "ocr_textfloat"};
    for (const std::string_view each : unicode::split_space(classes)) {
      if (std::find(kLines.begin(), kLines.end(), each) != kLines.end()) return true;
    }
    return false;
  }

  void begin_page(const Properties& properties) {
    if (pages_.size() >= kMostPages) too_large_ = true;
    RecognisedPage page;
    if (const auto box = properties.box()) {
      page.width = box->x1;
      page.height = box->y1;
    }
    page.per_inch = std::max(properties.number("scan_res", 0, 0), properties.number("scan_res", 1, 0));
    pages_.push_back(std::move(page));
  }

  void begin_word(const Properties& properties) {
    word_ = properties.box();
    confidence_ = properties.number("x_wconf", 0, 0) / 100;
    text_.clear();
    others_.clear();
    bold_ = italic_ = false;
  }

  void end_word() {
    if (!word_) return;
    const Box box = *std::exchange(word_, std::nullopt);
    if (pages_.empty()) return;
    layout::Page& page = pages_.back().page;
    // The line's box ends below its descenders; its baseline is told from the lower left corner.
    const double baseline = line_ ? line_->y1 + offset_ + slope_ * (box.mid_x() - line_->x0) : box.y1;
    if (page.words.size() >= kMostWords) too_large_ = true;
    if (!add_word(page, text_, box, baseline, confidence_)) return;
    layout::Word& word = page.words.back();
    word.bold = bold_;
    word.italic = italic_;
    for (std::string& other : others_) word.readings.push_back({std::move(other), 0});
  }

  void end_line() {
    line_.reset();
    if (!pages_.empty() && !pages_.back().page.words.empty()) pages_.back().page.words.back().space_after = false;
  }

  std::vector<RecognisedPage> pages_;
  std::vector<Kind> open_;
  std::optional<Box> line_, word_;
  std::optional<std::string> alternative_;
  double slope_ = 0, offset_ = 0, confidence_ = 0;
  std::string text_, program_;
  std::vector<std::string> others_;
  bool bold_ = false, italic_ = false, too_large_ = false;
};

}  // namespace

bool recognises_hocr(std::string_view bytes) {
  if (!html::recognises(bytes) && !bytes.substr(0, kHead).starts_with("<?xml")) return false;
  const std::string_view head = bytes.substr(0, kHead);
  for (const std::string_view mark : {"\"ocr_page\"", "'ocr_page'"}) {
    if (head.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

Result<layout::Document> read_hocr(std::string_view bytes) {
  std::vector<layout::Oddity> oddities;
  const Result<std::string> utf8 = html::to_utf8(bytes, oddities);
  if (!utf8) return tl::unexpected<Error>(utf8.error());
  Walker walker;
  if (const Status walked = html::walk(*utf8, walker); !walked) return tl::unexpected<Error>(walked.error());
  Result<layout::Document> document = std::move(walker).finish();
  if (document) document->oddities = std::move(oddities);
  return document;
}

}  // namespace pactable::readers::ocr

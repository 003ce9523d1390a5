// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/tesseract_recogniser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "recognition/tesseract/decode.h"
#include "recognition/tesseract/engine.h"
#include "recognition/tesseract/language_data.h"
#include "recognition/tesseract/number_look.h"
#include "recognition/tesseract/page_reader.h"

namespace pactable::recognition::tesseract {
namespace {

class TesseractRecogniser final : public Recogniser {
 public:
  TesseractRecogniser(std::unique_ptr<Engine> text, std::unique_ptr<Engine> latin, std::string name)
      : text_(std::move(text)), latin_(std::move(latin)), name_(std::move(name)) {}

  Result<layout::Page> read_page(const layout::GreyPicture& picture) override {
    return read_picture(picture, engines());
  }
  Result<std::vector<layout::Reading>> read_number(const layout::GreyPicture& picture, const Box& box) override {
    return read_number_at(picture, box, engines());
  }
  Result<std::vector<layout::GreyPicture>> decode(std::string_view bytes) override { return decode_pictures(bytes); }
  std::string name() const override { return name_; }

 private:
  [[nodiscard]] Engines engines() const { return {*text_, latin_ ? *latin_ : *text_}; }

  std::unique_ptr<Engine> text_;
  std::unique_ptr<Engine> latin_;  // null where `text_` reads Latin letters alone
  std::string name_;
};

}  // namespace

Result<std::unique_ptr<Recogniser>> make_recogniser(std::span<const std::string> languages) {
  setMsgSeverity(L_SEVERITY_NONE);
  leptSetStderrHandler([](const char*) {});
  const Result<std::string> folder = find_language_data(languages);
  if (!folder) return tl::unexpected(folder.error());
  Result<std::unique_ptr<Engine>> text = make_engine(*folder, languages);
  if (!text) return tl::unexpected(text.error());
  std::unique_ptr<Engine> latin;
  if (languages.size() > 1 || languages.front() != "eng") {
    const std::array<std::string, 1> english = {"eng"};
    if (const Result<std::string> there = find_language_data(english); !there) return tl::unexpected(there.error());
    Result<std::unique_ptr<Engine>> made = make_engine(*folder, english);
    if (!made) return tl::unexpected(made.error());
    latin = std::move(*made);
  }
  std::string joined;
  for (const std::string& language : languages) joined += (joined.empty() ? "" : "+") + language;
  return std::make_unique<TesseractRecogniser>(std::move(*text), std::move(latin),
                                               fmt::format("tesseract {}, {}", engine_version(), joined));
}

}  // namespace pactable::recognition::tesseract

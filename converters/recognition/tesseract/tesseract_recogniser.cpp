// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/tesseract_recogniser.h"

#include <fmt/format.h>

#include "recognition/tesseract/engine.h"
#include "recognition/tesseract/language_data.h"

namespace pactable::recognition::tesseract {
namespace {

class TesseractRecogniser final : public Recogniser {
 public:
  TesseractRecogniser(std::unique_ptr<Engine> text, std::string name)
      : text_(std::move(text)), name_(std::move(name)) {}

  Result<layout::Page> read_page(const layout::GreyPicture& picture) override {
    layout::Page page;
    page.number = picture.page;
    page.width = picture.width / picture.scale;
    page.height = picture.height / picture.scale;
    return page;
  }
  Result<std::vector<layout::Reading>> read_number(const layout::GreyPicture&, const Box&) override {
    return std::vector<layout::Reading>{};
  }
  Result<std::vector<layout::GreyPicture>> decode(std::string_view) override {
    return std::vector<layout::GreyPicture>{};
  }
  std::string name() const override { return name_; }

 private:
  std::unique_ptr<Engine> text_;
  std::string name_;
};

}  // namespace

Result<std::unique_ptr<Recogniser>> make_recogniser(std::span<const std::string> languages) {
  const Result<std::string> folder = find_language_data(languages);
  if (!folder) return tl::unexpected(folder.error());
  Result<std::unique_ptr<Engine>> text = make_engine(*folder, languages);
  if (!text) return tl::unexpected(text.error());
  std::string joined;
  for (const std::string& language : languages) joined += (joined.empty() ? "" : "+") + language;
  return std::make_unique<TesseractRecogniser>(std::move(*text),
                                               fmt::format("tesseract {}, {}", engine_version(), joined));
}

}  // namespace pactable::recognition::tesseract

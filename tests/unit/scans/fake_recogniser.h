// SPDX-License-Identifier: GPL-3.0-or-later
// What: a recogniser that answers what a test tells it, and keeps what it was asked.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "recognition/recogniser.h"
#include "scans/scanned_document.h"

namespace pactable::test {

class FakeRecogniser final : public recognition::Recogniser {
 public:
  std::function<Result<layout::Page>(const layout::GreyPicture&)> page = [](const layout::GreyPicture& picture) {
    layout::Page empty;
    empty.number = picture.page;
    return empty;
  };
  std::function<std::vector<layout::Reading>(const layout::GreyPicture&, const Box&)> number =
      [](const layout::GreyPicture&, const Box&) { return std::vector<layout::Reading>(); };
  std::vector<layout::GreyPicture> pictures;  // of a file that is pictures
  std::vector<int> pages_read;
  std::vector<double> scales;  // of the pictures that were read
  std::vector<PagePlace> looks;

  Result<layout::Page> read_page(const layout::GreyPicture& picture) override {
    pages_read.push_back(picture.page);
    scales.push_back(picture.scale);
    return page(picture);
  }
  Result<std::vector<layout::Reading>> read_number(const layout::GreyPicture& picture, const Box& box) override {
    looks.push_back({picture.page, box});
    return number(picture, box);
  }
  Result<std::vector<layout::GreyPicture>> decode(std::string_view) override { return pictures; }
  std::string name() const override { return "fake 1.0, eng"; }
};

/// Hands out `fake` and counts how often it was asked for; with `languages` the last that were wanted.
struct FakeSource {
  FakeRecogniser& fake;
  int asked = 0;
  std::vector<std::string> languages = {};

  scans::RecogniserSource source() {
    return [this](std::span<const std::string> wanted) -> Result<recognition::Recogniser*> {
      ++asked;
      languages.assign(wanted.begin(), wanted.end());
      return &fake;
    };
  }
};

inline layout::Word word(std::string text, Box box) {
  layout::Word word;
  word.text = std::move(text);
  word.box = box;
  word.baseline = box.y1;
  word.font_size = box.height();
  return word;
}

}  // namespace pactable::test

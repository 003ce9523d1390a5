// SPDX-License-Identifier: GPL-3.0-or-later
// What: Tesseract, one object of it, with a place of a picture and an alphabet for each call.
// In:   a grey picture without ruling lines. Out: words with their symbols. Never: decides what a reading means.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/result.h"
#include "recognition/tesseract/pix.h"

namespace pactable::recognition::tesseract {

/// How a place is set.
enum class Setting {
  kPage,   // columns of text
  kBlock,  // lines below each other
  kLine,   // one line
  kWord,   // one word
};

struct Symbol {
  std::string text;
  double confidence = 0;  // 0..1
  PixelBox box;
  std::vector<std::pair<std::string, double>> choices;  // other symbols at its place, 0..1, best first
};

/// `baseline` is the y of the writing line below the middle of the word.
struct ReadWord {
  std::string text;  // UTF-8
  double confidence = 0;
  PixelBox box;
  double baseline = 0;
  int line = 0;  // counts the lines of the place
  std::vector<Symbol> symbols;
};

class Engine {
 public:
  Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  virtual ~Engine() = default;

  /// The picture that later calls read from; it must live as long. `dpi`: its resolution.
  virtual void show(PIX& grey, int dpi) = 0;
  /// What stands in a place of the picture. `alphabet` (UTF-8) holds the only characters to be read; empty: all.
  [[nodiscard]] virtual std::vector<ReadWord> read(const PixelBox& place, Setting setting,
                                                   const std::string& alphabet) = 0;
};

/// `folder` holds the data of all `languages`. Fails with unsupported where Tesseract does not take it.
[[nodiscard]] Result<std::unique_ptr<Engine>> make_engine(const std::string& folder,
                                                          std::span<const std::string> languages);

/// "5.3.0"
[[nodiscard]] std::string engine_version();

}  // namespace pactable::recognition::tesseract

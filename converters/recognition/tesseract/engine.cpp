// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/engine.h"

#include <fmt/format.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

// Of Tesseract's own dependency. Several threads for one line cost far more than they gain, and Tesseract asks for them
// by number, so that only a limit on nesting keeps them off.
extern "C" __attribute__((weak)) void omp_set_max_active_levels(int levels);

namespace pactable::recognition::tesseract {
namespace {

namespace tess = ::tesseract;

constexpr double kPercent = 100;

std::string owned(char* text) {
  const std::unique_ptr<char[]> held(text);
  return text != nullptr ? std::string(text) : std::string();
}

tess::PageSegMode mode_of(Setting setting) {
  switch (setting) {
    case Setting::kPage: return tess::PSM_AUTO;
    case Setting::kBlock: return tess::PSM_SINGLE_BLOCK;
    case Setting::kLine: return tess::PSM_SINGLE_LINE;
    case Setting::kWord: return tess::PSM_SINGLE_WORD;
  }
  return tess::PSM_SINGLE_BLOCK;
}

PixelBox box_of(const tess::PageIterator& it, tess::PageIteratorLevel level) {
  PixelBox box;
  it.BoundingBox(level, &box.x0, &box.y0, &box.x1, &box.y1);
  return box;
}

double baseline_of(const tess::PageIterator& it, const PixelBox& box) {
  int x0 = 0;
  int y0 = 0;
  int x1 = 0;
  int y1 = 0;
  if (!it.Baseline(tess::RIL_WORD, &x0, &y0, &x1, &y1)) return box.y1;
  return (y0 + y1) / 2.0;
}

Symbol symbol_of(const tess::ResultIterator& it) {
  Symbol symbol{owned(it.GetUTF8Text(tess::RIL_SYMBOL)),
                it.Confidence(tess::RIL_SYMBOL) / kPercent,
                box_of(it, tess::RIL_SYMBOL),
                {}};
  tess::ChoiceIterator choice(it);
  do {
    const char* const text = choice.GetUTF8Text();
    if (text != nullptr && *text != '\0' && text != symbol.text) {
      symbol.choices.emplace_back(text, choice.Confidence());
    }
  } while (choice.Next());
  return symbol;
}

class TesseractEngine final : public Engine {
 public:
  Status load(const std::string& folder, std::span<const std::string> languages) {
    std::string joined;
    for (const std::string& language : languages) joined += (joined.empty() ? "" : "+") + language;
    api_.SetVariable("debug_file", "/dev/null");
    if (api_.Init(folder.c_str(), joined.c_str(), tess::OEM_LSTM_ONLY) != 0) {
      return fail(ErrorCode::kUnsupported, fmt::format("Tesseract cannot use its data for {} in {}", joined, folder));
    }
    api_.ReadConfigFile("\n");  // there is no such file: the message opens debug_file while files may be opened
    api_.SetVariable("lstm_choice_mode", "2");  // the choices of each symbol
    return {};
  }

  void show(PIX& grey, int dpi) override {
    one_thread();
    api_.SetImage(&grey);
    api_.SetSourceResolution(dpi);
  }

  std::vector<ReadWord> read(const PixelBox& place, Setting setting, const std::string& alphabet) override {
    one_thread();
    std::vector<ReadWord> words;
    if (place.empty()) return words;
    api_.SetPageSegMode(mode_of(setting));
    api_.SetVariable("tessedit_char_whitelist", alphabet.c_str());
    api_.SetRectangle(place.x0, place.y0, place.width(), place.height());
    if (api_.Recognize(nullptr) != 0) return words;
    const std::unique_ptr<tess::ResultIterator> it(api_.GetIterator());
    int line = -1;
    if (it == nullptr) return words;
    do {
      if (it->IsAtBeginningOf(tess::RIL_TEXTLINE)) ++line;
      if (it->Empty(tess::RIL_WORD)) continue;
      ReadWord word{owned(it->GetUTF8Text(tess::RIL_WORD)),
                    it->Confidence(tess::RIL_WORD) / kPercent,
                    box_of(*it, tess::RIL_WORD),
                    0,
                    line,
                    {}};
      if (word.text.empty()) continue;
      word.baseline = baseline_of(*it, word.box);
      tess::ResultIterator symbols = *it;
      do {
        word.symbols.push_back(symbol_of(symbols));
      } while (!symbols.IsAtFinalElement(tess::RIL_WORD, tess::RIL_SYMBOL) && symbols.Next(tess::RIL_SYMBOL));
      words.push_back(std::move(word));
    } while (it->Next(tess::RIL_WORD));
    return words;
  }

 private:
  static void one_thread() {
    if (omp_set_max_active_levels != nullptr) omp_set_max_active_levels(0);
  }

  tess::TessBaseAPI api_;
};

}  // namespace

Result<std::unique_ptr<Engine>> make_engine(const std::string& folder, std::span<const std::string> languages) {
  auto engine = std::make_unique<TesseractEngine>();
  if (const Status loaded = engine->load(folder, languages); !loaded) return tl::unexpected(loaded.error());
  return engine;
}

std::string engine_version() { return tess::TessBaseAPI::Version(); }

}  // namespace pactable::recognition::tesseract

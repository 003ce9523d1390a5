// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/labels.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/unicode.h"
#include "recognition/tesseract/dots.h"
#include "recognition/tesseract/label_strip.h"
#include "recognition/tesseract/number_vote.h"

namespace pactable::recognition::tesseract {
namespace {

using layout::Reading;

constexpr double kLabelWidth = 7;     // heights of a capital: "12.11.10" is six wide
constexpr double kWordGap = 0.34;     // of that height: a narrow word space; gaps inside a number stay below 0.25
constexpr double kAdvance = 1.0;      // from the middle of a glyph to that of the next; a digit's is 0.75 to 0.8
constexpr double kPaleDot = 0.15;     // see Glyphs::dots
constexpr double kNumberShare = 0.6;  // of a column's labels that look like numbers: the column holds numbers
constexpr double kCodeShare = 0.6;    // the same for codes of one glyph
constexpr double kTooLong = 0.3;      // what a reading counts that has more characters than the picture has glyphs
constexpr double kSureCode = 0.9;     // confidence of a code that is read but once in its column
constexpr const char* kDigits = "0123456789.";

// Ways to set a strip: what one misreads, the others rarely misread in the same way.
const Strip kSmallLetters{12, 16, {}};
const Strip kLargeLetters{6, 25, {}};
const Strip kShortStrips{6, 16, {}};
const Strip kLongStrips{12, 25, {}};

Strip with(Strip strip, std::string alphabet) {
  strip.alphabet = std::move(alphabet);
  return strip;
}

using Passes = std::vector<std::vector<Reading>>;  // each with a reading for each label

std::vector<Reading> of_label(const Passes& passes, std::size_t label) {
  std::vector<Reading> readings;
  for (const std::vector<Reading>& pass : passes) {
    if (!pass[label].text.empty()) readings.push_back(pass[label]);
  }
  return readings;
}

// Equal texts count together.
Readings vote(const std::vector<Reading>& readings) {
  std::map<std::string, double> votes;
  double all = 0;
  for (const Reading& reading : readings) {
    votes[reading.text] += reading.confidence;
    all += 1;
  }
  Readings ranked;
  for (const auto& [text, weight] : votes) ranked.push_back({text, weight / std::max(all, 1.0)});
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Reading& a, const Reading& b) { return a.confidence > b.confidence; });
  return ranked;
}

// Where the picture shows one glyph, a reading of several took in its neighbour; it comes last.
std::vector<Reading> of_length(std::vector<Reading> readings, const Glyphs& glyphs) {
  if (glyphs.boxes.size() != 1) return readings;
  for (Reading& reading : readings) {
    if (unicode::length(reading.text) > 1) reading.confidence *= kTooLong;
  }
  return readings;
}

bool any_number(const std::vector<Reading>& readings) {
  return std::any_of(readings.begin(), readings.end(), [](const Reading& r) { return looks_like_number(r.text); });
}

// The characters that stand alone in labels of a column: often, or once without doubt.
std::string code_alphabet(const Passes& passes, std::size_t labels) {
  std::map<std::string, std::set<std::size_t>> seen;
  std::map<std::string, double> best;
  for (const std::vector<Reading>& pass : passes) {
    for (std::size_t i = 0; i < labels; ++i) {
      const std::string& text = pass[i].text;
      if (unicode::length(text) != 1 || !unicode::has_word_character(text)) continue;
      seen[text].insert(i);
      best[text] = std::max(best[text], pass[i].confidence);
    }
  }
  std::string alphabet;
  for (const auto& [text, where] : seen) {
    if (where.size() > 1 || best[text] >= kSureCode) alphabet += text;
  }
  return alphabet;
}

std::size_t single_glyphs(const std::vector<Glyphs>& glyphs) {
  return static_cast<std::size_t>(
      std::count_if(glyphs.begin(), glyphs.end(), [](const Glyphs& g) { return g.boxes.size() == 1; }));
}

}  // namespace

bool is_label(const LetterLine& line, const Sheet& sheet) {
  if (line.height <= 0 || line.box.width() > kLabelWidth * line.height) return false;
  const Glyphs glyphs = find_glyphs(line, sheet);
  for (std::size_t i = 1; i < glyphs.boxes.size(); ++i) {
    const PixelBox& left = glyphs.boxes[i - 1];
    const PixelBox& right = glyphs.boxes[i];
    // The dot of "1.1" may be too pale to be a piece of its own, and so may the feet of "11".
    const bool wide = right.x0 - left.x1 > kWordGap * line.height &&
                      (right.x0 + right.x1 - left.x0 - left.x1) / 2.0 > kAdvance * line.height;
    if (wide && glyphs.dots[i] < kPaleDot) return false;
  }
  return true;
}

std::vector<Readings> read_labels(const std::vector<const LetterLine*>& lines, const Sheet& sheet,
                                  const Engines& engines) {
  std::vector<Readings> result(lines.size());
  if (lines.empty()) return result;
  std::vector<Glyphs> glyphs;
  for (const LetterLine* line : lines) glyphs.push_back(find_glyphs(*line, sheet));
  Passes passes = {read_strips(lines, sheet, engines.text, kSmallLetters),
                   read_strips(lines, sheet, engines.text, kLargeLetters)};
  std::size_t numbers = 0;
  std::vector<bool> number(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    number[i] = any_number(of_label(passes, i));
    if (number[i]) ++numbers;
  }
  const auto count = static_cast<double>(lines.size());
  if (static_cast<double>(numbers) >= kNumberShare * count) {
    passes.push_back(read_strips(lines, sheet, engines.latin, with(kShortStrips, kDigits)));
    passes.push_back(read_strips(lines, sheet, engines.latin, with(kLongStrips, kDigits)));
  } else if (static_cast<double>(single_glyphs(glyphs)) >= kCodeShare * count) {
    const std::string alphabet = code_alphabet(passes, lines.size());
    if (!alphabet.empty()) {
      passes.push_back(read_strips(lines, sheet, engines.latin, with(kShortStrips, alphabet)));
      passes.push_back(read_strips(lines, sheet, engines.latin, with(kLongStrips, alphabet)));
    }
    numbers = 0;
  } else {
    numbers = 0;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::vector<Reading> readings = of_label(passes, i);
    result[i] = numbers > 0 && number[i] ? vote_number(readings, glyphs[i]) : vote(of_length(readings, glyphs[i]));
  }
  return result;
}

Readings read_one_number(const LetterLine& line, const Sheet& sheet, const Engines& engines) {
  const std::vector<const LetterLine*> lines = {&line};
  Passes passes;
  for (const Strip& strip : {kShortStrips, kLargeLetters}) {
    passes.push_back(read_strips(lines, sheet, engines.latin, with(strip, kDigits)));
    passes.push_back(read_strips(lines, sheet, engines.latin, strip));
  }
  return vote_number(of_label(passes, 0), find_glyphs(line, sheet));
}

}  // namespace pactable::recognition::tesseract

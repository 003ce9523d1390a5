// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/labels.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/unicode.h"
#include "recognition/tesseract/dots.h"
#include "recognition/tesseract/label_strip.h"
#include "recognition/tesseract/number_vote.h"

namespace pactable::recognition::tesseract {
namespace {

using layout::Reading;

constexpr double kLabelWidth = 7;       // heights of a capital: "12.11.10" is six wide
constexpr double kWordGap = 0.34;       // of that height: a narrow word space; gaps inside a number stay below 0.25
constexpr double kAdvance = 1.0;        // from the middle of a glyph to that of the next; a digit's is 0.75 to 0.8
constexpr double kPaleDot = 0.15;       // see Glyphs::dots
constexpr double kNumberShare = 0.6;    // of a column's labels that look like numbers: the column holds numbers
constexpr double kCodeShare = 0.6;      // the same for codes of one glyph
constexpr double kTooLong = 0.3;        // what a reading counts that has more characters than the picture has glyphs
constexpr std::size_t kCodeGlyphs = 3;  // a longer text in a column of codes is its heading
constexpr double kSureCode = 0.9;       // confidence of a code that is read but once in its column
constexpr const char* kDigits = "0123456789.";

// Ways to set strips: what one misreads, the others rarely misread in the same way. The first two are read with all
// characters, the next two with the column's alphabet, the last two where readings differ.
using Ways = std::array<Strip, 6>;
// With wider gaps the recogniser loses dots (at 1.0 twelve of 139, at 1.8 sixty), with narrower ones it moves glyphs.
const Ways kForNumbers = {Strip{12, 16, 0.7, {}}, Strip{6, 25, 0.7, {}}, Strip{6, 16, 0.7, {}},
                          Strip{12, 25, 0.7, {}}, Strip{5, 20, 0.7, {}}, Strip{8, 22, 0.7, {}}};
// Single glyphs need more room: at 0.7 it takes some of them for one.
const Ways kForCodes = {Strip{12, 16, 1.0, {}}, Strip{12, 25, 1.0, {}}, Strip{9, 20, 1.0, {}},
                        Strip{10, 16, 1.1, {}}, Strip{7, 20, 1.0, {}},  Strip{8, 25, 1.0, {}}};

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
    if (reading.text.empty()) continue;
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

bool all_may_be_numbers(const std::vector<Reading>& readings) {
  return std::all_of(readings.begin(), readings.end(), [](const Reading& r) { return may_be_number(r.text); });
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

bool is_single(const Glyphs& glyphs) { return glyphs.boxes.size() == 1 && glyphs.dots.back() < 1; }

std::size_t single_glyphs(const std::vector<Glyphs>& glyphs) {
  return static_cast<std::size_t>(std::count_if(glyphs.begin(), glyphs.end(), is_single));
}

// No label of two or three glyphs; longer ones are headings.
bool all_short(const std::vector<Glyphs>& glyphs) {
  return std::all_of(glyphs.begin(), glyphs.end(),
                     [](const Glyphs& g) { return is_single(g) || g.boxes.size() > kCodeGlyphs; });
}

// All but one of the readings at least say the same.
bool agree(const std::vector<Reading>& readings) {
  return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    const auto same = std::count_if(readings.begin(), readings.end(),
                                    [&](const Reading& other) { return other.text == reading.text; });
    return same + 1 >= static_cast<std::ptrdiff_t>(readings.size()) && same > 2;
  });
}

// Copies of one label side by side.
std::vector<Reading> read_alone(const LetterLine& line, const Sheet& sheet, const Engines& engines,
                                const std::string& alphabet) {
  std::vector<Reading> readings;
  for (const Strip& strip : {kForNumbers[1], kForNumbers[2]}) {
    for (const std::string& characters : {alphabet, std::string()}) {
      for (Reading& reading : read_strips({&line}, sheet, engines.latin, with(strip, characters))) {
        if (!reading.text.empty()) readings.push_back(std::move(reading));
      }
    }
  }
  return readings;
}

// Where readings of a label differ: the column in strips that begin and end elsewhere; a short column has no other
// neighbours than copies.
void read_again(const std::vector<const LetterLine*>& lines, const Sheet& sheet, const Engines& engines,
                const Ways& ways, const std::string& alphabet, Passes& passes) {
  std::vector<bool> doubtful(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) doubtful[i] = !agree(of_label(passes, i));
  if (std::none_of(doubtful.begin(), doubtful.end(), [](bool doubt) { return doubt; })) return;
  if (lines.size() > ways[4].labels) {
    passes.push_back(read_strips(lines, sheet, engines.latin, with(ways[4], alphabet)));
    passes.push_back(read_strips(lines, sheet, engines.latin, ways[5]));
    return;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!doubtful[i]) continue;
    for (Reading& reading : read_alone(*lines[i], sheet, engines, alphabet)) {
      passes.emplace_back(lines.size());
      passes.back()[i] = std::move(reading);
    }
  }
}

// Words in a column of numbers or codes, among themselves.
void read_words(const std::vector<const LetterLine*>& lines, const std::vector<bool>& own, const Sheet& sheet,
                const Engines& engines, std::vector<std::array<Reading, 2>>& words) {
  std::vector<const LetterLine*> chosen;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (own[i]) continue;
    chosen.push_back(lines[i]);
    places.push_back(i);
  }
  for (const std::size_t way : {std::size_t{0}, std::size_t{1}}) {
    std::vector<Reading> readings = read_strips(chosen, sheet, engines.text, kForNumbers[4 + way]);
    for (std::size_t i = 0; i < places.size(); ++i) words[places[i]][way] = std::move(readings[i]);
  }
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
  const auto count = static_cast<double>(lines.size());
  const bool codes = static_cast<double>(single_glyphs(glyphs)) >= kCodeShare * count;
  const Ways& ways = codes ? kForCodes : kForNumbers;
  Passes passes = {read_strips(lines, sheet, engines.text, ways[0]), read_strips(lines, sheet, engines.text, ways[1])};
  std::size_t numbers = 0;
  std::vector<bool> number(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    number[i] = any_number(of_label(passes, i));
    if (number[i]) ++numbers;
  }
  // One digit each: numbers from 1 to 9, or codes, which are fewer. Either way the column's own digits are enough.
  const bool numeric = static_cast<double>(numbers) >= kNumberShare * count && !(codes && all_short(glyphs));
  std::string alphabet;
  if (numeric) {
    for (std::size_t i = 0; i < lines.size(); ++i) number[i] = number[i] || all_may_be_numbers(of_label(passes, i));
    alphabet = kDigits;
  } else if (codes) {
    alphabet = code_alphabet(passes, lines.size());
  }
  if (!alphabet.empty()) {
    passes.push_back(read_strips(lines, sheet, engines.latin, with(ways[2], alphabet)));
    passes.push_back(read_strips(lines, sheet, engines.latin, with(ways[3], alphabet)));
    read_again(lines, sheet, engines, ways, alphabet, passes);
  }
  // Words between numbers, and the heading above codes.
  std::vector<bool> own(lines.size(), true);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    own[i] = numeric ? number[i] : !codes || glyphs[i].boxes.size() <= kCodeGlyphs;
  }
  std::vector<std::array<Reading, 2>> words(lines.size());
  read_words(lines, own, sheet, engines, words);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::vector<Reading> readings = of_label(passes, i);
    if (!own[i]) {
      result[i] = vote({passes[0][i], passes[1][i], words[i][0], words[i][1]});
    } else {
      result[i] = numeric ? vote_number(readings, glyphs[i]) : vote(of_length(readings, glyphs[i]));
    }
  }
  return result;
}

Readings read_one_number(const LetterLine& line, const Sheet& sheet, const Engines& engines) {
  return vote_number(read_alone(line, sheet, engines, kDigits), find_glyphs(line, sheet));
}

}  // namespace pactable::recognition::tesseract

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/paragraphs.h"

#include <algorithm>
#include <cmath>

#include "core/unicode.h"
#include "tables/headers.h"
#include "tables/word_cuts.h"

namespace pactable::tables {
namespace {

using layout::Paragraph;
using layout::Style;
using layout::Text;
using layout::Word;

constexpr double kParagraphGap = 1.35;  // of the usual line distance: half a line more is set as space on purpose
constexpr double kSizeChange = 0.1;     // relative: headings are set 1 pt larger at least
constexpr double kIndent = 1;           // of the font size: first-line indents are 1 em and more
constexpr double kFitMargin = 0.5;      // of the font size: room to spare that says a word would have fitted
constexpr double kShortLine = 1.0;  // of its own width: a line with as much room again behind it was ended on purpose
constexpr std::size_t kMaxLeadWords = 3;  // "Long-term vision:", "Objectives:"
constexpr std::size_t kMaxLabel = 16;     // bytes; "1.1.5.3.1." has ten
constexpr double kCutIndent = 0.15;       // of the font size: less than any space
constexpr std::string_view kSoftHyphen = "\u00AD", kShownHyphen = "\u2010";

bool all_bold(const Line& line) {
  return std::all_of(line.words.begin(), line.words.end(), [](const Word* w) { return w->bold; });
}

bool ends_sentence(const Line& line) {
  const std::string& last = line.words.back()->text;
  return last.ends_with('.') || last.ends_with(':') || last.ends_with(';') || last.ends_with('?') ||
         last.ends_with('!');
}

// True where the first word of `below` had room at the end of `above`: the line was ended on purpose.
bool had_room(const Line& above, const Line& below, double right) {
  const double room = right - above.box.x1;
  Box first = below.words.front()->box;
  // A mark behind the word without a space stays with it.
  for (std::size_t i = 1; i < below.words.size() && !space_between(*below.words[i - 1], *below.words[i]); ++i) {
    first.cover(below.words[i]->box);
  }
  return room > first.width() + (kFitMargin + 0.25) * above.size;
}

// A number alone on its line ("1.1.2."): a slot of a list that is to be filled in.
bool is_label_alone(const Line& line) {
  if (line.words.size() != 1) return false;
  std::string text = line.words.front()->text;
  // Recognised final dots come as other marks.
  const bool recognised = !line.words.front()->readings.empty();
  if (recognised && !text.empty() && std::string_view(",;:").find(text.back()) != std::string_view::npos) {
    text.back() = '.';
  }
  return begins_list(text + ' ');
}

// "² Timescale: …": the next of several notes, or of legends under a table.
bool begins_with_raised_mark(std::string_view text) {
  static constexpr std::string_view kMarks[] = {"¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "†", "‡"};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return text.starts_with(mark); });
}

bool begins_upper(std::string_view text) {
  const std::u32string characters = unicode::to_code_points(text.substr(0, 4));
  if (characters.empty() || !unicode::is_letter(characters.front())) return false;
  const std::string first = unicode::to_utf8(characters.substr(0, 1));
  return unicode::fold(first) != first;
}

// "Overall goal: That all …".
bool begins_with_lead(const Line& line) {
  const std::size_t count = std::min(line.words.size(), kMaxLeadWords);
  return std::any_of(line.words.begin(), line.words.begin() + static_cast<std::ptrdiff_t>(count),
                     [](const auto* word) { return word->text.ends_with(':'); });
}

bool parts(const Line& above, const Line& below, const Setting& setting, double usual) {
  if (above.rotation != below.rotation) return true;
  if (above.rotation != 0) return false;
  const double size = std::max(below.size, 1.0);
  const double distance = below.baseline - above.baseline;
  if (distance > kParagraphGap * usual * std::max(size, above.size)) return true;
  if (below.words.front()->superscript && setting.running) return true;  // the next footnote
  const std::string text = text_of(below);
  if (begins_with_bullet(text)) return true;
  const bool room = had_room(above, below, setting.right);
  if (room && (begins_list(text) || is_label_alone(above))) return true;
  if (is_label_alone(below) && (room || ends_sentence(above))) return true;
  if (!setting.running) return false;
  if (begins_with_raised_mark(text) || !unicode::has_word_character(text_of(above))) return true;
  if (std::abs(below.size - above.size) > kSizeChange * std::max(below.size, above.size)) return true;
  if (room && (all_bold(above) != all_bold(below) || (is_capitals(text_of(above)) && !is_capitals(text)))) return true;
  if (room && ends_sentence(above)) return true;
  // "Objectives:" below the last words of a paragraph, a title below "DRAFT".
  const bool short_line = setting.right - above.box.x1 > kShortLine * above.box.width();
  if (ends_sentence(above) && begins_upper(text) && begins_with_lead(below)) return true;
  const bool lead_alone = below.words.size() <= kMaxLeadWords && below.words.back()->text.ends_with(':');
  if ((short_line || (room && lead_alone)) && begins_upper(text)) return true;
  return ends_sentence(above) && below.box.x0 - above.box.x0 > kIndent * size;
}

// Line distances of a cell; the page's own where the cell has too few lines to tell.
double usual_distance(const std::vector<Line>& lines, double page_leading) {
  std::vector<double> ratios;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].rotation != 0 || lines[i].size <= 0) continue;
    ratios.push_back((lines[i].baseline - lines[i - 1].baseline) / lines[i].size);
  }
  if (ratios.size() < 3) return page_leading;
  const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
  std::nth_element(ratios.begin(), middle, ratios.end());
  return std::clamp(*middle, 1.0, page_leading);
}

bool is_right_to_left(const Word* word) {
  // UTF-8 of U+0590 to U+08FF begins with D6 to E0.
  const std::string& text = word->text;
  if (text.empty() || static_cast<unsigned char>(text.front()) < 0xD6) return false;
  const char32_t first = unicode::to_code_points(text.substr(0, 4)).front();
  return first >= 0x0590 && first <= 0x08FF && !unicode::is_digit(first);
}

// Words from left to right become words as they are read: on a line that is read from right to left, what is read the
// other way (numbers, Latin names) keeps its order within; on other lines the same holds for Arabic and Hebrew words.
void put_in_reading_order(Words& words) {
  const auto leftwards = std::count_if(words.begin(), words.end(), is_right_to_left);
  if (leftwards == 0) return;
  const bool line = 2 * static_cast<std::size_t>(leftwards) >= words.size();
  if (line) std::reverse(words.begin(), words.end());
  const auto differs = [line](const Word* word) { return is_right_to_left(word) != line; };
  for (auto it = words.begin(); it != words.end();) {
    const auto begin = std::find_if(it, words.end(), differs);
    it = std::find_if_not(begin, words.end(), differs);
    std::reverse(begin, it);
  }
}

// The lines as they are read, without the words that are struck out: those are set aside.
std::vector<Line> live_lines(const std::vector<Line>& lines, int page, Paragraph& paragraph) {
  std::vector<Line> live;
  for (Line line : lines) {
    put_in_reading_order(line.words);
    std::string struck;
    Box box;
    for (const Word* word : line.words) {
      if (!word->struck) continue;
      if (struck.empty()) box = word->box;
      struck += (struck.empty() ? "" : " ") + word->text;
      box.cover(word->box);
    }
    if (!struck.empty()) {
      paragraph.set_aside.push_back({layout::SetAside::Reason::kStruck, Text(struck, PagePlace{page, box})});
      std::erase_if(line.words, [](const Word* word) { return word->struck; });
      if (line.words.empty()) continue;
      line.box = line.words.front()->box;
      for (const Word* word : line.words) line.box.cover(word->box);
    }
    live.push_back(std::move(line));
  }
  return live;
}

bool has_live_order(const Line& line) {
  return std::none_of(line.words.begin(), line.words.end(),
                      [](const Word* word) { return word->struck || is_right_to_left(word); });
}

// In reading order the left of two words may stand on the right.
bool apart(const Word& first, const Word& second) {
  const bool swapped = second.box.x0 < first.box.x0 && first.rotation == 0 && second.rotation == 0;
  return swapped ? space_between(second, first) : space_between(first, second);
}

void append_line(Text& text, const Line& line, std::string_view tail_to_drop, int page) {
  struct Span {
    std::size_t begin, end;
    const Word* word;
  };
  std::string utf8;
  std::vector<Span> spans;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const Word& word = *line.words[i];
    const bool space = i > 0 && apart(*line.words[i - 1], word);
    if (space) utf8 += ' ';
    // A style goes on over the space between two words that share it.
    const std::size_t begin = utf8.size() - (space ? 1 : 0);
    utf8 += word.text;
    spans.push_back({begin, utf8.size(), &word});
  }
  if (utf8.ends_with(tail_to_drop)) utf8.resize(utf8.size() - tail_to_drop.size());
  const std::size_t shift = text.utf8().size();
  // Each word with a place of its own, so that what is said in few words of a line has the box of those.
  std::size_t at = 0;
  for (const Span& span : spans) {
    const std::size_t end = std::min(span.end, utf8.size());
    const std::size_t begin = std::min(utf8[span.begin] == ' ' ? span.begin + 1 : span.begin, end);
    text.append_joint(std::string_view(utf8).substr(at, begin - at));
    text.append(std::string_view(utf8).substr(begin, end - begin), PagePlace{page, span.word->box});
    at = end;
  }
  const Word* previous = nullptr;
  for (const Span& span : spans) {
    const std::size_t end = std::min(span.end, utf8.size());
    const auto add = [&](bool Word::*set, Style style) {
      if (!(span.word->*set)) return;
      const bool goes_on = previous != nullptr && previous->*set;
      const std::size_t begin = !goes_on && utf8[span.begin] == ' ' ? span.begin + 1 : span.begin;
      text.add_style(shift + begin, shift + end, style);
    };
    if (span.begin < utf8.size()) {
      add(&Word::bold, Style::kBold);
      add(&Word::italic, Style::kItalic);
      add(&Word::superscript, Style::kSuperscript);
    }
    previous = span.word;
  }
}

struct Joint {
  std::string_view dropped;  // from the end of the line above
  std::string_view between;
};

// A word that goes on below without a sign of it: the cell is too narrow for it, or its program cuts at any letter.
bool is_cut_word(const Line& above, const Line& below, const Setting& setting) {
  if (setting.hyphens == nullptr || setting.longest <= 0) return false;
  if (!setting.cut_anywhere && above.words.size() != 1) return false;
  // Where no line is drawn, the column ends behind its longest line or a little further on.
  if (!is_filled(above, below, setting.ruled ? setting.right : setting.longest)) return false;
  // A space that begins the line below shifts it.
  const bool shifted = below.box.x0 - above.box.x0 > kCutIndent * below.size;
  if (shifted && setting.cut_anywhere) return false;
  const CutEvidence evidence = setting.ruled || setting.cut_anywhere ? CutEvidence::kSure : CutEvidence::kWeak;
  return setting.hyphens->joins_cut(above.words.back()->text, below.words.front()->text, evidence,
                                    PagePlace{setting.page, above.box});
}

Joint joint_of(const Line& above, const Line& below, const Setting& setting) {
  const std::string& last = above.words.back()->text;
  if (is_cut_word(above, below, setting)) return {"", ""};
  if (last.ends_with(kSoftHyphen)) return {kSoftHyphen, ""};
  // Browsers show a soft hyphen as U+2010 where they break the line.
  if (last.ends_with(kShownHyphen) && last.size() > kShownHyphen.size()) {
    const bool gone = setting.hyphens != nullptr && setting.hyphens->removes_shown(last, below.words.front()->text,
                                                                                   PagePlace{setting.page, above.box});
    return {gone ? kShownHyphen : std::string_view(), ""};
  }
  if (last.ends_with("\u2011")) return {"", ""};
  if (last.ends_with('-') && last.size() > 1) {
    const bool gone = setting.hyphens != nullptr &&
                      setting.hyphens->removes(last, below.words.front()->text, PagePlace{setting.page, above.box});
    return {gone ? "-" : "", ""};
  }
  if (last.ends_with('/') && last.size() > 1) {
    const bool apart = setting.hyphens != nullptr && setting.hyphens->parts_at_slash(last, below.words.front()->text);
    return {"", apart ? " " : ""};
  }
  // In a cell a line that was ended on purpose stays one: names of a list stand each on its own. Where the line was
  // full it may have been ended on purpose all the same: U+2028 keeps the place.
  if (setting.running) return {"", " "};
  // A column that no line ends is known to reach as far as its longest line.
  const bool open = !setting.ruled && setting.longest > 0;
  const double right = open ? std::min(setting.right, setting.longest + kFitMargin * above.size) : setting.right;
  return {"", had_room(above, below, right) ? "\n" : "\u2028"};
}

}  // namespace

bool begins_with_bullet(std::string_view text) {
  static constexpr std::string_view kBullets[] = {"•", "▪", "▫", "‣", "◦", "●", "○", "■", "□", "➢", "✓", "❖", "⁃", "·"};
  return std::any_of(std::begin(kBullets), std::end(kBullets), [&](std::string_view b) { return text.starts_with(b); });
}

bool begins_list(std::string_view text) {
  if (begins_with_bullet(text)) return true;
  const std::string_view label = text.substr(0, text.find(' '));
  if (label.empty() || label.size() > kMaxLabel || label.size() == text.size()) return false;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const bool closed = label.ends_with(')') || label.ends_with('.');
  if (label == "-" || label == "–" || label == "—") return true;
  if (is_digit(label.front())) {
    // "1.1.2", "3.", "4)", "2.1a": digits and dots, at least one dot or a bracket.
    const bool shape = std::all_of(label.begin(), label.end(),
                                   [&](char c) { return is_digit(c) || c == '.' || c == ')' || is_letter(c); });
    return shape && label.find_first_of(".)") != std::string_view::npos;
  }
  if (label.front() == '(') return label.ends_with(')') && label.size() <= 6;
  return closed && is_letter(label.front()) && label.size() <= 5 && label.ends_with(')');
}

std::vector<std::vector<Line>> group_lines(const std::vector<Line>& lines, const Setting& setting) {
  std::vector<std::vector<Line>> groups;
  const double usual = usual_distance(lines, setting.leading);
  for (const Line& line : lines) {
    if (groups.empty() || parts(groups.back().back(), line, setting, usual)) groups.emplace_back();
    groups.back().push_back(line);
  }
  return groups;
}

Paragraph make_paragraph(const std::vector<Line>& printed, const Setting& setting) {
  Paragraph paragraph;
  const bool as_printed = std::all_of(printed.begin(), printed.end(), has_live_order);
  const std::vector<Line> others = as_printed ? std::vector<Line>() : live_lines(printed, setting.page, paragraph);
  const std::vector<Line>& lines = as_printed ? printed : others;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Joint joint = i + 1 < lines.size() ? joint_of(lines[i], lines[i + 1], setting) : Joint{"", ""};
    append_line(paragraph.text, lines[i], joint.dropped, setting.page);
    paragraph.text.append_joint(joint.between);
  }
  return paragraph;
}

std::vector<Paragraph> make_paragraphs(const std::vector<Line>& lines, const Setting& setting) {
  std::vector<Paragraph> paragraphs;
  for (const std::vector<Line>& group : group_lines(lines, setting)) {
    paragraphs.push_back(make_paragraph(group, setting));
  }
  return paragraphs;
}

}  // namespace pactable::tables

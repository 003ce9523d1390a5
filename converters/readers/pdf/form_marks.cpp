// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/form_marks.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace pactable::readers::pdf {
namespace {

using layout::Page;
using layout::Word;

constexpr double kToLabel = 1.5;         // of the button's height: its words begin no further away
constexpr double kInLabel = 0.8;         // of the font size: words of one label stand closer
constexpr double kOverlap = 1;           // points that a label may reach into its button
constexpr std::size_t kMostMarks = 500;  // whose words are looked for on a page: keeps hostile forms linear
constexpr double kMarkBaseline = .8;     // of the mark's height

void add_word(const FormMark& mark, const char* sign, Page& page) {
  Word word;
  word.text = sign;
  word.box = mark.box;
  word.font_size = mark.box.height();
  word.baseline = mark.box.y0 + kMarkBaseline * mark.box.height();
  word.space_after = true;
  page.words.push_back(std::move(word));
}

/// Indices of the words behind a button, up to a gap or to the next button.
std::vector<std::size_t> label_of(const FormMark& mark, const std::vector<FormMark>& marks, const Page& page) {
  std::vector<std::size_t> line;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const Word& word = page.words[i];
    const double y = word.box.mid_y();
    if (word.rotation == 0 && y >= mark.box.y0 && y <= mark.box.y1 && word.box.x0 >= mark.box.x1 - kOverlap) {
      line.push_back(i);
    }
  }
  std::sort(line.begin(), line.end(),
            [&](std::size_t a, std::size_t b) { return page.words[a].box.x0 < page.words[b].box.x0; });
  std::vector<std::size_t> label;
  double end = mark.box.x1;
  for (const std::size_t i : line) {
    const Word& word = page.words[i];
    const double room = label.empty() ? kToLabel * mark.box.height() : kInLabel * word.font_size;
    const bool next = std::any_of(marks.begin(), marks.end(), [&](const FormMark& other) {
      const bool level = other.box.mid_y() >= mark.box.y0 && other.box.mid_y() <= mark.box.y1;
      return level && other.box.x0 > mark.box.x0 && other.box.x0 < word.box.x0;
    });
    if (next || word.box.x0 - end > room) break;
    label.push_back(i);
    end = word.box.x1;
  }
  return label;
}

}  // namespace

std::vector<NotChosen> add_marks(const std::vector<FormMark>& marks, Page& page) {
  std::vector<NotChosen> out;
  std::map<std::uint64_t, std::vector<const FormMark*>> groups;
  for (const FormMark& mark : marks) {
    if (mark.radio) groups[mark.group].push_back(&mark);
  }
  std::set<std::size_t> gone;
  std::vector<std::pair<const FormMark*, const char*>> signs;
  for (const FormMark& mark : marks) {
    if (!mark.radio) signs.emplace_back(&mark, mark.on ? "☑" : "☐");
  }
  for (const auto& [id, group] : groups) {
    const auto on = std::count_if(group.begin(), group.end(), [](const FormMark* mark) { return mark->on; });
    std::vector<std::vector<std::size_t>> labels;
    for (const FormMark* mark : group) {
      labels.push_back(marks.size() <= kMostMarks ? label_of(*mark, marks, page) : std::vector<std::size_t>());
    }
    const bool clear = on == 1 && std::none_of(labels.begin(), labels.end(), [](const auto& l) { return l.empty(); });
    NotChosen others;
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (!clear) signs.emplace_back(group[i], group[i]->on ? "◉" : "○");
      if (!clear || group[i]->on) continue;
      for (const std::size_t word : labels[i]) {
        if (others.words.empty()) others.box = page.words[word].box;
        others.words += (others.words.empty() ? "" : " ") + page.words[word].text;
        others.box.cover(page.words[word].box);
        gone.insert(word);
      }
    }
    if (!others.words.empty()) out.push_back(std::move(others));
  }
  std::vector<Word> kept;
  for (std::size_t i = 0; i < page.words.size() && !gone.empty(); ++i) {
    (gone.contains(i) ? page.hidden : kept).push_back(std::move(page.words[i]));
  }
  if (!gone.empty()) page.words = std::move(kept);
  for (const auto& [mark, sign] : signs) add_word(*mark, sign, page);
  return out;
}

}  // namespace pactable::readers::pdf

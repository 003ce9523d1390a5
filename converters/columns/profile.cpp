// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/profile.h"

#include <algorithm>

#include "core/unicode.h"

namespace pactable::columns {
namespace {

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double clamped(double value) { return std::clamp(value, 0.0, 1.0); }

// A text that begins with a label has a text: three words or more.
constexpr std::size_t kMinLedWords = 3;
// Ranks and years of a plan: 1 to 10.
constexpr int kMaxRank = 10;

/// A label without steps may be damaged; a column in order is one.
double sequence(double share_of_cells, const LabelRun& run) {
  return share_of_cells * (0.2 + 0.8 * run.steps()) * run.different();
}

}  // namespace

void ProfileBuilder::begin_table() {
  run_.begin_table();
  leading_run_.begin_table();
  any_above_ = false;
  last_value_ = 0;
}

void ProfileBuilder::add_empty(bool from_above) {
  ++rows_;
  if (from_above) {
    ++merged_;
  } else if (any_above_) {
    ++sparse_;
  }
}

void ProfileBuilder::add_colour(layout::Colour colour) {
  ++coloured_;
  colours_.insert((static_cast<std::uint32_t>(colour.red) << 16U) | (static_cast<std::uint32_t>(colour.green) << 8U) |
                  colour.blue);
}

void ProfileBuilder::add_heading_label(const LightLabel& label) {
  run_.add(label);
  leading_run_.add(label);
}

void ProfileBuilder::add_parties(const CellFacts& facts) {
  if (facts.entities.empty()) return;
  ++party_cells_;
  bodies_ += facts.body ? 1 : 0;
  people_ += facts.named_person;
  first_bodies_ += facts.first_body ? 1 : 0;
  capitals_ += facts.capitals ? 1 : 0;
  for (const std::string& name : facts.entities) ++names_[std::hash<std::string>{}(name)];
}

void ProfileBuilder::add(const layout::Cell& cell, const CellText& text, const CellFacts& facts) {
  ++rows_;
  ++filled_;
  any_above_ = true;
  const std::size_t value = std::hash<std::string>{}(text.folded + '\n' + text.list_label);
  values_.insert(value);
  repeated_ += value == last_value_ && !facts.mark ? 1 : 0;
  last_value_ = value;
  (void)cell;
  if (facts.label) {
    ++labels_;
    run_.add(*facts.label);
    run_.keep_printed(text.printed.empty() ? text.list_label : text.printed);
    const bool plain = facts.label->bare_figure && facts.label->path.front() <= kMaxRank;
    ranks_ += plain || facts.label->bare_letter ? 1 : 0;
  }
  if (facts.leading && facts.words >= kMinLedWords) {
    ++led_;
    leading_run_.add(*facts.leading);
    leading_run_.keep_printed(text.list_label.empty() ? text.printed.substr(0, facts.leading->length)
                                                      : text.list_label);
  }
  scale_ += facts.scale ? 1 : 0;
  progress_ += facts.progress ? 1 : 0;
  short_ += facts.short_text && !facts.time && !facts.clock ? 1 : 0;
  time_ += facts.time ? 1 : 0;
  clock_ += facts.clock ? 1 : 0;
  mark_ += facts.mark ? 1 : 0;
  figure_ += facts.figure ? 1 : 0;
  imperative_ += facts.imperative;
  stop_ += facts.stop ? 1 : 0;
  question_ += facts.question ? 1 : 0;
  verbless_ += facts.verbless ? 1 : 0;
  person_ += facts.person ? 1 : 0;
  three_words_ += facts.words >= kMinLedWords ? 1 : 0;
  words_ += facts.words;
  characters_ += facts.characters;
  add_parties(facts);
}

Profile ProfileBuilder::finish() const {
  Profile p;
  p.rows = rows_;
  p.filled = filled_;
  p.values = values_.size();
  p.merged = share(merged_, rows_);
  p.sparse = share(sparse_, rows_);
  constexpr std::size_t kMaxColours = 6;  // a status has three to five
  if (colours_.size() >= 2 && colours_.size() <= kMaxColours) p.colours = share(coloured_, rows_);
  if (filled_ == 0) return p;
  const auto of_cells = [&](std::size_t part) { return share(part, filled_); };
  p.labels = of_cells(labels_);
  p.number = sequence(p.labels, run_);
  p.led = sequence(of_cells(led_), leading_run_);
  p.steps = labels_ >= led_ ? run_.steps() : leading_run_.steps();
  p.structured = labels_ >= led_ ? run_.structured() : leading_run_.structured();
  p.labels_at = labels_ >= led_ ? run_.first() : leading_run_.first();
  p.repeated = of_cells(repeated_);
  p.different = of_cells(values_.size());
  p.few = clamped(1 - (static_cast<double>(values_.size()) - 1) / std::max(2.0, 0.7 * static_cast<double>(filled_)));
  p.mean_words = share(words_, filled_);
  p.mean_characters = share(characters_, filled_);
  p.ranks = of_cells(ranks_);
  p.scale = of_cells(scale_);
  p.progress = of_cells(progress_);
  p.code = std::max(of_cells(short_) * p.few, p.scale * (0.4 + 0.6 * p.few));
  // Short words that come again are no rating by themselves: countries, species.
  if (p.scale < 0.3 && p.mean_characters > 3) p.code *= 0.6;
  p.time = of_cells(time_);
  p.clock = of_cells(clock_);
  p.mark = of_cells(mark_);
  p.measure = of_cells(figure_) * (1 - p.number) * (1 - p.code) * (1 - p.time);
  std::size_t again = 0, names = 0;
  for (const auto& [name, times] : names_) {
    names += times;
    again += times > 1 ? times : 0;
  }
  const double body = of_cells(bodies_), first = of_cells(first_bodies_);
  p.party = (0.7 * body + 0.2 * share(again, names) * of_cells(party_cells_) + 0.1 * of_cells(capitals_)) *
            std::min(1.0, 2 * first);
  p.people = people_ / static_cast<double>(filled_);
  p.imperative = imperative_ / static_cast<double>(filled_);
  p.sentence = clamped((p.mean_words - 2.5) / 5) * p.different * of_cells(three_words_);
  p.stop = of_cells(stop_);
  p.question = of_cells(question_);
  p.verbless = of_cells(verbless_);
  p.person = of_cells(person_);
  return p;
}

}  // namespace pactable::columns

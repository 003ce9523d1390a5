// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/guards.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "numbering/channel.h"
#include "numbering/figures.h"
#include "numbering/forms.h"

namespace pactable::numbering {

namespace {

bool is_point(char c) { return std::string_view(".,:;-'`_ ").find(c) != std::string_view::npos; }

std::string text_of(const Glyphs& glyphs) { return {glyphs.at.begin(), glyphs.at.begin() + glyphs.length}; }

/// Figures and letters between points; a point at either end gives an empty part.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (is_point(c))
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

std::string figures_of(std::string_view text) {
  std::string out;
  for (const char c : text)
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) out += c;
  return out;
}

bool same_but_points(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return x == y || (is_point(x) && is_point(y)); });
}

int count_altered(const std::vector<std::string>& printed, const std::vector<std::string>& truth) {
  // Aligned at the right: what a crop takes is at the left.
  int altered = printed.size() > truth.size() ? 1 : 0;
  bool missing = false;
  for (std::size_t i = 0; i < truth.size(); ++i) {
    if (i >= printed.size()) {
      missing = true;
      continue;
    }
    if (printed[printed.size() - 1 - i] != truth[truth.size() - 1 - i]) ++altered;
  }
  return altered + (missing ? 1 : 0);
}

/// The last component glyph by glyph; `from` is where it starts in both.
bool alike_from(const Glyphs& printed, const Glyphs& truth, std::size_t from) {
  if (printed.length != truth.length) return false;
  for (std::size_t i = from; i < truth.length; ++i)
    if (printed.at[i] != truth.at[i] && !look_alike(truth.at[i], printed.at[i])) return false;
  return true;
}

/// "6,2" spells 6.2.
bool spells_other_number(std::string_view seen, const Path& number, const Sequence& sequence) {
  for (const Pattern& pattern : sequence.patterns) {
    if (pattern.form.separator.size() > 1) continue;
    std::string text(seen);
    for (char& c : text)
      if (is_point(c) && !pattern.form.separator.empty()) c = pattern.form.separator[0];
    const auto match = match_form(text, pattern.form);
    if (match && match->length == text.size() && !(Path::from(match->path) == number)) return true;
  }
  return false;
}

bool begins_numbering(const Path& path) {
  return std::all_of(path.at.begin(), path.at.begin() + path.depth, [](int component) { return component == 1; });
}

}  // namespace

Survival what_survived(const Row& row, const Path& number, int form, const Sequence& sequence) {
  const Glyphs& printed = row.glyphs;
  const Glyphs wanted = sequence.glyphs_of(number, form);
  const std::string seen = text_of(printed), truth = text_of(wanted);
  const Pattern& pattern = sequence.patterns[static_cast<std::size_t>(form)];
  const std::size_t last = number.depth - 1U;
  const std::string component =
      write_component(number.last(), figure_of(pattern.form, static_cast<int>(last)), pattern.widths[last]);
  std::string suffix = pattern.form.tail;
  if (number.depth > 1 || (!pattern.form.lead.empty() && !has_word_lead(pattern.form)))
    suffix = (number.depth > 1 ? pattern.form.separator : "") + component + suffix;
  Survival out;
  const std::vector<std::string> parts = parts_of(seen), true_parts = parts_of(truth);
  out.altered_parts = count_altered(parts, true_parts);
  out.all_parts = parts.size() == true_parts.size();
  out.suffix = !suffix.empty() && seen.size() >= suffix.size() &&
               same_but_points(std::string_view(seen).substr(seen.size() - suffix.size()), suffix);
  const std::string_view prefix = std::string_view(truth).substr(
      0, truth.size() - std::min(truth.size(), component.size() + pattern.form.tail.size()));
  out.prefix = seen.size() >= prefix.size() && same_but_points(std::string_view(seen).substr(0, prefix.size()), prefix);
  out.last_alike = alike_from(printed, wanted, prefix.size());
  const std::size_t body = truth.size() - std::min(truth.size(), pattern.form.tail.size());
  out.tail_damaged = !pattern.form.tail.empty() && seen.size() >= body &&
                     same_but_points(std::string_view(seen).substr(0, body), std::string_view(truth).substr(0, body)) &&
                     (seen.size() == body ? row.final_dot : is_point(seen[body]));
  out.spells_other = spells_other_number(seen, number, sequence);
  out.last_gone = !prefix.empty() && (seen == prefix || (row.final_dot && seen + '.' == prefix));
  if (out.last_gone) out.suffix = false;  // the end of "4.3." is not that of 4.3.3
  const std::string alone = number.depth > 1 ? component + pattern.form.tail : pattern.form.tail;
  out.last_alone =
      !seen.empty() && !row.final_dot && seen == (number.depth > 1 || alone.empty() ? alone : alone.substr(1));
  out.figures = !seen.empty() && figures_of(seen) == figures_of(truth);
  out.strokes = seen.find_first_of("|!/\\") != std::string::npos;
  return out;
}

int likeliest_form(const Row& row, const Path& number, const Sequence& sequence) {
  for (const Read& read : row.reads)
    if (read.path == number) return read.form;
  int best = -1;
  double most = 0;
  for (const int form : sequence.by_depth[number.depth]) {
    const double p = row.empty ? kFloor : damage_likelihood(row.glyphs, sequence.glyphs_of(number, form));
    if (best >= 0 && p <= most) continue;
    best = form;
    most = p;
  }
  return best;
}

Neighbours::Neighbours(const Sequence& sequence, const Learned& learned)
    : sequence_(sequence),
      learned_(learned),
      settled_(sequence.rows.size(), 0),
      exact_(sequence.rows.size(), 0),
      new_beginning_(sequence.rows.size(), 0) {
  for (std::size_t r = 0; r < sequence.rows.size(); ++r) {
    const Row& row = sequence.rows[r];
    const auto& numbers = learned.decoding.rows[r].numbers;
    if (numbers.empty() || numbers[0].p < kSettled || row.empty) continue;
    const Path& best = numbers[0].number;
    const bool exact =
        std::any_of(row.reads.begin(), row.reads.end(), [&](const Read& read) { return read.path == best; });
    const Survival survival = what_survived(row, best, likeliest_form(row, best, sequence), sequence);
    exact_[r] = exact ? 1 : 0;
    settled_[r] = exact || (survival.suffix && survival.altered_parts == 1) || survival.figures ? 1 : 0;
  }
  find_new_beginnings();
}

bool Neighbours::regular(std::size_t row) const {
  const RowPosterior& posterior = learned_.decoding.rows[row];
  if (posterior.numbers.empty() || !(posterior.numbers[0].number == posterior.state.chain)) return false;
  switch (posterior.kind) {
    case StepKind::kNext:
    case StepKind::kChild:
    case StepKind::kUp:
    case StepKind::kOrphan: return true;
    case StepKind::kRestart: return sequence_.rows[row].scope_begins || row == 0;
    default: return false;
  }
}

bool Neighbours::regular_between(std::size_t first, std::size_t last) const {
  if (!settled(first) || !settled(last)) return false;
  for (std::size_t r = first; r <= last; ++r)
    if (!regular(r) || (r > first + 1 && sequence_.rows[r].scope_begins)) return false;
  return true;
}

bool Neighbours::sandwiched(std::size_t row) const { return row > 0 && regular_between(row - 1, row + 1); }

bool Neighbours::enclosed(std::size_t row) const {
  return sandwiched(row) || (row > 0 && regular_between(row - 1, row + 2)) ||
         (row > 1 && regular_between(row - 2, row + 1));
}

bool Neighbours::witnessed(std::size_t row, const Path& number) const {
  const unsigned leading = std::max(1U, number.depth - 1U);
  const auto shares = [&](const std::optional<std::size_t>& r) {
    if (!r) return false;
    const Path& other = learned_.decoding.rows[*r].numbers[0].number;
    return other.depth >= leading && std::equal(number.at.begin(), number.at.begin() + leading, other.at.begin());
  };
  return shares(exact_before(row)) || shares(exact_after(row)) || counted(row);
}

bool Neighbours::counted(std::size_t row) const {
  std::size_t first = row, last = row + 1;
  while (first > 0 && regular(first) && exact_[first - 1] == 0) --first;
  while (last < exact_.size() && regular(last) && exact_[last] == 0) ++last;
  const bool before = first == 0 || exact_before(row).has_value();
  return before && (last == exact_.size() || exact_after(row).has_value());
}

std::optional<std::size_t> Neighbours::exact_before(std::size_t row) const {
  for (; row > 0 && regular(row); --row) {
    if (exact_[row - 1] != 0) return row - 1;
  }
  return std::nullopt;
}

std::optional<std::size_t> Neighbours::exact_after(std::size_t row) const {
  for (++row; row < exact_.size() && regular(row); ++row) {
    if (exact_[row] != 0) return row;
  }
  return std::nullopt;
}

void Neighbours::find_new_beginnings() {
  constexpr std::size_t kShortest = 2;  // one label can be damaged into "1"; two that go on from it are a numbering
  const auto other_read = [&](std::size_t r) -> const Path* {
    const Row& row = sequence_.rows[r];
    const auto& numbers = learned_.decoding.rows[r].numbers;
    if (row.reads.empty() || numbers.empty()) return nullptr;
    for (const Read& read : row.reads)
      if (read.path == numbers[0].number) return nullptr;
    return &row.reads.front().path;
  };
  for (std::size_t r = 0; r < sequence_.rows.size(); ++r) {
    const Path* head = other_read(r);
    if (head == nullptr || !begins_numbering(*head)) continue;
    std::size_t end = r + 1;
    for (const Path* before = head; end < sequence_.rows.size(); ++end) {
      const Path* read = other_read(end);
      if (read == nullptr || !follows(*before, *read)) break;
      before = read;
    }
    if (end - r >= kShortest)
      std::fill(new_beginning_.begin() + static_cast<std::ptrdiff_t>(r),
                new_beginning_.begin() + static_cast<std::ptrdiff_t>(end), 1);
  }
}

}  // namespace pactable::numbering

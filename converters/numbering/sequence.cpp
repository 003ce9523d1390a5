// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbering/sequence.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/unicode.h"
#include "numbering/figures.h"
#include "numbering/forms.h"

namespace pactable::numbering {

namespace {

constexpr std::uint8_t kForeignGlyph = 1;

Glyphs to_glyphs(std::string_view text) {
  Glyphs out;
  for (const char32_t c : unicode::to_code_points(text)) {
    if (unicode::is_space(c)) continue;
    if (out.length == kMostGlyphs) break;
    out.at[out.length++] = channel_glyph(c);
  }
  return out;
}

std::vector<Read> reads_of(std::string_view text, const Scheme& scheme) {
  std::vector<Read> reads;
  for (const Reading& reading : read_label(text, scheme))
    reads.push_back({Path::from(reading.path), reading.form, Path::from(reading.second)});
  return reads;
}

/// Without the empty ones, and without alternatives that say no more than the label.
std::vector<Seen> seen_of(const Label& label, const Scheme& scheme) {
  std::vector<Seen> seen;
  for (const Sighting& sighting : label.sightings) {
    if (unicode::trim(sighting.text).empty() || (!sighting.second_look && sighting.text == label.printed)) continue;
    seen.push_back({to_glyphs(bare_label(sighting.text, scheme)), reads_of(sighting.text, scheme), sighting.second_look,
                    sighting.text});
  }
  return seen;
}

/// Zero-filled figures ("MON-01") are a habit of the document: most labels of the form that could show it do.
std::vector<int> zero_widths(std::span<const Label> labels, const Form& form) {
  std::vector<int> widths(static_cast<std::size_t>(form.depth), 0);
  std::vector<int> shown(widths.size(), 0), could(widths.size(), 0);
  for (const Label& label : labels) {
    const std::string_view text = unicode::trim(label.printed);
    const auto match = match_form(text, form);
    if (!match || match->length != text.size()) continue;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      could[i] += match->path[i] < 10 ? 1 : 0;
      shown[i] += match->widths[i] > 0 ? 1 : 0;
      widths[i] = std::max(widths[i], match->widths[i]);
    }
  }
  for (std::size_t i = 0; i < widths.size(); ++i)
    if (2 * shown[i] <= could[i]) widths[i] = 0;
  return widths;
}

/// Plans sorted by priority or by code: most numbers do not follow the one before, and yet no number comes twice.
/// Damage alone does not look like this: it turns numbers into ones that stand elsewhere.
bool is_unordered(const std::vector<Row>& rows) {
  constexpr double kMostlyOutOfOrder = 0.4, kMostlyDistinct = 0.95;
  constexpr int kEnoughPairs = 6;  // a handful of rows shows no order
  int pairs = 0, irregular = 0;
  double reads = 0;
  std::unordered_set<std::uint64_t> distinct;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows[r].reads.empty()) continue;
    reads += 1;
    distinct.insert(rows[r].reads[0].path.key() ^ (static_cast<std::uint64_t>(rows[r].scope) * 0x9E3779B97F4A7C15ULL));
    if (r == 0 || rows[r].scope_begins || rows[r - 1].reads.empty()) continue;
    ++pairs;
    irregular += follows(rows[r - 1].reads[0].path, rows[r].reads[0].path) ? 0 : 1;
  }
  return pairs >= kEnoughPairs && irregular > kMostlyOutOfOrder * pairs &&
         static_cast<double>(distinct.size()) > kMostlyDistinct * reads;
}

}  // namespace

std::uint8_t channel_glyph(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return static_cast<std::uint8_t>(c);
  switch (c) {
    case U'О':
    case U'о':
    case U'Ο':
    case U'ο': return 'O';
    case U'З':
    case U'з': return '3';
    case U'І':
    case U'і':
    case U'Ι':
    case U'¦': return 'l';
    case U'б': return '6';
    case U'Ч':
    case U'ч': return '4';
    case U'В': return 'B';
    case U'Ѕ':
    case U'ѕ':
    case U'§': return 'S';
    case U'·':
    case U'•':
    case U'․':
    case U'∙': return '.';
    case U'‚':
    case U'،': return ',';
    case U'–':
    case U'—':
    case U'‐':
    case U'‑':
    case U'−': return '-';
    case U'‘':
    case U'’':
    case U'´': return '\'';
    default: return kForeignGlyph;
  }
}

std::string bare_label(std::string_view printed, const Scheme& scheme) {
  std::string_view text = unicode::trim(printed);
  for (const Form& form : scheme.forms)
    if (has_word_lead(form))
      if (const std::size_t lead = lead_length(text, form)) {
        text.remove_prefix(lead);
        break;
      }
  if (!text.empty() && (text.front() == '(' || text.front() == '[')) text.remove_prefix(1);
  if (!text.empty() && text.back() == '.') text.remove_suffix(1);
  if (!text.empty() && (text.back() == ')' || text.back() == ']')) text.remove_suffix(1);
  return std::string(text);
}

Glyphs Sequence::glyphs_of(const Path& path, int form) const {
  Glyphs out;
  const Pattern& pattern = patterns[static_cast<std::size_t>(form)];
  const auto put = [&out](std::string_view text) {
    for (const char c : text)
      if (out.length < kMostGlyphs && c != ' ') out.at[out.length++] = static_cast<std::uint8_t>(c);
  };
  if (!has_word_lead(pattern.form)) put(pattern.form.lead);
  for (unsigned i = 0; i < path.depth; ++i) {
    if (i > 0) put(pattern.form.separator);
    const Figure figure = figure_of(pattern.form, static_cast<int>(i));
    if (figure == Figure::kDecimal && pattern.widths[i] == 0) {
      const int value = path.at[i];
      if (value >= 1000 && out.length < kMostGlyphs)
        out.at[out.length++] = static_cast<std::uint8_t>('0' + value / 1000 % 10);
      if (value >= 100 && out.length < kMostGlyphs)
        out.at[out.length++] = static_cast<std::uint8_t>('0' + value / 100 % 10);
      if (value >= 10 && out.length < kMostGlyphs)
        out.at[out.length++] = static_cast<std::uint8_t>('0' + value / 10 % 10);
      if (out.length < kMostGlyphs) out.at[out.length++] = static_cast<std::uint8_t>('0' + value % 10);
    } else {
      put(write_component(path.at[i], figure, pattern.widths[i]));
    }
  }
  put(pattern.form.tail);
  return out;
}

std::string Sequence::canonical_of(const Path& path, int form) const {
  const Pattern& pattern = patterns[static_cast<std::size_t>(form)];
  std::string out = has_word_lead(pattern.form) ? "" : pattern.form.lead;
  for (unsigned i = 0; i < path.depth; ++i) {
    if (i > 0) out += pattern.form.separator;
    out += write_component(path.at[i], figure_of(pattern.form, static_cast<int>(i)), pattern.widths[i]);
  }
  return out + pattern.form.tail;
}

Sequence prepare(std::span<const Label> labels, const Scheme& scheme) {
  Sequence out;
  for (std::size_t f = 0; f < scheme.forms.size(); ++f) {
    const Form& form = scheme.forms[f];
    const bool usable = form.depth >= 1 && form.depth <= kMostLevels;
    out.patterns.push_back({form, usable ? zero_widths(labels, form) : std::vector<int>()});
    if (!usable || form.depth > scheme.max_depth) continue;
    out.by_depth[static_cast<std::size_t>(form.depth)].push_back(static_cast<int>(f));
    out.deepest = std::max(out.deepest, form.depth);
  }
  std::unordered_map<int, int> pages;
  int scope = 0;
  bool begins = false;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Label& label = labels[i];
    begins = begins || label.scope_begins;  // a caption row without a number passes its mark on
    if (!label.number_expected) continue;
    Row row;
    row.label = static_cast<int>(i);
    row.scope_begins = begins;
    row.scope = scope += begins ? 1 : 0;
    begins = false;
    row.empty = unicode::trim(label.printed).empty();
    row.final_dot = unicode::trim(label.printed).ends_with('.');
    row.glyphs = to_glyphs(bare_label(label.printed, scheme));
    row.reads = reads_of(label.printed, scheme);
    const auto [page, fresh] = pages.try_emplace(label.page, static_cast<int>(out.pages.size()));
    if (fresh) out.pages.push_back(label.page);
    row.page = page->second;
    row.damageable = label.origin == LabelOrigin::kOcr;
    row.grid_depth = label.grid_depth.value_or(0);
    row.section_like = label.section_like;
    row.codes_present = label.codes_present;
    if (row.damageable) row.seen = seen_of(label, scheme);
    out.rows.push_back(std::move(row));
  }
  out.unordered = is_unordered(out.rows);
  return out;
}

}  // namespace pactable::numbering

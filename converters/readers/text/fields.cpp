// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/fields.h"

#include <algorithm>
#include <optional>

#include "core/unicode.h"
#include "readers/text/markup.h"
#include "readers/text/stretches.h"

namespace pactable::readers::text {
namespace {

// A cell of a plan has a few lines; a quotation mark that is closed farther below belongs to something else.
constexpr std::size_t kMaxQuotedLines = 100;

class RecordReader {
 public:
  RecordReader(Lines lines, const Separation& separation, Record& record)
      : lines_(lines), separation_(separation), record_(record) {}

  void read(std::size_t line) {
    record_.first_line = line;
    record_.fields.clear();
    record_.pieces.clear();
    record_.open_quote = false;
    line_ = line;
    at_ = 0;
    bool more = true;
    while (more) more = read_field();
    record_.last_line = line_;
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t line) const { return lines_[line].utf8; }

  // Spaces before a quotation mark are no part of the field.
  [[nodiscard]] std::size_t opening_quote() const {
    std::size_t at = at_;
    while (separation_.quotes == Quotes::kAlways && at < text(line_).size() && text(line_)[at] == ' ') ++at;
    return at < text(line_).size() && text(line_)[at] == '"' ? at : std::string_view::npos;
  }

  // Reads one field; false where the record ends behind it.
  bool read_field() {
    const std::size_t first = record_.pieces.size();
    const std::size_t quote = opening_quote();
    const bool quoted = quote != std::string_view::npos && read_quoted(quote + 1);
    if (!quoted) {
      record_.pieces.resize(first);
      record_.open_quote = record_.open_quote || quote != std::string_view::npos;
      const std::size_t end = std::min(text(line_).find(separation_.separator, at_), text(line_).size());
      record_.pieces.push_back({line_, at_, end, false});
      at_ = end;
    }
    record_.fields.push_back({first, record_.pieces.size(), quoted});
    if (at_ >= text(line_).size()) return false;
    ++at_;
    return true;
  }

  // From behind the opening quotation mark to behind the closing one. On failure nothing has moved.
  bool read_quoted(std::size_t begin) {
    std::size_t line = line_, from = begin, at = begin;
    bool needed = false, glued = false;
    for (;;) {
      const std::string_view here = text(line);
      const std::size_t quote = here.find('"', at);
      // A tab inside quotes is more likely the border of a cell whose quotation mark is its author's.
      if (separation_.quotes == Quotes::kNeeded && here.substr(at, quote - at).find('\t') != std::string_view::npos) {
        return false;
      }
      if (quote == std::string_view::npos) {
        record_.pieces.push_back({line, from, here.size(), glued});
        needed = true;
        if (++line >= lines_.size() || line - line_ > kMaxQuotedLines) return false;
        from = at = 0;
        glued = false;
        continue;
      }
      if (here.substr(quote + 1).starts_with('"')) {
        record_.pieces.push_back({line, from, quote + 1, glued});
        needed = glued = true;
        from = at = quote + 2;
        continue;
      }
      const auto close = behind_quote(here, quote + 1);
      if (!close) return false;
      record_.pieces.push_back({line, from, quote, glued});
      if (separation_.quotes == Quotes::kNeeded && !needed) return false;
      line_ = line;
      at_ = *close;
      return true;
    }
  }

  // The separator or line end right behind a closing quotation mark, or nothing.
  [[nodiscard]] std::optional<std::size_t> behind_quote(std::string_view here, std::size_t at) const {
    while (at < here.size() && here[at] == ' ') ++at;
    if (at == here.size() || here[at] == separation_.separator) return at;
    return std::nullopt;
  }

  Lines lines_;
  const Separation& separation_;
  Record& record_;
  std::size_t line_ = 0, at_ = 0;
};

}  // namespace

bool Record::blank(Lines lines, std::size_t field) const {
  for (std::size_t p = fields[field].first; p < fields[field].last; ++p) {
    const FieldPiece& piece = pieces[p];
    if (!unicode::trim(lines[piece.line].utf8.substr(piece.begin, piece.end - piece.begin)).empty()) return false;
  }
  return true;
}

void read_record(Lines lines, std::size_t line, const Separation& separation, Record& record) {
  RecordReader(lines, separation, record).read(line);
}

std::vector<std::vector<layout::Paragraph>> field_paragraphs(Lines lines, const Record& record) {
  std::vector<std::vector<layout::Paragraph>> cells(record.fields.size());
  std::optional<LineCursor> cursor;
  for (std::size_t f = 0; f < record.fields.size(); ++f) {
    layout::Text raw;
    bool glued = false;
    const auto finish = [&] {
      if (raw.empty()) return;
      cells[f].push_back(with_markup(glued ? raw.trimmed() : std::move(raw), Markup::kPlain));
      raw = layout::Text();
    };
    for (std::size_t p = record.fields[f].first; p < record.fields[f].last; ++p) {
      const FieldPiece& piece = record.pieces[p];
      if (!cursor || cursor->line().number != lines[piece.line].number) cursor.emplace(lines[piece.line]);
      const std::string_view stretch = lines[piece.line].utf8.substr(piece.begin, piece.end - piece.begin);
      const bool blank = unicode::trim(stretch).empty();
      if (blank && record.fields[f].last - record.fields[f].first > 1 && !piece.glued)
        finish();
      else if ((glued = glued || piece.glued) && piece.glued)
        cursor->append_whole(raw, piece.begin, piece.end);
      else
        cursor->append(raw, piece.begin, piece.end, "\n");
    }
    finish();
  }
  return cells;
}

}  // namespace pactable::readers::text

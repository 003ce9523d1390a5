// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/set_aside.h"

#include <algorithm>
#include <utility>

#include "core/unicode.h"

namespace pactable::readers::docx {
namespace {

using Reason = layout::SetAside::Reason;

// Findings are lines for people.
constexpr std::size_t kMaxQuoted = 400;

struct Piece {
  std::size_t begin = 0, end = 0;
  std::string_view joint;  // what stands before it in place of what was cut out
};

bool is_blank(std::string_view utf8) { return unicode::trim(utf8).empty(); }

class Cutter {
 public:
  Cutter(const WholeText& whole, PartPlace place, OpenEnds open, layout::Paragraph& to)
      : whole_(whole), all_(whole.utf8), place_(std::move(place)), open_(open), to_(to) {}

  void cut() {
    for (const Stretch& stretch : merged()) {
      if (stretch.seen == Seen::kLive)
        add_live(stretch);
      else
        set_aside(stretch);
    }
    if (cut_ != Seen::kLive && !open_.right && !pieces_.empty()) trim_end(pieces_.back());
    for (const Piece& piece : pieces_) write(piece);
    add_styles();
  }

 private:
  // Neighbours of one kind as one. A blank is live unless it takes no room: a line through a space says nothing.
  [[nodiscard]] std::vector<Stretch> merged() const {
    std::vector<Stretch> all;
    for (const Stretch& stretch : whole_.stretches) {
      if (!all.empty() && all.back().seen == stretch.seen)
        all.back().end = stretch.end;
      else
        all.push_back(stretch);
    }
    for (Stretch& stretch : all) {
      const bool takes_room = stretch.seen == Seen::kStruck || stretch.seen == Seen::kUnseen;
      if (takes_room && is_blank(text(stretch.begin, stretch.end))) stretch.seen = Seen::kLive;
    }
    return all;
  }

  [[nodiscard]] std::string_view text(std::size_t begin, std::size_t end) const {
    return all_.substr(begin, end - begin);
  }
  [[nodiscard]] std::string_view text(const Piece& piece) const { return text(piece.begin, piece.end); }

  void trim_begin(Piece& piece) const {
    const std::string_view inner = unicode::trim(text(piece));
    piece.begin = inner.empty() ? piece.end : static_cast<std::size_t>(inner.data() - all_.data());
  }
  void trim_end(Piece& piece) const {
    const std::string_view inner = unicode::trim(text(piece));
    piece.end = inner.empty() ? piece.begin : static_cast<std::size_t>(inner.data() - all_.data()) + inner.size();
  }

  void set_aside(const Stretch& stretch) {
    Piece piece{stretch.begin, stretch.end, {}};
    if (cut_ == Seen::kLive || cut_ == Seen::kHidden) cut_ = stretch.seen;
    cut_line_ = cut_line_ || text(piece).find('\n') != std::string_view::npos;
    trim_begin(piece);
    trim_end(piece);
    if (piece.begin == piece.end) return;
    const Reason reason = stretch.seen == Seen::kStruck ? Reason::kStruck : Reason::kHidden;
    to_.set_aside.push_back({reason, layout::Text(std::string(text(piece)), place_of(piece))});
  }

  void add_live(const Stretch& stretch) {
    Piece piece{stretch.begin, stretch.end, {}};
    const Seen cut = std::exchange(cut_, Seen::kLive);
    const bool cut_line = std::exchange(cut_line_, false);
    if (cut != Seen::kLive) {
      if (pieces_.empty() && !open_.left)
        trim_begin(piece);
      else if (!pieces_.empty())
        close_gap(piece, cut, cut_line);
    }
    if (piece.begin < piece.end) pieces_.push_back(piece);
  }

  // White space on both sides of a cut becomes that of one side, a line break before a space.
  void close_gap(Piece& piece, Seen cut, bool cut_line) {
    Piece left = pieces_.back(), right = piece;
    trim_end(left);
    trim_begin(right);
    const std::string_view tail = text(left.end, pieces_.back().end), head = text(piece.begin, right.begin);
    if (tail.empty() && head.empty()) {
      if (cut == Seen::kHidden) return;
      const std::string_view gone = text(pieces_.back().end, piece.begin);
      if (cut_line)
        piece.joint = "\n";
      else if (unicode::trim(gone).size() < gone.size())
        piece.joint = " ";
      return;
    }
    if (tail.empty()) return;
    if (head.find('\n') != std::string_view::npos && tail.find('\n') == std::string_view::npos)
      pieces_.back() = left;
    else
      piece = right;
    if (text(pieces_.back()).empty()) pieces_.pop_back();
  }

  // Code points from the beginning of the whole text; asked in ascending order, so that all is counted once.
  int code_points_until(std::size_t offset) {
    if (offset < counted_bytes_) counted_bytes_ = 0, counted_ = 0;
    counted_ += static_cast<int>(unicode::length(text(counted_bytes_, offset)));
    counted_bytes_ = offset;
    return counted_;
  }

  PartPlace place_of(const Piece& piece) {
    PartPlace place = place_;
    place.start = code_points_until(piece.begin);
    place.end = code_points_until(piece.end);
    return place;
  }

  void write(const Piece& piece) {
    to_.text.append_joint(piece.joint);
    shifts_.emplace_back(piece, to_.text.utf8().size());
    to_.text.append(text(piece), place_of(piece));
  }

  void add_styles() {
    std::vector<layout::StyleSpan> spans;
    for (const layout::Style style : {layout::Style::kBold, layout::Style::kItalic, layout::Style::kSuperscript}) {
      auto at = shifts_.begin();
      for (const layout::StyleSpan& span : whole_.styles) {
        if (span.style != style) continue;
        while (at != shifts_.end() && at->first.end <= span.begin) ++at;
        for (auto in = at; in != shifts_.end() && in->first.begin < span.end; ++in) {
          const std::size_t begin = std::max(span.begin, in->first.begin), end = std::min(span.end, in->first.end);
          spans.push_back({begin - in->first.begin + in->second, end - in->first.begin + in->second, style});
        }
      }
    }
    // In their order, because a text puts those that come late in between.
    std::stable_sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    for (const layout::StyleSpan& span : spans) to_.text.add_style(span.begin, span.end, span.style);
  }

  const WholeText& whole_;
  std::string_view all_;
  PartPlace place_;
  OpenEnds open_;
  layout::Paragraph& to_;
  std::vector<Piece> pieces_;
  std::vector<std::pair<Piece, std::size_t>> shifts_;  // where a piece begins in the live text
  Seen cut_ = Seen::kLive;                             // what was cut out since the last piece
  bool cut_line_ = false;                              // and whether a line break was in it
  std::size_t counted_bytes_ = 0;
  int counted_ = 0;
};

void note(Reason reason, const char* rule, const char* message, const std::vector<layout::Paragraph>& paragraphs,
          const Place& fallback, std::vector<layout::Oddity>& oddities) {
  std::string all;
  std::optional<Place> place;
  for (const layout::Paragraph& paragraph : paragraphs) {
    for (const layout::SetAside& aside : paragraph.set_aside) {
      if (aside.reason != reason) continue;
      if (!all.empty()) all += " / ";
      all += aside.text.utf8();
      if (!place && !aside.text.fragments().empty()) place = aside.text.fragments().front().place;
    }
  }
  if (!all.empty()) oddities.push_back({rule, message + quoted(all), place ? *place : fallback});
}

}  // namespace

void part_text(WholeText&& whole, PartPlace place, OpenEnds open, layout::Paragraph& to) {
  const bool all_live = std::all_of(whole.stretches.begin(), whole.stretches.end(),
                                    [](const Stretch& stretch) { return stretch.seen == Seen::kLive; });
  if (!all_live) {
    Cutter(whole, std::move(place), open, to).cut();
    return;
  }
  place.start = 0;
  place.end = static_cast<int>(unicode::length(whole.utf8));
  to.text = layout::Text(std::move(whole.utf8), place);
  for (const layout::StyleSpan& span : whole.styles) to.text.add_style(span.begin, span.end, span.style);
}

void note_set_aside(const std::vector<layout::Paragraph>& paragraphs, const Place& fallback,
                    std::vector<layout::Oddity>& oddities) {
  note(Reason::kStruck, "DOCX-STRUCK", "struck out text is no part of the live text: ", paragraphs, fallback, oddities);
  note(Reason::kHidden, "DOCX-HIDDEN-TEXT", "hidden text was left out: ", paragraphs, fallback, oddities);
}

void hide(layout::Paragraph& paragraph) {
  if (!is_blank(paragraph.text.utf8())) {
    paragraph.set_aside.insert(paragraph.set_aside.begin(), {Reason::kHidden, paragraph.text.trimmed()});
  }
  paragraph.text = {};
}

std::string quoted(std::string_view utf8) {
  std::string line = unicode::collapse_space(utf8);
  if (line.size() <= kMaxQuoted) return line;
  const std::u32string code_points = unicode::to_code_points(line);
  if (code_points.size() <= kMaxQuoted) return line;
  return unicode::to_utf8(std::u32string_view(code_points).substr(0, kMaxQuoted)) + "…";
}

}  // namespace pactable::readers::docx

// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/markup.h"

#include <algorithm>
#include <array>
#include <optional>

#include "readers/text/marks.h"

namespace pactable::readers::text {
namespace {

using Kind = Mark::Kind;

// Hands ranges of a text on, from its beginning to its end, and counts its code points once.
class RangeCopier {
 public:
  explicit RangeCopier(const layout::Text& from) : from_(from) {}

  void copy(std::size_t end, layout::Text* to) {
    while (at_ < end) {
      const auto& fragments = from_.fragments();
      while (fragment_ < fragments.size() && fragments[fragment_].end <= at_) {
        ++fragment_;
        code_points_ = 0;
      }
      const bool sourced = fragment_ < fragments.size() && fragments[fragment_].begin <= at_;
      const std::size_t until = std::min(end, fragment_ == fragments.size() ? from_.utf8().size()
                                              : sourced                     ? fragments[fragment_].end
                                                                            : fragments[fragment_].begin);
      const std::string_view piece = std::string_view(from_.utf8()).substr(at_, until - at_);
      if (sourced)
        copy_sourced(piece, fragments[fragment_].place, to);
      else if (to != nullptr)
        to->append_joint(piece);
      at_ = until;
    }
  }

  void skip(std::size_t end) { copy(end, nullptr); }

  /// Skips the stretch and puts `text` in its place, where its first character stood.
  void replace(std::size_t end, std::string_view text, layout::Text& to) {
    copy(at_, nullptr);
    std::optional<LinePlace> place;
    const auto& fragments = from_.fragments();
    while (fragment_ < fragments.size() && fragments[fragment_].end <= at_) {
      ++fragment_;
      code_points_ = 0;
    }
    if (fragment_ < fragments.size() && fragments[fragment_].begin <= at_) {
      if (const auto* line = std::get_if<LinePlace>(&fragments[fragment_].place)) {
        place = *line;
        place->start += code_points_;
        place->end = place->start + 1;
      }
    }
    if (place)
      to.append(text, *place);
    else
      to.append_joint(text);
    skip(end);
  }

 private:
  void copy_sourced(std::string_view piece, const Place& source, layout::Text* to) {
    const auto length = static_cast<int>(std::count_if(
        piece.begin(), piece.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    if (to != nullptr) {
      Place place = source;
      if (auto* line = std::get_if<LinePlace>(&place)) {
        line->start += code_points_;
        line->end = line->start + length;
      }
      to->append(piece, place);
    }
    code_points_ += length;
  }

  const layout::Text& from_;
  std::size_t at_ = 0, fragment_ = 0;
  int code_points_ = 0;  // before at_, in the fragment
};

std::optional<layout::Style> style_of(Kind kind) {
  switch (kind) {
    case Kind::kBold: return layout::Style::kBold;
    case Kind::kItalic: return layout::Style::kItalic;
    case Kind::kSuperscript: return layout::Style::kSuperscript;
    default: return std::nullopt;
  }
}

class MarkupReader {
 public:
  explicit MarkupReader(const layout::Text& raw) : copier_(raw), size_(raw.utf8().size()) {}

  layout::Paragraph read(const std::vector<Mark>& marks) {
    for (const Mark& mark : marks) {
      copier_.copy(mark.begin, &target());
      if (mark.kind == Kind::kReplaced)
        replace(mark);
      else
        apply(mark);
    }
    copier_.copy(size_, &target());
    paragraph_.text = paragraph_.text.trimmed();
    std::erase_if(paragraph_.set_aside, [](const layout::SetAside& aside) { return aside.text.empty(); });
    return std::move(paragraph_);
  }

 private:
  layout::Text& target() { return struck_ > 0 ? paragraph_.set_aside.back().text : paragraph_.text; }

  void replace(const Mark& mark) {
    if (mark.text.empty())
      copier_.skip(mark.end);
    else if (mark.visible)
      copier_.replace(mark.end, mark.text, target());
    else {
      target().append_joint(mark.text);
      copier_.skip(mark.end);
    }
  }

  void apply(const Mark& mark) {
    copier_.skip(mark.end);
    if (mark.kind == Kind::kStruck) {
      if (!mark.closing && struck_++ == 0) paragraph_.set_aside.push_back({layout::SetAside::Reason::kStruck, {}});
      if (mark.closing) --struck_;
      return;
    }
    const auto style = style_of(mark.kind);
    if (!style) return;
    auto& stack = open_[static_cast<std::size_t>(mark.kind)];
    if (!mark.closing) {
      stack.push_back({target().utf8().size(), struck_ > 0});
    } else if (!stack.empty()) {
      // A style that crosses the border of a struck stretch has no one text to stand in.
      if (stack.back().struck == (struck_ > 0)) target().add_style(stack.back().begin, target().utf8().size(), *style);
      stack.pop_back();
    }
  }

  struct OpenStyle {
    std::size_t begin = 0;
    bool struck = false;
  };

  RangeCopier copier_;
  std::size_t size_;
  layout::Paragraph paragraph_;
  int struck_ = 0;
  std::array<std::vector<OpenStyle>, 6> open_;
};

bool may_hold_marks(std::string_view text, Markup markup) {
  return std::any_of(text.begin(), text.end(), [markup](char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0xC2 || byte == 0xE2 || byte == 0xEF || byte == 0xD8 || c == '<') return true;
    return markup == Markup::kMarkdown && std::string_view("\\*_~`^[&").find(c) != std::string_view::npos;
  });
}

}  // namespace

layout::Paragraph with_markup(layout::Text raw, Markup markup) {
  layout::Paragraph paragraph;
  if (may_hold_marks(raw.utf8(), markup)) {
    std::vector<Mark> marks = find_marks(raw.utf8(), markup);
    if (marks.size() > 2 * kMaxMarks) std::erase_if(marks, [](const Mark& m) { return m.kind != Kind::kReplaced; });
    if (!marks.empty()) return MarkupReader(raw).read(marks);
  }
  paragraph.text = std::move(raw);
  return paragraph;
}

}  // namespace pactable::readers::text

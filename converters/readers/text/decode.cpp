// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/decode.h"

#include <fmt/format.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/unicode.h"

namespace pactable::readers::text {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";

// A stray control character is noise, one in twenty bytes is a binary format (the bound that file(1) lives by is none).
constexpr std::size_t kControlShare = 20;

bool is_control(unsigned char c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F; }

bool begins_with_fold(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b); });
}

// Formats that are written in text but are not plain text.
bool is_other_language(std::string_view bytes) {
  constexpr std::array<std::string_view, 5> kBeginnings = {"{\\rtf", "<?xml", "<!doctype", "<html", "%!ps"};
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [bytes](std::string_view begin) { return begins_with_fold(bytes, begin); });
}

Result<std::string> utf8_from_utf16(std::string_view bytes, bool big_endian) {
  if (bytes.size() % 2 != 0) return fail(ErrorCode::kDamaged, "UTF-16 text ends in the middle of a character");
  std::u16string units(bytes.size() / 2, u'\0');
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto first = static_cast<unsigned char>(bytes[2 * i]);
    const auto second = static_cast<unsigned char>(bytes[2 * i + 1]);
    units[i] = static_cast<char16_t>(big_endian ? first << 8 | second : second << 8 | first);
  }
  std::string out;
  out.reserve(units.size());
  const std::size_t size = units.size();
  for (std::size_t at = 0; at < size;) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U16_NEXT(units.data(), at, size, c);
    if (U_IS_SURROGATE(c) || c == 0) {
      return fail(ErrorCode::kDamaged, fmt::format("malformed UTF-16 at byte {}", 2 * begin + kUtf16BigMark.size()));
    }
    unicode::append_utf8(out, static_cast<char32_t>(c));
  }
  return out;
}

Status check_utf8(std::string_view bytes, std::size_t shift) {
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(bytes.data()), at, size, c);
    if (c < 0) {
      return fail(ErrorCode::kDamaged, fmt::format("not valid UTF-8 at byte {}, and no other encoding is declared",
                                                   static_cast<std::size_t>(begin) + shift));
    }
  }
  return {};
}

// What is known of a line before its text has found its place in memory.
struct RawLine {
  std::size_t begin = 0, end = 0;  // in the decoded text
  bool new_page = false;
};

RawLine append_line(std::string_view raw, std::string& text) {
  RawLine line;
  while (!raw.empty() && raw.front() == '\f') {
    line.new_page = true;
    raw.remove_prefix(1);
  }
  line.begin = text.size();
  const bool ascii = std::all_of(raw.begin(), raw.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii)
    text += raw;
  else
    text += unicode::nfc(raw);
  line.end = text.size();
  return line;
}

DecodedText split_lines(std::string_view bytes) {
  const char end_of_line = bytes.find('\n') == std::string_view::npos ? '\r' : '\n';
  DecodedText decoded;
  decoded.text = std::make_unique<std::string>();
  decoded.text->reserve(bytes.size());
  std::vector<RawLine> raw_lines;
  raw_lines.reserve(static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), end_of_line)) + 1);
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find(end_of_line), bytes.size());
    std::string_view raw = bytes.substr(0, end);
    if (!raw.empty() && raw.back() == '\r') raw.remove_suffix(1);
    raw_lines.push_back(append_line(raw, *decoded.text));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  decoded.lines.reserve(raw_lines.size());
  const std::string_view text = *decoded.text;
  for (const RawLine& raw : raw_lines) {
    Line line;
    line.utf8 = text.substr(raw.begin, raw.end - raw.begin);
    line.number = static_cast<int>(decoded.lines.size()) + 1;
    line.new_page = raw.new_page;
    line.tab = line.utf8.find('\t') != std::string_view::npos;
    line.blank = !line.tab && unicode::trim(line.utf8).empty();
    decoded.lines.push_back(line);
  }
  return decoded;
}

}  // namespace

bool looks_like_text(std::string_view bytes) {
  if (bytes.empty()) return false;
  if (bytes.starts_with(kUtf16LittleMark) || bytes.starts_with(kUtf16BigMark)) {
    // The marks are also the first bytes of MPEG audio and others: a decodable text must follow.
    return utf8_from_utf16(bytes.substr(kUtf16BigMark.size()), bytes.starts_with(kUtf16BigMark)).has_value();
  }
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (is_other_language(bytes) || bytes.find('\0') != std::string_view::npos) return false;
  const auto controls =
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return is_control(static_cast<unsigned char>(c)); });
  return static_cast<std::size_t>(controls) * kControlShare <= bytes.size();
}

Result<DecodedText> decode(std::string_view bytes) {
  if (bytes.starts_with(kUtf16LittleMark) || bytes.starts_with(kUtf16BigMark)) {
    const auto text = utf8_from_utf16(bytes.substr(kUtf16BigMark.size()), bytes.starts_with(kUtf16BigMark));
    if (!text) return tl::unexpected<Error>(text.error());
    return split_lines(*text);
  }
  const std::size_t mark = bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
  bytes.remove_prefix(mark);
  if (const Status status = check_utf8(bytes, mark); !status) return tl::unexpected<Error>(status.error());
  return split_lines(bytes);
}

}  // namespace pactable::readers::text

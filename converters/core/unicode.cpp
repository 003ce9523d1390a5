// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uspoof.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace pactable::unicode {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kZeroWidthSpace = 0x200B;
constexpr char32_t kByteOrderMark = 0xFEFF;

bool is_ascii(char32_t c) { return c < 0x80; }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {
    ++at;
    return byte;
  }
  UChar32 c = 0;
  auto i = static_cast<std::int64_t>(at);
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), i, static_cast<std::int64_t>(text.size()), c);
  at = static_cast<std::size_t>(i);
  return c < 0 ? kReplacement : static_cast<char32_t>(c);
}

const icu::Normalizer2& nfc_normalizer() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU's normalization data is missing");
  return *normalizer;
}

const icu::Normalizer2& casefold_normalizer() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU's normalization data is missing");
  return *normalizer;
}

std::string normalized(std::string_view text, const icu::Normalizer2& normalizer) {
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  normalizer.normalizeUTF8(0, piece, sink, nullptr, status);
  return U_FAILURE(status) ? std::string(text) : out;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  std::int64_t i = 0;
  const auto size = static_cast<std::int64_t>(text.size());
  while (i < size) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), i, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

void append_utf8(std::string& out, char32_t code_point) {
  std::uint8_t buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  UBool error = 0;
  U8_APPEND(buffer, length, U8_MAX_LENGTH, static_cast<UChar32>(code_point), error);
  if (error != 0) {
    append_utf8(out, kReplacement);
    return;
  }
  out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

// Most texts are ASCII, which every normalization form leaves as it is.
std::string nfc(std::string_view text) {
  return is_ascii(text) ? std::string(text) : normalized(text, nfc_normalizer());
}

std::string fold(std::string_view text) {
  if (!is_ascii(text)) return normalized(text, casefold_normalizer());
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::string skeleton(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&status), &uspoof_close);
  std::string out(text.size() * 4 + 16, '\0');  // confusable mappings grow a character to a few at most
  status = U_ZERO_ERROR;
  const std::int32_t size =
      uspoof_getSkeletonUTF8(checker.get(), 0, text.data(), static_cast<std::int32_t>(text.size()), out.data(),
                             static_cast<std::int32_t>(out.size()), &status);
  if (U_FAILURE(status)) return fold(text);
  out.resize(static_cast<std::size_t>(size));
  return fold(out);
}

bool is_space(char32_t c) {
  if (is_ascii(c)) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || c == kZeroWidthSpace || c == kByteOrderMark;
}

bool is_letter(char32_t c) {
  if (is_ascii(c)) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_digit(char32_t c) {
  if (is_ascii(c)) return c >= '0' && c <= '9';
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}

std::string ascii_digits(std::string_view text) {
  std::string out;
  for (const char32_t c : to_code_points(text)) {
    // Raised digits are no decimal digits of their script: u_isdigit leaves them out.
    if (!is_ascii(c) && u_isdigit(static_cast<UChar32>(c)) != 0) {
      out += static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(c)));
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!is_space(next_code_point(text, next))) break;
    begin = next;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    std::size_t past = last;
    if (!is_space(next_code_point(text.substr(0, end), past))) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

std::vector<std::string_view> split_space(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t word_begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_space(next_code_point(text, at))) continue;
    if (begin > word_begin) words.push_back(text.substr(word_begin, begin - word_begin));
    word_begin = at;
  }
  if (word_begin < text.size()) words.push_back(text.substr(word_begin));
  return words;
}

std::string_view beginning(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

std::string collapse_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const std::string_view word : split_space(text)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

bool has_word_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || is_digit(c)) return true;
  }
  return false;
}

bool is_slip_away(std::string_view left, std::string_view right) {
  // No code point has more than four bytes.
  if (std::max(left.size(), right.size()) - std::min(left.size(), right.size()) > 4) return false;
  std::u32string a = to_code_points(left), b = to_code_points(right);
  if (a.size() > b.size()) std::swap(a, b);
  if (a == b || b.size() - a.size() > 1) return false;
  const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  const std::u32string_view x(a), y(b);
  if (x.size() < y.size()) return x.substr(at) == y.substr(at + 1);
  if (x.substr(at + 1) == y.substr(at + 1)) return true;
  return at + 1 < x.size() && x[at] == y[at + 1] && x[at + 1] == y[at] && x.substr(at + 2) == y.substr(at + 2);
}

std::string xml_safe(std::string_view text, std::size_t* replaced) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool allowed = c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
                         (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
    append_utf8(out, allowed ? c : kReplacement);
    if (!allowed && replaced != nullptr) ++*replaced;
  }
  return out;
}

}  // namespace pactable::unicode

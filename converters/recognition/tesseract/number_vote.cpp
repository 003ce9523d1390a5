// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition/tesseract/number_vote.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace pactable::recognition::tesseract {
namespace {

using layout::Reading;

constexpr double kDotSeen = 0.5;    // of the ink's darkness: a dot that blur has paled
constexpr double kNoDot = 0.12;     // what noise makes of an empty gap
constexpr double kDoubtful = 0.5;   // confidence of a number where picture and readings differ about a dot
constexpr double kCutGlyph = 0.3;   // confidence of a number whose first glyph is cut off in part
constexpr double kUncounted = 0.4;  // the same where no reading has as many digits as the picture has glyphs

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_point(char c) { return c == '.' || c == ',' || c == ':' || c == ';'; }
bool is_like_digit(char c) { return std::string_view("iIlLtTjJ|!]oOsSzZBqg").find(c) != std::string_view::npos; }

std::string digits_of(const std::string& text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  return digits;
}

// Points before each digit and behind the last.
std::vector<bool> points_of(const std::string& text) {
  std::vector<bool> points(1, false);
  for (const char c : text) {
    if (is_digit(c)) {
      points.push_back(false);
    } else if (is_point(c)) {
      points.back() = true;
    }
  }
  return points;
}

std::string with_points(const std::string& digits, const std::vector<bool>& points) {
  std::string text;
  for (std::size_t i = 0; i <= digits.size(); ++i) {
    if (points[i]) text += '.';
    if (i < digits.size()) text += digits[i];
  }
  return text;
}

struct Points {
  std::vector<bool> at;
  std::vector<bool> other;  // the second guess where one place is in doubt
  double certainty = 1;
  bool doubt = false;
};

Points decide_points(const std::vector<const Reading*>& agreeing, const Glyphs& glyphs) {
  Points points;
  const std::size_t count = glyphs.dots.size();
  std::vector<double> seen(count, 0);
  for (const Reading* reading : agreeing) {
    const std::vector<bool> read = points_of(reading->text);
    for (std::size_t i = 0; i < count; ++i) seen[i] += read[i] ? 1.0 / static_cast<double>(agreeing.size()) : 0;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const double dark = glyphs.dots[i];
    const bool at_end = i == 0 || i + 1 == count;
    bool dot = dark >= kDotSeen;
    bool doubt = false;
    if (at_end) {
      // Ends have no gap to look into, and a speck may stand there: picture and readings must agree.
      doubt = dot != (seen[i] >= 0.5);
      // What the edge of the picture left of a number may begin with half a dot, which no recogniser reads.
      dot = dot && (seen[i] > 0 || (i == 0 && glyphs.cut));
    } else if (dark < 1) {
      if (!dot && dark > kNoDot) {
        dot = seen[i] >= 0.5;
        doubt = true;
      } else if (!dot && seen[i] >= 0.5) {
        dot = true;  // a dot that touches its digit leaves no gap
        doubt = true;
      } else if (dot && seen[i] == 0 && dark < 1) {
        doubt = true;
      }
    }
    points.at.push_back(dot);
    points.other.push_back(doubt && !points.doubt ? !dot : dot);
    if (doubt) {
      points.doubt = true;
      points.certainty = kDoubtful;
    }
  }
  return points;
}

void add(std::vector<Reading>& readings, std::string text, double confidence) {
  if (text.empty()) return;
  const auto known = std::find_if(readings.begin(), readings.end(), [&](const Reading& r) { return r.text == text; });
  if (known == readings.end()) readings.push_back({std::move(text), confidence});
}

}  // namespace

bool may_be_number(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_point(c) || is_like_digit(c); });
}

bool looks_like_number(const std::string& text) {
  return may_be_number(text) && std::any_of(text.begin(), text.end(), is_digit);
}

std::vector<Reading> vote_number(const std::vector<Reading>& readings, const Glyphs& glyphs) {
  std::map<std::string, double> votes;  // of digit strings as long as there are glyphs
  double all = 0;
  for (const Reading& reading : readings) {
    all += reading.confidence;
    const std::string digits = digits_of(reading.text);
    if (!digits.empty() && digits.size() == glyphs.boxes.size()) votes[digits] += reading.confidence;
  }
  std::vector<Reading> result;
  if (all <= 0) return result;
  if (votes.empty()) {
    std::map<std::string, double> texts;
    for (const Reading& r : readings) {
      if (!digits_of(r.text).empty()) texts[with_points(digits_of(r.text), points_of(r.text))] += r.confidence;
    }
    std::vector<std::pair<double, std::string>> ranked;
    for (const auto& [text, weight] : texts) ranked.emplace_back(weight, text);
    std::sort(ranked.rbegin(), ranked.rend());
    for (auto& [weight, text] : ranked) add(result, std::move(text), kUncounted * weight / all);
    return result;
  }
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [digits, weight] : votes) ranked.emplace_back(weight, digits);
  std::sort(ranked.rbegin(), ranked.rend());
  for (const auto& [weight, digits] : ranked) {
    std::vector<const Reading*> agreeing;
    double confidence = 0;
    for (const Reading& reading : readings) {
      if (digits_of(reading.text) != digits) continue;
      agreeing.push_back(&reading);
      confidence += reading.confidence;
    }
    confidence /= static_cast<double>(agreeing.size());
    const Points points = decide_points(agreeing, glyphs);
    double sure = weight / all * confidence * points.certainty;
    if (glyphs.cut) sure = std::min(sure, kCutGlyph);
    add(result, with_points(digits, points.at), sure);
    if (points.doubt) add(result, with_points(digits, points.other), sure * kDoubtful);
  }
  for (const Reading& reading : readings) add(result, reading.text, reading.confidence / all * kUncounted);
  return result;
}

}  // namespace pactable::recognition::tesseract

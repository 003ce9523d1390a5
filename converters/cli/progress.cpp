// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace pactable::cli {
namespace {

constexpr std::size_t kBarWidth = 16;
constexpr double kSecondsBetweenDrawings = 0.1, kSecondsBetweenLines = 10;
constexpr const char* kEraseLine = "\r\x1B[K";

std::string time_left(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

std::string progress_text(const batch::Progress& progress, double seconds, bool bar) {
  const std::size_t total = std::max<std::size_t>(progress.total, 1);
  std::string text;
  if (bar) {
    const std::size_t full = kBarWidth * progress.done / total;
    text = fmt::format("[{:<{}}] ", std::string(full, '#'), kBarWidth);
  }
  text += fmt::format("{} of {} ({}%)", progress.done, progress.total, 100 * progress.done / total);
  // What an earlier run did took no time of this one.
  const auto own = static_cast<double>(progress.done - progress.resumed);
  const double rate = seconds > 0 ? own / seconds : 0;
  if (rate > 0) text += fmt::format(", {:.1f} a second", rate);
  if (progress.partial > 0) text += fmt::format(", {} in part", progress.partial);
  if (progress.failed > 0) text += fmt::format(", {} failed", progress.failed);
  if (rate > 0) text += fmt::format(", {} left", time_left(static_cast<double>(progress.total - progress.done) / rate));
  return text;
}

void ProgressDisplay::show(const batch::Progress& progress) {
  const auto now = Clock::now();
  const auto since = [now](Clock::time_point before) { return std::chrono::duration<double>(now - before).count(); };
  if (since(last_) < (terminal_ ? kSecondsBetweenDrawings : kSecondsBetweenLines)) return;
  last_ = now;
  const std::string text = progress_text(progress, since(begin_), terminal_);
  if (terminal_) {
    console_.err << kEraseLine << text << std::flush;
    drawn_ = true;
  } else {
    console_.err << text << '\n';
  }
}

void ProgressDisplay::clear() {
  if (drawn_) console_.err << kEraseLine << std::flush;
  drawn_ = false;
}

}  // namespace pactable::cli

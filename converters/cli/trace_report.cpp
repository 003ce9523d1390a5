// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/trace_report.h"

#include <fmt/format.h>

#include "cli/terminal_text.h"
#include "core/unicode.h"

namespace pactable::cli {
namespace {

constexpr const char* kStandardError = "-";

}  // namespace

std::string trace_line(const plan::TraceLine& line) {
  std::string whole = line.item_or_row + ' ' + line.rule;
  if (!line.evidence.empty()) whole += ' ' + line.evidence;
  if (!line.text.empty()) whole += " | " + line.text;
  return printable(unicode::collapse_space(whole));
}

Status TraceReport::open(const std::string& target) {
  wanted_ = !target.empty();
  if (!wanted_ || target == kStandardError) return {};
  file_.open(target, std::ios::binary | std::ios::trunc);
  if (!file_) return fail(ErrorCode::kWriteFailed, "--trace=" + target + ": cannot be written");
  return {};
}

void TraceReport::note(const batch::Rendered& rendered) {
  if (!wanted_) return;
  const std::lock_guard lock(mutex_);
  waiting_.emplace(Key(rendered.record.path, rendered.record.sha256.value_or("")), rendered.trace);
}

void TraceReport::take(const plan::CorpusRecord& record) {
  if (!wanted_) return;
  std::vector<plan::TraceLine> trace;
  {
    const std::lock_guard lock(mutex_);
    const auto found = waiting_.find(Key(record.path, record.sha256.value_or("")));
    if (found != waiting_.end()) {
      trace = std::move(found->second);
      waiting_.erase(found);
    }
  }
  write(record.path, trace);
}

void TraceReport::write(const std::string& path, const std::vector<plan::TraceLine>& trace) {
  if (!wanted_) return;
  const auto put = [this](const std::string& line) {
    if (file_.is_open()) {
      file_ << line << '\n';
    } else {
      console_.err << shorten_end(line, kTerminalWidth) << '\n';
    }
  };
  put(fmt::format("== {}", printable(path)));
  // Of a document that an earlier run has done, or that failed, nothing is known here.
  if (trace.empty()) put("no row was traced");
  for (const plan::TraceLine& line : trace) put(trace_line(line));
}

Status TraceReport::close() {
  if (!file_.is_open()) return {};
  file_.close();
  if (!file_) return fail(ErrorCode::kWriteFailed, "the file of --trace could not be written to its end");
  return {};
}

}  // namespace pactable::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/use_report.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace pactable::cli {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double seconds) { return std::round(seconds * 1e4) / 1e4; }

}  // namespace

std::string use_line(const batch::Rendered& rendered) {
  const batch::Use& use = rendered.use;
  Json line = {{"path", rendered.record.path}, {"outcome", std::string(to_string(rendered.record.outcome))}};
  if (rendered.record.error) line["code"] = std::string(to_string(rendered.record.error->code));
  line["seconds"] = rounded(use.seconds);
  line["cpuSeconds"] = rounded(use.cpu_seconds);
  line["peakMemoryMiB"] = use.peak_memory_kib / 1024;
  line["processes"] = use.processes;
  if (use.page > 0) line["pageAtEnd"] = use.page;
  if (use.pages > 0) line["pages"] = use.pages;
  if (use.signal > 0) line["signal"] = use.signal;
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Status UseReport::open(const std::string& file) {
  stream_.open(file, std::ios::binary | std::ios::app);
  if (!stream_) return fail(ErrorCode::kWriteFailed, "--report " + file + ": cannot be written");
  return {};
}

void UseReport::add(const batch::Rendered& rendered) {
  if (!stream_.is_open()) return;
  const std::string line = use_line(rendered);
  const std::lock_guard lock(mutex_);
  stream_ << line << std::flush;
}

Status UseReport::close() {
  if (!stream_.is_open()) return {};
  stream_.close();
  if (!stream_) return fail(ErrorCode::kWriteFailed, "the report of --report could not be written to its end");
  return {};
}

}  // namespace pactable::cli

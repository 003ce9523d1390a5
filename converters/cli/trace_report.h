// SPDX-License-Identifier: GPL-3.0-or-later
// What: by which rule each row of the documents became what it is, for --trace.
// In:   documents as they are done, then their records in order. Out: lines on standard error, or whole ones in a file.
// Never: a line of more than 80 columns on standard error, or a character that does not print.
#pragma once

#include <fstream>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "batch/rendering.h"
#include "cli/console.h"
#include "core/result.h"
#include "plan/trace.h"

namespace pactable::cli {

/// "t1.r14 R-CONTINUE behind-break open-end | the text", printable, without a line break.
[[nodiscard]] std::string trace_line(const plan::TraceLine& line);

class TraceReport {
 public:
  explicit TraceReport(const Console& console) : console_(console) {}

  /// `target`: a file, which is written anew, "-" for standard error, empty for nothing. Fails with write-failed.
  [[nodiscard]] Status open(const std::string& target);
  /// Keeps what there is of a document until it is its turn. Safe to call from several threads at once.
  void note(const batch::Rendered& rendered);
  /// Writes what was noted of a document, in the order of the calls.
  void take(const plan::CorpusRecord& record);
  /// Writes the trace of a document.
  void write(const std::string& path, const std::vector<plan::TraceLine>& trace);
  /// Fails with write-failed.
  [[nodiscard]] Status close();

 private:
  using Key = std::pair<std::string, std::string>;  // path and content

  const Console& console_;
  bool wanted_ = false;
  std::ofstream file_;
  std::mutex mutex_;
  std::multimap<Key, std::vector<plan::TraceLine>> waiting_;
};

}  // namespace pactable::cli

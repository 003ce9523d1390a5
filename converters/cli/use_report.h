// SPDX-License-Identifier: GPL-3.0-or-later
// What: what each document cost, which differs from run to run and so does not stand in the manifest: a line of JSON
//       for each, in the order in which they are done.
// In:   what became of a document. Out: lines at the end of a file.
#pragma once

#include <fstream>
#include <mutex>
#include <string>

#include "batch/rendering.h"
#include "core/result.h"

namespace pactable::cli {

/// {"path", "outcome", "code", "seconds", "cpuSeconds", "peakMemoryMiB", "processes", "pageAtEnd", "pages", "signal"};
/// code only of an error, pageAtEnd where a process ended on a page, pages where they are known.
[[nodiscard]] std::string use_line(const batch::Rendered& rendered);

class UseReport {
 public:
  /// Lines are added to a file that is there already: a run that goes on adds its own. Fails with write-failed.
  [[nodiscard]] Status open(const std::string& file);
  /// Does nothing where no file is open. Safe to call from several threads at once.
  void add(const batch::Rendered& rendered);
  /// Fails with write-failed where a line could not be written.
  [[nodiscard]] Status close();

 private:
  std::mutex mutex_;
  std::ofstream stream_;
};

}  // namespace pactable::cli

// SPDX-License-Identifier: GPL-3.0-or-later
// What: what is asked of a process that reads a document, and what it cost. Data only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pactable::batch {

struct Task {
  std::string path;        // of the record
  int last_page = 0;       // 1-based: only pages up to it are read, an earlier process ended on the next one
  std::string stopped_by;  // what ended it, in plain words
  std::vector<std::string> languages;  // of the recogniser that is needed; none: nobody has asked for one
  std::string beside;                  // name of the OCR file beside the document, without folders; empty: none
  bool office = false;                 // what lies beside it is the .docx that LibreOffice made of it

  [[nodiscard]] std::string pack() const;
  [[nodiscard]] static Task unpack(std::string_view words);
};

/// What differs from run to run, and so does not stand in the manifest.
struct Use {
  double seconds = 0, cpu_seconds = 0;  // of all processes together
  long peak_memory_kib = 0;             // of the largest
  int page = 0, pages = 0;              // of the first: being read as it ended (1-based, 0: none), as the file has
  double cpu_seconds_before_page = 0;   // of the last: as it began that page
  int signal = 0;                       // that ended the first; 0: none did
  int processes = 0;                    // that read the document; 0: it was read in the program itself
};

}  // namespace pactable::batch

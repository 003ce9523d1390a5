// SPDX-License-Identifier: GPL-3.0-or-later
// What: one input through reading, recognition and conversion, with the record of it.
// In:   an Input and the steps to take. Out: a record in every case, and the plan where there is one.
// Never: throws: an exception from a step is a failed record with the code internal.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/inputs.h"
#include "batch/task.h"
#include "core/result.h"
#include "pipeline/converter.h"
#include "plan/corpus.h"
#include "plan/plan.h"
#include "plan/trace.h"

namespace pactable::batch {

struct OutputFile {
  std::string extension;  // ".json"
  std::string bytes;
};

/// What is done with the bytes of a document. All are called from several threads at once.
struct Steps {
  /// The media type by content; fails with empty-file or unknown-type.
  std::function<Result<std::string>(std::string_view bytes)> recognise;
  std::function<Result<pipeline::Conversion>(std::string_view bytes, const Task& task, const scans::Aids& aids)>
      convert;
  /// Loads a recogniser, or hands out the one of these languages that this process has loaded: a process that was
  /// forked from it opens no file for it. May be absent.
  scans::RecogniserSource recogniser;
  /// What is made of a document that was converted, wholly or in part, besides the formats, from its bytes and its
  /// plan: pages with pictures. May be absent.
  std::function<std::vector<OutputFile>(std::string_view bytes, const plan::CorpusRecord& record,
                                        const plan::Plan& plan)>
      present;
  /// In the place of a conversion: files that are made of the document as it is read, such as its tables. The record
  /// says converted then, of whatever it was. May be absent.
  std::function<Result<std::vector<OutputFile>>(std::string_view bytes, const Task& task, const scans::Aids& aids)>
      show;
  /// Which extensions `present` and `show` may give, for a process that answers is not believed. Absent: none.
  std::function<bool(std::string_view extension)> may_present;
  /// The extension under which LibreOffice has to make a .docx of a document first; nothing for others. Looks at bytes
  /// and reads nothing. May be absent.
  std::function<std::string(std::string_view bytes)> office_extension;
  /// Called once before documents are converted in processes of their own: tables that libraries load at their first
  /// use are then there for all of them. May be absent.
  std::function<void()> prepare;
};

struct Document {
  plan::CorpusRecord record;       // without outputs
  std::optional<plan::Plan> plan;  // to be written: of a doubtful document, too
  std::vector<OutputFile> presented = {};
  std::vector<plan::TraceLine> trace = {};
};

[[nodiscard]] Document convert_input(const Input& input, const Steps& steps);
/// The same for bytes that are read already. `aids` stand for the recogniser of the steps and the input's file beside
/// it.
[[nodiscard]] Document convert_bytes(std::string_view bytes, const Task& task, const Steps& steps,
                                     const scans::Aids& aids);

/// The file name of a record's path, without folders.
[[nodiscard]] std::string file_name(const std::string& path);

/// Turns a record into one of a document that failed.
void fail_record(plan::CorpusRecord& record, const Error& error);

/// Calls `action`; an exception becomes an error, internal or, where memory ran out, out-of-memory.
[[nodiscard]] Status without_exceptions(const std::function<Status()>& action);

}  // namespace pactable::batch

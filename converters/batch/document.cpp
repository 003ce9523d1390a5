// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/document.h"

#include <exception>
#include <new>
#include <utility>

#include "batch/office_sandbox.h"
#include "batch/outcome.h"
#include "core/sha256.h"
#include "core/unicode.h"

namespace pactable::batch {
namespace {

constexpr std::size_t kMaxMadeBytes = std::size_t{1} << 30U;

Status fill(Document& document, std::string_view bytes, const Task& task, const Steps& steps, const scans::Aids& aids) {
  plan::CorpusRecord& record = document.record;
  record.sha256 = sha256_hex(bytes);
  const Result<std::string> media_type = steps.recognise(bytes);
  if (!media_type) return tl::unexpected<Error>(media_type.error());
  record.media_type = *media_type;
  if (steps.show) {
    Result<std::vector<OutputFile>> shown = steps.show(bytes, task, aids);
    if (!shown) return tl::unexpected<Error>(shown.error());
    document.presented = std::move(*shown);
    record.outcome = plan::Outcome::kConverted;
    return {};
  }
  Result<pipeline::Conversion> conversion = steps.convert(bytes, task, aids);
  if (!conversion) return tl::unexpected<Error>(conversion.error());
  document.trace = std::move(conversion->trace);
  if (const Status settled = settle_outcome(std::move(*conversion), document); !settled) return settled;
  const bool readable = record.outcome == plan::Outcome::kConverted || record.outcome == plan::Outcome::kPartial;
  if (readable && steps.present) document.presented = steps.present(bytes, record, *document.plan);
  return {};
}

}  // namespace

std::string file_name(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

Status without_exceptions(const std::function<Status()>& action) {
  try {
    return action();
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kOutOfMemory, "not enough memory");
  } catch (const std::exception& exception) {
    return fail(ErrorCode::kInternal, unicode::collapse_space(exception.what()));
  } catch (...) {
    return fail(ErrorCode::kInternal, "an unknown exception");
  }
}

Document convert_bytes(std::string_view bytes, const Task& task, const Steps& steps, const scans::Aids& aids) {
  Document document;
  document.record.path = task.path;
  if (const Status done = without_exceptions([&] { return fill(document, bytes, task, steps, aids); }); !done) {
    document.plan.reset();
    document.presented.clear();
    fail_record(document.record, done.error());
  }
  return document;
}

namespace {

/// The file of another recogniser, or what LibreOffice made of the document.
Result<std::string> read_beside(const Input& input, std::string_view bytes, const Steps& steps, Task& task) {
  const std::string extension = steps.office_extension ? steps.office_extension(bytes) : std::string();
  if (extension.empty()) {
    // Without that file the document is read as it is.
    return input.ocr_file.empty() ? std::string() : read_file(input.ocr_file).value_or(std::string());
  }
  const Result<Descriptor> file = open_file(input.file);
  if (!file) return tl::unexpected<Error>(file.error());
  Use use;
  const Result<Descriptor> docx = convert_with_office(file->get(), extension, Limits(), use);
  if (!docx) return tl::unexpected<Error>(docx.error());
  task.office = true;
  std::string made;
  if (read_all(docx->get(), made, kMaxMadeBytes) != 0)
    return fail(ErrorCode::kUnreadable, "what LibreOffice made of it");
  return made;
}

}  // namespace

Document convert_input(const Input& input, const Steps& steps) {
  Result<std::string> bytes = fail(ErrorCode::kInternal, "not read");
  Status read = without_exceptions([&]() -> Status {
    if (input.error) return tl::unexpected<Error>(*input.error);
    bytes = read_file(input.file);
    return bytes ? Status() : tl::unexpected<Error>(bytes.error());
  });
  if (read) {
    Task task{input.path, 0, {}, {}, {}};
    const Result<std::string> beside = read_beside(input, *bytes, steps, task);
    if (beside) {
      const scans::Aids aids{steps.recogniser, {input.ocr_file_name(), *beside}};
      return convert_bytes(*bytes, task, steps, aids);
    }
    read = tl::unexpected<Error>(beside.error());
  }
  Document document;
  document.record.path = input.path;
  if (bytes) document.record.sha256 = sha256_hex(*bytes);
  fail_record(document.record, read.error());
  return document;
}

void fail_record(plan::CorpusRecord& record, const Error& error) {
  record.outcome = plan::Outcome::kFailed;
  record.error = error;
  record.outputs.clear();
  record.output_digests.clear();
  record.counts = {};
  record.pages.reset();
  record.findings.clear();
  record.judgements.clear();
}

}  // namespace pactable::batch

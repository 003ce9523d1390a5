// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/document_converter.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "batch/descriptors.h"

namespace pactable::batch {
namespace {

Result<DocumentConverter> refuse(const Layers& layers) {
  std::string held;
  for (const std::string& name : names(layers)) held += (held.empty() ? "" : ", ") + name;
  return fail(ErrorCode::kUnsupported,
              fmt::format("--isolation full: this system has only {}", held.empty() ? "none of the layers" : held));
}

Rendered failed(const Input& input, Error error) {
  Rendered rendered;
  rendered.record.path = input.path;
  rendered.record.error = std::move(error);
  return rendered;
}

// A scanned page takes a second or two where a printed one takes a hundredth of one.
constexpr int kScanTime = 20;
// How often the pages before the one on which a process ended are read anew: all of them, then the first half.
constexpr int kSalvages = 2;

// The first byte of an answer.
constexpr char kRendered = 'r';
constexpr char kNeedsRecogniser = 'n';  // the languages follow

std::string joined(std::span<const std::string> languages) {
  return fmt::format("{}", fmt::join(languages.begin(), languages.end(), ","));
}

/// Converts as far as it goes without a recogniser, and says in which languages one was asked for.
std::string convert_or_ask(std::string_view bytes, const scans::OcrFile& beside, const Task& task, const Steps& steps,
                           const std::vector<const writers::Writer*>& formats) {
  std::optional<std::string> wanted;
  const scans::RecogniserSource ask = [&](std::span<const std::string> languages) -> Result<recognition::Recogniser*> {
    if (!wanted || wanted->empty()) wanted = joined(languages);
    return fail(ErrorCode::kUnsupported, "no recogniser is loaded here");
  };
  const Document document = convert_bytes(bytes, task, steps, {ask, beside});
  if (wanted) return kNeedsRecogniser + *wanted;
  return kRendered + pack(render(document, formats));
}

void add(const Use& more, Use& all) {
  const int processes = all.processes + more.processes;
  if (all.processes == 0) {
    all = more;
  } else {
    all.seconds += more.seconds;
    all.cpu_seconds += more.cpu_seconds;
    all.peak_memory_kib = std::max(all.peak_memory_kib, more.peak_memory_kib);
  }
  all.processes = processes;
}

/// A process was ended, or ran out of memory by itself: with fewer pages it may come to its end.
bool ended(const Rendered& rendered) {
  if (rendered.lost || !rendered.record.error) return false;
  const ErrorCode code = rendered.record.error->code;
  return code == ErrorCode::kCrashed || code == ErrorCode::kTimedOut || code == ErrorCode::kOutOfMemory;
}

}  // namespace

Result<DocumentConverter> DocumentConverter::start(Steps steps, std::vector<const writers::Writer*> formats,
                                                   Isolation isolation, const Limits& limits) {
  DocumentConverter converter;
  converter.steps_ = std::move(steps);
  converter.formats_ = std::move(formats);
  if (isolation == Isolation::kNone) return converter;
  if (converter.steps_.prepare) converter.steps_.prepare();
  const Layers layers = available_layers();
  if (isolation == Isolation::kFull && !layers.all()) return refuse(layers);
  const auto serve = [&](const ForkServer::Work& work, const Limits& within,
                         const ForkServer::Prepare& prepare) -> Result<std::unique_ptr<ForkServer>> {
    return ForkServer::start(work, within, layers, prepare).map([](ForkServer&& server) {
      return std::make_unique<ForkServer>(std::move(server));
    });
  };
  const auto first = [steps = converter.steps_, formats = converter.formats_](
                         std::string_view bytes, std::string_view beside, const std::string& request) {
    const Task task = Task::unpack(request);
    const scans::OcrFile file{task.beside, beside};
    return steps.recogniser ? convert_or_ask(bytes, file, task, steps, formats)
                            : kRendered + pack(render(convert_bytes(bytes, task, steps, {{}, file}), formats));
  };
  Result<std::unique_ptr<ForkServer>> server = serve(first, limits, {});
  if (!server) return tl::unexpected<Error>(server.error());
  converter.server_ = std::move(*server);
  if (converter.steps_.recogniser) {
    // It loads nothing before a document asks for it, and then before that document is caged.
    const auto scan = [steps = converter.steps_, formats = converter.formats_](
                          std::string_view bytes, std::string_view beside, const std::string& request) {
      const Task task = Task::unpack(request);
      const scans::Aids aids{steps.recogniser, {task.beside, beside}};
      return kRendered + pack(render(convert_bytes(bytes, task, steps, aids), formats));
    };
    const auto load = [steps = converter.steps_](const std::string& request) {
      static_cast<void>(steps.recogniser(Task::unpack(request).languages));
    };
    const Limits longer{limits.cpu_seconds * kScanTime, limits.wall_seconds * kScanTime, limits.memory_bytes};
    server = serve(scan, longer, load);
    if (!server) return tl::unexpected<Error>(server.error());
    converter.scan_server_ = std::move(*server);
  }
  converter.layers_ = names(layers);
  return converter;
}

Rendered DocumentConverter::convert(const Input& input) const {
  return server_ ? convert_isolated(input) : render(convert_input(input, steps_), formats_);
}

Rendered DocumentConverter::attempt(const ForkServer::Files& files, Task task) const {
  Use use;
  ForkServer::Answer answer = server_->run(files, task.pack());
  add(answer.use, use);
  if (answer.kind == ForkServer::Answer::Kind::kDone && answer.bytes.starts_with(kNeedsRecogniser) && scan_server_) {
    task.languages = Task::unpack("\n\n" + answer.bytes.substr(1)).languages;
    answer = scan_server_->run(files, task.pack());
    add(answer.use, use);
    use.page = answer.use.page;
    use.signal = answer.use.signal;
  }
  Rendered rendered;
  rendered.record.path = task.path;
  if (answer.kind == ForkServer::Answer::Kind::kDone) {
    Result<Rendered> unpacked = fail(ErrorCode::kDamaged, "no record");
    if (answer.bytes.starts_with(kRendered)) unpacked = unpack(std::string_view(answer.bytes).substr(1));
    if (unpacked && unpacked->record.path == task.path) {
      rendered = std::move(*unpacked);
    } else {
      answer.error = {ErrorCode::kInternal, "the process that read the document gave no answer that can be read"};
      rendered.record.error = std::move(answer.error);
    }
  } else {
    rendered.record.error = std::move(answer.error);
    rendered.lost = answer.kind == ForkServer::Answer::Kind::kLost;
  }
  rendered.use = use;
  return rendered;
}

Rendered DocumentConverter::convert_isolated(const Input& input) const {
  if (input.error) return failed(input, *input.error);
  const Result<Descriptor> file = open_file(input.file);
  if (!file) return failed(input, file.error());
  const Result<Descriptor> beside =
      input.ocr_file.empty() ? Result<Descriptor>(Descriptor()) : open_file(input.ocr_file);
  const ForkServer::Files files{file->get(), beside ? beside->get() : -1};
  const Task task{input.path, 0, {}, {}, input.ocr_file_name()};
  Rendered rendered = attempt(files, task);
  if (ended(rendered) && rendered.use.page > 1) salvage(files, task, rendered);
  if (!rendered.record.sha256) rendered.record.sha256 = sha256_of(file->get());
  return rendered;
}

void DocumentConverter::salvage(const ForkServer::Files& files, const Task& task, Rendered& rendered) const {
  const Error cause = *rendered.record.error;
  int last = rendered.use.page - 1;
  for (int i = 0; i < kSalvages && last > 0; ++i) {
    Task less = task;
    less.last_page = last;
    less.stopped_by = cause.message;
    Rendered part = attempt(files, std::move(less));
    add(part.use, rendered.use);
    const plan::Outcome outcome = part.record.outcome;
    if (outcome == plan::Outcome::kPartial || outcome == plan::Outcome::kDoubtful) {
      part.record.error = cause;
      part.use = rendered.use;
      rendered = std::move(part);
      return;
    }
    if (!ended(part)) return;  // read, and holds no plan
    last = (part.use.page > 1 ? std::min(last, part.use.page - 1) : last) / 2;
  }
}

}  // namespace pactable::batch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/document_converter.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "batch/descriptors.h"
#include "batch/office_sandbox.h"

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

// How often the pages before the one on which a process ended are read anew: all of them, then the first half.
constexpr int kSalvages = 2;
// Finding tables takes about as long again as reading the pages.
constexpr double kReadAndFound = 2;
// Of the time that is left the first process and the first salvage may take: what is behind it is kept for the next
// one, which reads half of the pages or fewer.
constexpr double kFirstShare = 0.6;
// With less than this no process comes to an end: it has to start, and to find the tables of what it read.
constexpr double kLeastSeconds = 0.5;

constexpr std::size_t kOfficeMagic = 8;
constexpr std::size_t kMaxOfficeBytes = std::size_t{1} << 30U;

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

double cpu_seconds_of(const rusage& use) {
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(use.ru_utime) + seconds(use.ru_stime);
}

/// The first bytes of a compound file, a package or rich text: no other document is held in memory here.
bool looks_like_office(int file) {
  std::array<char, kOfficeMagic> head{};
  const ssize_t got = ::pread(file, head.data(), head.size(), 0);
  const std::string_view bytes(head.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return bytes.starts_with("\xD0\xCF\x11\xE0") || bytes.starts_with("PK\x03\x04") || bytes.starts_with("{\\rt");
}

Rendered failed_after(const Input& input, const Error& error, const Use& use, int file) {
  Rendered rendered = failed(input, error);
  rendered.record.sha256 = sha256_of(file);
  rendered.use = use;
  return rendered;
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
  converter.limits_ = limits;
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
    // It loads nothing before a document asks for it, and then before that document is sandboxed.
    const auto scan = [steps = converter.steps_, formats = converter.formats_](
                          std::string_view bytes, std::string_view beside, const std::string& request) {
      const Task task = Task::unpack(request);
      const scans::Aids aids{steps.recogniser, {task.beside, beside}};
      return kRendered + pack(render(convert_bytes(bytes, task, steps, aids), formats));
    };
    const auto load = [steps = converter.steps_](const std::string& request) {
      static_cast<void>(steps.recogniser(Task::unpack(request).languages));
    };
    Limits longer = limits;
    longer.cpu_seconds = limits.scan_cpu_seconds;
    longer.wall_seconds = limits.wall_seconds * std::max(1, limits.scan_cpu_seconds / limits.cpu_seconds);
    server = serve(scan, longer, load);
    if (!server) return tl::unexpected<Error>(server.error());
    converter.scan_server_ = std::move(*server);
  }
  converter.layers_ = names(layers);
  return converter;
}

Rendered DocumentConverter::convert(const Input& input) const {
  return server_ ? convert_isolated(input) : convert_here(input);
}

Result<DocumentConverter::Made> DocumentConverter::make_with_office(int file, Budget& budget) const {
  Made made;
  if (!steps_.office_extension) return made;
  std::string bytes;
  if (!looks_like_office(file) || read_all(file, bytes, kMaxOfficeBytes) != 0) return made;
  const std::string extension = steps_.office_extension(bytes);
  if (extension.empty()) return made;
  Limits limits = limits_;
  limits.cpu_seconds = std::max(1, static_cast<int>(std::lround(limits_.cpu_seconds * kFirstShare)));
  Result<Descriptor> docx = convert_with_office(file, extension, limits, budget.use);
  budget.spent += budget.use.cpu_seconds;
  if (!docx) return tl::unexpected<Error>(docx.error());
  made.docx = std::move(*docx);
  return made;
}

Rendered DocumentConverter::convert_here(const Input& input) const {
  const auto begin = std::chrono::steady_clock::now();
  rusage before{}, after{};
  ::getrusage(RUSAGE_THREAD, &before);
  Rendered rendered = render(convert_input(input, steps_), formats_);
  ::getrusage(RUSAGE_THREAD, &after);
  rendered.use.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  rendered.use.cpu_seconds = cpu_seconds_of(after) - cpu_seconds_of(before);
  rusage all{};
  ::getrusage(RUSAGE_SELF, &all);
  rendered.use.peak_memory_kib = all.ru_maxrss;
  return rendered;
}

Result<Rendered> DocumentConverter::read_answer(std::string_view bytes, const Task& task) const {
  const auto refuse = [](std::string_view why) {
    return fail(ErrorCode::kInternal,
                fmt::format("the process that read the document gave no answer that can be taken: {}", why));
  };
  if (!bytes.starts_with(kRendered)) return refuse("it is none");
  Result<Rendered> rendered = unpack(bytes.substr(1));
  if (!rendered) return refuse(rendered.error().message);
  const plan::CorpusRecord& record = rendered->record;
  if (record.path != task.path) return refuse("it is of another document");
  if (!record.outputs.empty() || !record.output_digests.empty()) return refuse("it names outputs of its own");
  if (record.outcome == plan::Outcome::kSkipped) return refuse("it skips the document");
  std::set<std::string_view> given;
  for (const OutputFile& file : rendered->files) {
    const bool is_format = std::any_of(formats_.begin(), formats_.end(), [&](const writers::Writer* format) {
      return format->extension == file.extension;
    });
    const bool asked_for = is_format || (steps_.may_present && steps_.may_present(file.extension));
    if (!asked_for || !given.insert(file.extension).second) return refuse("it has a file that nobody asked for");
  }
  const bool has_plan = record.outcome == plan::Outcome::kConverted || record.outcome == plan::Outcome::kPartial;
  if (!has_plan && record.outcome != plan::Outcome::kDoubtful && !given.empty()) return refuse("a file without a plan");
  const bool all = std::all_of(formats_.begin(), formats_.end(),
                               [&](const writers::Writer* format) { return given.contains(format->extension); });
  if (has_plan && !all) return refuse("a file is missing");
  return rendered;
}

Rendered DocumentConverter::attempt(const ForkServer::Files& files, Task task, Budget& budget, double share) const {
  Use use;
  const auto run = [&](ForkServer& server, double total) {
    ForkServer::Answer answer = server.run(files, task.pack(), (total - budget.spent) * share);
    budget.spent += answer.use.cpu_seconds;
    add(answer.use, use);
    return answer;
  };
  ForkServer::Answer answer;
  if (!budget.recognises) answer = run(*server_, limits_.cpu_seconds);
  const bool asks = answer.kind == ForkServer::Answer::Kind::kDone && answer.bytes.starts_with(kNeedsRecogniser);
  if (asks && scan_server_) budget.languages = Task::unpack("\n\n" + answer.bytes.substr(1)).languages;
  if (budget.recognises || (asks && scan_server_)) {
    budget.recognises = true;
    task.languages = budget.languages;
    answer = run(*scan_server_, limits_.scan_cpu_seconds);
    use.page = answer.use.page;
    use.cpu_seconds_before_page = answer.use.cpu_seconds_before_page;
    use.signal = answer.use.signal;
  }
  Rendered rendered;
  rendered.record.path = task.path;
  if (answer.kind == ForkServer::Answer::Kind::kDone) {
    Result<Rendered> read = read_answer(answer.bytes, task);
    if (read) {
      rendered = std::move(*read);
    } else {
      rendered.record.error = std::move(read.error());
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
  ForkServer::Files files{file->get(), beside ? beside->get() : -1};
  Task task{input.path, 0, {}, {}, input.ocr_file_name()};
  Budget budget;
  const Result<Made> made = make_with_office(file->get(), budget);
  if (!made) return failed_after(input, made.error(), budget.use, file->get());
  if (made->docx) {
    files.beside = made->docx.get();
    task.office = true;
  }
  Rendered rendered = attempt(files, task, budget, kFirstShare);
  if (task.office) add(budget.use, rendered.use);
  if (ended(rendered) && rendered.use.page > 1 && !steps_.show) salvage(files, task, budget, rendered);
  if (!rendered.record.sha256) rendered.record.sha256 = sha256_of(file->get());
  return rendered;
}

void DocumentConverter::salvage(const ForkServer::Files& files, const Task& task, Budget& budget,
                                Rendered& rendered) const {
  const Error cause = *rendered.record.error;
  const double total = budget.recognises ? limits_.scan_cpu_seconds : limits_.cpu_seconds;
  int last = rendered.use.page - 1;
  // Where the pages before took their time, and not the one on which it ended, half of them may fit into what is left.
  const bool slow = kReadAndFound * rendered.use.cpu_seconds_before_page > kFirstShare * (total - budget.spent);
  if (cause.code == ErrorCode::kTimedOut && slow) last /= 2;
  for (int i = 0; i < kSalvages && last > 0; ++i) {
    if (total - budget.spent < kLeastSeconds) return;
    Task less = task;
    less.last_page = last;
    less.stopped_by = cause.message;
    Rendered part = attempt(files, std::move(less), budget, i + 1 < kSalvages ? kFirstShare : 1);
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

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

// The first byte of an answer.
constexpr char kRendered = 'r';
constexpr char kNeedsRecogniser = 'n';  // the languages follow

/// Words of a request: languages, the name of the file beside the document, the path of the record; a line each.
struct Request {
  std::string languages, beside, path;

  [[nodiscard]] std::string text() const { return languages + '\n' + beside + '\n' + path; }
  [[nodiscard]] static Request of(const std::string& text) {
    const std::size_t first = text.find('\n'), second = text.find('\n', first + 1);
    return {text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
  }
};

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    parts.emplace_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// Converts as far as it goes without a recogniser, and says in which languages one was asked for.
std::string convert_or_ask(std::string_view bytes, const scans::OcrFile& beside, const std::string& path,
                           const Steps& steps, const std::vector<const writers::Writer*>& formats) {
  std::optional<std::string> wanted;
  const scans::RecogniserSource ask = [&](std::span<const std::string> languages) -> Result<recognition::Recogniser*> {
    if (!wanted) wanted.emplace();
    if (wanted->empty()) {
      for (const std::string& language : languages) *wanted += (wanted->empty() ? "" : ",") + language;
    }
    return fail(ErrorCode::kUnsupported, "no recogniser is loaded here");
  };
  const Document document = convert_bytes(bytes, path, steps, {ask, beside});
  if (wanted) return kNeedsRecogniser + *wanted;
  return kRendered + pack(render(document, formats));
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
                         std::string_view bytes, std::string_view beside, const std::string& words) {
    const Request request = Request::of(words);
    const scans::OcrFile file{request.beside, beside};
    return steps.recogniser ? convert_or_ask(bytes, file, request.path, steps, formats)
                            : kRendered + pack(render(convert_bytes(bytes, request.path, steps, {{}, file}), formats));
  };
  Result<std::unique_ptr<ForkServer>> server = serve(first, limits, {});
  if (!server) return tl::unexpected<Error>(server.error());
  converter.server_ = std::move(*server);
  if (converter.steps_.recogniser) {
    // It loads nothing before a document asks for it, and then before that document is caged.
    const auto scan = [steps = converter.steps_, formats = converter.formats_](
                          std::string_view bytes, std::string_view beside, const std::string& words) {
      const Request request = Request::of(words);
      const scans::Aids aids{steps.recogniser, {request.beside, beside}};
      return kRendered + pack(render(convert_bytes(bytes, request.path, steps, aids), formats));
    };
    const auto load = [steps = converter.steps_](const std::string& words) {
      static_cast<void>(steps.recogniser(split(Request::of(words).languages)));
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

Rendered DocumentConverter::convert_isolated(const Input& input) const {
  if (input.error) return failed(input, *input.error);
  const Result<Descriptor> file = open_file(input.file);
  if (!file) return failed(input, file.error());
  const Result<Descriptor> beside =
      input.ocr_file.empty() ? Result<Descriptor>(Descriptor()) : open_file(input.ocr_file);
  Request request{{}, input.ocr_file_name(), input.path};
  const int other = beside ? beside->get() : -1;
  ForkServer::Answer answer = server_->run(file->get(), request.text(), other);
  if (answer.kind == ForkServer::Answer::Kind::kDone && answer.bytes.starts_with(kNeedsRecogniser) && scan_server_) {
    request.languages = answer.bytes.substr(1);
    answer = scan_server_->run(file->get(), request.text(), other);
  }
  if (answer.kind == ForkServer::Answer::Kind::kDone && answer.bytes.starts_with(kRendered)) {
    Result<Rendered> rendered = unpack(std::string_view(answer.bytes).substr(1));
    if (rendered && rendered->record.path == input.path) return std::move(*rendered);
    answer.error = {ErrorCode::kInternal, "the process that read the document gave no answer that can be read"};
  }
  Rendered rendered = failed(input, std::move(answer.error));
  rendered.lost = answer.kind == ForkServer::Answer::Kind::kLost;
  rendered.record.sha256 = sha256_of(file->get());
  return rendered;
}

}  // namespace pactable::batch

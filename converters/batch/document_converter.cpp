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

/// Words of a request: languages, a line feed, the path of the record.
std::string request_of(const std::string& languages, const std::string& path) { return languages + '\n' + path; }

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    parts.emplace_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::vector<std::string> languages_of(std::string_view request) { return split(request.substr(0, request.find('\n'))); }

/// Converts as far as it goes without a recogniser, and says in which languages one was asked for.
std::string convert_or_ask(std::string_view bytes, const std::string& path, const Steps& steps,
                           const std::vector<const writers::Writer*>& formats) {
  std::optional<std::string> wanted;
  const scans::RecogniserSource ask = [&](std::span<const std::string> languages) -> Result<recognition::Recogniser*> {
    if (!wanted) wanted.emplace();
    if (wanted->empty()) {
      for (const std::string& language : languages) *wanted += (wanted->empty() ? "" : ",") + language;
    }
    return fail(ErrorCode::kUnsupported, "no recogniser is loaded here");
  };
  const Document document = convert_bytes(bytes, path, steps, ask);
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
  const auto first = [steps = converter.steps_, formats = converter.formats_](std::string_view bytes,
                                                                              const std::string& path) {
    return steps.recogniser ? convert_or_ask(bytes, path, steps, formats)
                            : kRendered + pack(render(convert_bytes(bytes, path, steps, {}), formats));
  };
  Result<std::unique_ptr<ForkServer>> server = serve(first, limits, {});
  if (!server) return tl::unexpected<Error>(server.error());
  converter.server_ = std::move(*server);
  if (converter.steps_.recogniser) {
    // It loads nothing before a document asks for it, and then before that document is caged.
    const auto scan = [steps = converter.steps_, formats = converter.formats_](std::string_view bytes,
                                                                               const std::string& request) {
      const std::string path = request.substr(request.find('\n') + 1);
      return kRendered + pack(render(convert_bytes(bytes, path, steps, steps.recogniser), formats));
    };
    const auto load = [steps = converter.steps_](const std::string& request) {
      static_cast<void>(steps.recogniser(languages_of(request)));
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
  ForkServer::Answer answer = server_->run(file->get(), input.path);
  if (answer.kind == ForkServer::Answer::Kind::kDone && answer.bytes.starts_with(kNeedsRecogniser) && scan_server_) {
    answer = scan_server_->run(file->get(), request_of(answer.bytes.substr(1), input.path));
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

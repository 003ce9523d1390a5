// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/document_converter.h"

#include <fmt/format.h>

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
  const ForkServer::Work work = [steps = converter.steps_, formats = converter.formats_](std::string_view bytes,
                                                                                         const std::string& path) {
    return pack(render(convert_bytes(bytes, path, steps), formats));
  };
  Result<ForkServer> server = ForkServer::start(work, limits, layers);
  if (!server) return tl::unexpected<Error>(server.error());
  converter.server_ = std::make_unique<ForkServer>(std::move(*server));
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
  if (answer.kind == ForkServer::Answer::Kind::kDone) {
    Result<Rendered> rendered = unpack(answer.bytes);
    if (rendered && rendered->record.path == input.path) return std::move(*rendered);
    answer.error = {ErrorCode::kInternal, "the process that read the document gave no answer that can be read"};
  }
  Rendered rendered = failed(input, std::move(answer.error));
  rendered.lost = answer.kind == ForkServer::Answer::Kind::kLost;
  rendered.record.sha256 = sha256_of(file->get());
  return rendered;
}

}  // namespace pactable::batch

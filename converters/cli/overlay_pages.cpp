// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/overlay_pages.h"

#include <string>

#include "batch/protected_inputs.h"

namespace pactable::cli {
namespace {

Status write_pages(const batch::Rendered& rendered, const std::string& name, const batch::OutputFolder& folder) {
  if (rendered.record.error) return tl::unexpected<Error>(*rendered.record.error);
  for (const batch::OutputFile& file : rendered.files) {
    if (const Status written = folder.write(name + file.extension, file.bytes); !written) return written;
  }
  return {};
}

}  // namespace

int draw_overlays(const batch::DocumentConverter& converter, std::span<const batch::Input> inputs,
                  const OverlayTarget& target, const Console& console) {
  auto folder = batch::OutputFolder::open(target.folder, target.overwrite);
  if (!folder) {
    report(console, target.folder.string(), folder.error());
    return exit_code(folder.error());
  }
  batch::ProtectedInputs guarded;
  folder->protect([&](const struct stat& file) { return guarded.hold(inputs, file); });
  int code = kAllDone;
  for (const batch::Input& input : inputs) {
    if (input.skipped) continue;
    const Status drawn = write_pages(converter.convert(input), input.output_name(), *folder);
    if (drawn) continue;
    report(console, input.path, drawn.error());
    if (drawn.error().code != ErrorCode::kUnsupported) code = kNotAll;
  }
  return code;
}

}  // namespace pactable::cli

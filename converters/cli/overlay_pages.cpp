// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/overlay_pages.h"

#include <string>
#include <vector>

#include "batch/output_names.h"
#include "overlay/overlay.h"

namespace pactable::cli {

int draw_overlays(std::span<const batch::Input> inputs, const std::filesystem::path& folder, const Console& console) {
  std::vector<std::string> paths;
  for (const batch::Input& input : inputs) paths.push_back(input.path);
  const std::vector<std::string> names = batch::output_names(paths);
  int code = kAllDone;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Result<int> drawn = batch::read_file(inputs[i].file).and_then([&](const std::string& bytes) {
      return overlay::write_pages(bytes, folder, names[i]);
    });
    if (drawn) continue;
    report(console, inputs[i].path, drawn.error());
    if (drawn.error().code != ErrorCode::kUnsupported) code = kNotAll;
  }
  return code;
}

}  // namespace pactable::cli

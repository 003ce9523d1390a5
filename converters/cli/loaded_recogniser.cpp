// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/loaded_recogniser.h"

#include <map>
#include <memory>
#include <vector>

namespace pactable::cli {

Result<recognition::Recogniser*> loaded_recogniser(std::span<const std::string> languages) {
  using Loaded = Result<std::unique_ptr<recognition::Recogniser>>;
  thread_local std::map<std::vector<std::string>, Loaded> loaded;
  const std::vector<std::string> key(languages.begin(), languages.end());
  auto found = loaded.find(key);
  if (found == loaded.end()) found = loaded.emplace(key, recognition::load(languages)).first;
  if (!found->second) return tl::unexpected<Error>(found->second.error());
  return found->second->get();
}

}  // namespace pactable::cli

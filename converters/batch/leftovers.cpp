// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/leftovers.h"

#include <algorithm>
#include <set>
#include <utility>

namespace pactable::batch {

Result<Leftovers> remove_leftovers(const OutputFolder& folder, std::vector<std::uint64_t> made) {
  std::sort(made.begin(), made.end());
  std::set<std::string> removed, kept;
  Status done;
  folder.each_owned([&](const std::string& name, const std::string&) {
    if (!done || std::binary_search(made.begin(), made.end(), OwnedFiles::key_of(name))) return;
    const Result<bool> gone = folder.remove(name);
    if (!gone) {
      done = tl::unexpected<Error>(gone.error());
    } else if (*gone) {
      removed.insert(name);
    } else if (folder.read(name)) {
      kept.insert(name);
    }
  });
  if (!done) return tl::unexpected<Error>(done.error());
  return Leftovers{{removed.begin(), removed.end()}, {kept.begin(), kept.end()}};
}

}  // namespace pactable::batch

// SPDX-License-Identifier: GPL-3.0-or-later
// What: which side of the tracked changes of a story is read, and how many were met.
// In:   the elements of changes (ECMA-376 part 1, 17.13.5). Out: whether what they hold is read.
// Never: reads both sides.
#pragma once

#include <optional>
#include <string_view>

#include "core/place.h"
#include "core/revisions.h"

namespace pactable::readers::docx {

/// Tracked changes that were met, on whichever side the story was read.
struct RevisionCounts {
  int insertions = 0, deletions = 0, settings = 0;
  std::optional<PartPlace> first;

  [[nodiscard]] bool any() const { return insertions + deletions + settings > 0; }
};

class TrackedChanges {
 public:
  explicit TrackedChanges(Revisions side) : original_(side == Revisions::kOriginal) {}

  [[nodiscard]] bool original() const { return original_; }
  [[nodiscard]] const RevisionCounts& counts() const { return counts_; }

  /// 1: what a change brought in, -1: what it took away, 0: no change.
  [[nodiscard]] static int side_of(std::string_view name);
  /// Counts the change; true where its content is not on the side that is read.
  [[nodiscard]] bool leaves_out(int side, const PartPlace& place);
  /// Counts a change of settings.
  void count_setting(const PartPlace& place);

 private:
  bool original_ = false;
  RevisionCounts counts_;
};

}  // namespace pactable::readers::docx

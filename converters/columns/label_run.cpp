// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns/label_run.h"

#include <algorithm>

namespace pactable::columns {
namespace {

constexpr std::size_t kShownLabels = 4;

// A restart inside a table needs a stretch that ran before it: ranks 1 to 3 come again and again without one.
constexpr int kMinRunBeforeRestart = 3;

bool is_first(const std::vector<int>& path, std::size_t from) {
  return std::all_of(path.begin() + static_cast<std::ptrdiff_t>(from), path.end(), [](int v) { return v <= 1; });
}

/// The next label but for one that may be missing, at any level: 1.2 → 1.3, 1.4, 2.1, 2, 1.2.1.
bool is_next(const std::vector<int>& last, const std::vector<int>& next) {
  std::size_t same = 0;
  while (same < last.size() && same < next.size() && last[same] == next[same]) ++same;
  if (same == next.size()) return false;                 // equal, or a level above that was there already
  if (same == last.size()) return is_first(next, same);  // a first child
  const int step = next[same] - last[same];
  return (step == 1 || step == 2) && is_first(next, same + 1);
}

std::size_t key_of(const std::string& kind, const std::vector<int>& path, std::size_t scope) {
  constexpr std::size_t kFactor = 1099511628211U;  // FNV-1a, 64 bits
  std::size_t key = std::hash<std::string>{}(kind) ^ scope * kFactor;
  for (const int value : path) key = (key ^ static_cast<std::size_t>(value + 1)) * kFactor;
  return key;
}

}  // namespace

void LabelRun::keep_printed(std::string_view printed) {
  if (first_.size() < kShownLabels) first_.emplace_back(printed);
}

bool LabelRun::follows(const std::string& kind, const std::vector<int>& path) {
  const auto found = last_.find(kind);
  const bool begins = is_first(path, 0);
  if (found == last_.end()) return begins || at_begin_;
  const Last& last = found->second;
  if (is_next(last.path, path)) return true;
  // (a), (b) below 2. begin again; so does everything in a new table.
  if (!begins || path == last.path) return false;
  return at_begin_ || last.serial + 1 < count_ || last.run >= kMinRunBeforeRestart;
}

void LabelRun::add(const LightLabel& label) {
  std::string kind = label.kind;
  std::vector<int> path = label.path;
  bool step = follows(kind, path);
  if (label.other_value > 0) {
    const auto other = last_.find(label.other_kind);
    const bool runs = other != last_.end() && is_next(other->second.path, {label.other_value});
    const auto own = last_.find(kind);
    const bool own_runs = own != last_.end() && is_next(own->second.path, path);
    if (runs && !own_runs) {
      kind = label.other_kind;
      path = {label.other_value};
      step = true;
    }
  }
  Last& last = last_[kind];
  const bool restart = step && !last.path.empty() && !is_next(last.path, path);
  if (restart || at_begin_) ++scope_;
  last.run = step && !restart ? last.run + 1 : 1;
  last.path = path;
  last.serial = count_;
  ++asked_;
  steps_ += step ? 1 : 0;
  structured_ += label.bare_figure || label.bare_letter ? 0 : 1;
  seen_.insert(key_of(kind, path, scope_));
  ++count_;
  at_begin_ = false;
}

double LabelRun::steps() const { return asked_ == 0 ? 0 : static_cast<double>(steps_) / static_cast<double>(asked_); }

double LabelRun::different() const {
  return count_ == 0 ? 0 : static_cast<double>(seen_.size()) / static_cast<double>(count_);
}

double LabelRun::structured() const {
  return count_ == 0 ? 0 : static_cast<double>(structured_) / static_cast<double>(count_);
}

}  // namespace pactable::columns

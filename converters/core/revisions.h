// SPDX-License-Identifier: GPL-3.0-or-later
// What: which side of the tracked changes of a document is read.
#pragma once

namespace pactable {

enum class Revisions {
  kFinal,     // as if all changes were accepted
  kOriginal,  // as if all changes were rejected
};

}  // namespace pactable

// SPDX-License-Identifier: GPL-3.0-or-later
// What: one place where a written file does not fit its schema. Data only.
#pragma once

#include <string>

namespace pactable::writers {

struct Problem {
  int line = 0;         // 1-based; 0 where unknown
  std::string where;    // element path or JSON pointer
  std::string message;  // one line, plain words
};

}  // namespace pactable::writers

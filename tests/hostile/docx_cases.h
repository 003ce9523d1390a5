// SPDX-License-Identifier: GPL-3.0-or-later
// What: word processing packages that are made to harm or mislead a reader, each with what may become of it.
#pragma once

#include <vector>

#include "hostile/pdf_cases.h"

namespace pactable::test {

[[nodiscard]] std::vector<HostileCase> hostile_docx();

}  // namespace pactable::test

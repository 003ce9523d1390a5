// SPDX-License-Identifier: GPL-3.0-or-later
// What: views.sql as text: indexes, full-text index and views of a corpus database.
#pragma once

#include <string_view>

namespace pactable::writers::sqlite {

extern const std::string_view kViews;

}  // namespace pactable::writers::sqlite

// SPDX-License-Identifier: GPL-3.0-or-later
// What: a filter of system calls in the form in which a process takes it over.
// In:   the rules, as libseccomp holds them. Out: instructions; none where it cannot be made.
#pragma once

#include <linux/filter.h>
#include <seccomp.h>

#include <vector>

namespace pactable::batch {

[[nodiscard]] std::vector<sock_filter> take_program(scmp_filter_ctx context);

}  // namespace pactable::batch

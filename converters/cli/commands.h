// SPDX-License-Identifier: GPL-3.0-or-later
// What: the commands, one file each. To add one: its file, its arguments, a line here and one in program.cpp.
// In:   checked arguments. Out: text on the console and an exit code (cli/console.h).
#pragma once

#include "cli/arguments.h"
#include "cli/console.h"

namespace pactable::cli {

[[nodiscard]] int convert(const ConvertArguments& arguments, const Console& console);
[[nodiscard]] int review(const ReviewArguments& arguments, const Console& console);
[[nodiscard]] int audit(const AuditArguments& arguments, const Console& console);
[[nodiscard]] int tables(const TablesArguments& arguments, const Console& console);
[[nodiscard]] int validate(const ValidateArguments& arguments, const Console& console);
[[nodiscard]] int merge(const MergeArguments& arguments, const Console& console);
[[nodiscard]] int export_formats(const ExportArguments& arguments, const Console& console);
[[nodiscard]] int site(const SiteArguments& arguments, const Console& console);
[[nodiscard]] int doctor(const DoctorArguments& arguments, const Console& console);
[[nodiscard]] int families(const FamiliesArguments& arguments, const Console& console);

}  // namespace pactable::cli

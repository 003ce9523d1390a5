// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <exception>
#include <variant>

#include "cli/arguments.h"
#include "cli/commands.h"

namespace pactable::cli {
namespace {

struct Runner {
  const Console& console;

  int operator()(const Stop& stop) const {
    console.err << stop.err;
    const int written = write_out(console, stop.out);
    return stop.exit_code != kAllDone ? stop.exit_code : written;
  }
  int operator()(const ConvertArguments& arguments) const { return convert(arguments, console); }
  int operator()(const ReviewArguments& arguments) const { return review(arguments, console); }
  int operator()(const AuditArguments& arguments) const { return audit(arguments, console); }
  int operator()(const TablesArguments& arguments) const { return tables(arguments, console); }
  int operator()(const ValidateArguments& arguments) const { return validate(arguments, console); }
  int operator()(const MergeArguments& arguments) const { return merge(arguments, console); }
  int operator()(const ExportArguments& arguments) const { return export_formats(arguments, console); }
  int operator()(const SiteArguments& arguments) const { return site(arguments, console); }
  int operator()(const DoctorArguments& arguments) const { return doctor(arguments, console); }
  int operator()(const FamiliesArguments& arguments) const { return families(arguments, console); }
};

}  // namespace

int run_program(int argc, const char* const* argv, const Console& console) {
  try {
    return std::visit(Runner{console}, parse_arguments(argc, argv));
  } catch (const std::exception& exception) {
    report(console, Error{ErrorCode::kInternal, exception.what()});
  } catch (...) {
    report(console, Error{ErrorCode::kInternal, "an unknown exception"});
  }
  return kNotAll;
}

}  // namespace pactable::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <sys/utsname.h>
#include <unicode/uvernum.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <system_error>

#include "batch/isolation.h"
#include "batch/office_sandbox.h"
#include "cli/commands.h"
#include "cli/grammar_folders.h"
#include "recognition/recogniser.h"

namespace pactable::cli {
namespace fs = std::filesystem;
namespace {

std::string line(std::string_view what, std::string_view found) { return fmt::format("{:<20}{}\n", what, found); }

std::string kernel() {
  utsname names{};
  return ::uname(&names) == 0 ? fmt::format("{} {} {}", names.sysname, names.release, names.machine) : "unknown";
}

std::size_t poppler_tables() {
  std::size_t count = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator at("/usr/share/poppler", error), end; !error && at != end;
       at.increment(error)) {
    count += at->is_regular_file(error) ? 1 : 0;
  }
  return count;
}

std::string isolation_lines(const batch::Layers& layers) {
  const auto word = [](bool there) { return there ? "in force" : "not available"; };
  return line("isolation", layers.all() ? "full" : "incomplete: convert --isolation full will refuse") +
         line("  process", word(layers.process)) + line("  limits", word(layers.limits)) +
         line("  no-new-privileges", word(layers.no_new_privileges)) + line("  seccomp", word(layers.seccomp)) +
         line("  landlock", word(layers.landlock));
}

std::string office_lines() {
  const std::string program = batch::office_program();
  if (program.empty()) return line("libreoffice", "not found: .doc, .odt and .rtf are not read");
  const batch::Layers layers = batch::office_layers();
  std::string held;
  for (const std::string& name : batch::names(layers)) held += (held.empty() ? "" : ", ") + name;
  return line("libreoffice", program) + line("  sandbox", (held.empty() ? "none of the layers" : held) +
                                                              (layers.all() ? "" : " (weaker than it can be)"));
}

std::string recogniser() {
  std::string there, missing;
  for (const char* const language : {"eng", "fra", "spa", "rus"}) {
    const std::array<std::string, 1> languages = {language};
    if (const auto loaded = recognition::load(languages)) {
      there += (there.empty() ? "" : "; ") + (*loaded)->name();
    } else {
      missing += "; " + loaded.error().message;
    }
  }
  return there.empty() ? "none" + missing : there + missing;
}

}  // namespace

int doctor(const DoctorArguments&, const Console& console) {
  const batch::Layers layers = batch::available_layers();
  const std::size_t tables = poppler_tables();
  const auto grammar = grammar_folders({});
  std::string text = line("program", program_version()) + line("kernel", kernel()) + isolation_lines(layers);
  text += line("poppler", PACTABLE_POPPLER_VERSION) + line("libxml2", PACTABLE_LIBXML2_VERSION) +
          line("libzip", PACTABLE_LIBZIP_VERSION) + line("libseccomp", PACTABLE_SECCOMP_VERSION) +
          line("icu", U_ICU_VERSION) +
          line("fmt", fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100));
  text += line("poppler-data",
               tables > 0 ? fmt::format("{} tables", tables) : "missing: the text of some PDFs will be wrong");
  text += office_lines();
  text += line("ocr", recogniser());
  text += line("grammar", grammar ? grammar->front().string() : grammar.error().message);
  const bool whole = tables > 0 && grammar && layers.process && layers.limits;
  return std::max(write_out(console, text), whole ? static_cast<int>(kAllDone) : static_cast<int>(kNotAll));
}

}  // namespace pactable::cli

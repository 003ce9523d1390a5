// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "structure/source_files.h"

namespace {

using namespace structure;

std::string place(const SourceFile& file, const Include& include) {
  return file.path + ":" + std::to_string(include.line) + " includes " + include.target;
}

// A library and the folders whose files may include it. An empty list: everywhere.
struct Library {
  std::string name;
  std::vector<std::string> headers;  // a folder ends in /
  std::vector<std::string> folders;
};

const std::vector<Library> kLibraries = {
    {"libpng", {"png.h"}, {"overlay", "recognition/tesseract"}},
    {"Tesseract", {"tesseract/"}, {"recognition/tesseract"}},
    {"Leptonica", {"leptonica/", "allheaders.h"}, {"recognition/tesseract"}},
    {"dynamic loading", {"dlfcn.h"}, {"recognition"}},
    {"libzip", {"zip.h", "zipconf.h"}, {"readers/docx"}},
    {"libxml2", {"libxml/"}, {"readers/docx", "readers/html", "writers/akn", "writers/xml", "grammar"}},
    {"SQLite", {"sqlite3.h"}, {"writers/sqlite"}},
    {"pugixml", {"pugixml.hpp", "pugiconfig.hpp"}, {"grammar", "writers/xml"}},
    {"nlohmann-json", {"nlohmann/"}, {"decisions", "writers", "writers/json", "writers/sarif", "batch", "cli"}},
    {"valijson", {"valijson/"}, {"writers", "writers/json", "writers/sarif", "batch", "cli"}},
    {"CLI11", {"CLI/"}, {"cli"}},
    {"nettle", {"nettle/"}, {"core"}},
    {"libseccomp", {"seccomp.h"}, {"batch"}},
    {"ICU", {"unicode/"}, {}},
    {"fmt", {"fmt/"}, {}},
    {"expected", {"tl/"}, {}},
    // The system's own headers: files, locks, processes and limits.
    {"POSIX",
     {"sys/", "linux/", "unistd.h", "fcntl.h", "signal.h", "poll.h", "errno.h", "dirent.h", "spawn.h", "pthread.h"},
     {"batch", "cli", "readers/office"}},
};
const std::string kPopplerFolder = "readers/pdf";

bool matches(const std::string& header, const std::string& pattern) {
  return pattern.ends_with('/') ? header.starts_with(pattern) : header == pattern;
}

const Library* library_of(const std::string& header) {
  for (const auto& library : kLibraries) {
    if (std::any_of(library.headers.begin(), library.headers.end(),
                    [&header](const auto& pattern) { return matches(header, pattern); })) {
      return &library;
    }
  }
  return nullptr;
}

// The C++ library's headers have neither a folder nor an ending.
bool is_standard(const std::string& header) { return header.find_first_of("./") == std::string::npos; }

// Poppler's core headers stand in no folder of their own: PDFDoc.h, GfxState.h, goo/GooString.h.
bool is_poppler(const std::string& header) {
  for (const auto* folder : {"poppler/", "goo/", "splash/", "fofi/"}) {
    if (header.starts_with(folder)) return true;
  }
  return header.starts_with("poppler-") || (header.ends_with(".h") && header.find('/') == std::string::npos &&
                                            header.front() >= 'A' && header.front() <= 'Z');
}

bool reaches(const Stages& stages, const std::string& from, const std::string& to, std::set<std::string>& seen) {
  const auto found = stages.find(from);
  if (found == stages.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](const auto& used) {
    return used == to || (seen.insert(used).second && reaches(stages, used, to, seen));
  });
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_build_wrote_the_stages_and_the_walk_finds_sources) {
  BOOST_TEST(stages().contains("core"));
  BOOST_TEST(source_files().size() > 30U);
}

BOOST_AUTO_TEST_CASE(every_source_file_lies_in_a_stage) {
  const auto known = stages();
  for (const auto& file : source_files()) {
    BOOST_TEST(!stage_of(file.path, known).empty(), file.path << " lies in no stage");
  }
}

BOOST_AUTO_TEST_CASE(a_stage_includes_only_itself_and_the_stages_it_names) {
  const auto known = stages();
  for (const auto& file : source_files()) {
    const auto own = stage_of(file.path, known);
    for (const auto& include : file.includes) {
      if (include.angled) continue;
      BOOST_TEST(fs::is_regular_file(converters_folder() / include.target),
                 place(file, include) << ", which is no path below converters/");
      const auto other = stage_of(include.target, known);
      const auto uses = known.find(own);
      BOOST_TEST((other == own || (uses != known.end() && uses->second.contains(other))),
                 place(file, include) << ", but USES of " << own << " does not name " << other);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_stage_names_only_stages_that_exist) {
  const auto known = stages();
  for (const auto& [stage, uses] : known) {
    for (const auto& used : uses) BOOST_TEST(known.contains(used), stage << " uses " << used << ", which is no stage");
  }
}

BOOST_AUTO_TEST_CASE(no_stage_reaches_itself) {
  const auto known = stages();
  for (const auto& entry : known) {
    std::set<std::string> seen;
    BOOST_TEST(!reaches(known, entry.first, entry.first, seen), entry.first << " uses itself in the end");
  }
}

BOOST_AUTO_TEST_CASE(a_library_is_included_in_its_own_folders_only) {
  const auto known = stages();
  for (const auto& file : source_files()) {
    const auto stage = stage_of(file.path, known);
    for (const auto& include : file.includes) {
      if (!include.angled || is_standard(include.target)) continue;
      if (is_poppler(include.target)) {
        BOOST_TEST(stage == kPopplerFolder, place(file, include) << " (Poppler)");
        continue;
      }
      const auto* library = library_of(include.target);
      BOOST_TEST(library != nullptr, place(file, include) << ", which no library of the table has");
      if (library == nullptr || library->folders.empty()) continue;
      const auto& folders = library->folders;
      BOOST_TEST((std::find(folders.begin(), folders.end(), stage) != folders.end()),
                 place(file, include) << " (" << library->name << ")");
    }
  }
}

BOOST_AUTO_TEST_CASE(an_include_line_is_read_in_every_spelling) {
  const auto read = [](std::string_view line) {
    const auto found = include_of(line, 1);
    return found.empty() ? std::string() : (found[0].angled ? "<" : "\"") + found[0].target;
  };
  BOOST_TEST(read("#include <vector>") == "<vector");
  BOOST_TEST(read("  #  include \"core/place.h\"  // why") == "\"core/place.h");
  BOOST_TEST(read("// #include <vector>").empty());
  BOOST_TEST(read("#include MACRO").empty());
}

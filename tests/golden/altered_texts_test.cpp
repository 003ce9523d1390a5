// SPDX-License-Identifier: GPL-3.0-or-later
// The properties of every conversion, held by texts that nobody wrote: plans with lines dropped, doubled, moved and
// cut, cells joined and split, numbers and headers gone. The alterations are drawn from fixed seeds.
#include <algorithm>
#include <array>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <random>

#include "golden/conservation.h"
#include "golden/plan_properties.h"
#include "golden/truth_lines.h"

using namespace pactable;
namespace data = boost::unit_test::data;
namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

// Enough for every alteration to meet every dialect of text, few enough for a second or two.
constexpr int kTextsEach = 9;
constexpr int kMostAlterations = 12;

constexpr std::array kLayers = {pipeline::LayerChoice::kAuto, pipeline::LayerChoice::kOcr,
                                pipeline::LayerChoice::kTyped};

/// The seeds and the inputs of the families' examples.
std::vector<fs::path> originals() {
  std::vector<fs::path> files;
  const fs::path root = PACTABLE_SOURCE_DIR;
  for (const auto& entry : fs::directory_iterator(root / "fixtures/seeds")) files.push_back(entry.path());
  for (const auto& entry : fs::recursive_directory_iterator(root / "grammar")) {
    if (entry.path().parent_path().filename() == "examples") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Lines lines_of(const fs::path& file) {
  std::string text = test::without_tags(test::read_fixture("../" + fs::relative(file, PACTABLE_SOURCE_DIR).string()));
  text.resize(std::min(text.size(), text.find("----\n")));
  Lines lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

class Alterations {
 public:
  explicit Alterations(unsigned seed) : random_(seed) {}

  void apply(Lines& lines) {
    const int count = 1 + below(kMostAlterations);
    for (int i = 0; i < count; ++i) alter(lines);
  }

 private:
  // std::uniform_int_distribution differs between libraries.
  int below(std::size_t end) { return static_cast<int>(random_() % std::max<std::size_t>(end, 1)); }

  void alter(Lines& lines) {
    const int at = below(lines.size());
    std::string& line = lines[static_cast<std::size_t>(at)];
    const auto here = lines.begin() + at;
    switch (below(10)) {
      case 0: lines.erase(here); break;
      case 1: lines.insert(here, std::string(line)); break;
      case 2: std::iter_swap(here, lines.begin() + below(lines.size())); break;
      case 3: lines.insert(here, ""); break;
      case 4: line.erase(std::min(line.find('\t'), line.size()), 1); break;
      case 5: insert(line, "\t"); break;
      case 6: cut(lines, at); break;
      case 7: line.erase(0, std::min(line.find('\t'), line.size())); break;  // its number
      case 8:
        insert(line, std::vector<std::string>{"_", " . ", "В", "¹", "1.1", "(cont.)", "\f", "l", "Etc.",
                                              "2024"}[static_cast<std::size_t>(below(10))]);
        break;
      case 9: std::replace(line.begin(), line.end(), '1', 'l'); break;
      default: break;
    }
    if (lines.empty()) lines.emplace_back();
  }

  void insert(std::string& line, const std::string& part) {
    int at = below(line.size() + 1);
    while (at > 0 && at < static_cast<int>(line.size()) && (line[static_cast<std::size_t>(at)] & 0xC0) == 0x80) --at;
    line.insert(static_cast<std::size_t>(at), part);
  }

  void cut(Lines& lines, int at) {
    std::string& line = lines[static_cast<std::size_t>(at)];
    const std::size_t space = line.find(' ', static_cast<std::size_t>(below(line.size())));
    if (space == std::string::npos) return;
    std::string rest = "\t" + line.substr(space + 1);
    line.resize(space);
    lines.insert(lines.begin() + at + 1, std::move(rest));
  }

  std::mt19937 random_;
};

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

void check_plan(const plan::Plan& plan, const std::string& text) {
  test::Characters read;
  read.add(text);
  BOOST_TEST(read.against(test::characters_of_plan(plan)) == "");
  test::check_repairs(plan);
  test::check_ids(plan);
  test::check_written_files(plan);
}

}  // namespace

BOOST_DATA_TEST_CASE(an_altered_text_loses_nothing_and_is_written_validly, data::make(originals()), file) {
  const Lines whole = lines_of(file);
  int plans = 0;
  for (unsigned seed = 1; seed <= kTextsEach; ++seed) {
    Lines lines = whole;
    Alterations(seed).apply(lines);
    const std::string text = joined(lines);
    BOOST_TEST_CONTEXT("alterations of seed " << seed) {
      pipeline::ConvertOptions options;
      options.layer = kLayers[seed % kLayers.size()];
      const auto conversion = test::converter().convert(text, "altered.txt", options);
      BOOST_REQUIRE(conversion.has_value());
      if (!conversion->plan) continue;
      ++plans;
      if (options.layer == pipeline::LayerChoice::kTyped) BOOST_TEST(conversion->plan->repairs.empty());
      check_plan(*conversion->plan, text);
    }
  }
  BOOST_TEST(plans > 0);
}

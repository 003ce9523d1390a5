// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that cannot be converted beside one that can: each has its code, none leaves a partial file, the others are
// done.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <map>

#include "cli/converted_seeds.h"
#include "cli/lines.h"
#include "unit/pdf/pdf_builder.h"

using namespace pactable;
namespace fs = std::filesystem;
using nlohmann::json;
using test::fixture;
using test::run_program;
using test::ScratchFolder;

namespace {

std::string encrypted_pdf() {
  const std::string hash(64, '0');
  return tests::PdfBuilder()
      .page("BT /F 10 Tf 20 250 Td (Secret) Tj ET")
      .trailer(
          "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]/Encrypt<</Filter/Standard"
          "/V 1/R 2/P -4/O<" +
          hash + ">/U<" + hash + ">>>")
      .build();
}

std::string first_half(const std::string& name) {
  const std::string bytes = test::content(fixture(name));
  return bytes.substr(0, bytes.size() / 2);
}

constexpr std::string_view kJpeg = "\xFF\xD8\xFF\xE0\x01\x10JFIF\x01";

struct Broken {
  std::string name, bytes, code;
};

std::ostream& operator<<(std::ostream& stream, const Broken& broken) { return stream << broken.name; }

const std::vector<Broken> kBroken = {
    {"empty.txt", "", "empty-file"},
    {"picture.pdf", std::string(kJpeg), "unknown-type"},
    {"locked.pdf", encrypted_pdf(), "encrypted"},
    {"cut.docx", first_half("docx/iwc-cmp-action-plan-2018-2024.docx"), "damaged"},
    {"encoding.txt", "1.1\tCaf\xE9 measures\t1\tA\n1.2\tMore\t1\tB\n", "damaged"},
};

constexpr std::string_view kProse = "A letter.\n\nIt has no table at all, but 3 numbers: 1.1, 1.2 and 1.3.\n";

/// One conversion of all of them beside a seed; every case looks at it.
struct Run {
  ScratchFolder scratch;
  fs::path folder = scratch.path() / "out";
  test::Outcome outcome;
  std::map<std::string, json> records;

  Run() {
    std::vector<std::string> line = {"convert", fixture("seeds/iwc-cmp-action-plan-2018-2024.txt"),
                                     (scratch.path() / "gone.pdf").string()};
    for (const Broken& broken : kBroken) line.push_back(scratch.write(broken.name, broken.bytes).string());
    line.push_back(scratch.write("letter.txt", kProse).string());
    line.insert(line.end(), {"--output", folder.string()});
    outcome = run_program(line);
    const json manifest = test::read_json(folder / "corpus.json");
    for (const json& record : manifest["documents"]) records[record["path"]] = record;
  }
};

const Run& run() {
  static const Run instance;
  return instance;
}

}  // namespace

BOOST_AUTO_TEST_CASE(documents_that_fail_do_not_keep_others_from_their_files) {
  BOOST_TEST(run().outcome.exit_code == 2);
  BOOST_TEST(run().outcome.out.empty());
  const std::vector<std::string> expected = {"corpus.json", "iwc-cmp-action-plan-2018-2024.txt.json",
                                             "iwc-cmp-action-plan-2018-2024.txt.xml"};
  BOOST_TEST(test::names_of(run().folder) == expected, boost::test_tools::per_element());
  BOOST_TEST(
      (test::content(run().folder / expected[1]) == test::content(test::converted_seeds().folder / expected[1])));
  BOOST_TEST(run().outcome.err.find("1 converted, 1 without a plan, 6 failed\n") != std::string::npos);
  test::check_fits_terminal(run().outcome.err);
}

BOOST_DATA_TEST_CASE(a_document_that_fails_has_a_record_with_its_code, boost::unit_test::data::make(kBroken), broken) {
  const json& record = run().records.at(broken.name);
  BOOST_TEST(record["outcome"] == "failed");
  BOOST_TEST(record["error"]["code"] == broken.code);
  const std::string message = record["error"]["message"];
  BOOST_TEST(!message.empty());
  BOOST_TEST(message.find('\n') == std::string::npos);
  BOOST_TEST(message.find(run().scratch.path().string()) == std::string::npos, message);
  BOOST_TEST(!record.contains("outputs"));
  BOOST_TEST(run().outcome.err.find("  " + broken.code + ": ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_document_that_is_not_there_has_a_record_without_a_digest) {
  const json& record = run().records.at("gone.pdf");
  BOOST_TEST(record["error"]["code"] == "not-found");
  BOOST_TEST(!record.contains("sha256"));
  BOOST_TEST(!record.contains("mediaType"));
}

BOOST_AUTO_TEST_CASE(a_text_without_a_plan_is_neither_converted_nor_failed) {
  const json& record = run().records.at("letter.txt");
  BOOST_TEST(record["outcome"] == "no-plan");
  BOOST_TEST(!record.contains("error"));
  BOOST_TEST(!record.contains("outputs"));
  BOOST_TEST(run().outcome.err.find("  no action table was found\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_manifest_of_failures_is_valid) {
  const auto outcome = run_program({"validate", (run().folder / "corpus.json").string()});
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.out.ends_with(": valid\n"));
}

BOOST_DATA_TEST_CASE(one_document_that_fails_gives_one_reason_and_no_output, boost::unit_test::data::make(kBroken),
                     broken) {
  const std::string file = (run().scratch.path() / broken.name).string();
  const auto tables = run_program({"tables", file});
  BOOST_TEST(tables.exit_code == 2);
  BOOST_TEST(tables.out.empty());
  BOOST_TEST(test::lines_of(tables.err).size() == 1U);
  BOOST_TEST(tables.err.find(broken.code + ": ") != std::string::npos, tables.err);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What: plans to write: a small handmade one that is valid, and seeded random ones with every kind of member.
#pragma once

#include <array>
#include <cstdint>
#include <random>

#include "plan/plan.h"

namespace pactable::samples {

using namespace plan;

inline Item numbered_action() {
  Item item;
  item.id = "t1.r27";
  item.table = "t1";
  item.kind = ItemKind::kAction;
  item.parent = "t1.r25";
  Number number;
  number.printed = ".2";
  number.canonical = "3.2";
  number.path = {3, 2};
  number.status = NumberStatus::kRepaired;
  number.origin = LabelOrigin::kOcr;
  number.confidence = 0.99999;
  number.repair = "rep1";
  number.derived_from = {LinePlace{45, 0, 0, 2}};
  item.number = number;
  item.text = "Ensure that all Range States, < 5 & more,\r\n\tact \"now\"";
  item.styles = {{0, 6, TextStyle::kItalic}, {7, 11, TextStyle::kBold}};
  item.text_from = {LinePlace{45, 0, 3, 56}};
  item.fields = {
      {"urgency", "1", "1", "Urgent", std::nullopt, {LinePlace{45, 1, 0, 1}}},
      {"timescale", "В", "B", "Medium-term", "rep2", {LinePlace{45, 2, 0, 1}}},
      {"responsible", "SWG-CMP, Secretariat", std::vector<std::string>{"SWG-CMP", "Secretariat"}, {}, {}, {}},
      {"timeframe",
       "Oct 2022 – March - 2023 (first issue)",
       Timeframe{TimeframeKind::kInterval, "2022-10/2023-03", "first issue"},
       {},
       {},
       {}},
      {"progress", "none", std::nullopt, {}, {}, {}}};
  item.fields[1].marks = {"1"};
  item.fields[2].inherited = true;
  return item;
}

inline Item section() {
  Item item;
  item.id = "t1.r25";
  item.table = "t1";
  item.kind = ItemKind::kSection;
  Number number;
  number.printed = "3.0";
  number.canonical = "3.0";
  number.path = {3};
  number.origin = LabelOrigin::kOcr;
  number.derived_from = {PagePlace{3, {72.004, 100.126, 90, 110.5}}};
  item.number = number;
  item.text = "Work towards 3.2";
  item.text_from = {PagePlace{3, {95, 100.126, 300.25, 110.5}}};
  return item;
}

inline Item item_with(std::string id, NumberStatus status) {
  const auto part = std::make_shared<const std::string>("word/document.xml");
  Item item;
  item.id = std::move(id);
  item.table = "t1";
  item.parent = "t1.r25";
  Number number;
  number.status = status;
  if (status != NumberStatus::kMissing) number.printed = "2.1.2.";
  if (status == NumberStatus::kDisputed) {
    number.canonical = "2.1.2";
    number.path = {2, 1, 2};
    number.suggested = Candidate{"2.2.1", 0.884};
    number.marks = {"a", "*"};
    number.state = "(new)";
  } else {
    number.candidates = {{"2.2.1", 0.884}, {"2.1.2", 0.000002}};
  }
  number.derived_from = {PartPlace{part, 1, 27, 0, 0, 0, 6}};
  item.number = number;
  item.text_from = {PartPlace{part, -1, -1, -1, 4, 0, 12}};
  return item;
}

/// A table that looks like a plan and was not read.
inline TableJudgement doubtful_table() {
  return {"table-3",
          TableVerdict::kDoubtful,
          3.104999,
          "Who does \"what\" & when",
          14,
          {{"Priority <1>", "urgency", "timescale", 0.3}, {std::nullopt, "action", std::nullopt, 2}},
          {"no column says who", "the headers are known"},
          {PagePlace{2, {72, 90, 500, 700}}}};
}

/// What is written of a document that looks like a plan: no items.
inline Plan doubtful() {
  Plan plan;
  plan.language = "en";
  plan.family = "generic";
  plan.source = {"who.docx", std::string(64, 'b'), "application/pdf", Layer::kBornDigital, {}};
  plan.findings = {{"TABLE-DOUBTFUL", Level::kWarning, {}, "table-3 looks like a plan", std::nullopt, {}}};
  plan.judgements = {doubtful_table(), {"table-1", TableVerdict::kNoPlan, -1.5, {}, 0, {}, {}, {}}};
  return plan;
}

inline Plan handmade() {
  Plan plan;
  plan.language = "en";
  plan.family = "cms-mtiwp";
  plan.source = {"saiga.txt", std::string(64, 'a'), "text/plain", Layer::kOcr, {"stray marks", "lost digits"}};
  plan.metadata.title = "Saiga Antelope";
  plan.metadata.period_printed = "2021-2025";
  plan.metadata.period_edtf = "2021/2025";
  plan.metadata.goal = "To restore";
  plan.metadata.objectives = {"One", "Two"};
  plan.metadata.footnotes = {{"1", "¹ Urgency: 1 - Urgent", {LinePlace{60, 0, 0, 21}}}};
  plan.code_lists = {{"urgency",
                      "Urgency: 1 - Urgent (crucial)",
                      {{"1", "Urgent", "crucial"}, {"2", "Important", std::nullopt}},
                      {LinePlace{60, 0, 0, 29}}}};
  plan.tables = {
      {"t1", "ACTION PLAN", "2021/2025", {{"number", std::nullopt}, {"urgency", "Urgency¹"}}, {LinePlace{8, 0, 0, 4}}}};
  plan.items = {section(), numbered_action(), item_with("t1.r28", NumberStatus::kDisputed),
                item_with("t1.r29", NumberStatus::kAmbiguous), item_with("t1.r30", NumberStatus::kMissing)};
  plan.repairs = {{"rep1",
                   "t1.r27",
                   "number",
                   "NUM-OCR",
                   ".2",
                   "3.2",
                   0.99999,
                   {{"3.3", 0.000002}},
                   {"suffix-intact", "sandwich:3.1<3.2<3.3"},
                   "act1"},
                  {"rep2", "t1.r27", "timescale", "TXT-HOMOGLYPH", "В", "B", 1, {}, {}, "act1"}};
  plan.decisions = {
      {"dec1", "t1.r27", "number", "NUM-OCR", Verdict::kChoose, ".2", "3.2", "3.3", "A. Reviewer",
       "2026-01-02T03:04:05Z", "seen \"3.3\"", plan.repairs[0]},
      {"dec2", "t1.r30", "number", "NUM-MISSING", Verdict::kAccept, {}, {}, {}, "A. Reviewer", {}, {}, {}},
      {"dec3", "", "", "", Verdict::kPlan, {}, {}, {}, "A. Reviewer", {}, "by hand", {}, "table-3"}};
  plan.findings = {
      {"NUM-AUTHOR", Level::kWarning, {"t1.r28"}, "2.1.2. stands under 2.2", Candidate{"2.2.1", 0.884}, {}},
      {"COL-UNKNOWN", Level::kNote, {}, "column \"Cost\"", std::nullopt, {LinePlace{8, 4, 0, 4}}}};
  plan.references = {{"t1.r25", "3.2", 13, 16, {"t1.r27"}}, {"t1.r25", "9.9", 13, 16, {}}};
  plan.activities = {{"act1", "recover-numbers", {"page 3 damage rate 0.33"}}};
  plan.discarded = {{"noise", "~ |", {LinePlace{46, 0, 0, 3}}},
                    {"running-head", "CMS", {PagePlace{1, {1, 2, 3, 4}}}},
                    {"column-numbers", "1 2 3", {}},
                    {"struck", "2019", {}},
                    {"hidden", "(draft)", {}}};
  plan.judgements = {doubtful_table()};
  return plan;
}

/// Any plan that the types allow, valid or not.
class RandomPlans {
 public:
  enum class Texts { kAny, kWellFormed };
  explicit RandomPlans(std::uint32_t seed, Texts texts = Texts::kAny)
      : engine_(seed), malformed_pieces_(texts == Texts::kAny ? 0 : 3) {}

  Plan plan() {
    Plan out;
    out.language = text();
    out.family = text();
    out.source = {text(), text(), text(), static_cast<Layer>(below(4)), texts()};
    out.metadata = {maybe(), maybe(), maybe(), maybe(), maybe(), maybe(), texts(), {}};
    fill(out.metadata.footnotes, [this] { return Footnote{maybe(), text(), places()}; });
    fill(out.code_lists, [this] {
      CodeList list{text(), text(), {}, places()};
      fill(list.codes, [this] { return Code{text(), text(), maybe()}; });
      return list;
    });
    fill(out.tables, [this] {
      Table table{text(), maybe(), maybe(), {}, places()};
      fill(table.columns, [this] { return Column{text(), maybe()}; });
      return table;
    });
    fill(out.items, [this] { return item(); });
    fill(out.repairs, [this] { return repair(); });
    fill(out.decisions, [this] {
      Decision decision{text(), text(),  text(),  text(), static_cast<Verdict>(below(4)), maybe(), maybe(), maybe(),
                        text(), maybe(), maybe(), {}};
      if (below(2) == 0) decision.overruled = repair();
      if (below(4) == 0)
        decision = {text(), {}, {}, {}, Verdict::kPlan, {}, {}, {}, text(), maybe(), maybe(), {}, "t" + text()};
      return decision;
    });
    fill(out.findings, [this] {
      Finding finding{text(), static_cast<Level>(below(3)), texts(), text(), std::nullopt, places()};
      if (below(2) == 0) finding.suggestion = candidate();
      return finding;
    });
    fill(out.references, [this] { return Reference{text(), text(), integer(), integer(), texts()}; });
    fill(out.activities, [this] { return Activity{text(), text(), texts()}; });
    fill(out.discarded, [this] { return Discarded{text(), text(), places()}; });
    fill(out.judgements, [this] {
      TableJudgement judgement{
          text(), static_cast<TableVerdict>(below(3)), coordinate(), maybe(), integer(), {}, texts(), places()};
      fill(judgement.columns, [this] { return ColumnJudgement{maybe(), text(), maybe(), chance()}; });
      return judgement;
    });
    return out;
  }

  Repair repair() {
    return {text(),  text(), below(2) == 0 ? "number" : text(), text(), text(), text(), chance(), candidates(),
            texts(), text()};
  }

  std::string text() {
    static const std::array<std::string, 26> kPieces = {"a",
                                                        "3.10",
                                                        " ",
                                                        "\"",
                                                        "\\",
                                                        "\n",
                                                        "\r\n",
                                                        "\t",
                                                        "<b>",
                                                        "&amp;",
                                                        "]]>",
                                                        "В",
                                                        "é",
                                                        "e\xCC\x81",
                                                        std::string(1, '\0'),
                                                        "\x01",
                                                        "\x7F",
                                                        "\xC2\x85",
                                                        "\xE2\x80\xA8",
                                                        "\xEF\xBF\xBF",
                                                        "\xF0\x9F\x90\x8B",
                                                        "\xF3\xA0\x80\x81",
                                                        "\xE2\x80\xAE",
                                                        "\xFF",
                                                        "\xED\xA0\x80",
                                                        "\xF0\x9F"};  // the last three are malformed
    std::string out;
    for (std::size_t count = below(5); count > 0; --count) out += kPieces[below(kPieces.size() - malformed_pieces_)];
    return out;
  }

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(engine_() % bound); }
  int integer() { return static_cast<int>(engine_() >> 1U); }
  double chance() {
    static constexpr std::array kEdges = {0.0, 1.0, 0.99999, 0.000002, 1e-300, 0.1 + 0.2, 5e-324};
    return below(2) == 0 ? kEdges[below(kEdges.size())] : static_cast<double>(engine_()) / 4294967296.0;
  }
  double coordinate() {
    static constexpr std::array kEdges = {-0.001, 1e38, -1e38, 0.005, 612.0, 1e300};
    return below(3) == 0 ? kEdges[below(kEdges.size())] : static_cast<double>(engine_()) / 1e6;
  }
  std::optional<std::string> maybe() { return below(2) == 0 ? std::optional(text()) : std::nullopt; }

  template <class Entry, class Make>
  void fill(std::vector<Entry>& entries, Make make) {
    for (std::size_t count = below(4); count > 0; --count) entries.push_back(make());
  }
  std::vector<std::string> texts() {
    std::vector<std::string> out;
    fill(out, [this] { return text(); });
    return out;
  }
  Candidate candidate() { return {text(), chance()}; }
  std::vector<Candidate> candidates() {
    std::vector<Candidate> out;
    fill(out, [this] { return candidate(); });
    return out;
  }
  Place place() {
    const auto small = [this] { return static_cast<int>(below(6)) - 1; };
    switch (below(3)) {
      case 0: return PagePlace{integer(), {coordinate(), coordinate(), coordinate(), coordinate()}};
      case 1: return PartPlace{std::make_shared<const std::string>(text()), small(), small(), small(), 3, 0, 9};
      default: return LinePlace{integer(), static_cast<int>(below(9)), static_cast<int>(below(9)), integer()};
    }
  }
  std::vector<Place> places() {
    std::vector<Place> out;
    fill(out, [this] { return place(); });
    return out;
  }
  std::optional<FieldValue> value() {
    switch (below(4)) {
      case 0: return text();
      case 1: return texts();
      case 2: return Timeframe{static_cast<TimeframeKind>(below(7)), maybe(), maybe()};
      default: return std::nullopt;
    }
  }
  Item item() {
    Item out;
    out.id = text();
    out.table = text();
    out.kind = static_cast<ItemKind>(below(7));
    out.parent = maybe();
    if (below(3) != 0) {
      Number number;
      number.printed = maybe();
      number.canonical = maybe();
      fill(number.path, [this] { return integer(); });
      number.status = static_cast<NumberStatus>(below(5));
      number.origin = static_cast<LabelOrigin>(below(4));
      if (below(2) == 0) number.confidence = chance();
      number.repair = maybe();
      if (below(2) == 0) number.suggested = candidate();
      number.candidates = candidates();
      number.derived_from = places();
      number.marks = texts();
      number.state = maybe();
      out.number = number;
    }
    out.text = maybe();
    fill(out.styles, [this] { return TextStyleSpan{integer(), integer(), static_cast<TextStyle>(below(3))}; });
    fill(out.fields,
         [this] { return Field{text(), text(), value(), maybe(), maybe(), places(), texts(), below(3) == 0}; });
    out.text_from = places();
    return out;
  }

  std::mt19937 engine_;
  std::size_t malformed_pieces_;  // that are left out
};

}  // namespace pactable::samples

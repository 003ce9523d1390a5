// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/json/read_parts.h"

namespace pactable::writers::json {
namespace {

int integer_or(const Node& node, std::string_view name, int absent) {
  return node.has(name) ? node.member(name).integer() : absent;
}

plan::ColumnJudgement read_judged_column(const Node& node) {
  node.expect_members({"header", "role", "runnerUp", "margin"});
  return {node.optional_text("header"), node.text("role"), node.optional_text("runnerUp"),
          node.member("margin").number()};
}

}  // namespace

plan::Candidate read_candidate(const Node& node) {
  node.expect_members({"value", "p"});
  return {node.text("value"), node.member("p").number()};
}

Place PlaceReader::read_place(const Node& node) {
  if (node.has("page")) {
    node.expect_members({"page", "bbox"});
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    PagePlace place{node.member("page").integer(), {kNone, kNone, kNone, kNone}};
    if (!node.has("bbox")) return place;
    const std::vector<Node> edges = node.member("bbox").elements();
    if (edges.size() != 4) node.member("bbox").reject("four numbers are expected");
    place.box = {edges[0].number(), edges[1].number(), edges[2].number(), edges[3].number()};
    return place;
  }
  if (node.has("part")) {
    node.expect_members({"part", "table", "row", "cell", "paragraph", "start", "end"});
    const std::string name = node.text("part");
    std::shared_ptr<const std::string>& part = parts_[name];
    if (!part) part = std::make_shared<const std::string>(name);
    return PartPlace{part,
                     integer_or(node, "table", -1),
                     integer_or(node, "row", -1),
                     integer_or(node, "cell", -1),
                     node.member("paragraph").integer(),
                     node.member("start").integer(),
                     node.member("end").integer()};
  }
  node.expect_members({"line", "cell", "start", "end"});
  return LinePlace{node.member("line").integer(), node.member("cell").integer(), node.member("start").integer(),
                   node.member("end").integer()};
}

std::vector<Place> PlaceReader::read(const Node& node, std::string_view name) {
  return node.optional_list(name, [this](const Node& place) { return read_place(place); });
}

plan::Finding read_finding(const Node& node, PlaceReader& places) {
  node.expect_members({"rule", "level", "items", "message", "suggestion", "derivedFrom"});
  plan::Finding finding{
      node.text("rule"),
      node.member("level").one_of(plan::Level::kNote, [](plan::Level level) { return to_string(level); }),
      node.texts("items"),
      node.text("message"),
      std::nullopt,
      places.read(node)};
  if (node.has("suggestion")) finding.suggestion = read_candidate(node.member("suggestion"));
  return finding;
}

plan::TableJudgement read_judgement(const Node& node, PlaceReader& places) {
  node.expect_members({"id", "verdict", "score", "caption", "rows", "columns", "reasons", "derivedFrom"});
  return {node.text("id"),
          node.member("verdict").one_of(plan::TableVerdict::kNoPlan,
                                        [](plan::TableVerdict verdict) { return to_string(verdict); }),
          node.member("score").number(),
          node.optional_text("caption"),
          node.member("rows").integer(),
          node.optional_list("columns", read_judged_column),
          node.texts("reasons"),
          places.read(node)};
}

}  // namespace pactable::writers::json

// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/json/validate_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "writers/format/scalars.h"
#include "writers/json/line_of.h"
#include "writers/json/references.h"
#include "writers/json/schemas.h"

namespace pactable::writers::json {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;
using SchemaError = valijson::ValidationResults::Error;

/// {"<root>", "[items]", "[3]"} → "/items/3".
std::string pointer_of(const std::vector<std::string>& context) {
  std::string pointer;
  for (std::size_t i = 1; i < context.size(); ++i) {
    const std::string& step = context[i];
    const bool bracketed = step.size() >= 2 && step.front() == '[' && step.back() == ']';
    pointer = append_pointer(pointer, bracketed ? std::string_view(step).substr(1, step.size() - 2) : step);
  }
  return pointer;
}

/// Messages that only say that a deeper one stands somewhere below.
bool is_wrapper(const std::string& description) {
  constexpr std::string_view kWrappers[] = {
      "Failed to validate item #", "Failed to validate against schema associated with",
      "Failed to validate against child schema #", "Failed to validate against a conditional schema",
      "Failed to validate against additional properties schema"};
  return std::any_of(std::begin(kWrappers), std::end(kWrappers),
                     [&](std::string_view wrapper) { return description.starts_with(wrapper); });
}

std::string plain(const std::string& description, const std::string& pointer) {
  constexpr std::string_view kUnknownMember = "Object contains a property that could not be validated";
  constexpr std::string_view kNot = "Target should not validate against schema specified in 'not' constraint.";
  if (description.starts_with(kUnknownMember)) {
    const auto colon = description.find(": '");
    return "unknown member " + (colon == std::string::npos ? std::string() : description.substr(colon + 2));
  }
  if (description == kNot && pointer.ends_with("/number")) return "The status allows no such members.";
  if (description == kNot) return "Members stand together that exclude each other.";
  return description;
}

std::vector<Problem> check_schema(const nlohmann::json& document, std::string_view schema_text) {
  const nlohmann::json schema_json = nlohmann::json::parse(schema_text);
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(schema_json), schema);
  valijson::ValidationResults results;
  valijson::Validator(valijson::Validator::kStrongTypes).validate(schema, Adapter(document), &results);
  std::vector<Problem> problems;
  std::vector<Problem> wrappers;
  for (const SchemaError& error : results) {
    const std::string pointer = pointer_of(error.context);
    (is_wrapper(error.description) ? wrappers : problems).push_back({0, pointer, plain(error.description, pointer)});
  }
  // A file that does not fit must never look as if it did.
  return problems.empty() ? wrappers : problems;
}

void place_problems(std::string_view bytes, std::vector<Problem>& problems) {
  std::vector<std::string> pointers;
  for (const Problem& problem : problems) pointers.push_back(problem.where);
  const std::vector<int> lines = lines_of(bytes, pointers);
  for (std::size_t i = 0; i < problems.size(); ++i) {
    problems[i].line = lines[i];
    if (problems[i].where.empty()) problems[i].where = "/";
  }
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Problem& a, const Problem& b) { return a.line < b.line; });
  const auto same = [](const Problem& a, const Problem& b) { return a.where == b.where && a.message == b.message; };
  problems.erase(std::unique(problems.begin(), problems.end(), same), problems.end());
}

struct Kind {
  std::string_view format, schema;
  std::vector<Problem> (*check_references)(const nlohmann::json& document);  // null: it refers to nothing in itself
};

const Kind* kind_of(std::string_view name) {
  static const std::array<Kind, 3> kKinds = {{{format::kPlanFormat, kPlanSchema, check_plan_references},
                                              {format::kCorpusFormat, kCorpusSchema, check_corpus_references},
                                              {format::kDecisionsFormat, kDecisionsSchema, nullptr}}};
  const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) { return kind.format == name; });
  return found == kKinds.end() ? nullptr : &*found;
}

}  // namespace

Result<std::vector<Problem>> validate_json(std::string_view bytes) {
  try {
    const nlohmann::json document = nlohmann::json::parse(bytes);
    const bool named = document.is_object() && document.contains("format") && document["format"].is_string();
    const std::string name = named ? document["format"].get<std::string>() : std::string();
    const Kind* const kind = kind_of(name);
    if (kind == nullptr) {
      return fail(ErrorCode::kUnknownType,
                  fmt::format("the member \"format\" is neither \"{}\", \"{}\" nor \"{}\"", format::kPlanFormat,
                              format::kCorpusFormat, format::kDecisionsFormat));
    }
    std::vector<Problem> problems = check_schema(document, kind->schema);
    // Ids are looked up only where every member has the shape that the lookup expects.
    if (problems.empty() && kind->check_references != nullptr) problems = kind->check_references(document);
    place_problems(bytes, problems);
    return problems;
  } catch (const nlohmann::json::parse_error& error) {
    return fail(ErrorCode::kDamaged, describe_position(bytes, error.byte));
  } catch (const std::exception& error) {
    return fail(ErrorCode::kInternal, error.what());
  }
}

}  // namespace pactable::writers::json

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <array>
#include <optional>

#include "writers/format/scalars.h"
#include "writers/json/node.h"
#include "writers/json/plan_json.h"
#include "writers/json/read_parts.h"

namespace pactable::writers::json {
namespace {

using Json = Node::Json;

// Thrown and caught in this file alone.
struct Unfit {
  std::string message;
};

template <class Enumeration, std::size_t count>
Enumeration named(const std::string& name, const std::array<Enumeration, count>& values) {
  for (const Enumeration value : values) {
    if (to_string(value) == name) return value;
  }
  throw Unfit{fmt::format("\"{}\" is none of the known words", name)};
}

constexpr std::array kOutcomes = {plan::Outcome::kConverted, plan::Outcome::kPartial, plan::Outcome::kDoubtful,
                                  plan::Outcome::kNoPlan,    plan::Outcome::kFailed,  plan::Outcome::kSkipped};
constexpr std::array kLayers = {plan::Layer::kOcr, plan::Layer::kBornDigital, plan::Layer::kMixed,
                                plan::Layer::kUnknown};
constexpr std::array kCodes = {
    ErrorCode::kNotFound,   ErrorCode::kUnreadable,   ErrorCode::kEmptyFile,   ErrorCode::kUnknownType,
    ErrorCode::kEncrypted,  ErrorCode::kDamaged,      ErrorCode::kLimit,       ErrorCode::kUnsupported,
    ErrorCode::kBadGrammar, ErrorCode::kInvalid,      ErrorCode::kWriteFailed, ErrorCode::kUsage,
    ErrorCode::kInternal,   ErrorCode::kCrashed,      ErrorCode::kOutOfMemory, ErrorCode::kTimedOut,
    ErrorCode::kIncomplete, ErrorCode::kOutputExists, ErrorCode::kLinked,      ErrorCode::kHidden};

const Json& member(const Json& object, const char* name) {
  const auto at = object.find(name);
  if (!object.is_object() || at == object.end()) throw Unfit{fmt::format("\"{}\" is missing", name)};
  return *at;
}

std::string text(const Json& value) {
  if (!value.is_string()) throw Unfit{"a text is expected"};
  return value.get<std::string>();
}

int number(const Json& value) {
  if (!value.is_number_integer()) throw Unfit{"a whole number is expected"};
  return Node(value, "").integer();
}

std::optional<std::string> optional_text(const Json& object, const char* name) {
  return object.contains(name) ? std::optional(text(object[name])) : std::nullopt;
}

std::vector<std::string> texts(const Json& list) {
  if (!list.is_array()) throw Unfit{"a list is expected"};
  std::vector<std::string> out;
  for (const Json& entry : list) out.push_back(text(entry));
  return out;
}

void check(const plan::CorpusRecord& record) {
  using enum plan::Outcome;
  const bool doubtful = record.outcome == kDoubtful;
  const bool wants_error = record.outcome == kPartial || record.outcome == kFailed || record.outcome == kSkipped;
  if (wants_error != record.error.has_value() && !(doubtful && record.error)) {
    throw Unfit{"an error stands with the outcomes failed, partial and skipped, and with doubtful at most"};
  }
  if (record.pages && record.outcome != kPartial && !doubtful) {
    throw Unfit{"pages stand only with the outcomes partial and doubtful"};
  }
  if (!record.output_digests.empty() && record.output_digests.size() != record.outputs.size()) {
    throw Unfit{"each output has one digest"};
  }
  const bool explained = !record.findings.empty() || !record.judgements.empty();
  if (explained && !doubtful && record.outcome != kNoPlan) {
    throw Unfit{"findings and judgements stand only with the outcomes doubtful and no-plan"};
  }
}

plan::CorpusRecord record_of(const Json& json) {
  plan::CorpusRecord record;
  record.path = text(member(json, "path"));
  record.sha256 = optional_text(json, "sha256");
  record.media_type = optional_text(json, "mediaType");
  if (const auto layer = optional_text(json, "layer")) record.layer = named(*layer, kLayers);
  record.family = optional_text(json, "family");
  record.outcome = named(text(member(json, "outcome")), kOutcomes);
  if (json.contains("outputs")) record.outputs = texts(json["outputs"]);
  if (json.contains("outputDigests")) record.output_digests = texts(json["outputDigests"]);
  if (json.contains("counts")) {
    const Json& counts = json["counts"];
    record.counts = {number(member(counts, "items")), number(member(counts, "repairs")),
                     number(member(counts, "findings")), number(member(counts, "discarded"))};
  }
  if (json.contains("error")) {
    record.error = Error{named(text(member(json["error"], "code")), kCodes), text(member(json["error"], "message"))};
  }
  if (json.contains("pages")) {
    record.pages = plan::Pages{number(member(json["pages"], "done")), number(member(json["pages"], "total"))};
  }
  const Node node(json, "");
  PlaceReader places;
  record.findings = node.optional_list("findings", [&](const Node& entry) { return read_finding(entry, places); });
  record.judgements =
      node.optional_list("judgements", [&](const Node& entry) { return read_judgement(entry, places); });
  check(record);
  return record;
}

plan::Corpus corpus_of(const Json& json) {
  if (text(member(json, "format")) != format::kCorpusFormat) throw Unfit{"this is no manifest of a batch"};
  plan::Corpus corpus;
  corpus.program = text(member(json, "program"));
  corpus.isolation = texts(member(json, "isolation"));
  if (json.contains("shard")) {
    corpus.shard = plan::Shard{number(member(json["shard"], "index")), number(member(json["shard"], "of"))};
  }
  const Json& documents = member(json, "documents");
  if (!documents.is_array()) throw Unfit{"a list is expected"};
  for (const Json& document : documents) corpus.documents.push_back(record_of(document));
  return corpus;
}

template <class Value>
Result<Value> read(std::string_view bytes, Value (*from)(const Json&)) {
  const Json json = Json::parse(bytes, nullptr, false);
  if (json.is_discarded()) return fail(ErrorCode::kDamaged, "this is no JSON");
  try {
    return from(json);
  } catch (const Unfit& unfit) {
    return fail(ErrorCode::kInvalid, unfit.message);
  } catch (const WrongShape& wrong) {
    return fail(ErrorCode::kInvalid, fmt::format("{}: {}", wrong.pointer, wrong.message));
  }
}

}  // namespace

Result<plan::CorpusRecord> read_record(std::string_view bytes) { return read(bytes, record_of); }

Result<plan::Corpus> read_corpus(std::string_view bytes) { return read(bytes, corpus_of); }

}  // namespace pactable::writers::json

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audit_json.h"

#include <nlohmann/json.hpp>

#include "writers/json/plan_json.h"

namespace pactable::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kIndent = 2;

Json list_of(const Json& written, const char* member) {
  const auto found = written.find(member);
  return found == written.end() ? Json::array() : *found;
}

Json describe(const batch::Document& document) {
  Json out = {{"path", document.record.path}, {"outcome", std::string(to_string(document.record.outcome))}};
  if (document.record.error) {
    out["error"] = {{"code", std::string(to_string(document.record.error->code))},
                    {"message", document.record.error->message}};
  }
  Json written;
  // Without a plan the record says what is odd, and why there is none.
  written = Json::parse(document.plan ? writers::json::write_plan(*document.plan)
                                      : writers::json::write_record_line(document.record));
  out["repairs"] = list_of(written, "repairs");
  out["findings"] = list_of(written, "findings");
  if (written.contains("judgements")) out["judgements"] = written["judgements"];
  return out;
}

}  // namespace

std::string audit_json(std::span<const batch::Document> documents) {
  Json list = Json::array();
  for (const batch::Document& document : documents) list.push_back(describe(document));
  const Json audit = {{"format", "pactable-audit/1"}, {"documents", std::move(list)}};
  return audit.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pactable::cli

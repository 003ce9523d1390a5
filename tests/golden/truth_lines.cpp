// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/truth_lines.h"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <sstream>

namespace pactable::test {
namespace {

using nlohmann::json;

std::string string_or(const json& row, const char* key, const std::string& fallback = {}) {
  const auto found = row.find(key);
  if (found == row.end() || found->is_null()) return fallback;
  return found->is_string() ? found->get<std::string>() : found->dump();
}

std::string line(const std::string& kind, const std::string& number, const std::string& printed,
                 const std::map<std::string, std::string>& fields, const std::string& text) {
  std::string out = kind;
  if (!number.empty()) out += " " + number;
  if (!printed.empty()) out += " <" + printed + ">";
  for (const auto& [role, value] : fields) out += fmt::format(" {}={}", role, value);
  return out + " | " + text;
}

std::string truth_text(const json& row) {
  return row.contains("text_plain") ? row["text_plain"].get<std::string>() : string_or(row, "text");
}

std::map<std::string, std::string> truth_fields(const json& row) {
  std::map<std::string, std::string> fields;
  for (const char* role : {"urgency", "timescale", "progress"}) {
    if (const std::string value = string_or(row, role); !value.empty()) fields[role] = value;
  }
  if (const auto time = row.find("timeframe"); time != row.end() && time->is_object()) {
    const std::string printed = string_or(*time, "printed");
    if (!printed.empty())
      fields["timeframe"] = printed + "/" + string_or(*time, "kind") + "/" + string_or(*time, "edtf");
  }
  if (const auto parties = row.find("responsible"); parties != row.end() && parties->is_array()) {
    std::string joined;
    for (const auto& name : *parties) joined += (joined.empty() ? "" : "; ") + name.get<std::string>();
    if (!joined.empty()) fields["responsible"] = joined;
  }
  return fields;
}

std::string field_value(const plan::Field& field) {
  if (!field.value) return field.printed;
  if (const auto* code = std::get_if<std::string>(&*field.value)) return *code;
  if (const auto* parties = std::get_if<std::vector<std::string>>(&*field.value))
    return fmt::format("{}", fmt::join(*parties, "; "));
  const auto& time = std::get<plan::Timeframe>(*field.value);
  return field.printed + "/" + std::string(to_string(time.kind)) + "/" + time.edtf.value_or("");
}

}  // namespace

std::vector<std::string> truth_lines(const json& truth, const TruthOptions& options) {
  std::vector<std::string> lines;
  for (const json& row : truth["rows"]) {
    std::string kind = row["kind"];
    if (kind == "noise" || kind == "continuation" || kind == "header" || kind == "frame") continue;
    if (kind == "group-heading") kind = "group";
    const std::string status = string_or(row, "status");
    // A slip is kept as printed: the number is what the author wrote, without its final dot.
    std::string number = string_or(row, status == "author-slip" ? "printed" : "true");
    if (number.ends_with('.')) number.pop_back();
    const std::string printed = options.true_numbers ? number : string_or(row, "printed");
    lines.push_back(line(kind, number, options.printed ? printed : "", truth_fields(row), truth_text(row)));
  }
  return lines;
}

std::vector<std::string> plan_lines(const plan::Plan& plan, const TruthOptions& options) {
  std::vector<std::string> lines;
  for (const plan::Item& item : plan.items) {
    std::map<std::string, std::string> fields;
    for (const plan::Field& field : item.fields) fields[field.role] = field_value(field);
    const std::string number = item.number ? item.number->canonical.value_or("?") : "";
    const std::string printed = item.number && options.printed ? item.number->printed.value_or("") : "";
    lines.push_back(line(std::string(to_string(item.kind)), number, printed, fields, item.text.value_or("")));
  }
  return lines;
}

std::filesystem::path fixture_path(const std::string& name) {
  const std::filesystem::path root = PACTABLE_SOURCE_DIR;
  const std::filesystem::path own = root / "fixtures" / name;
  return std::filesystem::exists(own) ? own : root / "tests/fixtures" / name;
}

std::string read_fixture(const std::string& path) {
  std::ifstream in(fixture_path(path), std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

json read_truth(const std::string& name) { return json::parse(read_fixture("truth/" + name + ".json")); }

}  // namespace pactable::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/rendering.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "writers/json/plan_json.h"

namespace pactable::batch {
namespace {

// The pieces stand one after the other, each as "<size> <name>\n<bytes>".
void put(std::string& out, std::string_view name, std::string_view bytes) {
  out += fmt::format("{} {}\n", bytes.size(), name);
  out += bytes;
}

struct Piece {
  std::string_view name, bytes;
};

std::optional<Piece> take(std::string_view& rest) {
  const std::size_t line = rest.find('\n');
  if (line == std::string_view::npos) return std::nullopt;
  const char* end_of_line = rest.data() + line;
  std::size_t size = 0;
  const auto [at, error] = std::from_chars(rest.data(), end_of_line, size);
  if (error != std::errc() || at == end_of_line || *at != ' ' || size > rest.size() - line - 1) return std::nullopt;
  const Piece piece{{at + 1, static_cast<std::size_t>(end_of_line - at - 1)}, rest.substr(line + 1, size)};
  rest.remove_prefix(line + 1 + size);
  return piece;
}

// A piece in the place of a file: extensions begin with a dot.
constexpr std::string_view kTrace = "trace";

std::string pack_trace(const std::vector<plan::TraceLine>& trace) {
  std::string out;
  for (const plan::TraceLine& line : trace) {
    put(out, "row", line.item_or_row);
    put(out, "rule", line.rule);
    put(out, "evidence", line.evidence);
    put(out, "text", line.text);
  }
  return out;
}

bool unpack_trace(std::string_view bytes, std::vector<plan::TraceLine>& trace) {
  while (!bytes.empty()) {
    plan::TraceLine line;
    for (std::string* member : {&line.item_or_row, &line.rule, &line.evidence, &line.text}) {
      const std::optional<Piece> piece = take(bytes);
      if (!piece) return false;
      *member = piece->bytes;
    }
    trace.push_back(std::move(line));
  }
  return true;
}

}  // namespace

Rendered render(Document document, const std::vector<const writers::Writer*>& formats) {
  Rendered rendered{std::move(document.record), {}, false, {}, std::move(document.trace)};
  rendered.files = std::move(document.presented);
  if (!document.plan) return rendered;
  const Status made = without_exceptions([&]() -> Status {
    for (const writers::Writer* writer : formats) {
      rendered.files.push_back({std::string(writer->extension), writer->write(*document.plan)});
    }
    return {};
  });
  if (!made) {
    rendered.files.clear();
    fail_record(rendered.record, made.error());
  }
  return rendered;
}

std::string pack(const Rendered& rendered) {
  std::string out;
  put(out, "record", writers::json::write_record_line(rendered.record));
  if (!rendered.trace.empty()) put(out, kTrace, pack_trace(rendered.trace));
  for (const OutputFile& file : rendered.files) put(out, file.extension, file.bytes);
  return out;
}

Result<Rendered> unpack(std::string_view bytes) {
  const std::optional<Piece> first = take(bytes);
  if (!first) return fail(ErrorCode::kDamaged, "the answer has no record");
  Result<plan::CorpusRecord> record = writers::json::read_record(first->bytes);
  if (!record) return tl::unexpected<Error>(record.error());
  Rendered rendered{std::move(*record), {}, false, {}, {}};
  while (!bytes.empty()) {
    const std::optional<Piece> file = take(bytes);
    if (!file) return fail(ErrorCode::kDamaged, "the answer is cut");
    if (file->name != kTrace) {
      rendered.files.push_back({std::string(file->name), std::string(file->bytes)});
    } else if (!unpack_trace(file->bytes, rendered.trace)) {
      return fail(ErrorCode::kDamaged, "the trace is cut");
    }
  }
  return rendered;
}

}  // namespace pactable::batch

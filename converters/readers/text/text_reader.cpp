// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/text_reader.h"

#include "readers/text/decode.h"
#include "readers/text/drawn.h"
#include "readers/text/dump_kind.h"
#include "readers/text/ocr_signs.h"

namespace pactable::readers::text {

bool recognises(std::string_view bytes) { return looks_like_text(bytes); }

Result<layout::Document> read(std::string_view bytes) {
  if (bytes.empty()) return fail(ErrorCode::kEmptyFile, "the file is empty");
  const Result<DecodedText> decoded = decode(bytes);
  if (!decoded) return tl::unexpected<Error>(decoded.error());
  layout::Document document;
  document.media_type = "text/plain";
  const Lines lines = decoded->lines;
  const DrawnTables drawn = find_drawn_tables(lines, document);
  std::size_t begin = 0;
  for (const DrawnTable& table : drawn.tables) {
    read_by_best_kind(lines.subspan(begin, table.begin - begin), drawn.markup, document);
    read_drawn_table(lines, table, document);
    begin = table.end;
  }
  read_by_best_kind(lines.subspan(begin), drawn.markup, document);
  OriginFinding finding = settle_origin(document.blocks);
  document.origin = finding.origin;
  document.origin_evidence = std::move(finding.evidence);
  for (layout::Block& block : document.blocks) {
    if (auto* table = std::get_if<layout::Table>(&block)) table->origin = document.origin;
  }
  return document;
}

}  // namespace pactable::readers::text

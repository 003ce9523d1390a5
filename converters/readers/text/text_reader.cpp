// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text/text_reader.h"

#include "readers/text/decode.h"
#include "readers/text/ocr_signs.h"
#include "readers/text/row_per_line.h"
#include "readers/text/stacked.h"

namespace pactable::readers::text {

bool recognises(std::string_view bytes) { return looks_like_text(bytes); }

Result<layout::Document> read(std::string_view bytes) {
  if (bytes.empty()) return fail(ErrorCode::kEmptyFile, "the file is empty");
  const Result<std::vector<Line>> lines = decode(bytes);
  if (!lines) return tl::unexpected<Error>(lines.error());
  layout::Document document;
  document.media_type = "text/plain";
  if (is_stacked(*lines))
    read_stacked(*lines, document);
  else
    read_row_per_line(*lines, document);
  OriginFinding finding = settle_origin(document.blocks);
  document.origin = finding.origin;
  document.origin_evidence = std::move(finding.evidence);
  for (layout::Block& block : document.blocks) {
    if (auto* table = std::get_if<layout::Table>(&block)) table->origin = document.origin;
  }
  return document;
}

}  // namespace pactable::readers::text

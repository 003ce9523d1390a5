// SPDX-License-Identifier: GPL-3.0-or-later
// What: the border of all readers: bytes in, layout::Document out.
// Never: a reader opens a file or a socket by itself, writes anything, or throws.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/revisions.h"
#include "layout/document.h"
#include "layout/page_pictures.h"

namespace pactable::readers {

/// What a caller may choose about reading; a format ignores what it does not know.
struct ReadOptions {
  Revisions revisions = Revisions::kFinal;
  int last_page = 0;                   // 1-based; pages behind it are not read and are missing then; 0: all are read
  std::vector<std::string> passwords;  // tried in order where a file is encrypted, after the empty one
};

/// One format. To add one: a folder with this function pair, and a line in readers/list.cpp.
struct Format {
  std::string_view id;                           // "pdf"
  std::string_view media_type;                   // "application/pdf"
  std::span<const std::string_view> extensions;  // lower case with the dot; only to pick files out of folders
  bool (*recognises)(std::string_view bytes);    // by content alone
  Result<layout::Document> (*read)(std::string_view bytes, const ReadOptions& options);
  /// Null where pages cannot be drawn: formats without pages, and files that are pictures themselves. The bytes must
  /// outlive what is returned. Fails as `read` does.
  Result<std::unique_ptr<layout::PagePictures>> (*open_pictures)(std::string_view bytes,
                                                                 const std::vector<std::string>& passwords) = nullptr;
};

/// All formats, in the order in which they are asked (plain text last).
[[nodiscard]] std::span<const Format> formats();

/// True where the content begins like that of a recogniser's file (hOCR, ALTO).
[[nodiscard]] bool is_recognised_text(std::string_view bytes);

/// The format of these bytes, by content; fails with empty-file or unknown-type (the message names what it looks like).
[[nodiscard]] Result<const Format*> recognise(std::string_view bytes);

}  // namespace pactable::readers

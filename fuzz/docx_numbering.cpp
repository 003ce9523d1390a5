// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the part of lists of a package whose paragraphs count in every level of four lists.
#include <cstddef>
#include <cstdint>
#include <string>

#include "docx_package.h"
#include "readers/docx/docx_reader.h"

namespace {

std::string numbered_paragraphs() {
  std::string body;
  const auto add = [&body](int list, int level) {
    body += "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
            std::to_string(list) + "\"/></w:numPr></w:pPr><w:r><w:t>text</w:t></w:r></w:p>";
  };
  for (int list = 0; list < 4; ++list) {
    for (const int level : {0, 1, 1, 2, 0, 3, 8, 4, 1, 9, 0}) add(list, level);
  }
  return "<w:document xmlns:w=\"" + std::string(pactable::fuzz::kWordNamespace) + "\"><w:body>" + body +
         "</w:body></w:document>";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string document = numbered_paragraphs();
  const std::string part(reinterpret_cast<const char*>(data), size);
  static_cast<void>(pactable::readers::docx::read(pactable::fuzz::docx_package(document, part)));
  return 0;
}

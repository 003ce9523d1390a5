// SPDX-License-Identifier: GPL-3.0-or-later
// What: word processing packages around one part that a fuzz target was given.
#pragma once

#include <string>

#include "hostile/raw_zip.h"

namespace pactable::fuzz {

inline constexpr const char* kWordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

inline std::string relationship(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
         type + "\" Target=\"" + target + "\"/>";
}

inline std::string relationships(const std::string& all) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all +
         "</Relationships>";
}

/// A package with this main part and, where it is not empty, this part of lists.
inline std::string docx_package(const std::string& document, const std::string& numbering) {
  test::RawZip zip;
  zip.add("[Content_Types].xml", "<Types/>")
      .add("_rels/.rels", relationships(relationship("r1", "officeDocument", "word/document.xml")))
      .add("word/document.xml", document);
  if (!numbering.empty()) {
    zip.add("word/_rels/document.xml.rels", relationships(relationship("n1", "numbering", "numbering.xml")))
        .add("word/numbering.xml", numbering);
  }
  return zip.bytes();
}

}  // namespace pactable::fuzz

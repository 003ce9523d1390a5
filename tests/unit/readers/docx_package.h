// SPDX-License-Identifier: GPL-3.0-or-later
// What: builds small word processing packages in memory for tests.
#pragma once

#include <zip.h>

#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <utility>

namespace pactable::test {

/// Parts by name; whatever is not set is left out. body() fills in the usual main part.
class DocxPackage {
 public:
  static constexpr const char* kTransitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static constexpr const char* kStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

  explicit DocxPackage(std::string word_namespace = kTransitional, const std::string& main = "word/document.xml")
      : namespace_(std::move(word_namespace)) {
    parts_["[Content_Types].xml"] =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"></Types>";
    relate("_rels/.rels", "officeDocument", main);
  }

  DocxPackage& body(const std::string& xml) {
    return part("word/document.xml", root("document", "<w:body>" + xml + "</w:body>"));
  }
  DocxPackage& part(const std::string& name, const std::string& bytes) {
    parts_[name] = bytes;
    return *this;
  }
  /// A part of the Word vocabulary that the main part is related to.
  DocxPackage& related(const std::string& type, const std::string& file, const std::string& element,
                       const std::string& xml) {
    relate("word/_rels/document.xml.rels", type, file);
    return part("word/" + file, root(element, xml));
  }
  DocxPackage& relate(const std::string& rels, const std::string& type, const std::string& target,
                      bool external = false) {
    relationships_[rels] += "<Relationship Id=\"r" + std::to_string(++count_) +
                            "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type +
                            "\" Target=\"" + target + (external ? "\" TargetMode=\"External\"/>" : "\"/>");
    return *this;
  }
  DocxPackage& password(const std::string& word) {
    password_ = word;
    return *this;
  }

  [[nodiscard]] std::string root(const std::string& element, const std::string& xml) const {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + element + " xmlns:w=\"" + namespace_ +
           "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:o=\"urn:other\">" + xml +
           "</w:" + element + ">";
  }

  [[nodiscard]] std::string bytes() const {
    std::map<std::string, std::string> all = parts_;
    for (const auto& [name, inner] : relationships_) {
      all[name] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner +
                  "</Relationships>";
    }
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    BOOST_REQUIRE(archive != nullptr);
    if (!password_.empty()) zip_set_default_password(archive, password_.c_str());
    for (const auto& [name, content] : all) {
      zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
      const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
      BOOST_REQUIRE(index >= 0);
      if (!password_.empty() && name.starts_with("word/")) {
        zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password_.c_str());
      }
    }
    BOOST_REQUIRE(zip_close(archive) == 0);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string out(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, out.data(), out.size());
    zip_source_close(target);
    zip_source_free(target);
    return out;
  }

 private:
  std::string namespace_;
  std::map<std::string, std::string> parts_, relationships_;
  std::string password_;
  int count_ = 0;
};

}  // namespace pactable::test

// SPDX-License-Identifier: GPL-3.0-or-later
// What: writes the smallest PDF files that show one thing each. Text is set in Helvetica, no fonts are embedded.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace pactable::tests {

class PdfBuilder {
 public:
  /// `content` are the operators of a page; `entries` go into its dictionary ("/Rotate 90").
  PdfBuilder& page(std::string content, std::string entries = {}) {
    pages_.push_back({std::move(content), std::move(entries)});
    return *this;
  }
  PdfBuilder& trailer(std::string entries) {
    trailer_ += entries;
    return *this;
  }
  /// The dictionary of a form, for the catalog.
  PdfBuilder& form(std::string entries) {
    form_ = "/AcroForm" + std::move(entries);
    return *this;
  }
  PdfBuilder& object(std::string body) {
    extra_.push_back(std::move(body));
    return *this;
  }

  /// Objects 1 to 5: catalog, pages, Helvetica, Helvetica-Bold, a one-pixel image. The first added object is 6.
  [[nodiscard]] std::string build() const {
    std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R" + form_ + ">>", "",
                                        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
                                        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
                                        stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
                                               "/ColorSpace/DeviceGray",
                                               "x")};
    objects.insert(objects.end(), extra_.begin(), extra_.end());
    std::string kids;
    for (const Page& p : pages_) {
      objects.push_back(stream("", p.content));
      const std::string content = std::to_string(objects.size());
      objects.push_back(
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Resources<</Font<</F 3 0 R/B 4 0 R>>"
          "/XObject<</I 5 0 R>>>>/Contents " +
          content + " 0 R" + p.entries + ">>");
      kids += std::to_string(objects.size()) + " 0 R ";
    }
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages_.size()) + ">>";
    std::string out = "%PDF-1.7\n";
    std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
      const std::string at = std::to_string(out.size());
      table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
      out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(out.size());
    return out + table + "trailer\n<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R" + trailer_ +
           ">>\nstartxref\n" + start + "\n%%EOF\n";
  }

 private:
  struct Page {
    std::string content, entries;
  };
  static std::string stream(const std::string& entries, const std::string& bytes) {
    return "<<" + entries + "/Length " + std::to_string(bytes.size()) + ">>\nstream\n" + bytes + "\nendstream";
  }
  std::vector<Page> pages_;
  std::vector<std::string> extra_;
  std::string trailer_, form_;
};

}  // namespace pactable::tests

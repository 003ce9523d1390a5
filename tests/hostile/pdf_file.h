// SPDX-License-Identifier: GPL-3.0-or-later
// What: writes PDF files object by object, well-formed or as broken as a test wants them.
// In:   bodies of objects. Out: the bytes of a file with its table of objects.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace pactable::test {

class PdfFile {
 public:
  /// The number of the object, from 1. `body` is what stands between obj and endobj.
  int add(std::string body) {
    bodies_.push_back(std::move(body));
    return static_cast<int>(bodies_.size());
  }
  void set(int number, std::string body) { bodies_[static_cast<std::size_t>(number) - 1] = std::move(body); }
  int add_stream(std::string_view data, const std::string& entries = "") { return add(stream(data, entries)); }
  static std::string stream(std::string_view data, const std::string& entries = "") {
    return "<< /Length " + std::to_string(data.size()) + ' ' + entries + " >>\nstream\n" + std::string(data) +
           "\nendstream";
  }
  static std::string ref(int number) { return std::to_string(number) + " 0 R"; }

  [[nodiscard]] std::string bytes(int root, const std::string& trailer = "") const {
    std::string out = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    std::string table = "xref\n0 " + std::to_string(bodies_.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
      char line[32];
      std::snprintf(line, sizeof line, "%010zu 00000 n \n", out.size());
      table += line;
      out += std::to_string(i + 1) + " 0 obj\n" + bodies_[i] + "\nendobj\n";
    }
    const std::size_t begin = out.size();
    return out + table + "trailer\n<< /Size " + std::to_string(bodies_.size() + 1) + " /Root " + ref(root) + ' ' +
           trailer + " >>\nstartxref\n" + std::to_string(begin) + "\n%%EOF\n";
  }

 private:
  std::vector<std::string> bodies_;
};

/// One page that shows `content` with the font /F (Helvetica unless another object is given).
struct OnePage {
  PdfFile file;
  int root = 0, pages = 0, page = 0, content = 0, font = 0;

  explicit OnePage(std::string_view text = "BT /F 12 Tf 72 720 Td (Action plan) Tj ET", const std::string& more = "",
                   const std::string& resources = "", const std::string& font_body = "") {
    root = file.add("");
    pages = file.add("");
    page = file.add("");
    content = file.add_stream(text);
    font = file.add(font_body.empty() ? "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>" : font_body);
    file.set(root, "<< /Type /Catalog /Pages " + PdfFile::ref(pages) + " >>");
    file.set(pages, "<< /Type /Pages /Kids [" + PdfFile::ref(page) + "] /Count 1 >>");
    file.set(page, "<< /Type /Page /Parent " + PdfFile::ref(pages) + " /Contents " + PdfFile::ref(content) +
                       " /Resources << /Font << /F " + PdfFile::ref(font) + " >> " + resources + " >> " +
                       (more.find("/MediaBox") == std::string::npos ? "/MediaBox [0 0 595 842] " : "") + more + " >>");
  }
  [[nodiscard]] std::string bytes(const std::string& trailer = "") const { return file.bytes(root, trailer); }
};

/// An action table, drawn with its lines, that goes on from page to page: three actions a page, each page with its own
/// content and font.
struct TablePages {
  PdfFile file;
  int root = 0, pages = 0;
  std::vector<int> page, content, font;

  explicit TablePages(int count) {
    root = file.add("");
    pages = file.add("");
    std::string kids;
    for (int i = 0; i < count; ++i) {
      page.push_back(file.add(""));
      content.push_back(file.add_stream(table(i)));
      font.push_back(file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
      file.set(page.back(), "<< /Type /Page /Parent " + PdfFile::ref(pages) + " /MediaBox [0 0 595 842] /Contents " +
                                PdfFile::ref(content.back()) + " /Resources << /Font << /F " +
                                PdfFile::ref(font.back()) + " >> >> >>");
      kids += PdfFile::ref(page.back()) + ' ';
    }
    file.set(root, "<< /Type /Catalog /Pages " + PdfFile::ref(pages) + " >>");
    file.set(pages, "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(count) + " >>");
  }
  [[nodiscard]] std::string bytes(const std::string& trailer = "") const { return file.bytes(root, trailer); }

  /// The content of a page, from 0.
  static std::string table(int index) {
    std::string out;
    const int columns[] = {60, 110, 340, 420, 535};
    int y = 760;
    const auto row = [&](const std::vector<std::string>& cells) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        out += std::to_string(columns[i]) + ' ' + std::to_string(y) + ' ' +
               std::to_string(columns[i + 1] - columns[i]) + " 24 re S BT /F 10 Tf " + std::to_string(columns[i] + 4) +
               ' ' + std::to_string(y + 8) + " Td (" + cells[i] + ") Tj ET\n";
      }
      y -= 24;
    };
    row({"No.", "Action", "Priority", "Responsible"});
    for (int i = 1; i <= 3; ++i) {
      const std::string number = std::to_string(index + 1) + '.' + std::to_string(i);
      row({number, "Survey the range of herd " + number, std::to_string(i), "Secretariat"});
    }
    return out;
  }
};

}  // namespace pactable::test

// SPDX-License-Identifier: GPL-3.0-or-later
// Reads pictures of the pages of one document, or a PDF as it is, and writes its blocks to standard output: a line for
// each row of a table, "row", then its cells by column; "text" and the paragraph for each other block. Tabs part.
//   recognition_bench LANGUAGES PICTURE...       recognition_bench --pdf FILE
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "layout/document.h"
#include "readers/reader.h"
#include "recognition/recogniser.h"
#include "tables/tables.h"

namespace {

using namespace pactable;

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\t' || c == '\n') c = ' ';
  }
  return text;
}

void write(const layout::Table& table) {
  for (int row = 0; row < static_cast<int>(table.rows.size()); ++row) {
    std::cout << "row";
    for (int column = 0; column < table.column_count; ++column) {
      const layout::Cell* const cell = table.at(row, column);
      const bool begins = cell != nullptr && cell->row == row && cell->column == column;
      std::cout << '\t' << (begins ? one_line(cell->text().utf8()) : "");
    }
    std::cout << '\n';
  }
}

void write(const std::vector<layout::Block>& blocks) {
  for (const layout::Block& block : blocks) {
    if (const auto* const table = std::get_if<layout::Table>(&block)) {
      write(*table);
    } else {
      std::cout << "text\t" << one_line(std::get<layout::TextBlock>(block).paragraph.text.utf8()) << '\n';
    }
  }
}

int fail_with(const Error& error) {
  std::cerr << error.message << '\n';
  return 1;
}

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, '+');) parts.push_back(part);
  return parts;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> given(arguments + 1, arguments + count);
  if (given.size() < 2) return 2;
  layout::Document document;
  if (given[0] == "--pdf") {
    const std::string bytes = bytes_of(given[1]);
    const auto format = readers::recognise(bytes);
    if (!format) return fail_with(format.error());
    auto read = (*format)->read(bytes, {});
    if (!read) return fail_with(read.error());
    document = std::move(*read);
  } else {
    const auto recogniser = recognition::load(split(given[0]));
    if (!recogniser) return fail_with(recogniser.error());
    for (std::size_t i = 1; i < given.size(); ++i) {
      auto pictures = (*recogniser)->decode(bytes_of(given[i]));
      if (!pictures) return fail_with(pictures.error());
      for (layout::GreyPicture& picture : *pictures) {
        picture.page = static_cast<int>(document.pages.size()) + 1;
        const std::clock_t begin = std::clock();
        auto page = (*recogniser)->read_page(picture);
        if (!page) return fail_with(page.error());
        std::cerr << given[i] << '\t' << static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC << " s\tskew "
                  << page->skew << "\twords " << page->words.size() << "\trulings " << page->rulings.size() << '\n';
        document.pages.push_back(std::move(*page));
      }
    }
    document.origin = LabelOrigin::kOcr;
  }
  write(tables::join(tables::find(document)));
}

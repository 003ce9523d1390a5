// SPDX-License-Identifier: GPL-3.0-or-later
// What: the pages of one document that need a character recogniser: which, and having them read.
// In:   the document as its reader hands it on, and a way to its pictures. Out: the same document with words on those
//       pages, further readings, and an account of what was done.
// Never: asks for a recogniser where no page needs one; holds more than one drawn page; reads a page twice.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "layout/document.h"
#include "layout/page_pictures.h"
#include "layout/witness.h"
#include "recognition/recogniser.h"

namespace pactable::scans {

enum class Ocr {
  kAuto,    // pages that are pictures, and pages whose text layer is bad
  kNever,   // the text of the file, whatever it is worth
  kAlways,  // every page that holds anything
};

/// Makes or hands out a recogniser for languages ("eng", "fra"); it stays the caller's. Fails with unsupported.
using RecogniserSource = std::function<Result<recognition::Recogniser*>(std::span<const std::string> languages)>;

/// A file of another recogniser that lies beside the document (hOCR, ALTO), not yet read. No bytes: there is none.
struct OcrFile {
  std::string name;
  std::string_view bytes;
};

/// What a document's surroundings lend to it.
struct Aids {
  RecogniserSource recogniser;  // may be absent: no page can be recognised then
  OcrFile ocr_file;
};

struct Options {
  Ocr ocr = Ocr::kAuto;
  std::vector<std::string> languages;  // empty: told from the text of the document where it has some, else English
  Aids aids;
};

/// Draws pages; null for files that are pictures themselves, which the recogniser decodes. See readers::Format.
using OpenPictures = std::function<Result<std::unique_ptr<layout::PagePictures>>(std::string_view bytes)>;

struct PageNeed {
  int page = 0;                      // 1-based
  bool layered = false;              // a text layer is there and is set aside
  std::vector<std::string> reasons;  // in a few words each
};

struct PageFailure {
  int page = 0;
  Error error;
};

/// Gives the pages that are pictures without text the words that another recogniser read on them, page by page, as a
/// text layer, and says so. Pages without a counterpart stay as they are.
void lay_over(layout::Document& document, layout::Document&& recognised, const std::string& name);

/// What was done.
struct Account {
  std::string program;         // Recogniser::name; empty where none was asked for
  std::vector<PageNeed> read;  // in order of pages
  std::vector<PageFailure> failed;
  std::vector<int> unreadable;  // pages that show letters of which none was recognised
  std::vector<layout::Witness> witnesses;
};

class ScannedDocument {
 public:
  /// `bytes` and `options` must outlive it.
  ScannedDocument(std::string_view bytes, OpenPictures open, const Options& options);

  /// In order. For layers it goes by words and pictures; what numbers show comes from the caller (add_need).
  [[nodiscard]] std::vector<PageNeed> find_needs(const layout::Document& document);

  /// Replaces the words and rulings of the pages, settles the document's origin and its evidence. `language` is the
  /// BCP 47 code of the text that is there, or empty. Pages that fail are accounted for and stay as they were. Fails
  /// where there is no recogniser.
  [[nodiscard]] Status recognise(layout::Document& document, const std::vector<PageNeed>& needs,
                                 const std::string& language);

  /// A place that should hold a number is read once more; boxes are those of the page turned upright. Empty where
  /// nothing is seen. Fails where there is no recogniser or no picture of the page.
  [[nodiscard]] Result<std::vector<layout::Reading>> look_again(const PagePlace& place, const std::string& language);

  [[nodiscard]] const Account& account() const { return account_; }
  /// True where a picture of the page can be looked at, and its text came from a recogniser.
  [[nodiscard]] bool is_scan(int page) const { return frames_.contains(page); }
  [[nodiscard]] bool has_scans() const { return !frames_.empty(); }
  /// `box` of a page turned upright, on the page as it is displayed.
  [[nodiscard]] Box as_displayed(int page, const Box& box) const;

 private:
  [[nodiscard]] std::vector<std::string> reasons_against(const layout::Page& page);
  [[nodiscard]] Result<layout::GreyPicture> draw(int page, double dpi);
  [[nodiscard]] Result<layout::GreyPicture> picture_of(int page, double dpi);
  [[nodiscard]] Status get_recogniser(const std::string& language);
  void recognise_page(layout::Page& page, const PageNeed& need);
  void take_words(layout::Page& page, layout::Page&& read, const layout::GreyPicture& picture);
  void note_failed_pages(layout::Document& document) const;
  void settle_origin(layout::Document& document) const;

  std::string_view bytes_;
  OpenPictures open_;
  const Options& options_;
  std::unique_ptr<layout::PagePictures> pages_;
  std::vector<layout::GreyPicture> decoded_;
  layout::GreyPicture looked_at_;  // of the last second look
  recognition::Recogniser* recogniser_ = nullptr;
  Account account_;
  std::map<int, layout::Page> frames_;  // scans: size, skew and resolution, no words
};

}  // namespace pactable::scans

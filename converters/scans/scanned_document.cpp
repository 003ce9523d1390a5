// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/scanned_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/current_page.h"
#include "core/unicode.h"
#include "layout/page_kind.h"
#include "scans/ink.h"
#include "scans/layer_quality.h"

namespace pactable::scans {
namespace {

// Drawn finer than it was scanned a page gains nothing, and what is lost in drawing it coarser begins at 300 dpi for
// type of nine points: a small letter has some twenty pixels then, as much as recognisers are trained for.
constexpr double kMostDpi = 300;
// A second look is at one cell: all that the scan has, as far as scanners go.
constexpr double kMostLookDpi = 600;
// A page without a picture of its own (characters without Unicode values), or with a thumbnail for one.
constexpr double kUsualDpi = 300, kLeastDpi = 70;
// A logo or a stamp says nothing of the resolution of the page.
constexpr double kScanShare = 0.1;
// Longer words are text; what else they may be read as is of no use to numbers and codes.
constexpr std::size_t kMostOfShortWord = 24;  // bytes
constexpr int kEnoughLetters = 20;            // a page of dirt has fewer marks of a letter's size

constexpr const char* kUsualLanguage = "eng";
constexpr std::array<std::pair<std::string_view, const char*>, 4> kLanguages = {
    {{"en", "eng"}, {"fr", "fra"}, {"es", "spa"}, {"ru", "rus"}}};

double resolution_of(const layout::Page& page, double most) {
  double own = 0;
  for (const layout::Image& image : page.images) {
    const double share = image.box.width() * image.box.height() / std::max(1.0, page.width * page.height);
    if (share >= kScanShare) own = std::max(own, image.dpi);
  }
  return own < kLeastDpi ? kUsualDpi : std::min(own, most);
}

layout::Page frame_of(const layout::Page& page) {
  layout::Page frame;
  frame.number = page.number;
  frame.width = page.width;
  frame.height = page.height;
  frame.skew = page.skew;
  frame.images = page.images;
  return frame;
}

}  // namespace

void lay_over(layout::Document& document, layout::Document&& recognised, const std::string& name) {
  int covered = 0;
  bool recognised_alone = true;
  for (layout::Page& page : document.pages) {
    const auto at = static_cast<std::size_t>(page.number) - 1;
    if (layout::kind_of(page) != layout::PageKind::kPicture || at >= recognised.pages.size()) {
      recognised_alone = recognised_alone && layout::kind_of(page) != layout::PageKind::kTyped;
      continue;
    }
    layout::Page& from = recognised.pages[at];
    if (from.words.empty() || from.width <= 0 || from.height <= 0) continue;
    const double x = page.width / from.width, y = page.height / from.height;
    const auto fit = [&](const Box& box) { return Box{box.x0 * x, box.y0 * y, box.x1 * x, box.y1 * y}; };
    for (layout::Word& word : from.words) {
      word.box = fit(word.box);
      word.baseline *= y;
      word.font_size *= y;
      word.invisible = true;
    }
    for (layout::Ruling& ruling : from.rulings) ruling.box = fit(ruling.box);
    page.words = std::move(from.words);
    page.rulings.insert(page.rulings.end(), from.rulings.begin(), from.rulings.end());
    std::erase_if(document.oddities, [&](const layout::Oddity& oddity) {
      return oddity.rule == "PDF-NO-TEXT" && oddity.place && pactable::page_of(*oddity.place) == page.number;
    });
    ++covered;
  }
  if (covered == 0) return;
  if (recognised_alone) document.origin = LabelOrigin::kOcr;
  std::erase(document.origin_evidence, "no page holds text");
  document.origin_evidence.push_back(
      fmt::format("the text of {} of {} pages is that of {} ({})", covered, document.pages.size(), name,
                  recognised.origin_evidence.empty() ? "" : recognised.origin_evidence[0]));
}

ScannedDocument::ScannedDocument(std::string_view bytes, OpenPictures open, const Options& options)
    : bytes_(bytes), open_(open), options_(options) {}

std::vector<PageNeed> ScannedDocument::find_needs(const layout::Document& document) {
  std::vector<PageNeed> needs;
  if (options_.ocr == Ocr::kNever) return needs;
  for (const layout::Page& page : document.pages) {
    const layout::PageKind kind = layout::kind_of(page);
    if (kind == layout::PageKind::kBlank || (open_ == nullptr && page.images.empty())) continue;
    if (kind == layout::PageKind::kPicture) {
      needs.push_back({page.number, false, {"a picture without text"}});
    } else if (options_.ocr == Ocr::kAlways) {
      needs.push_back({page.number, true, {"asked for"}});
    } else if (layout::unmapped_share(page) > layout::kUnreadableShare) {
      needs.push_back({page.number, true, {"its fonts do not tell what their signs are"}});
    } else if (kind == layout::PageKind::kRecognised || may_be_stamped_picture(page)) {
      if (kind == layout::PageKind::kRecognised) frames_.emplace(page.number, frame_of(page));
      if (auto reasons = reasons_against(page); !reasons.empty()) {
        needs.push_back({page.number, true, std::move(reasons)});
      }
    }
  }
  return needs;
}

std::vector<std::string> ScannedDocument::reasons_against(const layout::Page& page) {
  const bool layered = layout::kind_of(page) == layout::PageKind::kRecognised;
  std::vector<std::string> reasons;
  if (layered) reasons = signs_in_words(page.words);
  if (!reasons.empty()) return reasons;
  const Result<layout::GreyPicture> picture = draw(page.number, kInkDpi);
  if (!picture) return reasons;
  if (layered) return signs_in_picture(*picture, page.words);
  if (is_stamped_picture(page, *picture)) reasons.emplace_back("a picture with a line of text");
  return reasons;
}

Result<layout::GreyPicture> ScannedDocument::draw(int page, double dpi) {
  if (open_ == nullptr) return fail(ErrorCode::kUnsupported, "pages of this format cannot be drawn");
  if (!pages_) {
    auto opened = open_(bytes_);
    if (!opened) return tl::unexpected<Error>(opened.error());
    pages_ = std::move(*opened);
  }
  return pages_->draw(page, dpi);
}

Result<layout::GreyPicture> ScannedDocument::picture_of(int page, double dpi) {
  if (open_ != nullptr) return draw(page, dpi);
  if (decoded_.empty()) {
    auto decoded = recogniser_->decode(bytes_);
    if (!decoded) return tl::unexpected<Error>(decoded.error());
    decoded_ = std::move(*decoded);
  }
  const auto at = static_cast<std::size_t>(page) - 1;
  if (at >= decoded_.size()) return fail(ErrorCode::kDamaged, fmt::format("page {} cannot be decoded", page));
  return decoded_[at];
}

Status ScannedDocument::get_recogniser(const std::string& language) {
  if (recogniser_ != nullptr) return {};
  if (!options_.aids.recogniser) return fail(ErrorCode::kUnsupported, "no recogniser is at hand");
  std::vector<std::string> languages = options_.languages;
  if (languages.empty()) {
    const auto known = std::find_if(kLanguages.begin(), kLanguages.end(),
                                    [&](const auto& pair) { return language.starts_with(pair.first); });
    languages.emplace_back(known == kLanguages.end() ? kUsualLanguage : known->second);
  }
  const Result<recognition::Recogniser*> recogniser = options_.aids.recogniser(languages);
  if (!recogniser) return tl::unexpected<Error>(recogniser.error());
  recogniser_ = *recogniser;
  account_.program = recogniser_->name();
  return {};
}

Status ScannedDocument::recognise(layout::Document& document, const std::vector<PageNeed>& needs,
                                  const std::string& language) {
  if (needs.empty()) return {};
  if (const Status got = get_recogniser(language); !got) return got;
  for (const PageNeed& need : needs) {
    const auto page = std::find_if(document.pages.begin(), document.pages.end(),
                                   [&](const layout::Page& each) { return each.number == need.page; });
    if (page != document.pages.end()) recognise_page(*page, need);
  }
  const auto was_read = [&](const layout::Oddity& oddity) {
    return oddity.rule == "PDF-NO-TEXT" && oddity.place &&
           std::any_of(account_.read.begin(), account_.read.end(),
                       [&](const PageNeed& need) { return need.page == page_of(*oddity.place); });
  };
  std::erase_if(document.oddities, was_read);
  note_failed_pages(document);
  settle_origin(document);
  return {};
}

void ScannedDocument::recognise_page(layout::Page& page, const PageNeed& need) {
  note_page(page.number);
  const auto failed = [&](const Error& error) { account_.failed.push_back({page.number, error}); };
  const Result<layout::GreyPicture> picture = picture_of(page.number, resolution_of(page, kMostDpi));
  if (!picture) return failed(picture.error());
  Result<layout::Page> read = recogniser_->read_page(*picture);
  if (!read) return failed(read.error());
  const bool nothing = read->words.empty();
  if (nothing && compare_ink(*picture, {}).letters >= kEnoughLetters) account_.unreadable.push_back(page.number);
  if (nothing && need.layered) return;  // a layer is more than nothing
  take_words(page, std::move(*read), *picture);
  account_.read.push_back(need);
  frames_.insert_or_assign(page.number, frame_of(page));
}

void ScannedDocument::take_words(layout::Page& page, layout::Page&& read, const layout::GreyPicture& picture) {
  layout::Page back = frame_of(page);  // turns boxes of the page as it is displayed upright
  back.skew = -read.skew;
  for (const layout::Word& word : page.words) {
    if (word.text.size() > kMostOfShortWord) continue;
    const PagePlace place{page.number, layout::as_displayed(back, word.box)};
    account_.witnesses.push_back({layout::Witness::Kind::kLayer, place, {{word.text, 0}}});
  }
  for (const layout::Word& word : read.words) {
    if (word.readings.size() < 2 || word.text.size() > kMostOfShortWord) continue;
    std::vector<layout::Reading> others(word.readings.begin() + 1, word.readings.end());
    account_.witnesses.push_back({layout::Witness::Kind::kAlternative, {page.number, word.box}, std::move(others)});
  }
  page.words = std::move(read.words);
  page.rulings = std::move(read.rulings);
  page.fills = std::move(read.fills);
  page.skew = read.skew;
  if (open_ == nullptr && picture.scale > 0) {  // the decoder knows the size of the page best
    page.width = picture.width / picture.scale;
    page.height = picture.height / picture.scale;
  }
}

/// A page that has a layer keeps it; one that has nothing is missing from what was read.
void ScannedDocument::note_failed_pages(layout::Document& document) const {
  for (const PageFailure& failure : account_.failed) {
    const auto page = std::find_if(document.pages.begin(), document.pages.end(),
                                   [&](const layout::Page& each) { return each.number == failure.page; });
    if (page == document.pages.end() || !page->words.empty()) continue;
    if (!document.page_count) document.page_count.emplace().total = static_cast<int>(document.pages.size());
    std::vector<int>& missing = document.page_count->missing;
    const auto at = std::lower_bound(missing.begin(), missing.end(), failure.page);
    if (at == missing.end() || *at != failure.page) missing.insert(at, failure.page);
  }
}

void ScannedDocument::settle_origin(layout::Document& document) const {
  if (account_.read.empty()) return;
  std::size_t recognised = 0, typed = 0;
  for (const layout::Page& page : document.pages) {
    if (page.words.empty()) continue;
    ++(is_scan(page.number) ? recognised : typed);
  }
  document.origin = recognised >= typed ? LabelOrigin::kOcr : LabelOrigin::kTyped;
  std::erase(document.origin_evidence, "no page holds text");
  document.origin_evidence.push_back(
      fmt::format("{} read {} of {} pages", account_.program, account_.read.size(), document.pages.size()));
  for (const PageNeed& need : account_.read) {
    if (!need.layered) continue;
    for (const std::string& reason : need.reasons) {
      document.origin_evidence.push_back(fmt::format("page {}: text layer set aside: {}", need.page, reason));
    }
  }
}

Result<std::vector<layout::Reading>> ScannedDocument::look_again(const PagePlace& place, const std::string& language) {
  const auto frame = frames_.find(place.page);
  if (frame == frames_.end()) return fail(ErrorCode::kUnsupported, "there is no picture of the page");
  if (const Status got = get_recogniser(language); !got) return tl::unexpected<Error>(got.error());
  if (looked_at_.page != place.page || looked_at_.grey.empty()) {
    note_page(place.page);
    Result<layout::GreyPicture> picture = picture_of(place.page, resolution_of(frame->second, kMostLookDpi));
    if (!picture) return tl::unexpected<Error>(picture.error());
    looked_at_ = std::move(*picture);
    looked_at_.page = place.page;
  }
  return recogniser_->read_number(looked_at_, layout::as_displayed(frame->second, place.box));
}

Box ScannedDocument::as_displayed(int page, const Box& box) const {
  const auto frame = frames_.find(page);
  return frame == frames_.end() ? box : layout::as_displayed(frame->second, box);
}

}  // namespace pactable::scans

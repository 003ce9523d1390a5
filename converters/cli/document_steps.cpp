// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/document_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "cli/conversion_steps.h"
#include "cli/loaded_recogniser.h"
#include "cli/table_output.h"
#include "overlay/overlay.h"
#include "pipeline/converter.h"
#include "readers/office/office_reader.h"

namespace pactable::cli {
namespace {

using batch::OutputFile;

constexpr std::string_view kPageBegin = "-p", kPageEnd = ".png";
constexpr std::size_t kMostDigits = 9;

bool is_page_picture(std::string_view extension) {
  if (!extension.starts_with(kPageBegin) || !extension.ends_with(kPageEnd)) return false;
  extension.remove_prefix(kPageBegin.size());
  extension.remove_suffix(std::min(kPageEnd.size(), extension.size()));
  return !extension.empty() && extension.size() <= kMostDigits &&
         extension.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

batch::Steps table_steps(const TablesArguments& arguments) {
  batch::Steps steps;
  steps.recognise = media_type_of;
  steps.recogniser = loaded_recogniser;
  steps.office_extension = readers::office::extension_of;
  steps.may_present = [](std::string_view extension) { return extension.empty(); };
  steps.show = [join = arguments.join, format = arguments.format, options = arguments.scans](
                   std::string_view bytes, const batch::Task& task, const scans::Aids& aids) {
    scans::Options scans = options;
    scans.aids = aids;
    std::optional<readers::office::MadeDocx> docx;
    if (task.office) docx.emplace(aids.ocr_file.bytes);
    if (task.office) scans.aids.ocr_file = {};
    return pipeline::read_tables(bytes, join, scans)
        .and_then([&](const std::vector<layout::Table>& found) { return write_tables(found, format); })
        .map([](std::string text) {
          return std::vector<OutputFile>{{"", std::move(text)}};
        });
  };
  return steps;
}

batch::Steps overlay_steps() {
  batch::Steps steps;
  steps.recognise = media_type_of;
  steps.may_present = is_page_picture;
  steps.show = [](std::string_view bytes, const batch::Task&, const scans::Aids&) {
    return overlay::draw_pages(bytes).map([](std::vector<overlay::PagePicture> pictures) {
      std::vector<OutputFile> files;
      for (overlay::PagePicture& picture : pictures) {
        files.push_back({fmt::format("{}{}{}", kPageBegin, picture.page, kPageEnd), std::move(picture.png)});
      }
      return files;
    });
  };
  return steps;
}

batch::Steps review_steps(batch::Steps steps, pages::review::Words words) {
  steps.may_present = [](std::string_view extension) {
    return extension == kReviewPage || extension == kReviewSummary;
  };
  steps.present = [words = std::move(words)](std::string_view bytes, const plan::CorpusRecord& record,
                                             const plan::Plan& plan) {
    pages::review::Packet packet = pages::review::write_packet(bytes, record.path, plan, words);
    return std::vector<OutputFile>{{std::string(kReviewSummary), pages::review::pack_summary(packet)},
                                   {std::string(kReviewPage), std::move(packet.page)}};
  };
  return steps;
}

}  // namespace pactable::cli

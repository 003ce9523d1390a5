// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/docx_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "readers/docx/embedded.h"
#include "readers/docx/numbering_definitions.h"
#include "readers/docx/package.h"
#include "readers/docx/page_heads.h"
#include "readers/docx/pictures.h"
#include "readers/docx/settings.h"
#include "readers/docx/story.h"
#include "readers/docx/styles.h"

namespace pactable::readers::docx {
namespace {

using layout::Block;
using layout::Furniture;
using layout::TextBlock;

constexpr std::string_view kZipMagic = "PK\x03\x04";

// Paragraphs of blocks that stand aside of the body, tables among them taken apart.
void append_as_text(std::vector<Block>& to, std::vector<Block>::iterator begin, std::vector<Block>::iterator end,
                    Furniture furniture, const std::string& mark) {
  const auto add = [&](layout::Paragraph&& paragraph) {
    to.emplace_back(TextBlock{std::move(paragraph), furniture, mark});
  };
  for (auto block = begin; block != end; ++block) {
    if (auto* text = std::get_if<TextBlock>(&*block)) {
      add(std::move(text->paragraph));
      continue;
    }
    for (layout::Cell& cell : std::get<layout::Table>(*block).cells) {
      for (layout::Paragraph& paragraph : cell.paragraphs) add(std::move(paragraph));
    }
  }
}

class DocxReader {
 public:
  DocxReader(Package package, Revisions revisions) : package_(std::move(package)), revisions_(revisions) {}

  Result<layout::Document> read() {
    const Status status = read_parts();
    if (!status) return tl::unexpected<Error>(status.error());
    note_revisions();
    note_unknown_formats();
    document_.media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    document_.origin = LabelOrigin::kTyped;
    document_.origin_evidence = {"text of DOCX runs"};
    return std::move(document_);
  }

 private:
  Status read_parts() {
    if (const Status found = find_parts(); !found) return found;
    if (const Status defined = read_definitions(); !defined) return defined;
    read_note_numbers();
    Result<Story> body = story(main_part_);
    if (!body) return tl::unexpected<Error>(body.error());
    if (body->root != "document") return fail(ErrorCode::kUnsupported, "the package is no word processing document");
    std::vector<layout::Block> aside;
    for (const bool endnotes : {false, true}) {
      if (const Status read = read_notes(endnotes, body->references, aside); !read) return read;
    }
    for (const char* type : {"header", "footer"}) {
      if (const Status read = read_running_heads(type, *body, aside); !read) return read;
    }
    document_.blocks = std::move(body->blocks);
    std::move(aside.begin(), aside.end(), std::back_inserter(document_.blocks));
    return {};
  }

  Status find_parts() {
    const auto roots = package_.relationships("");
    if (!roots) return tl::unexpected<Error>(roots.error());
    const auto main = std::find_if(roots->begin(), roots->end(), [](const Relationship& relationship) {
      return relationship.type == "officeDocument" && !relationship.external;
    });
    if (main == roots->end()) return fail(ErrorCode::kDamaged, "the package names no main document part");
    main_part_ = main->target;
    auto relationships = package_.relationships(main_part_);
    if (!relationships) return tl::unexpected<Error>(relationships.error());
    for (Relationship& relationship : *relationships) {
      if (!relationship.external) {
        if (relationship.type == "aFChunk") chunks_.emplace(relationship.id, relationship.target);
        targets_[relationship.type].push_back(std::move(relationship.target));
      } else if (relationship.type != "hyperlink") {
        document_.oddities.push_back(
            {"DOCX-EXTERNAL", "an external " + relationship.type + " was not fetched: " + relationship.target, {}});
      }
    }
    return {};
  }

  Status read_definitions() {
    if (const std::string part = first_target("styles"); package_.has(part)) {
      Result<std::string> bytes = package_.read(part);
      if (!bytes) return tl::unexpected<Error>(bytes.error());
      Result<Styles> styles = Styles::parse(std::move(*bytes), part);
      if (!styles) return tl::unexpected<Error>(styles.error());
      styles_ = std::move(*styles);
    }
    if (const std::string part = first_target("numbering"); package_.has(part)) {
      Result<std::string> bytes = package_.read(part);
      if (!bytes) return tl::unexpected<Error>(bytes.error());
      Result<NumberingDefinitions> numbering = NumberingDefinitions::parse(std::move(*bytes), part);
      if (!numbering) return tl::unexpected<Error>(numbering.error());
      numbering_ = std::move(*numbering);
      numbering_.follow_styles(styles_);
    }
    return {};
  }

  // Only the marks of notes depend on it: a document whose settings are broken is read all the same.
  void read_note_numbers() {
    const std::string part = first_target("settings");
    if (!package_.has(part)) return;
    Result<std::string> bytes = package_.read(part);
    if (bytes && read_settings(std::move(*bytes), part, footnotes_, endnotes_)) return;
    document_.oddities.push_back({"DOCX-NOT-READ", "the settings of the document were not read", {}});
  }

  [[nodiscard]] std::string first_target(const std::string& type) const {
    const auto found = targets_.find(type);
    return found == targets_.end() ? std::string() : found->second.front();
  }

  Result<Story> story(const std::string& part, bool is_page_head = false) {
    Result<std::string> bytes = package_.read(part);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    StoryContext context{styles_,
                         numbering_,
                         document_.oddities,
                         revisions_,
                         footnotes_,
                         endnotes_,
                         {},
                         has_floating_drawings(part, *bytes),
                         !is_page_head};
    if (part == main_part_) context.embedded = [this](const std::string& id) { return embedded(id); };
    Result<Story> read = read_story(std::move(*bytes), part, context);
    if (read) add_revisions(read->revisions);
    return read;
  }

  // What floats in a page head lies on every page of the body.
  bool has_floating_drawings(const std::string& part, const std::string& bytes) {
    if (part != main_part_ || holds_floating_drawing(bytes)) return holds_floating_drawing(bytes);
    const auto heads = targets_.find("header");
    if (heads == targets_.end()) return false;
    return std::any_of(heads->second.begin(), heads->second.end(), [this](const std::string& head) {
      const Result<std::string> of_head = package_.has(head) ? package_.read(head) : Result<std::string>();
      return of_head && holds_floating_drawing(*of_head);
    });
  }

  std::optional<std::vector<Block>> embedded(const std::string& id) {
    const auto chunk = chunks_.find(id);
    if (chunk == chunks_.end()) return std::nullopt;
    const Result<std::string> bytes = package_.read(chunk->second);
    return bytes ? read_embedded(*bytes, chunk->second, document_.oddities) : std::nullopt;
  }

  void add_revisions(const RevisionCounts& of_story) {
    counts_.insertions += of_story.insertions;
    counts_.deletions += of_story.deletions;
    counts_.settings += of_story.settings;
    if (!counts_.first) counts_.first = of_story.first;
  }

  void note_revisions() {
    if (!counts_.any()) return;
    document_.oddities.push_back(
        {"DOCX-TRACKED",
         fmt::format("the document holds tracked changes ({} insertions, {} deletions, {} of settings); it was read as "
                     "if all were {}",
                     counts_.insertions, counts_.deletions, counts_.settings,
                     revisions_ == Revisions::kFinal ? "accepted" : "rejected"),
         *counts_.first});
  }

  void note_unknown_formats() {
    for (const std::string& format : numbering_.unknown_formats()) {
      document_.oddities.push_back(
          {"DOCX-NUMBER-FORMAT", "numbers of the format " + format + " are given as decimal numbers", {}});
    }
  }

  // Notes are printed in the order of their references. Notes that nothing refers to come last, without a mark.
  Status read_notes(bool endnotes, const std::vector<NoteReference>& references, std::vector<Block>& aside) {
    const std::string part = first_target(endnotes ? "endnotes" : "footnotes");
    if (!package_.has(part)) return {};
    Result<Story> notes = story(part);
    if (!notes) return tl::unexpected<Error>(notes.error());
    std::map<int, const Note*> by_id;
    for (const Note& note : notes->notes) {
      if (!note.separator) by_id.emplace(note.id, &note);
    }
    const auto add = [&](const Note& note, const std::string& mark) {
      const auto at = [&](std::size_t index) { return notes->blocks.begin() + static_cast<std::ptrdiff_t>(index); };
      append_as_text(aside, at(note.begin), at(note.end), Furniture::kFootnote, mark);
    };
    for (const NoteReference& reference : references) {
      if (reference.endnote != endnotes) continue;
      const auto note = by_id.find(reference.id);
      if (note == by_id.end()) continue;
      add(*note->second, reference.mark);
      by_id.erase(note);
    }
    for (const Note& note : notes->notes) {
      if (by_id.erase(note.id) > 0 && !note.separator) add(note, "");
    }
    return {};
  }

  // Titles of columns go to their tables, all else is furniture.
  Status read_running_heads(const std::string& type, Story& body, std::vector<Block>& aside) {
    std::set<std::string> done;
    for (const std::string& part : targets_[type]) {
      if (!done.insert(part).second || !package_.has(part)) continue;
      Result<Story> head = story(part, true);
      if (!head) return tl::unexpected<Error>(head.error());
      if (type == "header") give_header_rows(*head, body);
      append_as_text(aside, head->blocks.begin(), head->blocks.end(), Furniture::kRunningHead, "");
    }
    return {};
  }

  Package package_;
  Revisions revisions_;
  RevisionCounts counts_;
  std::string main_part_;
  std::map<std::string, std::vector<std::string>> targets_;  // by type of relationship, in their order
  std::map<std::string, std::string> chunks_;                // embedded documents by the id of their relationship
  NoteNumbers footnotes_, endnotes_ = {"lowerRoman", 1};
  Styles styles_;
  NumberingDefinitions numbering_;
  layout::Document document_;
};

}  // namespace

bool recognises(std::string_view bytes) {
  if (is_encrypted_compound(bytes)) return true;
  if (!bytes.starts_with(kZipMagic)) return false;
  const auto names = [bytes](std::string_view part) { return bytes.find(part) != std::string_view::npos; };
  // Names stand uncompressed in a ZIP. The main part may have any name, those of spreadsheets and slides tell them
  // apart.
  return names("word/") || (names("[Content_Types].xml") && !names("xl/workbook") && !names("ppt/presentation"));
}

Result<layout::Document> read(std::string_view bytes, Revisions revisions) {
  if (is_encrypted_compound(bytes)) return fail(ErrorCode::kEncrypted, "the document opens only with a password");
  Result<Package> package = Package::open(bytes);
  if (!package) return tl::unexpected<Error>(package.error());
  return DocxReader(std::move(*package), revisions).read();
}

}  // namespace pactable::readers::docx

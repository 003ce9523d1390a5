// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/story.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/unicode.h"
#include "readers/docx/block_flow.h"
#include "readers/docx/vocabulary.h"
#include "readers/docx/xml_stream.h"

namespace pactable::readers::docx {
namespace {

constexpr std::string_view kNoBreakHyphen = "\u2011";
constexpr std::string_view kSoftHyphen = "\u00AD";
// What the children of an element may say.
enum class Context {
  kOther,
  kSkipped,
  kParagraph,
  kParagraphProperties,
  kNumberingProperties,
  kMarkProperties,
  kRun,
  kRunProperties,
  kText,
  kFieldCode,
  kTable,
  kRow,
  kRowProperties,
  kCell,
  kCellProperties,
  kAlternate,
  kNote
};

struct Frame {
  Context context = Context::kOther;
  bool owner = true;  // false: transparent, its end means nothing
};

class StoryReader {
 public:
  StoryReader(const std::string& part, const Styles& styles, NumberingDefinitions& numbering,
              std::vector<layout::Oddity>& oddities, Revisions revisions)
      : part_(part),
        flow_(part, styles, numbering, oddities),
        oddities_(oddities),
        original_(revisions == Revisions::kOriginal) {}

  Result<Story> read(std::string bytes) {
    XmlStream xml(std::move(bytes), part_);
    while (flow_.status() && xml.next()) {
      switch (xml.event()) {
        case XmlStream::Event::kStart: start(xml); break;
        case XmlStream::Event::kEnd: end(); break;
        case XmlStream::Event::kText:
          if (skipped_ == 0 && context() == Context::kText) append(xml.text());
          if (skipped_ == 0 && context() == Context::kFieldCode) read_field_code(xml.text());
          break;
      }
    }
    if (!xml.status()) return tl::unexpected<Error>(xml.status().error());
    if (!flow_.status()) return tl::unexpected<Error>(flow_.status().error());
    story_.blocks = flow_.finish();
    return std::move(story_);
  }

 private:
  [[nodiscard]] Context context() const { return frames_.empty() ? Context::kOther : frames_.back().context; }

  void start(const XmlStream& xml) {
    if (skipped_ > 0) {
      ++skipped_;
      return;
    }
    if (frames_.empty() && xml.vocabulary() == Vocabulary::kWord) story_.root = xml.name();
    const Frame frame = begin(xml);
    if (frame.context == Context::kSkipped)
      skipped_ = 1;
    else
      frames_.push_back(frame);
  }

  Frame begin(const XmlStream& xml) {
    const std::string_view name = xml.name();
    switch (xml.vocabulary()) {
      case Vocabulary::kWord: return begin_word(xml, name);
      case Vocabulary::kCompatibility: return begin_alternate(name);
      case Vocabulary::kMath:
        if (name == "r") return begin_run();
        return {name == "t" ? Context::kText : Context::kOther, false};
      case Vocabulary::kOther: break;
    }
    return {};
  }

  Frame begin_alternate(std::string_view name) {
    if (name == "AlternateContent") {
      choice_taken_.push_back(false);
      parent_contexts_.push_back(context());
      return {Context::kAlternate};
    }
    if (choice_taken_.empty() || context() != Context::kAlternate) return {context(), false};
    if (choice_taken_.back()) return {Context::kSkipped};
    choice_taken_.back() = true;
    return {parent_contexts_.back(), false};
  }

  Frame begin_word(const XmlStream& xml, std::string_view name) {
    if (is_unprinted(name)) return {Context::kSkipped};
    if (name.ends_with("PrChange")) return earlier_properties(name);
    switch (context()) {
      case Context::kParagraphProperties: return paragraph_property(xml, name);
      case Context::kNumberingProperties: return numbering_property(xml, name);
      case Context::kMarkProperties: return mark_property(xml, name);
      case Context::kRunProperties: return run_property(xml, name);
      case Context::kRowProperties: return row_property(xml, name);
      case Context::kCellProperties: return cell_property(xml, name);
      case Context::kRun: return run_content(xml, name);
      default: return container(xml, name);
    }
  }

  Frame container(const XmlStream& xml, std::string_view name) {
    if (name == "p") {
      flow_.begin_paragraph();
      return {Context::kParagraph};
    }
    if (name == "r") return begin_run();
    if (name == "t" || (name == "delText" && original_)) return {Context::kText, false};
    if (name == "instrText") return {Context::kFieldCode, false};
    if (name == "altChunk") note_unread("an embedded document (altChunk)");
    if (name == "delText") return {Context::kSkipped};
    if (name == "pPr" && context() == Context::kParagraph) return {Context::kParagraphProperties};
    if (name == "rPr") return {Context::kSkipped};
    if (const int side = side_of(name); side != 0) return {counts(side) ? Context::kSkipped : Context::kOther, false};
    if (name == "tbl") {
      flow_.begin_table();
      return {Context::kTable};
    }
    if (name == "tr" && flow_.begin_row()) return {Context::kRow};
    if (name == "tc" && flow_.row_discarded()) return {Context::kSkipped};
    if (name == "tc" && flow_.begin_cell()) return {Context::kCell};
    if (name == "trPr" && context() == Context::kRow) return {Context::kRowProperties};
    if (name == "tcPr" && context() == Context::kCell) return {Context::kCellProperties};
    if (name == "footnote" || name == "endnote") return begin_note(xml);
    return {};
  }

  Frame run_content(const XmlStream& xml, std::string_view name) {
    if (name == "rPr") {
      if (flow_.paragraph() != nullptr) return {Context::kRunProperties};
      return {Context::kSkipped};
    }
    if (name == "tab" || name == "ptab")
      append("\t");
    else if (name == "br" || name == "cr")
      append("\n");
    else if (name == "noBreakHyphen")
      append(kNoBreakHyphen);
    else if (name == "softHyphen")
      append(kSoftHyphen);
    else if (name == "sym")
      append_symbol(xml);
    else if (name == "fldChar")
      field_character(xml.attribute("fldCharType").value_or(""));
    else if (name == "footnoteReference" || name == "endnoteReference")
      note_reference(xml, name == "endnoteReference");
    else
      return container(xml, name);
    return {};
  }

  void append(std::string_view utf8) {
    OpenParagraph* paragraph = flow_.paragraph();
    if (paragraph != nullptr && open_codes_ == 0) paragraph->builder.append(utf8, paragraph->run);
  }

  void append_symbol(const XmlStream& xml) {
    const std::string hex = xml.attribute("char").value_or("");
    std::uint32_t code = 0;
    std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    if (code >= 0x20) append(unicode::to_utf8(std::u32string(1, static_cast<char32_t>(code))));
  }

  // false: between begin and separate stands the code of a field, after it the printed result.
  void field_character(const std::string& type) {
    if (type == "begin") {
      fields_.push_back(false);
      ++open_codes_;
      return;
    }
    if (fields_.empty()) return;
    if (!fields_.back()) --open_codes_;
    fields_.back() = true;
    if (type == "end") fields_.pop_back();
  }

  // Fields that print a number of their own and keep no result in the file.
  void read_field_code(std::string_view code) {
    for (const char* field : {"AUTONUM", "LISTNUM"}) {
      if (code.find(field) != std::string_view::npos)
        note_unread(std::string("a number that a field prints (") + field + ")");
    }
  }

  void note_unread(const std::string& what) {
    oddities_.push_back({"DOCX-NOT-READ", what + " was not read", flow_.here()});
  }

  void note_reference(const XmlStream& xml, bool endnote) {
    const auto custom = xml.attribute("customMarkFollows");
    story_.references.push_back({endnote, xml.number("id", -1), custom && *custom != "0" && *custom != "false"});
  }

  // --- tracked changes

  // 1: what a change brought in, -1: what it took away, 0: no change.
  static int side_of(std::string_view name) {
    if (name == "ins" || name == "moveTo" || name == "cellIns") return 1;
    if (name == "del" || name == "moveFrom" || name == "cellDel") return -1;
    return 0;
  }

  // Counts the change; true where its content is not on the side that is read.
  bool counts(int side) {
    ++(side > 0 ? story_.revisions.insertions : story_.revisions.deletions);
    note_place();
    return original_ == (side > 0);
  }

  void note_place() {
    if (!story_.revisions.first) story_.revisions.first = flow_.here();
  }

  // What properties were before a change: they take the place of the present ones where the original is read.
  Frame earlier_properties(std::string_view name) {
    ++story_.revisions.settings;
    note_place();
    if (!original_) return {Context::kSkipped};
    if (name == "pPrChange" && context() == Context::kParagraphProperties) {
      OpenParagraph& paragraph = *flow_.paragraph();
      paragraph.builder.set_style("");
      paragraph.builder.set_outline_level(std::nullopt);
      paragraph.numbering = {};
    } else if (name == "rPrChange" && context() == Context::kRunProperties) {
      flow_.paragraph()->run = {};
    } else if (name == "tcPrChange" && context() == Context::kCellProperties) {
      flow_.cell_properties() = {};
    } else {
      return {Context::kSkipped};
    }
    return {context(), false};
  }

  // --- properties of paragraphs, runs, rows and cells

  Frame begin_run() {
    if (OpenParagraph* paragraph = flow_.paragraph()) paragraph->run = {};
    return {Context::kRun, false};
  }

  Frame paragraph_property(const XmlStream& xml, std::string_view name) {
    OpenParagraph& paragraph = *flow_.paragraph();
    if (name == "pStyle") paragraph.builder.set_style(xml.value().value_or(""));
    if (name == "outlineLvl") paragraph.builder.set_outline_level(xml.number("val", 9));
    if (name == "numPr") return {Context::kNumberingProperties};
    if (name == "pPr") return {Context::kParagraphProperties, false};  // the earlier ones
    return {name == "rPr" ? Context::kMarkProperties : Context::kOther, false};
  }

  Frame numbering_property(const XmlStream& xml, std::string_view name) {
    NumberingReference& numbering = flow_.paragraph()->numbering;
    if (name == "ilvl") numbering.level = xml.number("val", 0);
    if (name == "numId") numbering.num_id = xml.number("val", 0);
    if (name == "ins" && counts(1)) numbering = {};
    return {};
  }

  Frame mark_property(const XmlStream& xml, std::string_view name) {
    ParagraphMark& mark = flow_.paragraph()->mark;
    if (const int side = side_of(name); side != 0 && counts(side)) mark.removed = true;
    if (name == "vanish") mark.hidden = xml.on();
    if (name == "specVanish") mark.run_in = xml.on();
    return {};
  }

  Frame run_property(const XmlStream& xml, std::string_view name) {
    RunProperties& run = flow_.paragraph()->run;
    if (name == "b") run.bold = xml.on();
    if (name == "i") run.italic = xml.on();
    if (name == "vanish") run.hidden = xml.on();
    if (name == "vertAlign") run.superscript = xml.value() == "superscript";
    if (name == "rStyle") run.style = xml.value().value_or("");
    if (name == "rPr") return {Context::kRunProperties, false};  // the earlier ones
    return {};
  }

  Frame row_property(const XmlStream& xml, std::string_view name) {
    if (name == "tblHeader" && xml.on()) flow_.mark_header();
    if (name == "gridBefore") flow_.set_grid_before(xml.number("val", 0));
    if (const int side = side_of(name); side != 0 && counts(side)) flow_.discard_row();
    return {};
  }

  Frame cell_property(const XmlStream& xml, std::string_view name) {
    CellProperties& cell = flow_.cell_properties();
    if (name == "gridSpan") cell.grid_span = xml.number("val", 1);
    if (name == "vMerge") {
      cell.vertical_merge = xml.value() == "restart" ? VerticalMerge::kRestart : VerticalMerge::kContinue;
    }
    if (name == "hMerge") cell.horizontal_continue = xml.value() != "restart";
    if (name == "shd") cell.shading = colour_of(xml.attribute("fill"));
    if (const int side = side_of(name); side != 0 && counts(side)) cell.removed = true;
    if (name == "cellMerge") tracked_merge(xml, cell);
    if (name == "tcPr") return {Context::kCellProperties, false};  // the earlier ones
    return {};
  }

  void tracked_merge(const XmlStream& xml, CellProperties& cell) {
    ++story_.revisions.settings;
    note_place();
    const auto merge = xml.attribute(original_ ? "vMergeOrig" : "vMerge");
    if (!merge) return;
    cell.vertical_merge = *merge == "rest" ? VerticalMerge::kRestart : VerticalMerge::kContinue;
  }

  void end_paragraph() {
    // A code that does not end with its paragraph is broken: what follows is text again.
    if (!flow_.in_text_box() && open_codes_ > 0) {
      std::fill(fields_.begin(), fields_.end(), true);
      open_codes_ = 0;
    }
    flow_.end_paragraph();
  }

  // --- notes

  Frame begin_note(const XmlStream& xml) {
    const std::string type = xml.attribute("type").value_or("normal");
    story_.notes.push_back({xml.number("id", -1), type != "normal", flow_.block_count(), 0});
    return {Context::kNote};
  }

  void end() {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    const Frame frame = frames_.back();
    frames_.pop_back();
    if (!frame.owner) return;
    switch (frame.context) {
      case Context::kParagraph: end_paragraph(); break;
      case Context::kParagraphProperties: flow_.end_paragraph_properties(); break;
      case Context::kTable: flow_.end_table(); break;
      case Context::kRow: flow_.end_row(); break;
      case Context::kCell: flow_.end_cell(); break;
      case Context::kAlternate:
        choice_taken_.pop_back();
        parent_contexts_.pop_back();
        break;
      case Context::kNote: story_.notes.back().end = flow_.block_count(); break;
      default: break;
    }
  }

  std::string part_;
  BlockFlow flow_;
  std::vector<layout::Oddity>& oddities_;
  bool original_ = false;  // the side of tracked changes that is read
  Story story_;

  std::vector<Frame> frames_;
  int skipped_ = 0;  // depth inside of an element that is skipped
  std::vector<bool> choice_taken_;
  std::vector<Context> parent_contexts_;
  std::vector<bool> fields_;
  int open_codes_ = 0;  // fields whose code is being read
};

}  // namespace

Result<Story> read_story(std::string bytes, const std::string& part, const Styles& styles,
                         NumberingDefinitions& numbering, std::vector<layout::Oddity>& oddities, Revisions revisions) {
  return StoryReader(part, styles, numbering, oddities, revisions).read(std::move(bytes));
}

}  // namespace pactable::readers::docx

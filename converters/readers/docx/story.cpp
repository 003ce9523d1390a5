// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/story.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/number_formats.h"
#include "core/unicode.h"
#include "readers/docx/block_flow.h"
#include "readers/docx/content_controls.h"
#include "readers/docx/fields.h"
#include "readers/docx/pictures.h"
#include "readers/docx/properties.h"
#include "readers/docx/story_frame.h"
#include "readers/docx/symbol_fonts.h"
#include "readers/docx/vocabulary.h"
#include "readers/docx/xml_stream.h"

namespace pactable::readers::docx {
namespace {

constexpr std::string_view kNoBreakHyphen = "\u2011";
constexpr std::string_view kSoftHyphen = "\u00AD";

// Something that is left out in many places: said once.
struct LeftOut {
  int count = 0;
  std::string first;
  PartPlace place;

  void add(const PartPlace& where, std::string_view what) {
    if (count++ == 0) place = where;
    if (first.empty()) first = quoted(what);
  }
};

class StoryReader {
 public:
  StoryReader(const std::string& part, const StoryContext& context)
      : part_(part),
        context_(context),
        oddities_(context.oddities),
        flow_(part, context.styles, context.numbering, context.oddities),
        changes_(context.revisions),
        properties_(flow_, changes_),
        next_footnote_(context.footnotes.start),
        next_endnote_(context.endnotes.start) {
    if (context.has_floating_drawings) flow_.float_over_page();
  }

  Result<Story> read(std::string bytes) {
    XmlStream xml(std::move(bytes), part_);
    while (flow_.status() && xml.next()) {
      switch (xml.event()) {
        case XmlStream::Event::kStart: start(xml); break;
        case XmlStream::Event::kEnd: end(); break;
        case XmlStream::Event::kText:
          if (skipped_ == 0 && context() == Context::kText) append(xml.text());
          if (skipped_ == 0 && context() == Context::kFieldCode) fields_.add_code(xml.text());
          break;
      }
    }
    if (!xml.status()) return tl::unexpected<Error>(xml.status().error());
    if (!flow_.status()) return tl::unexpected<Error>(flow_.status().error());
    story_.blocks = flow_.finish();
    story_.table_edges = flow_.table_edges();
    story_.revisions = changes_.counts();
    note_left_out();
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
    if (drawings_.open()) drawings_.see(xml);
    switch (xml.vocabulary()) {
      case Vocabulary::kWord: return begin_word(xml, name);
      case Vocabulary::kCompatibility: return begin_alternate(name);
      case Vocabulary::kMath:
        if (name == "r") return begin_run();
        return {name == "t" ? Context::kText : Context::kOther, false};
      case Vocabulary::kOther: break;
    }
    if (context() == Context::kControlProperties) return control_property(xml, name);
    return properties_.read(context(), xml, name).value_or(Frame{});
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
    if (name.ends_with("PrChange")) return properties_.earlier(context(), name);
    if (const auto frame = properties_.read(context(), xml, name)) return *frame;
    switch (context()) {
      case Context::kControlProperties: return control_property(xml, name);
      case Context::kFormField: fields_.read_form(xml); return {Context::kFormField, false};
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
    if (name == "t") return {Context::kText, false};
    if (name == "delText") return {changes_.original() ? Context::kText : Context::kSkipped, false};
    if (name == "instrText") return {Context::kFieldCode, false};
    if (name == "delInstrText") return {changes_.original() ? Context::kFieldCode : Context::kSkipped, false};
    if (name == "fldSimple") {
      fields_.begin_simple(xml.attribute("instr").value_or(""));
      return {Context::kField};
    }
    if (name == "altChunk") {
      add_embedded(xml.attribute("id").value_or(""));
      return {Context::kSkipped};
    }
    if (name == "rPr" || name == "tblGridChange") return {Context::kSkipped};
    if (name == "background") flow_.colour_page();
    if (name == "gridCol") flow_.add_grid_column(xml.number("w", 0));
    if (const int side = TrackedChanges::side_of(name); side != 0)
      return {changes_.leaves_out(side, flow_.place()) ? Context::kSkipped : Context::kOther, false};
    if (name == "sdt") {
      controls_.begin();
      return {Context::kControl};
    }
    return properties_or_table(name).value_or(name == "footnote" || name == "endnote" ? begin_note(xml) : Frame{});
  }

  std::optional<Frame> properties_or_table(std::string_view name) {
    if (name == "pPr" && context() == Context::kParagraph) return Frame{Context::kParagraphProperties};
    if (name == "sdtPr") return Frame{context() == Context::kControl ? Context::kControlProperties : Context::kSkipped};
    if (name == "tbl") {
      flow_.begin_table();
      return Frame{Context::kTable};
    }
    if (name == "tblPr" && context() == Context::kTable) return Frame{Context::kTableProperties};
    if (name == "tr" && flow_.begin_row()) return Frame{Context::kRow};
    if (name == "tc" && flow_.row_discarded()) return Frame{Context::kSkipped};
    if (name == "tc" && flow_.begin_cell()) return Frame{Context::kCell};
    if (name == "trPr" && context() == Context::kRow) return Frame{Context::kRowProperties};
    if (name == "tcPr" && context() == Context::kCell) return Frame{Context::kCellProperties};
    return std::nullopt;
  }

  Frame run_content(const XmlStream& xml, std::string_view name) {
    if (name == "rPr") {
      if (flow_.paragraph() != nullptr) return {Context::kRunProperties};
      return {Context::kSkipped};
    }
    if (name == "fldChar") return field_character(xml.attribute("fldCharType").value_or(""));
    if (name == "drawing" || name == "pict" || name == "object") {
      drawings_.begin(name);
      return {Context::kDrawing};
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
    else if (name == "footnoteReference" || name == "endnoteReference")
      note_reference(xml, name == "endnoteReference");
    else if (name == "commentReference")
      comments_.add(flow_.place(), "");
    else
      return container(xml, name);
    return {};
  }

  Frame begin_run() {
    if (OpenParagraph* paragraph = flow_.paragraph()) paragraph->run = {};
    return {Context::kRun, false};
  }

  // --- text

  // Text that the file holds: nothing inside of a code or a placeholder, a sign inside of a check box.
  void append(std::string_view utf8) {
    if (flow_.paragraph() == nullptr || fields_.in_code()) return;
    if (controls_.in_placeholder()) {
      if (!unicode::trim(utf8).empty()) placeholders_.add(flow_.place(), utf8);
      return;
    }
    print(controls_.in_check_box() ? controls_.shown_in_box(utf8) : utf8);
  }

  void print(std::string_view utf8) {
    OpenParagraph* paragraph = flow_.paragraph();
    if (paragraph == nullptr || fields_.in_code() || utf8.empty()) return;
    fields_.add_result(utf8);
    paragraph->builder.append(utf8, paragraph->run);
  }

  void append_symbol(const XmlStream& xml) {
    const std::string hex = xml.attribute("char").value_or("");
    std::uint32_t code = 0;
    std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    if (code < 0x20) return;
    const std::string font = xml.attribute("font").value_or("");
    const char32_t sign = symbol_sign(font, code);
    OpenParagraph* paragraph = flow_.paragraph();
    if (sign != 0 || paragraph == nullptr || controls_.in_placeholder() || controls_.in_check_box() ||
        fields_.in_code())
      append(unicode::to_utf8(std::u32string(1, sign == 0 ? static_cast<char32_t>(code) : sign)));
    else
      paragraph->builder.append_sign(code, font, paragraph->run);
  }

  void note_reference(const XmlStream& xml, bool endnote) {
    NoteReference reference{endnote, xml.number("id", -1), {}};
    if (!xml.on("customMarkFollows", false)) {
      int& next = endnote ? next_endnote_ : next_footnote_;
      reference.mark = format_number(next++, (endnote ? context_.endnotes : context_.footnotes).format);
      print_raised(reference.mark);
    }
    story_.references.push_back(std::move(reference));
  }

  void print_raised(std::string_view mark) {
    OpenParagraph* paragraph = flow_.paragraph();
    if (paragraph == nullptr) return;
    const std::optional<bool> own = std::exchange(paragraph->run.superscript, true);
    print(mark);
    paragraph->run.superscript = own;
  }

  // --- fields, forms and content controls

  Frame field_character(const std::string& type) {
    if (type == "begin")
      fields_.begin();
    else if (type == "separate")
      fields_.separate();
    else if (type == "end")
      end_field();
    return {Context::kFormField};
  }

  void end_field() {
    const FieldEnd end = fields_.end();
    if (!end.cannot_print.empty() && !fields_.in_code())
      note_unread("a number that a field prints (" + end.cannot_print + ")");
    if (end.counted && !fields_.in_code()) counted_.add(flow_.place(), end.text);
    print(end.text);
  }

  Frame control_property(const XmlStream& xml, std::string_view name) {
    if (name == "rPr") return {Context::kSkipped};
    controls_.read_property(xml);
    return {Context::kControlProperties, false};
  }

  // --- what is not read

  void note_unread(const std::string& what) {
    oddities_.push_back({"DOCX-NOT-READ", what + " was not read", flow_.place()});
  }

  void add_embedded(const std::string& id) {
    auto blocks = context_.embedded ? context_.embedded(id) : std::nullopt;
    if (!blocks) {
      note_unread("an embedded document (altChunk)");
      return;
    }
    oddities_.push_back({"DOCX-EMBEDDED", "an embedded page (altChunk) was read in its place", flow_.place()});
    flow_.add_embedded(std::move(*blocks));
  }

  void end_drawing() {
    std::optional<UnreadDrawing> unread = drawings_.end();
    if (!unread || !context_.reports_pictures || controls_.in_placeholder()) return;
    flow_.note_picture({std::move(unread->rule), std::move(unread->message), flow_.place()}, unread->tiny);
  }

  void note_left_out() {
    if (placeholders_.count > 0) {
      oddities_.push_back({"DOCX-PLACEHOLDER",
                           fmt::format("{} fields of the form show the words of a placeholder, which are no value: {}",
                                       placeholders_.count, placeholders_.first),
                           placeholders_.place});
    }
    if (counted_.count > 0) {
      oddities_.push_back(
          {"DOCX-FIELD-COUNTED",
           fmt::format("{} numbers of SEQ fields are not kept in the file and were counted as Word does, "
                       "the first as {}",
                       counted_.count, counted_.first),
           counted_.place});
    }
    if (comments_.count > 0) {
      oddities_.push_back(
          {"DOCX-COMMENTS", fmt::format("{} comments of reviewers were not read", comments_.count), comments_.place});
    }
  }

  // --- ends

  Frame begin_note(const XmlStream& xml) {
    const std::string type = xml.attribute("type").value_or("normal");
    story_.notes.push_back({xml.number("id", -1), type != "normal", flow_.block_count(), 0});
    return {Context::kNote};
  }

  void end_paragraph() {
    if (!flow_.in_text_box()) fields_.end_paragraph();
    if (const int level = flow_.paragraph()->builder.heading_level(); level > 0) fields_.begin_heading(level);
    flow_.end_paragraph();
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
      case Context::kField: end_field(); break;
      case Context::kControl:
        if (const auto box = controls_.end()) print(*box);
        break;
      case Context::kDrawing: end_drawing(); break;
      case Context::kAlternate:
        choice_taken_.pop_back();
        parent_contexts_.pop_back();
        break;
      case Context::kNote: story_.notes.back().end = flow_.block_count(); break;
      default: break;
    }
  }

  std::string part_;
  const StoryContext& context_;
  std::vector<layout::Oddity>& oddities_;
  BlockFlow flow_;
  TrackedChanges changes_;
  PropertyReader properties_;
  Fields fields_;
  ContentControls controls_;
  Drawings drawings_;
  Story story_;
  int next_footnote_ = 1, next_endnote_ = 1;
  LeftOut placeholders_, counted_, comments_;

  std::vector<Frame> frames_;
  int skipped_ = 0;  // depth inside of an element that is skipped
  std::vector<bool> choice_taken_;
  std::vector<Context> parent_contexts_;
};

}  // namespace

Result<Story> read_story(std::string bytes, const std::string& part, const StoryContext& context) {
  return StoryReader(part, context).read(std::move(bytes));
}

}  // namespace pactable::readers::docx

// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/docx/story.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>

#include "core/unicode.h"
#include "readers/docx/paragraph_builder.h"
#include "readers/docx/table_builder.h"
#include "readers/docx/xml_stream.h"

namespace pactable::readers::docx {
namespace {

using layout::Paragraph;

constexpr std::string_view kNoBreakHyphen = "\u2011";
constexpr std::string_view kSoftHyphen = "\u00AD";
// Hidden text is quoted up to here: findings are lines for people.
constexpr std::size_t kMaxQuoted = 400;

// What the children of an element may say.
enum class Context {
  kOther,
  kSkipped,
  kParagraph,
  kParagraphProperties,
  kNumberingProperties,
  kRun,
  kRunProperties,
  kText,
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

struct OpenParagraph {
  ParagraphBuilder builder;
  RunProperties run;
  NumberingReference numbering;
};

// Content that is not printed, or says what something was before a change.
bool is_unprinted(std::string_view name) {
  constexpr std::array<std::string_view, 11> kNames = {"instrText", "delInstrText", "delText",   "sdtPr",
                                                       "sdtEndPr",  "tblPr",        "tblPrEx",   "tblGrid",
                                                       "sectPr",    "customXmlPr",  "smartTagPr"};
  return name.ends_with("PrChange") || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

std::optional<layout::Colour> colour_of(const std::optional<std::string>& hex) {
  std::uint32_t value = 0;
  if (!hex || hex->size() != 6) return std::nullopt;
  const auto [end, error] = std::from_chars(hex->data(), hex->data() + hex->size(), value, 16);
  if (error != std::errc() || end != hex->data() + hex->size()) return std::nullopt;
  return layout::Colour{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFF),
                        static_cast<std::uint8_t>(value & 0xFF)};
}

bool is_blank(const Paragraph& paragraph) {
  return paragraph.list_label.empty() && unicode::trim(paragraph.text.utf8()).empty();
}

class StoryReader {
 public:
  StoryReader(const std::string& part, const Styles& styles, NumberingDefinitions& numbering,
              std::vector<layout::Oddity>& oddities)
      : part_(std::make_shared<const std::string>(part)), styles_(styles), numbering_(numbering), oddities_(oddities) {}

  Result<Story> read(std::string bytes) {
    XmlStream xml(std::move(bytes), *part_);
    while (status_ && xml.next()) {
      switch (xml.event()) {
        case XmlStream::Event::kStart: start(xml); break;
        case XmlStream::Event::kEnd: end(); break;
        case XmlStream::Event::kText:
          if (skipped_ == 0 && context() == Context::kText) append(xml.text());
          break;
      }
    }
    if (!xml.status()) return tl::unexpected<Error>(xml.status().error());
    if (!status_) return tl::unexpected<Error>(status_.error());
    return std::move(story_);
  }

 private:
  [[nodiscard]] Context context() const { return frames_.empty() ? Context::kOther : frames_.back().context; }
  [[nodiscard]] bool in_own_table() const { return table_.has_value() && nested_tables_ == 0; }

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
    switch (context()) {
      case Context::kParagraphProperties: return paragraph_property(xml, name);
      case Context::kNumberingProperties: return numbering_property(xml, name);
      case Context::kRunProperties: return run_property(xml, name);
      case Context::kRowProperties: return row_property(xml, name);
      case Context::kCellProperties: return cell_property(xml, name);
      case Context::kRun: return run_content(xml, name);
      default: return container(xml, name);
    }
  }

  Frame container(const XmlStream& xml, std::string_view name) {
    if (name == "p") return begin_paragraph();
    if (name == "r") return begin_run();
    if (name == "t") return {Context::kText, false};
    if (name == "pPr" && context() == Context::kParagraph) return {Context::kParagraphProperties};
    if (name == "rPr") return {Context::kSkipped};
    if (name == "del" || name == "moveFrom") return tracked_deletion();
    if (name == "tbl") return begin_table();
    if (name == "tr" && in_own_table() && !in_row_) return begin_row();
    if (name == "tc" && in_own_table() && in_row_ && !in_cell_) return begin_cell();
    if (name == "trPr" && context() == Context::kRow) return {Context::kRowProperties};
    if (name == "tcPr" && context() == Context::kCell) return {Context::kCellProperties};
    if (name == "footnote" || name == "endnote") return begin_note(xml);
    return {};
  }

  Frame run_content(const XmlStream& xml, std::string_view name) {
    if (name == "rPr") {
      if (!paragraphs_.empty()) return {Context::kRunProperties};
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
    if (paragraphs_.empty() || open_codes_ > 0) return;
    paragraphs_.back().builder.append(utf8, paragraphs_.back().run);
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

  void note_reference(const XmlStream& xml, bool endnote) {
    const auto custom = xml.attribute("customMarkFollows");
    story_.references.push_back({endnote, xml.number("id", -1), custom && *custom != "0" && *custom != "false"});
  }

  Frame tracked_deletion() {
    if (!deletion_noted_) {
      oddities_.push_back({"DOCX-TRACKED", "text deleted or moved away with tracked changes was left out", here()});
      deletion_noted_ = true;
    }
    return {Context::kSkipped};
  }

  // --- paragraphs and runs

  [[nodiscard]] PartPlace here() const {
    PartPlace place;
    place.part = part_;
    place.paragraph = in_cell_ ? cell_paragraph_count_ : body_paragraph_count_;
    if (in_cell_) {
      place.table = table_count_ - 1;
      place.row = row_index_;
      place.cell = cell_index_;
    }
    return place;
  }

  Frame begin_paragraph() {
    paragraphs_.push_back({ParagraphBuilder(styles_, here()), {}, {}});
    ++(in_cell_ ? cell_paragraph_count_ : body_paragraph_count_);
    return {Context::kParagraph};
  }

  Frame begin_run() {
    if (!paragraphs_.empty()) paragraphs_.back().run = {};
    return {Context::kRun, false};
  }

  Frame paragraph_property(const XmlStream& xml, std::string_view name) {
    OpenParagraph& paragraph = paragraphs_.back();
    if (name == "pStyle") paragraph.builder.set_style(xml.value().value_or(""));
    if (name == "outlineLvl") paragraph.builder.set_outline_level(xml.number("val", 9));
    if (name == "numPr") return {Context::kNumberingProperties};
    return {name == "rPr" ? Context::kSkipped : Context::kOther};
  }

  Frame numbering_property(const XmlStream& xml, std::string_view name) {
    NumberingReference& numbering = paragraphs_.back().numbering;
    if (name == "ilvl") numbering.level = xml.number("val", 0);
    if (name == "numId") numbering.num_id = xml.number("val", 0);
    return {};
  }

  Frame run_property(const XmlStream& xml, std::string_view name) {
    RunProperties& run = paragraphs_.back().run;
    if (name == "b") run.bold = xml.on();
    if (name == "i") run.italic = xml.on();
    if (name == "vanish") run.hidden = xml.on();
    if (name == "vertAlign") run.superscript = xml.value() == "superscript";
    if (name == "rStyle") run.style = xml.value().value_or("");
    return {};
  }

  void end_paragraph_properties() {
    OpenParagraph& paragraph = paragraphs_.back();
    paragraph.builder.set_numbering(paragraph.numbering);
    paragraph.builder.take_label(numbering_);
  }

  void end_paragraph() {
    // A code that does not end with its paragraph is broken: what follows is text again.
    if (paragraphs_.size() == 1 && open_codes_ > 0) {
      std::fill(fields_.begin(), fields_.end(), true);
      open_codes_ = 0;
    }
    ParagraphBuilder builder = std::move(paragraphs_.back().builder);
    paragraphs_.pop_back();
    builder.take_label(numbering_);
    note_hidden_text(builder);
    Paragraph paragraph = builder.finish();
    if (in_cell_) {
      const bool direct = paragraphs_.size() == table_base_;
      std::vector<Paragraph>& to = direct ? cell_paragraphs_ : cell_deferred_;
      if (!is_blank(paragraph)) to.push_back(std::move(paragraph));
      if (direct) flush(cell_deferred_, cell_paragraphs_);
    } else {
      const bool direct = paragraphs_.empty();
      std::vector<layout::Block>& to = direct ? story_.blocks : deferred_;
      if (!is_blank(paragraph)) to.emplace_back(layout::TextBlock{std::move(paragraph), {}, {}});
      if (direct) flush(deferred_, story_.blocks);
    }
  }

  template <class Item>
  static void flush(std::vector<Item>& from, std::vector<Item>& to) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    from.clear();
  }

  void note_hidden_text(const ParagraphBuilder& builder) {
    if (unicode::trim(builder.hidden_text()).empty()) return;
    std::string quoted = unicode::collapse_space(builder.hidden_text());
    const std::u32string code_points = unicode::to_code_points(quoted);
    if (code_points.size() > kMaxQuoted) quoted = unicode::to_utf8(code_points.substr(0, kMaxQuoted)) + "…";
    oddities_.push_back({"DOCX-HIDDEN-TEXT", "hidden text was left out: " + quoted, builder.place()});
  }

  // --- tables

  Frame begin_table() {
    if (table_) {
      ++nested_tables_;
      oddities_.push_back({"DOCX-NESTED-TABLE", "a table inside a cell was flattened into the cell", here()});
      return {Context::kTable};
    }
    PartPlace place = here();
    place.table = table_count_++;
    table_.emplace(oddities_, place);
    table_base_ = paragraphs_.size();
    row_index_ = -1;
    return {Context::kTable};
  }

  Frame begin_row() {
    table_->begin_row();
    in_row_ = true;
    row_discarded_ = false;
    ++row_index_;
    cell_index_ = 0;
    return {Context::kRow};
  }

  Frame begin_cell() {
    if (row_discarded_) return {Context::kSkipped};
    in_cell_ = true;
    cell_paragraph_count_ = 0;
    cell_properties_ = {};
    return {Context::kCell};
  }

  Frame row_property(const XmlStream& xml, std::string_view name) {
    if (name == "tblHeader" && xml.on()) table_->mark_header();
    if (name == "gridBefore") table_->set_grid_before(xml.number("val", 0));
    if (name == "del" && !row_discarded_) {
      table_->discard_row();
      row_discarded_ = true;
      --row_index_;
    }
    return {};
  }

  Frame cell_property(const XmlStream& xml, std::string_view name) {
    if (name == "gridSpan") cell_properties_.grid_span = xml.number("val", 1);
    if (name == "vMerge") {
      cell_properties_.vertical_merge = xml.value() == "restart" ? VerticalMerge::kRestart : VerticalMerge::kContinue;
    }
    if (name == "shd") cell_properties_.shading = colour_of(xml.attribute("fill"));
    return {};
  }

  void end_cell() {
    flush(cell_deferred_, cell_paragraphs_);
    table_->add_cell(cell_properties_, std::move(cell_paragraphs_));
    cell_paragraphs_.clear();
    in_cell_ = false;
    ++cell_index_;
  }

  void end_table() {
    if (nested_tables_ > 0) {
      --nested_tables_;
      return;
    }
    Result<layout::Table> table = table_->finish();
    table_.reset();
    if (!table) {
      status_ = tl::unexpected<Error>(table.error());
      return;
    }
    if (table->rows.empty()) return;
    (paragraphs_.empty() ? story_.blocks : deferred_).emplace_back(std::move(*table));
  }

  // --- notes

  Frame begin_note(const XmlStream& xml) {
    const std::string type = xml.attribute("type").value_or("normal");
    story_.notes.push_back({xml.number("id", -1), type != "normal", story_.blocks.size(), 0});
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
      case Context::kParagraphProperties: end_paragraph_properties(); break;
      case Context::kTable: end_table(); break;
      case Context::kRow:
        table_->end_row();
        in_row_ = false;
        break;
      case Context::kCell: end_cell(); break;
      case Context::kAlternate:
        choice_taken_.pop_back();
        parent_contexts_.pop_back();
        break;
      case Context::kNote: story_.notes.back().end = story_.blocks.size(); break;
      default: break;
    }
  }

  std::shared_ptr<const std::string> part_;
  const Styles& styles_;
  NumberingDefinitions& numbering_;
  std::vector<layout::Oddity>& oddities_;
  Story story_;
  Status status_;

  std::vector<Frame> frames_;
  int skipped_ = 0;  // depth inside of an element that is skipped
  std::vector<bool> choice_taken_;
  std::vector<Context> parent_contexts_;
  std::vector<bool> fields_;
  int open_codes_ = 0;  // fields whose code is being read
  bool deletion_noted_ = false;

  std::vector<OpenParagraph> paragraphs_;  // text boxes stand inside the paragraphs that anchor them
  std::vector<layout::Block> deferred_;    // blocks of text boxes, until their paragraph is done
  int body_paragraph_count_ = 0;

  std::optional<TableBuilder> table_;
  std::size_t table_base_ = 0;  // paragraphs that are open around the table
  int nested_tables_ = 0;
  int table_count_ = 0, row_index_ = -1, cell_index_ = 0, cell_paragraph_count_ = 0;
  bool in_row_ = false, in_cell_ = false, row_discarded_ = false;
  CellProperties cell_properties_;
  std::vector<Paragraph> cell_paragraphs_, cell_deferred_;
};

}  // namespace

Result<Story> read_story(std::string bytes, const std::string& part, const Styles& styles,
                         NumberingDefinitions& numbering, std::vector<layout::Oddity>& oddities) {
  return StoryReader(part, styles, numbering, oddities).read(std::move(bytes));
}

}  // namespace pactable::readers::docx

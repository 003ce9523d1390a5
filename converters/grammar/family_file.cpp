// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "core/unicode.h"
#include "grammar/family.h"
#include "grammar/family_schema.h"

namespace pactable::grammar {
namespace {

namespace fs = std::filesystem;

struct FamilyFile {
  Family family;
  std::string extends;
};

ColumnValue column_value(std::string_view name) {
  static const std::map<std::string_view, ColumnValue> kValues = {
      {"number", ColumnValue::kNumber}, {"item", ColumnValue::kItem},           {"text", ColumnValue::kText},
      {"code", ColumnValue::kCode},     {"timeframe", ColumnValue::kTimeframe}, {"parties", ColumnValue::kParties}};
  return kValues.at(name);
}

numbering::Figure figure(std::string_view name) {
  using numbering::Figure;
  static const std::map<std::string_view, Figure> kFigures = {{"decimal", Figure::kDecimal},
                                                              {"roman-upper", Figure::kRomanUpper},
                                                              {"roman-lower", Figure::kRomanLower},
                                                              {"letter-upper", Figure::kLetterUpper},
                                                              {"letter-lower", Figure::kLetterLower}};
  return kFigures.at(name);
}

Frame frame(std::string_view name) {
  static const std::map<std::string_view, Frame> kFrames = {
      {"vision", Frame::kVision}, {"goal", Frame::kGoal}, {"objectives", Frame::kObjectives}};
  return kFrames.at(name);
}

std::vector<std::string> comparable_children(const pugi::xml_node& parent, const char* name) {
  std::vector<std::string> words;
  for (const pugi::xml_node& node : parent.children(name)) words.push_back(comparable(node.child_value()));
  return words;
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : unicode::split_space(text)) words.emplace_back(word);
  return words;
}

std::optional<plan::ItemKind> kind_of(const pugi::xml_node& node) {
  const pugi::xml_attribute kind = node.attribute("kind");
  return kind ? plan::item_kind_from(kind.value()) : std::nullopt;
}

ColumnRule read_column(const pugi::xml_node& node) {
  ColumnRule rule;
  rule.role = node.attribute("role").value();
  rule.value = column_value(node.attribute("value").value());
  if (const auto depth = node.attribute("depth")) rule.depth = depth.as_int();
  rule.kind = kind_of(node);
  if (const auto otherwise = node.attribute("otherwise")) rule.otherwise = otherwise.value();
  rule.numbered = node.attribute("numbered").as_bool(true);
  rule.headers = comparable_children(node, "header");
  rule.legends = comparable_children(node, "legend");
  return rule;
}

FormRule read_form(const pugi::xml_node& node) {
  FormRule rule;
  rule.kind = kind_of(node);
  rule.form.depth = node.attribute("depth").as_int();
  rule.form.lead = node.attribute("lead").value();
  rule.form.tail = node.attribute("tail").value();
  rule.form.separator = node.attribute("separator").as_string(".");
  for (const std::string& name : split_words(node.attribute("figures").value())) {
    rule.form.figures.push_back(figure(name));
  }
  return rule;
}

void read_rows(const pugi::xml_node& rows, Family& family) {
  for (const pugi::xml_node& node : rows.children("frame")) {
    family.frames.push_back({frame(node.attribute("meta").value()), comparable_children(node, "lead")});
  }
  family.placeholders = comparable_children(rows, "placeholder");
  family.statuses = comparable_children(rows, "status");
  for (const pugi::xml_node& node : rows.children("continued")) {
    family.continued.push_back(unicode::fold(node.child_value()));
  }
}

FamilyFile read_family(const pugi::xml_node& root) {
  FamilyFile file;
  Family& family = file.family;
  family.id = root.attribute("id").value();
  file.extends = root.attribute("extends").value();
  family.title = root.child_value("title");
  const pugi::xml_node identify = root.child("identify");
  for (const pugi::xml_node& node : identify.children("phrase")) {
    family.phrases.push_back({comparable(node.child_value()), node.attribute("weight").as_int(1)});
  }
  for (const pugi::xml_node& node : identify.children("columns")) {
    family.role_sets.push_back({split_words(node.child_value()), node.attribute("weight").as_int(1)});
  }
  for (const pugi::xml_node& node : root.child("languages").children("frequent")) {
    family.languages.push_back({node.attribute("lang").value(), split_words(unicode::fold(node.child_value()))});
  }
  for (const pugi::xml_node& node : root.child("columns").children("column")) {
    family.columns.push_back(read_column(node));
  }
  for (const pugi::xml_node& node : root.child("numbers").children("form")) family.forms.push_back(read_form(node));
  read_rows(root.child("rows"), family);
  return file;
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// A column rule of the family itself wins over the one it inherits, but the header words of both count.
void inherit(Family& family, const Family& base) {
  for (const ColumnRule& inherited : base.columns) {
    const auto own = std::find_if(family.columns.begin(), family.columns.end(),
                                  [&](const ColumnRule& rule) { return rule.role == inherited.role; });
    if (own == family.columns.end()) {
      family.columns.push_back(inherited);
    } else {
      append(own->headers, inherited.headers);
      append(own->legends, inherited.legends);
    }
  }
  if (family.forms.empty()) family.forms = base.forms;
  family.wider_forms = base.forms;
  if (family.languages.empty()) family.languages = base.languages;
  append(family.frames, base.frames);
  append(family.placeholders, base.placeholders);
  append(family.statuses, base.statuses);
  append(family.continued, base.continued);
}

Result<std::string> read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorCode::kNotFound, fmt::format("{}: cannot be opened", path.string()));
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

Result<FamilyFile> load_family(const fs::path& path) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  const Status valid = check_family_file(*bytes, path.string());
  if (!valid) return tl::unexpected(valid.error());
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(bytes->data(), bytes->size());
  if (!parsed) return fail(ErrorCode::kBadGrammar, fmt::format("{}:1: {}", path.string(), parsed.description()));
  FamilyFile file = read_family(document.document_element());
  file.family.folder = path.parent_path();
  return file;
}

// Resolves `extends` from the roots down, so that a family may extend one that extends another.
Status resolve(std::map<std::string, FamilyFile>& files, const std::string& id, std::set<std::string>& under_way,
               std::set<std::string>& done) {
  if (done.contains(id)) return {};
  FamilyFile& file = files.at(id);
  const std::string where = (file.family.folder / "family.xml").string();
  if (!under_way.insert(id).second) {
    return fail(ErrorCode::kBadGrammar, fmt::format("{}:1: the family extends itself", where));
  }
  if (!file.extends.empty()) {
    if (!files.contains(file.extends)) {
      return fail(ErrorCode::kBadGrammar, fmt::format("{}:1: extends the unknown family {}", where, file.extends));
    }
    if (const Status base = resolve(files, file.extends, under_way, done); !base) return base;
    inherit(file.family, files.at(file.extends).family);
  }
  done.insert(id);
  return {};
}

}  // namespace

const ColumnRule* Family::column(std::string_view role) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const ColumnRule& c) { return c.role == role; });
  return found == columns.end() ? nullptr : &*found;
}

Result<std::vector<Family>> load_families(std::span<const fs::path> folders) {
  std::map<std::string, FamilyFile> files;
  for (const fs::path& folder : folders) {
    std::error_code error;
    std::vector<fs::path> paths;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      if (fs::exists(it->path() / "family.xml")) paths.push_back(it->path() / "family.xml");
    }
    if (error)
      return fail(ErrorCode::kNotFound, fmt::format("grammar folder {}: {}", folder.string(), error.message()));
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
      Result<FamilyFile> file = load_family(path);
      if (!file) return tl::unexpected(file.error());
      std::string id = file->family.id;
      files.insert_or_assign(std::move(id), std::move(*file));
    }
  }
  std::set<std::string> done;
  std::vector<Family> families;
  for (auto& [id, file] : files) {
    std::set<std::string> under_way;
    if (const Status status = resolve(files, id, under_way, done); !status) return tl::unexpected(status.error());
  }
  for (auto& [id, file] : files) families.push_back(std::move(file.family));
  return families;
}

}  // namespace pactable::grammar

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <set>

#include "core/unicode.h"
#include "grammar/family.h"
#include "grammar/file_values.h"
#include "grammar/grammar_schema.h"
#include "grammar/vocabulary.h"

namespace pactable::grammar {
namespace {

namespace fs = std::filesystem;

struct FamilyFile {
  Family family;
  std::string extends;
};

numbering::Figure figure(std::string_view name) {
  using numbering::Figure;
  static const std::map<std::string_view, Figure> kFigures = {{"decimal", Figure::kDecimal},
                                                              {"roman-upper", Figure::kRomanUpper},
                                                              {"roman-lower", Figure::kRomanLower},
                                                              {"letter-upper", Figure::kLetterUpper},
                                                              {"letter-lower", Figure::kLetterLower}};
  return kFigures.at(name);
}

std::vector<std::string> comparable_children(const pugi::xml_node& parent, const char* name) {
  std::vector<std::string> words;
  for (const pugi::xml_node& node : parent.children(name)) words.push_back(comparable(node.child_value()));
  return words;
}

ColumnRule read_column(const pugi::xml_node& node, const Vocabulary& words) {
  ColumnRule rule;
  rule.role = words.role_id(node.attribute("role").value());
  rule.value = column_value(node.attribute("value").value());
  if (const auto depth = node.attribute("depth")) rule.depth = depth.as_int();
  rule.kind = kind_of(node);
  if (const auto otherwise = node.attribute("otherwise")) rule.otherwise = words.role_id(otherwise.value());
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

/// `levels` stands for the forms "Goal 1", "Output 1.1", … of all names of levels, each written in so many components.
void read_levels(const pugi::xml_node& node, const Vocabulary& words, std::vector<FormRule>& forms) {
  const std::vector<std::string> depths = split_words(node.attribute("depths").value());
  for (const LevelName& level : words.levels) {
    for (const std::string& depth : depths) {
      FormRule rule;
      rule.kind = level.kind;
      rule.form.depth = std::stoi(depth);
      rule.form.lead = level.name + " ";
      forms.push_back(std::move(rule));
    }
  }
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

FamilyFile read_family(const pugi::xml_node& root, const Vocabulary& words) {
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
    RoleSet set{split_words(node.child_value()), node.attribute("weight").as_int(1)};
    for (std::string& role : set.roles) role = words.role_id(role);
    family.role_sets.push_back(std::move(set));
  }
  for (const pugi::xml_node& node : root.child("columns").children("column")) {
    family.columns.push_back(read_column(node, words));
  }
  for (const pugi::xml_node& node : root.child("numbers").children()) {
    if (std::string_view(node.name()) == "levels") {
      read_levels(node, words, family.forms);
    } else {
      family.forms.push_back(read_form(node));
    }
  }
  read_rows(root.child("rows"), family);
  return file;
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// A column rule of the family itself wins over the one it inherits, but the header words of both count.
void inherit_columns(std::vector<ColumnRule>& columns, const std::vector<ColumnRule>& base) {
  std::vector<ColumnRule> added;
  for (const ColumnRule& inherited : base) {
    const auto own = std::find_if(columns.begin(), columns.end(),
                                  [&](const ColumnRule& rule) { return rule.role == inherited.role; });
    if (own == columns.end()) {
      added.push_back(inherited);
      continue;
    }
    own->evidence = own->evidence || inherited.evidence;
    if (own->level == 0) own->level = inherited.level;
    own->most = std::max(own->most, inherited.most);
    append(own->headers, inherited.headers);
    append(own->second, inherited.second);
    append(own->legends, inherited.legends);
  }
  append(columns, added);
}

// A family that extends none begins with the roles and words of all languages.
void inherit_words(Family& family, const Vocabulary& words) {
  inherit_columns(family.columns, words.roles);
  for (const Language& language : words.languages) family.languages.push_back({language.id, language.frequent});
  append(family.frames, words.frames);
  append(family.placeholders, words.placeholders);
  append(family.statuses, words.document_states);
  append(family.continued, words.continued);
}

void inherit(Family& family, const Family& base) {
  inherit_columns(family.columns, base.columns);
  if (family.forms.empty()) family.forms = base.forms;
  family.wider_forms = base.forms;
  family.languages = base.languages;
  append(family.frames, base.frames);
  append(family.placeholders, base.placeholders);
  append(family.statuses, base.statuses);
  append(family.continued, base.continued);
}

Result<FamilyFile> load_family(const fs::path& path, const Vocabulary& words) {
  const Result<pugi::xml_document> document = read_grammar_file(path, kFamilySchema);
  if (!document) return tl::unexpected(document.error());
  FamilyFile file = read_family(document->document_element(), words);
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
  if (file.extends.empty()) {
    inherit_words(file.family, *file.family.words);
  } else {
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
  Result<Vocabulary> loaded = load_vocabulary(folders);
  if (!loaded) return tl::unexpected(loaded.error());
  const auto words = std::make_shared<const Vocabulary>(std::move(*loaded));
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
      Result<FamilyFile> file = load_family(path, *words);
      if (!file) return tl::unexpected(file.error());
      file->family.words = words;
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

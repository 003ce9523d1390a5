// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
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
  pugi::xml_document document;
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

void read_family(const pugi::xml_node& root, Family& family) {
  const Vocabulary& words = *family.words;
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
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

void append_new(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& word : from) {
    if (std::find(to.begin(), to.end(), word) == to.end()) to.push_back(word);
  }
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
    append_new(own->headers, inherited.headers);
    append_new(own->second, inherited.second);
    append_new(own->legends, inherited.legends);
  }
  append(columns, added);
}

// The roles and words of all languages, and those that the family itself brings.
void inherit_words(Family& family) {
  const Vocabulary& words = *family.words;
  inherit_columns(family.columns, words.roles);
  family.languages.clear();
  for (const Language& language : words.languages) family.languages.push_back({language.id, language.frequent});
  append(family.frames, words.frames);
  append_new(family.placeholders, words.placeholders);
  append_new(family.statuses, words.document_states);
  append_new(family.continued, words.continued);
}

void inherit(Family& family, const Family& base) {
  inherit_columns(family.columns, base.columns);
  family.wider_forms = base.forms;
  // Names of levels that only this family has lead numbers in every document of it.
  std::copy_if(family.forms.begin(), family.forms.end(), std::back_inserter(family.wider_forms),
               [](const FormRule& rule) { return !rule.form.lead.empty(); });
  if (family.forms.empty()) family.forms = base.forms;
  family.languages = base.languages;
  append(family.frames, base.frames);
  append_new(family.placeholders, base.placeholders);
  append_new(family.statuses, base.statuses);
  append_new(family.continued, base.continued);
}

Result<FamilyFile> load_family(const fs::path& path) {
  Result<pugi::xml_document> document = read_grammar_file(path, kFamilySchema);
  if (!document) return tl::unexpected(document.error());
  FamilyFile file;
  file.document = std::move(*document);
  const pugi::xml_node root = file.document.document_element();
  file.family.id = root.attribute("id").value();
  file.family.folder = path.parent_path();
  file.extends = root.attribute("extends").value();
  return file;
}

/// The words of a family: those of the one it extends, and with them what its own folder `languages` holds.
Status read_words(Family& family, std::shared_ptr<const Vocabulary> base, bool& own) {
  family.words = std::move(base);
  const fs::path folder = family.folder / "languages";
  std::error_code error;
  own = fs::is_directory(folder, error);
  if (!own) return {};
  Vocabulary words = *family.words;
  if (const Status added = add_languages(folder, words); !added) return added;
  family.words = std::make_shared<const Vocabulary>(std::move(words));
  return {};
}

// Resolves `extends` from the roots down, so that a family may extend one that extends another.
class Resolver {
 public:
  Resolver(std::map<std::string, FamilyFile>& files, std::shared_ptr<const Vocabulary> words)
      : files_(files), words_(std::move(words)) {}

  Status resolve(const std::string& id) {
    if (done_.contains(id)) return {};
    FamilyFile& file = files_.at(id);
    const std::string where = (file.family.folder / "family.xml").string();
    if (!under_way_.insert(id).second) {
      return fail(ErrorCode::kBadGrammar, fmt::format("{}:1: the family extends itself", where));
    }
    const Family* base = nullptr;
    if (!file.extends.empty()) {
      if (!files_.contains(file.extends)) {
        return fail(ErrorCode::kBadGrammar, fmt::format("{}:1: extends the unknown family {}", where, file.extends));
      }
      if (const Status resolved = resolve(file.extends); !resolved) return resolved;
      base = &files_.at(file.extends).family;
    }
    bool own_words = false;
    const Status read = read_words(file.family, base == nullptr ? words_ : base->words, own_words);
    if (!read) return read;
    read_family(file.document.document_element(), file.family);
    if (base != nullptr) inherit(file.family, *base);
    if (base == nullptr || own_words) inherit_words(file.family);
    done_.insert(id);
    return {};
  }

 private:
  std::map<std::string, FamilyFile>& files_;
  std::shared_ptr<const Vocabulary> words_;
  std::set<std::string> under_way_, done_;
};

}  // namespace

const ColumnRule* Family::column(std::string_view role) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const ColumnRule& c) { return c.role == role; });
  return found == columns.end() ? nullptr : &*found;
}

Result<std::vector<Family>> load_families(std::span<const fs::path> folders) {
  Result<Vocabulary> words = load_vocabulary(folders);
  if (!words) return tl::unexpected(words.error());
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
  Resolver resolver(files, std::make_shared<const Vocabulary>(std::move(*words)));
  std::vector<Family> families;
  for (const auto& [id, file] : files) {
    if (const Status resolved = resolver.resolve(id); !resolved) return tl::unexpected(resolved.error());
  }
  for (auto& [id, file] : files) families.push_back(std::move(file.family));
  return families;
}

}  // namespace pactable::grammar

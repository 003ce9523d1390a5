// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/review/questions.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "audit/code_fields.h"
#include "core/unicode.h"
#include "decisions/decisions.h"
#include "writers/format/scalars.h"

namespace pactable::pages::review {
namespace {

using plan::NumberStatus;

// Keys 1 to 9 choose; more would not be read.
constexpr std::size_t kMostChoices = 9;

/// "3.2" and "10.7" have one shape, ".2" another: runs of figures stand for any.
std::string shape(std::string_view text) {
  std::string out;
  bool figures = false;
  for (const char32_t c : unicode::to_code_points(text)) {
    if (!unicode::is_digit(c)) {
      unicode::append_utf8(out, c);
    } else if (!figures) {
      out += '9';
    }
    figures = unicode::is_digit(c);
  }
  return out;
}

/// True where every code of the list that ends a message stands in the text.
bool holds_list(const std::string& message, const std::string& text) {
  constexpr std::string_view kLead = "in one list: ";
  const std::size_t lead = message.find(kLead);
  if (lead == std::string::npos) return false;
  for (std::size_t at = lead + kLead.size(); at < message.size();) {
    const std::size_t end = std::min(message.find(", ", at), message.size());
    if (text.find(message.substr(at, end - at)) == std::string::npos) return false;
    at = end + 2;
  }
  return true;
}

std::string without_final_dot(std::string text) {
  if (text.ends_with('.')) text.pop_back();
  return text;
}

class Asker {
 public:
  explicit Asker(const plan::Plan& plan) : plan_(plan), codes_(audit::codes_by_role(plan)) {
    for (const plan::Repair& repair : plan.repairs) repairs_.emplace(repair.id, &repair);
    for (const plan::Finding& finding : plan.findings) {
      for (const std::string& item : finding.items) findings_[item].push_back(&finding);
    }
    for (const plan::Item& item : plan.items) {
      if (item.number && item.number->status == NumberStatus::kAsPrinted && item.number->canonical) {
        shapes_.insert(shape(*item.number->canonical));
      }
    }
  }

  std::vector<Question> ask() {
    for (std::size_t i = 0; i < plan_.items.size(); ++i) {
      const plan::Item& item = plan_.items[i];
      if (item.number && item.number->status != NumberStatus::kAsPrinted) ask_number(i, item, *item.number);
      const std::vector<std::string> names = writers::format::field_names(item);
      for (std::size_t f = 0; f < names.size(); ++f) ask_field(i, item, item.fields[f], names[f]);
      ask_row(i, item);
    }
    return std::move(questions_);
  }

 private:
  void ask_number(std::size_t i, const plan::Item& item, const plan::Number& number) {
    Question question;
    question.item = i;
    question.field = std::string(decisions::kNumberField);
    question.printed = number.printed;
    question.machine = number.canonical;
    question.confidence = number.confidence;
    question.can_set = true;
    question.marks = number.derived_from;
    const std::string reading = without_final_dot(number.printed.value_or(""));
    switch (number.status) {
      case NumberStatus::kRepaired: question.rule = "NUM-OCR"; break;
      case NumberStatus::kDisputed: question.rule = "NUM-AUTHOR"; break;
      case NumberStatus::kAmbiguous: question.rule = "NUM-AMBIGUOUS"; break;
      default: question.rule = "NUM-MISSING"; break;
    }
    if (const auto repair = number.repair ? repairs_.find(*number.repair) : repairs_.end(); repair != repairs_.end()) {
      const plan::Repair& of = *repair->second;
      question.rule = of.rule;
      question.can_reject = true;
      question.evidence = of.evidence;
      question.choices.push_back({of.to, of.confidence, "recovered"});
      add_choices(question, of.alternatives);
      if (shapes_.contains(shape(reading))) add_choice(question, {reading, std::nullopt, "as printed"});
    }
    if (number.suggested) {
      add_choice(question, {number.suggested->value, number.suggested->p, "what its place asks for"});
      add_choice(question, {number.canonical.value_or(""), std::nullopt, "as printed"});
    }
    add_choices(question, number.candidates);
    add_messages(question, item, {question.rule, "NUM-AUTHOR", "NUM-AMBIGUOUS", "NUM-MISSING"});
    questions_.push_back(std::move(question));
  }

  void ask_field(std::size_t i, const plan::Item& item, const plan::Field& field, const std::string& name) {
    Question question;
    question.item = i;
    question.field = name;
    question.printed = field.printed;
    if (const auto* text = field.value ? std::get_if<std::string>(&*field.value) : nullptr) question.machine = *text;
    question.marks = field.derived_from;
    const auto known = codes_.find(field.role);
    const auto repair = field.repair ? repairs_.find(*field.repair) : repairs_.end();
    if (repair != repairs_.end()) {
      const plan::Repair& of = *repair->second;
      question.rule = of.rule;
      question.confidence = of.confidence;
      question.can_reject = true;
      question.evidence = of.evidence;
    } else if (const plan::Finding* const odd = odd_code(item, field)) {
      question.rule = odd->rule;
      question.messages.push_back(odd->message);
    } else {
      return;
    }
    question.can_set = !field.value || question.machine;
    question.can_object = !question.can_set;
    if (known != codes_.end()) {
      for (const plan::Code& code : known->second) add_choice(question, {code.code, std::nullopt, code.label});
    }
    questions_.push_back(std::move(question));
  }

  /// Joined rows, and odd codes that stand in the text of an item.
  void ask_row(std::size_t i, const plan::Item& item) {
    for (const plan::Finding* finding : findings_[item.id]) {
      const bool joined = finding->rule == "ROW-SPLIT";
      const bool in_text = finding->rule == "CODE-MIXED" && item.text && holds_list(finding->message, *item.text);
      if (!joined && !(in_text && item.kind == plan::ItemKind::kLandscape)) continue;
      const std::string field(joined ? decisions::kRowField : decisions::kTextField);
      if (!questions_.empty() && questions_.back().item == i && questions_.back().field == field) {
        add_to(questions_.back(), *finding);
        continue;
      }
      Question question;
      question.item = i;
      question.field = field;
      question.rule = finding->rule;
      question.printed = item.text;
      question.can_object = true;
      question.marks = joined ? std::vector<Place>() : item.text_from;
      add_to(question, *finding);
      questions_.push_back(std::move(question));
    }
  }

  /// One more cut of the same row.
  static void add_to(Question& question, const plan::Finding& finding) {
    if (std::find(question.messages.begin(), question.messages.end(), finding.message) == question.messages.end()) {
      question.messages.push_back(finding.message);
    }
    question.second_half.insert(question.second_half.end(), finding.places.begin(), finding.places.end());
  }

  /// The finding about the code in this field: its message begins with the role and the code, or holds its list.
  const plan::Finding* odd_code(const plan::Item& item, const plan::Field& field) {
    for (const plan::Finding* finding : findings_[item.id]) {
      const bool countries = finding->rule == "CODE-MIXED" && holds_list(finding->message, field.printed);
      const bool named = finding->message.starts_with(field.role + " ") ||
                         finding->message.find(" of " + field.role + " ") != std::string::npos;
      const bool code =
          finding->rule == "CODE-UNKNOWN" || finding->rule == "CODE-MIXED" || finding->rule == "TXT-HOMOGLYPH";
      if ((code && named) || countries) return finding;
    }
    return nullptr;
  }

  static void add_choice(Question& question, Choice choice) {
    const auto same = [&](const Choice& other) { return other.value == choice.value; };
    if (choice.value.empty() || question.choices.size() >= kMostChoices) return;
    if (std::none_of(question.choices.begin(), question.choices.end(), same))
      question.choices.push_back(std::move(choice));
  }
  static void add_choices(Question& question, const std::vector<plan::Candidate>& candidates) {
    for (const plan::Candidate& candidate : candidates) add_choice(question, {candidate.value, candidate.p, ""});
  }

  void add_messages(Question& question, const plan::Item& item, const std::set<std::string>& rules) {
    for (const plan::Finding* finding : findings_[item.id]) {
      if (rules.contains(finding->rule)) question.messages.push_back(finding->message);
    }
  }

  const plan::Plan& plan_;
  audit::CodesByRole codes_;
  std::map<std::string, const plan::Repair*> repairs_;
  std::map<std::string, std::vector<const plan::Finding*>> findings_;  // by item
  std::set<std::string> shapes_;                                       // of the numbers that are read as printed
  std::vector<Question> questions_;
};

}  // namespace

std::vector<Question> questions(const plan::Plan& plan) { return Asker(plan).ask(); }

}  // namespace pactable::pages::review

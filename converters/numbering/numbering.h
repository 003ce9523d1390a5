// SPDX-License-Identifier: GPL-3.0-or-later
// What: recovers the number paths of a sequence of printed labels by a noisy channel over a numbering grammar.
// In:   labels in reading order (row-major over the grid), the number forms of the document family.
// Out:  one verdict per label, in the same order, and the oddities of the sequence.
// Never: knows a document; inserts, drops or moves a label; changes a label whose origin is not OCR.
// Source: Kolak & Resnik 2002 (noisy channel); Déjean & Meunier 2009 (sequences as best cover by Viterbi, doi
// 10.1117/12.764839); forward-backward and EM as in Rabiner 1989.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/label_origin.h"

namespace pactable::numbering {

/// How one component of a number is written.
enum class Figure { kDecimal, kRomanUpper, kRomanLower, kLetterUpper, kLetterLower };

/// How the numbers of one level are written: `lead` + components joined by dots + `tail`.
/// "Objective 2." is {depth 1, lead "Objective "}; "3.0" is {depth 1, tail ".0"}; "3.2" is {depth 2};
/// "IG2a" is {depth 2, lead "IG", figures {decimal, letter-lower}, separator ""}.
struct Form {
  int depth = 1;     // number of components
  std::string lead;  // constant before the first component; compared without case
  std::string tail;  // constant after the last one, ".0" of a section row; a final dot never counts
  std::string separator = ".";
  std::vector<Figure> figures;  // one per component; empty: all decimal
};

/// The forms that occur in a document, by level from the top; two forms of one depth are allowed.
struct Scheme {
  std::vector<Form> forms;
  int max_depth = 5;
  std::vector<std::string> joining_words;  // between two numbers of one row, lower case, beside "&" and "+": and, et
};

/// Another reading of a recognised label: by the recogniser's own alternatives, or by a second look at the picture.
struct Sighting {
  std::string text;          // NFC, outer spaces off
  double confidence = 0;     // 0..1 as the recogniser gives it; no probability
  bool second_look = false;  // the cell was read once more, larger and with the alphabet of numbers
};

/// One row, as the decoder sees it.
struct Label {
  std::string printed;  // NFC, outer spaces off; empty where the number cell is empty
  LabelOrigin origin = LabelOrigin::kTyped;
  int page = 0;                     // damage clusters by page; 0 where unknown
  bool scope_begins = false;        // first row under a caption or of a table: a restart is expected here
  bool number_expected = true;      // false: an unnumbered row (group heading, noise, continuation); gets no number
  std::optional<int> grid_depth;    // depth that the column of the grid asks for (topic 1, action 2, sub-task 3)
  bool section_like = false;        // set like a heading row: spans the table, bold, code cells empty
  bool codes_present = false;       // urgency, timescale or the like stand in this row
  std::vector<Sighting> sightings;  // of OCR labels: what else was read there; `printed` stays the first reading
};

enum class Status { kAsPrinted, kRepaired, kDisputed, kAmbiguous, kMissing, kUnnumbered };

struct Candidate {
  std::string value;  // canonical
  double p = 0;
};

/// `canonical` and `path` are set for as-printed (what is printed), repaired (the recovered number) and disputed (what
/// is printed); absent for ambiguous, missing and unnumbered, and where a printed label is no number of any form.
struct Verdict {
  Status status = Status::kUnnumbered;
  std::optional<std::string> canonical;
  std::vector<int> path;
  int form = -1;                       // index into Scheme::forms; -1 where none fits
  double confidence = 0;               // marginal probability of `canonical`, or of the suggestion of a dispute
  std::optional<Candidate> suggested;  // disputed: what the sequence asks for
  std::vector<Candidate> candidates;   // all but as-printed: best first, at most five
  std::vector<std::string> evidence;   // "suffix-intact", "sandwich:3.1<3.2<3.3", "page-damage-rate:0.33"
  int parent = -1;                     // index of the label it stands under by position; -1 at the top
};

/// An oddity of the sequence. Rules: NUM-AUTHOR NUM-AMBIGUOUS NUM-MISSING NUM-GAP NUM-ORDER NUM-DUPLICATE NUM-RESTART
/// NUM-DOT NUM-SEVERAL.
struct Oddity {
  std::string rule;
  std::vector<int> labels;  // indices; for a gap the labels on both sides
  std::string message;      // plain words, names the numbers
  std::optional<Candidate> suggestion;
};

struct PageDamage {
  int page = 0;
  double rate = 0;  // share of damaged labels that EM settled on
  int labels = 0;
};

struct Recovery {
  std::vector<Verdict> verdicts;  // one per label
  std::vector<Oddity> oddities;   // in order of their first label
  std::vector<PageDamage> pages;
};

/// Linear in the number of labels. Trust rules: see converters/numbering/README.md.
[[nodiscard]] Recovery recover(std::span<const Label> labels, const Scheme& scheme);

/// The same for a sequence of any length, piece by piece: memory does not grow with it, but for the numbers of the
/// scope that is open. A piece ends where the numbering is settled.
class Recoverer {
 public:
  struct Piece {
    std::size_t first = 0;          // index of its first label in the sequence
    std::span<const Label> labels;  // valid during the call
    Recovery recovery;              // labels and parents counted from the start of the sequence
  };
  using Sink = std::function<void(Piece&&)>;

  Recoverer(Scheme scheme, Sink sink);
  ~Recoverer();
  Recoverer(const Recoverer&) = delete;
  Recoverer& operator=(const Recoverer&) = delete;

  void push(Label label);
  void finish();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// A label read against the forms, without any repair: "4.1.1." → {form, {4,1,1}, "4.1.1"}.
struct Reading {
  int form = -1;
  std::vector<int> path;
  std::string canonical;
  bool final_dot = false;
  std::vector<int> second;  // "54 and 56": the path of 56; the canonical number is then what is printed
};

/// All readings that fit a printed label exactly (final dot and outer brackets aside), forms in order.
[[nodiscard]] std::vector<Reading> read_label(std::string_view printed, const Scheme& scheme);

/// The canonical label of a path in a form: {4} in "N.0" is "4.0".
[[nodiscard]] std::string write_label(const std::vector<int>& path, const Form& form);

/// Length in bytes of the longest prefix of `text` that reads as a number of the scheme followed by white space or the
/// end ("1.1. As required" → 4), 0 where there is none. A bare integer at the start of a sentence is no number unless
/// a form of depth 1 allows it with a dot, bracket or lead.
[[nodiscard]] std::size_t leading_label(std::string_view text, const Scheme& scheme);

}  // namespace pactable::numbering

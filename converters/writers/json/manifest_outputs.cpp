// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/json/manifest_outputs.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "writers/format/scalars.h"

namespace pactable::writers::json {
namespace {

// Below the manifest's own object: the list of documents, a document, and the list of a document's member.
constexpr std::size_t kManifest = 1, kDocument = 3, kMember = 4;
constexpr std::size_t kMaxDepth = 64;

/// Takes what it needs as the parser comes by; false ends the parser.
class OutputReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit OutputReader(const VisitOutput& visit) : visit_(visit) {}

  [[nodiscard]] bool is_manifest() const { return is_manifest_; }

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool binary(binary_t&) override { return false; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  bool string(string_t& value) override {
    if (keys_.size() == kManifest && keys_[0] == "format") return is_manifest_ = value == format::kCorpusFormat;
    if (keys_.size() != kMember || keys_[0] != "documents") return true;
    if (keys_[kDocument - 1] == "outputs") outputs_.push_back(std::move(value));
    if (keys_[kDocument - 1] == "outputDigests") digests_.push_back(std::move(value));
    return true;
  }

  bool start_object(std::size_t) override { return open(); }
  bool end_object() override {
    keys_.pop_back();
    if (keys_.size() == kDocument - 1 && keys_[0] == "documents") hand_over();
    return true;
  }
  bool start_array(std::size_t) override { return open(); }
  bool end_array() override {
    keys_.pop_back();
    return true;
  }
  bool key(string_t& name) override {
    keys_.back() = name;
    return true;
  }

 private:
  bool open() {
    // "format" stands first: what else there is may be anything, and large.
    if (!keys_.empty() && !is_manifest_) return false;
    keys_.emplace_back();
    return keys_.size() <= kMaxDepth;
  }

  void hand_over() {
    if (outputs_.size() == digests_.size()) {
      for (std::size_t i = 0; i < outputs_.size(); ++i) visit_(outputs_[i], digests_[i]);
    }
    outputs_.clear();
    digests_.clear();
  }

  const VisitOutput& visit_;
  bool is_manifest_ = false;
  std::vector<std::string> keys_;  // the member at hand of each object and list that is open
  std::vector<std::string> outputs_, digests_;
};

}  // namespace

Status read_manifest_outputs(std::FILE* file, const VisitOutput& visit) {
  OutputReader reader(visit);
  const bool parsed = nlohmann::json::sax_parse(file, &reader);
  if (!reader.is_manifest()) return fail(ErrorCode::kInvalid, "this is no manifest of a batch");
  if (!parsed) return fail(ErrorCode::kDamaged, "the manifest is broken");
  return {};
}

}  // namespace pactable::writers::json

// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers/format/scalars.h"
#include "writers/json/members.h"
#include "writers/json/plan_json.h"
#include "writers/json/plan_parts.h"

namespace pactable::writers::json {
namespace {

using format::JsonStream;
using enum JsonStream::Shape;

template <class Entry>
void write_entries(JsonStream& out, std::string_view name, const std::vector<Entry>& entries) {
  if (entries.empty()) return;
  out.key(name);
  out.begin_array();
  for (const Entry& entry : entries) {
    out.begin_object();
    write_members(out, entry);
    out.end_object();
  }
  out.end_array();
}

void write_record(JsonStream& out, const plan::CorpusRecord& record) {
  out.member("path", record.path);
  write_optional(out, "sha256", record.sha256);
  write_optional(out, "mediaType", record.media_type);
  if (record.layer) out.member("layer", to_string(*record.layer));
  write_optional(out, "family", record.family);
  out.member("outcome", to_string(record.outcome));
  write_strings(out, "outputs", record.outputs);
  write_strings(out, "outputDigests", record.output_digests);
  if (record.pages) {
    out.key("pages");
    out.begin_object(kLine);
    out.member("done", record.pages->done);
    out.member("total", record.pages->total);
    out.end_object();
  }
  if (record.outcome == plan::Outcome::kConverted || record.outcome == plan::Outcome::kPartial) {
    out.key("counts");
    out.begin_object(kLine);
    out.member("items", record.counts.items);
    out.member("repairs", record.counts.repairs);
    out.member("findings", record.counts.findings);
    out.member("discarded", record.counts.discarded);
    out.end_object();
  }
  if (record.error) {
    out.key("error");
    out.begin_object();
    out.member("code", to_string(record.error->code));
    out.member("message", record.error->message);
    out.end_object();
  }
  write_entries(out, "findings", record.findings);
  write_entries(out, "judgements", record.judgements);
}

}  // namespace

CorpusStream::CorpusStream(const plan::Corpus& head) {
  out_.begin_object();
  out_.member("format", format::kCorpusFormat);
  out_.member("program", head.program);
  out_.key("isolation");
  out_.begin_array(kLine);
  for (const std::string& layer : head.isolation) out_.string(layer);
  out_.end_array();
  if (head.shard) {
    out_.key("shard");
    out_.begin_object(kLine);
    out_.member("index", head.shard->index);
    out_.member("of", head.shard->count);
    out_.end_object();
  }
  out_.key("documents");
  out_.begin_array();
}

void CorpusStream::add(const plan::CorpusRecord& record) {
  out_.begin_object();
  write_record(out_, record);
  out_.end_object();
}

std::string CorpusStream::end() {
  out_.end_array();
  out_.end_object();
  return out_.take();
}

std::string write_corpus(const plan::Corpus& corpus) {
  CorpusStream out(corpus);
  for (const plan::CorpusRecord& record : corpus.documents) out.add(record);
  return out.end();
}

std::string write_record_line(const plan::CorpusRecord& record) {
  JsonStream out;
  out.begin_object(kLine);
  write_record(out, record);
  out.end_object();
  return out.take();
}

}  // namespace pactable::writers::json

// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/document.h"

#include <exception>
#include <new>

#include "core/sha256.h"
#include "core/unicode.h"

namespace pactable::batch {
namespace {

plan::Counts count(const plan::Plan& plan) {
  return {static_cast<int>(plan.items.size()), static_cast<int>(plan.repairs.size()),
          static_cast<int>(plan.findings.size()), static_cast<int>(plan.discarded.size())};
}

std::string file_name(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

Status fill(Document& document, const Input& input, const Steps& steps) {
  plan::CorpusRecord& record = document.record;
  if (input.error) return tl::unexpected<Error>(*input.error);
  const Result<std::string> bytes = read_file(input.file);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  record.sha256 = sha256_hex(*bytes);
  const Result<std::string> media_type = steps.recognise(*bytes);
  if (!media_type) return tl::unexpected<Error>(media_type.error());
  record.media_type = *media_type;
  Result<pipeline::Conversion> conversion = steps.convert(*bytes, file_name(input.path));
  if (!conversion) return tl::unexpected<Error>(conversion.error());
  record.layer = conversion->layer;
  record.outcome = plan::Outcome::kNoPlan;
  if (!conversion->plan) return {};
  record.outcome = plan::Outcome::kConverted;
  record.family = conversion->plan->family;
  record.counts = count(*conversion->plan);
  document.plan = std::move(conversion->plan);
  return {};
}

}  // namespace

Status without_exceptions(const std::function<Status()>& action) {
  try {
    return action();
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kLimit, "not enough memory");
  } catch (const std::exception& exception) {
    return fail(ErrorCode::kInternal, unicode::collapse_space(exception.what()));
  } catch (...) {
    return fail(ErrorCode::kInternal, "an unknown exception");
  }
}

Document convert_input(const Input& input, const Steps& steps) {
  Document document;
  document.record.path = input.path;
  if (const Status done = without_exceptions([&] { return fill(document, input, steps); }); !done) {
    document.plan.reset();
    document.record.outcome = plan::Outcome::kFailed;
    document.record.error = done.error();
  }
  return document;
}

}  // namespace pactable::batch

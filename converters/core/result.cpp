// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result.h"

namespace pactable {

std::string_view to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::kNotFound: return "not-found";
    case ErrorCode::kUnreadable: return "unreadable";
    case ErrorCode::kEmptyFile: return "empty-file";
    case ErrorCode::kUnknownType: return "unknown-type";
    case ErrorCode::kEncrypted: return "encrypted";
    case ErrorCode::kDamaged: return "damaged";
    case ErrorCode::kLimit: return "limit-exceeded";
    case ErrorCode::kUnsupported: return "unsupported";
    case ErrorCode::kBadGrammar: return "bad-grammar";
    case ErrorCode::kInvalid: return "invalid";
    case ErrorCode::kWriteFailed: return "write-failed";
    case ErrorCode::kUsage: return "usage";
    case ErrorCode::kInternal: return "internal";
    case ErrorCode::kCrashed: return "crashed";
    case ErrorCode::kOutOfMemory: return "out-of-memory";
    case ErrorCode::kTimedOut: return "timed-out";
    case ErrorCode::kIncomplete: return "incomplete";
    case ErrorCode::kOutputExists: return "output-exists";
    case ErrorCode::kLinked: return "linked";
    case ErrorCode::kHidden: return "hidden";
  }
  return "internal";
}

}  // namespace pactable

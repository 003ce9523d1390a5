// SPDX-License-Identifier: GPL-3.0-or-later
// What: the outcome of an operation that can fail, and the closed list of error codes.
// In:   nothing. Out: Result<T>, Error, ErrorCode.
// Never: throws for a broken document, prints, or aborts. A code, once published, keeps its meaning.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace pactable {

enum class ErrorCode {
  kNotFound,     // "not-found": no such file
  kUnreadable,   // "unreadable": the file is there, its bytes cannot be read
  kEmptyFile,    // "empty-file": zero bytes
  kUnknownType,  // "unknown-type": the content is none of the formats that are read
  kEncrypted,    // "encrypted": opens only with a password
  kDamaged,      // "damaged": the container or its main part is broken
  kLimit,        // "limit-exceeded": a bound on size, depth or count was hit
  kUnsupported,  // "unsupported": a known format in a form that is not handled
  kBadGrammar,   // "bad-grammar": a family grammar does not fit its schema
  kInvalid,      // "invalid": an output file does not fit its schema
  kWriteFailed,  // "write-failed": the output could not be written
  kUsage,        // "usage": the command line or an option value is wrong
  kInternal,     // "internal": an exception from a library; a defect to report
  kCrashed,      // "crashed": the process that read the document was ended by a signal
  kOutOfMemory,  // "out-of-memory": it needed more memory than it may have
  kTimedOut,     // "timed-out": it needed more time than it may have
  kIncomplete,   // "incomplete": it was read, and a text of it is missing from what was made of it
  // "output-exists": a file stands at the name of the output that this program did not write, or that changed since
  kOutputExists,
  kLinked,  // "linked": a link to a folder, which is not followed
  kHidden,  // "hidden": its name begins with a dot, and nobody named it
};

/// Stable kebab-case name of a code, as it stands in corpus.json and on standard error.
[[nodiscard]] std::string_view to_string(ErrorCode code);

/// One failure. `message` is one line in plain words without the file name, which the caller knows.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;

/// Result of an operation that yields nothing but may fail.
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace pactable

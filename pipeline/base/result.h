// A failure is a value with a place: what went wrong, where, and what the user can do. Nothing below the command line
// prints or exits.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace trichluc {

// The numbers are the exit codes of the program (pipeline/README.md); never renumber them.
enum class ErrorCode {
  kOk = 0,
  kBadArguments = 1,
  kUnreadableInput = 2,
  kMissingDependency = 3,
  kInvalidOutput = 4,
  kFileAccess = 5,
  kChildProcess = 7,
  kEncrypted = 8,
  kBadDictionary = 9,
  kOther = 15,
  kPartlyFailed = 20,
  kInterrupted = 130,
};

// The same sentence in the two languages of the program, told at the place that knows what happened.
struct Message {
  std::string en;
  std::string vi;
};

// `where` names the file, "file:line" of a table, or "file#page".
struct Error {
  ErrorCode code = ErrorCode::kOther;
  Message what;
  std::string where;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, Message what, std::string where) {
  return tl::unexpected<Error>(Error{code, std::move(what), std::move(where)});
}

}  // namespace trichluc

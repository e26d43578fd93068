#pragma once

// Result<T>: a T, or the errors that explain why there is none.
//
// Errors live at the edges: importers, exporters and cli return Result; an
// analysis of a frozen graph cannot fail and returns plain values. A result
// carries every error of its input, not the first, and is never empty-handed:
// `errors` has at least one element.

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace modgraph {

/// A place in a file. Lines and columns count from 1, columns in code points
/// (as the go command's own messages do); 0 means "the whole file" or "the
/// whole line".
struct SourcePosition {
  std::string file;
  int line = 0;
  int column = 0;
};

/// What kind of thing went wrong; cli/ alone turns this into an exit code.
enum class ErrorKind : std::uint8_t {
  kInput,        // the bytes of an input are wrong
  kUsage,        // the command line or the configuration is wrong
  kNotFound,     // what is asked about is not in this build
  kIo,           // a file cannot be read or written
  kEnvironment,  // a tool, a cache or a setting that is needed is not there
  kLimit,        // a documented limit was reached
  kInternal,     // our own mistake
};

/// An error as data. Only cli/diagnostics turns it into text.
struct Error {
  ErrorKind kind = ErrorKind::kInput;
  std::string message;   // one sentence; no prefix, no trailing full stop
  SourcePosition where;  // file empty: no place to point at
  std::string excerpt;   // the source line at `where`, for the caret
  std::string hint;      // what to do next; may be empty
};

using Errors = std::vector<Error>;

/// A T or at least one error. The compiler warns when a result is ignored;
/// where a failure does not matter, say why and cast to void.
template <class T>
struct [[nodiscard]] Result : tl::expected<T, Errors> {
  using tl::expected<T, Errors>::expected;
  Result() = default;
  /// From what map() and its like return.
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(tl::expected<T, Errors> plain)
      : tl::expected<T, Errors>(std::move(plain)) {}
};

/// `return fail(input_error("..."));` from any function that returns a Result.
inline tl::unexpected<Errors> fail(Error error) {
  Errors errors;
  errors.push_back(std::move(error));
  return tl::unexpected<Errors>(std::move(errors));
}

inline tl::unexpected<Errors> fail(Errors errors) {
  return tl::unexpected<Errors>(std::move(errors));
}

// An error of each kind, in the order of ErrorKind. `message` is one sentence
// without a full stop, `hint` says what to do next. The second of each pair
// points at a place: input_error(SourcePosition{file, line, column}, "...").
// The excerpt for the caret is the importer's to add.

/// kInput: the bytes of an input are wrong.
Error input_error(std::string message, std::string hint = {});
Error input_error(SourcePosition where, std::string message,
                  std::string hint = {});

/// kUsage: the command line or the configuration is wrong.
Error usage_error(std::string message, std::string hint = {});
Error usage_error(SourcePosition where, std::string message,
                  std::string hint = {});

/// kIo: a file cannot be read or written.
Error io_error(std::string message, std::string hint = {});
Error io_error(SourcePosition where, std::string message,
               std::string hint = {});

/// kEnvironment: a tool, a cache or a setting that is needed is not there.
Error environment_error(std::string message, std::string hint = {});
Error environment_error(SourcePosition where, std::string message,
                        std::string hint = {});

/// kLimit: a documented limit was reached.
Error limit_error(std::string message, std::string hint = {});
Error limit_error(SourcePosition where, std::string message,
                  std::string hint = {});

/// kInternal: our own mistake.
Error internal_error(std::string message, std::string hint = {});
Error internal_error(SourcePosition where, std::string message,
                     std::string hint = {});

}  // namespace modgraph

#pragma once

// Errors in a go.mod or go.work file, with their place and source line.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "importers/text_position.h"

namespace modgraph {

/// What one sentence has to say, and what to do next.
struct GoModComplaint {
  std::string message;
  std::string hint = {};
};

/// An error at a byte of a file, of which the caller knows the line. The whole
/// line is the excerpt. O(length of the line).
Error go_mod_error(const NamedText& source, std::size_t byte,
                   std::uint32_t line, GoModComplaint complaint);

/// A file with more errors than this is not worth reading to its end.
inline constexpr std::size_t kMaxGoModErrors = 10'000;

/// Appends, unless there are more than kMaxGoModErrors already.
void add_error(Errors& errors, Error error);

/// In the order of the file; the ones beyond kMaxGoModErrors are replaced by
/// an error that says so.
Errors in_file_order(Errors errors);

/// A piece of the file in single quotes for a message, at most 100 characters
/// of it, safe to show.
std::string quoted(std::string_view text);

}  // namespace modgraph

#pragma once

// From a byte of a text to an error that points at it.

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace modgraph {

/// The line of a byte, from 1. O(at).
int line_of(std::string_view text, std::size_t at);

/// An error at a byte of `text`, with line, column and the line itself unless
/// that is very long. O(at).
Error error_at(std::string_view file, std::string_view text, std::size_t at,
               ErrorKind kind, std::string message, std::string hint);

}  // namespace modgraph

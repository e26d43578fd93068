#pragma once

// What the fuzz targets share.

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "engine/base/result.h"

namespace modgraph {

/// Stops the target, which makes the fuzzer keep the input.
inline void must(bool holds) {
  if (!holds) std::abort();
}

/// Errors about a text that is named "fuzz" point into it, and say what to do.
inline void check_errors(const Errors& errors, std::string_view text) {
  must(!errors.empty());
  const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
  for (const Error& e : errors) {
    must(!e.message.empty() && !e.hint.empty());
    must(e.where.file == "fuzz");
    must(1 <= e.where.line && e.where.line <= lines);
    must(1 <= e.where.column &&
         static_cast<std::size_t>(e.where.column) <= text.size() + 1);
  }
}

}  // namespace modgraph

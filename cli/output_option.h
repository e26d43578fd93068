#pragma once

// Where an answer goes, and in which format.

#include <span>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace modgraph {

/// One `-f FORMAT[:PATH]`.
struct OutputOption {
  std::string format;
  std::string path;  // "": standard output
};

/// "svg:out.svg"; "" stands for the first of the formats. Fails (kUsage) on a
/// format that is none of them, with the nearest one, and without a path behind
/// the colon.
Result<OutputOption> parse_output(const std::string& text,
                                  std::span<const std::string_view> formats);

}  // namespace modgraph

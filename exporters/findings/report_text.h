#pragma once

// The text report for people: errors and warnings in full, notes as a count
// per rule. A healthy repository gets a line or two.

#include <cstdint>

#include "engine/report/report.h"
#include "exporters/text/sink.h"

namespace modgraph {

enum class Colour : std::uint8_t { kNever, kAlways };

struct TextOptions {
  Colour colour = Colour::kNever;
  /// Findings below this level are counted, not shown.
  Level show = Level::kWarning;
  /// At most this many findings in full; 0: all. What is left out is counted.
  std::uint64_t max_results = 0;
};

void write_text(const Report& report, const TextOptions& options, Sink& out);

}  // namespace modgraph

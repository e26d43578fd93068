#pragma once

// The answer to "which requirements run in a circle?", in names, for exporters.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/findings/finding.h"
#include "engine/model/project.h"

namespace modgraph {

/// A requirement between exact versions: "path@version" on both sides.
struct NamedRequirement {
  std::string from;
  std::string to;
};

/// One step of a loop, and where it is written down, if that is at hand.
struct ClosingRequirement {
  std::string from;
  std::string to;
  std::optional<Location> line;
};

struct CycleAnswer {
  CycleClass cycle_class;
  std::vector<std::string> members;
  std::vector<std::string> shortest_loop;  // ends where it begins
  bool shortest_is_exact = true;
  std::vector<ClosingRequirement> closed_by;  // the steps of that loop
  std::vector<NamedRequirement> break_set;
  bool break_is_minimum = true;
  /// Elementary loops, the shortest first; empty when not asked for.
  std::vector<std::vector<std::string>> loops;
  bool truncated = false;  // there are more of them
};

struct CyclesAnswer {
  std::vector<CycleAnswer> cycles;  // by class, the strictest first
  bool enumerated = false;          // loops were asked for
};

struct CyclesQuestion {
  std::uint64_t enumerate = 0;  // so many loops of each cycle
  /// The line of a requirement; nothing where its go.mod is not at hand.
  std::function<std::optional<Location>(const Edge<NodeId>&)> find_line;
};

CyclesAnswer cycles_answer(const Project& project, const Analysis& analysis,
                           const CyclesQuestion& question = {});

}  // namespace modgraph

#pragma once

// The answer to "which requirements run in a circle?", in names, for exporters.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/model/project.h"

namespace modgraph {

/// A requirement between exact versions: "path@version" on both sides.
struct NamedRequirement {
  std::string from;
  std::string to;
};

struct CycleAnswer {
  CycleClass cycle_class;
  std::vector<std::string> members;
  std::vector<std::string> shortest_loop;  // ends where it begins
  bool shortest_is_exact = true;
  std::vector<NamedRequirement> break_set;
  bool break_is_minimum = true;
};

struct CyclesAnswer {
  std::vector<CycleAnswer> cycles;  // by class, the strictest first
};

CyclesAnswer cycles_answer(const Project& project, const Analysis& analysis);

}  // namespace modgraph

#pragma once

// What the graph says of one module in numbers. They stay in the arrays that the
// analyses made: of ten million modules most are asked for once, or never.

#include <cstdint>
#include <optional>

#include "engine/report/report.h"

namespace modgraph {

struct ModuleFigures {
  std::uint32_t dependencies = 0;  // edges of the selected graph
  std::uint32_t dependents = 0;
  std::optional<std::uint32_t> reaches;  // nullopt: above the work limit
  std::optional<std::uint32_t> reached_by;
  /// Modules that would leave with it, itself included; nullopt: no main module
  /// reaches it.
  std::optional<std::uint32_t> exclusive;
  /// The same over what go.mod files that were not loaded require too; nullopt
  /// also: not known.
  std::optional<std::uint32_t> exclusive_deep;
  std::optional<std::uint64_t> slack;  // nullopt: no main module reaches it
};

/// O(1).
ModuleFigures figures_of(const Report& report, ModuleId module);

}  // namespace modgraph

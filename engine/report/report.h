#pragma once

// Everything that one analysis finds, as one value, which exporters read. Names
// are those of the JSON report; what is not known is nullopt, never a guess.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/cycles/cycles.h"
#include "engine/analysis/graph/critical_path.h"
#include "engine/analysis/graph/reach.h"
#include "engine/base/boxed.h"
#include "engine/base/packed_optional.h"
#include "engine/findings/finding.h"
#include "engine/model/digraph.h"
#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"
#include "engine/report/gate_used.h"
#include "engine/report/settings_used.h"

namespace modgraph {

struct InputDigest {
  std::string kind;  // graph, mod, work, list, packages
  std::string path;  // as findings name it; "-" for standard input
  std::string sha256;
};

struct Counts {
  std::uint64_t modules = 0;          // the build list, main modules included
  std::uint64_t module_versions = 0;  // vertices without go and toolchain
  std::uint64_t requirements = 0;     // distinct edges between those
  std::uint64_t held_by_unselected = 0;
  std::array<std::uint64_t, kLevels> findings{};  // by Level
};

/// One row of the build list; module_figures.h has its numbers. There may be ten
/// million rows, and most modules are not named in a go.mod of ours.
struct ModuleRow {
  ModuleId module{};
  NodeId selected{};
  bool main = false;
  std::optional<bool> direct;
  std::optional<bool> indirect_comment;
  std::optional<bool> opened;
  Boxed<std::string> written;           // what the first line of ours requires
  Boxed<ModuleVersion> replaced_by;     // version "" is a folder
  PackedOptional<std::uint64_t> bytes;  // its archive, or its folder
};

/// The first line of our go.mod files that requires a module.
struct RequireLine {
  ModuleId module{};
  std::string file;
  int line = 0;
};

struct Report {
  std::string tool_version;
  std::vector<InputDigest> inputs;
  std::vector<std::string> main_modules;
  std::vector<std::string> main_files;  // their go.mod files; "": not known
  std::vector<std::string> partial_because;  // empty: nothing is missing
  Boxed<SettingsUsed> settings;              // empty: none were read
  Boxed<GateUsed> gate;                      // empty: compared with no base
  Counts counts;
  std::vector<Finding> findings;   // by level descending, rule, subjects
  std::vector<ModuleRow> modules;  // in build list order
  std::vector<CyclicComponent> cycles;
  CriticalPath critical_path;
  bool requirements_known = true;  // false: only a module list was given

  // The graphs that the ids above belong to.
  ModuleGraph graph;
  Digraph<ModuleId> selected;
  Rows<NodeId> requirers;  // by node: distinct, in the order of printed names
  // By module, as analysis.h has them.
  std::optional<ReachCounts> reach;
  std::vector<std::uint32_t> exclusive;
  std::vector<std::uint32_t> exclusive_deep;
  std::vector<ModuleId> brought_by;
  std::vector<RequireLine> require_lines;  // in build list order

  bool partial() const { return !partial_because.empty(); }
};

}  // namespace modgraph

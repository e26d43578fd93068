#pragma once

// The answer to "what do indirect requirements do to the build?", in names, for
// exporters.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/findings/finding.h"
#include "engine/model/project.h"

namespace modgraph {

/// A direct requirement and its exclusive weight.
struct DirectWeight {
  Subject module;
  std::uint32_t exclusive = 0;  // itself included
  bool is_heavy = false;        // by MG3001
};

/// A version that an `// indirect` line alone holds up.
struct PinnedAnswer {
  Subject module;
  std::string without;  // what would be selected
  bool is_bound = false;
  std::vector<std::string> required_by;  // who asks for that
  std::vector<Location> lines;
};

/// An `// indirect` line that `go mod tidy` would remove.
struct StaleAnswer {
  Subject module;
  bool is_sure = false;  // else possibly
  std::string_view reason;
  Location line;
};

/// A dependency that opens its whole closure.
struct UnprunedAnswer {
  Subject module;
  std::string go_line;  // "" without one
  std::vector<std::string> brings;
};

struct UnreachableAnswer {
  Subject module;
  std::vector<std::string> required_by;  // unselected versions
};

/// What package data says, in one build configuration. Main modules are left
/// out.
struct ModuleUses {
  std::vector<Subject> test_only;
  std::vector<Subject> tool_only;
  std::vector<Subject> no_package;
};

struct IndirectAnswer {
  std::vector<std::string> main_modules;
  std::uint64_t modules = 0;  // of the build list
  bool graph_known = true;    // else nothing about left-over modules
  bool lines_known = true;    // else nothing held up, nothing stale
  std::vector<PinnedAnswer> pinned_by_indirect;  // ascending by module
  std::vector<StaleAnswer> stale;    // sure ones first, then by line
  std::vector<DirectWeight> direct;  // the heaviest first
  /// None when go lines are not known, or when there is nothing to prune.
  std::optional<std::vector<UnprunedAnswer>> unpruned;  // most brought first
  std::uint64_t brought_by_closures = 0;  // by one of them, or by several
  std::vector<UnreachableAnswer> unreachable_modules;  // ascending by module
  std::optional<ModuleUses> uses;  // none without sound package data
  std::vector<std::string> partial_because;
  /// What more could be said with which further input, whole sentences.
  std::vector<std::string> could_say;
};

IndirectAnswer indirect_answer(const Project& project,
                               const Analysis& analysis);

}  // namespace modgraph

#pragma once

// What do indirect requirements do to the build? All answers of that family.

#include <optional>
#include <vector>

#include "engine/analysis/go_mod_lines/heavy.h"
#include "engine/analysis/go_mod_lines/package_use.h"
#include "engine/analysis/go_mod_lines/pinned_by_indirect.h"
#include "engine/analysis/go_mod_lines/stale_lines.h"
#include "engine/analysis/go_mod_lines/unpruned_closure.h"
#include "engine/analysis/go_mod_lines/unreachable_modules.h"
#include "engine/model/project.h"

namespace modgraph {

struct IndirectAnswers {
  std::vector<HeavyRequirement> heavy;
  std::vector<PinnedVersion> pinned_by_indirect;
  std::vector<StaleLine> stale;
  UnprunedClosures unpruned;
  std::vector<UnreachableModule> unreachable_modules;
  std::optional<PackageUse> packages;  // none without package data
  /// Go lines of dependencies are known, so that `unpruned` is an answer.
  bool go_lines_known = false;
};

/// Whether it is known what dependencies require, of which most of these speak.
bool knows_graph(const Project& project);

/// `exclusive` is by module. Where no requirement graph was given, only what
/// package data says is answered. O(V + E) and the dominators.
IndirectAnswers indirect_answers(const Project& project,
                                 const Digraph<ModuleId>& selected,
                                 const std::vector<std::uint32_t>& exclusive);

}  // namespace modgraph

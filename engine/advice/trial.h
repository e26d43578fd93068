#pragma once

// Trying edits: the build after them, and what there is to find in it.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/analysis/build/build_difference.h"
#include "engine/base/result.h"
#include "engine/findings/finding.h"
#include "engine/findings/suggested_fix.h"
#include "engine/model/project.h"

namespace modgraph {

/// The edited build, with all that is known of it.
struct Tried {
  BuildDifference difference;  // from the build before any edit
  Project project;
  Analysis analysis;
  std::vector<Finding> findings;
  std::vector<EditedFile> files;  // those that changed
  bool reformats = false;         // and in lines that no edit speaks of
};

/// Resolves the main modules with these edits applied to a copy. Fails with
/// what the go command would refuse, or what is not in the module cache.
using Try = std::function<Result<Tried>(std::span<const MainEdit>)>;

}  // namespace modgraph

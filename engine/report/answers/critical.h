#pragma once

// "What is the longest chain of the build, and which modules are on it?" as a
// document.
// Tested by tests/engine/report/answers/critical_test.cc.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/document/document.h"
#include "engine/model/project.h"

namespace modgraph {

extern const DocumentShape kCriticalShape;

/// What a module weighs.
enum class PathWeight : std::uint8_t {
  kModules,   // one
  kBytes,     // its size in the module cache
  kDownload,  // nanoseconds to download it
  kBuild,     // nanoseconds to build it
};

/// "modules", "bytes", "download", "build".
std::string_view path_weight_name(PathWeight weight);

/// By module; modules that are not known weigh nothing.
struct ModuleWeights {
  PathWeight weight = PathWeight::kModules;
  std::vector<std::uint64_t> of;
  std::vector<bool> known;
  std::size_t unpacked = 0;  // sizes that are of folders, not of archives
};

/// Each module of the graph weighs one.
ModuleWeights unit_weights(const ModuleGraph& graph);

/// The time that each module took; modules that are not in the timings are not
/// known. `weight` is kDownload or kBuild.
ModuleWeights weights_of_timings(const ModuleTimings& timings,
                                 PathWeight weight);

/// The heaviest chain of requirements, slack and bottlenecks by `weights`; and
/// the schedule of the build when these are build times and the project's
/// timings have actions. O(V + E + actions).
Document critical_document(const Project& project, const Analysis& analysis,
                           const ModuleWeights& weights);

}  // namespace modgraph

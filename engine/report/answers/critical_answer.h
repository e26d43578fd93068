#pragma once

// The answer to "what is the longest chain of the build, and what is in the
// way?", in names, for exporters.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/model/project.h"
#include "engine/report/answers/schedule_answer.h"

namespace modgraph {

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

/// The time that went to each module; what the timings do not speak of is not
/// known. `weight` is kDownload or kBuild.
ModuleWeights weights_of_timings(const ModuleTimings& timings,
                                 PathWeight weight);

struct WeighedModule {
  std::string name;  // "path@version", or "path" for a main module
  std::optional<std::uint64_t> weight;
  std::uint64_t slack = 0;
  std::size_t dependents = 0;
};

struct CriticalAnswer {
  PathWeight weight = PathWeight::kModules;
  std::uint64_t length = 0;
  std::uint64_t total = 0;  // of all modules that main modules reach
  /// Components from a main module on; each with its members.
  std::vector<std::vector<WeighedModule>> path;
  /// All modules that main modules reach, in build list order.
  std::vector<WeighedModule> modules;
  std::vector<std::string> unknown;  // of these, those without a weight
  std::size_t unpacked = 0;
  std::uint32_t dependents_at_least = 0;  // marks of a bottleneck
  std::uint64_t weight_at_least = 0;
  std::vector<WeighedModule> bottlenecks;
  std::optional<ScheduleAnswer> schedule;  // from an action graph
};

/// `weights` as above. The schedule is there when `weights` are build times and
/// the project's timings have actions.
CriticalAnswer critical_answer(const Project& project, const Analysis& analysis,
                               const ModuleWeights& weights);

}  // namespace modgraph

#pragma once

// Which modules are in the build at several major versions?

#include <vector>

#include "engine/model/module_graph.h"

namespace modgraph {

/// Modules whose paths differ in the major version at their end alone:
/// example.com/m and example.com/m/v2, gopkg.in/m.v1 and gopkg.in/m.v2. To Go
/// they are different modules: the build has all of them.
struct SplitMajor {
  /// At least two. By the major that the path says, none first; gopkg.in's
  /// "-unstable" behind the stable one.
  std::vector<ModuleId> modules;
  /// One of them is at a version vN+incompatible although another one's path
  /// says vN: the same major twice.
  bool same_major_twice = false;
};

/// All of them, ascending by path without major. O(V log V), and reads every
/// path once.
std::vector<SplitMajor> split_majors(const ModuleGraph& graph);

}  // namespace modgraph

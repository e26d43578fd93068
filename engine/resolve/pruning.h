#pragma once

// How much of the module graph is read.
// Source: go.dev/ref/mod#graph-pruning and #workspaces.

#include <cstdint>
#include <string_view>

namespace modgraph {

enum class Pruning : std::uint8_t {
  kPruned,     // roots, what they require, and all that go < 1.17 roots reach
  kUnpruned,   // everything that is reachable
  kWorkspace,  // the modules of a workspace, each by its own go line
};

/// From go 1.17 on, a go.mod lists what its packages need, so that what its
/// requirements require can be left out. No go line: unpruned.
Pruning pruning_of_go_line(std::string_view go_version);

/// Whether a go line is of 1.21 or later: then it is a requirement like others.
bool is_strict_go_version(std::string_view go_version);

/// Whether a go line requires a newer Go than this one. A language
/// version, 1.26, means all its releases.
bool is_newer_go_version(std::string_view go_line, std::string_view go_version);

/// What a missing go line means in the go.mod of a main module, and in a
/// go.work file.
inline constexpr std::string_view kDefaultGoModVersion = "1.16";
inline constexpr std::string_view kDefaultGoWorkVersion = "1.18";

}  // namespace modgraph

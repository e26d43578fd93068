#pragma once

// What the go command would write into the go.mod of a module before it builds,
// and refuses to build without (-mod=readonly, the default).

#include <string>
#include <vector>

namespace modgraph {

/// A requirement, or the go or toolchain line ("go", "toolchain").
struct UpdatedLine {
  std::string path;
  std::string from;  // the version that go.mod has; "" for a line to be added
  std::string to;    // "" for a line to be dropped
  friend bool operator==(const UpdatedLine&, const UpdatedLine&) = default;
};

struct GoModUpdate {
  std::string file;                // go.mod, as findings name it
  std::vector<UpdatedLine> lines;  // ascending by path; never empty
};

}  // namespace modgraph

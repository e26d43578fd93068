#pragma once

// What does each line of a go.mod or go.work say?

#include <span>
#include <string>
#include <vector>

#include "engine/model/manifest.h"

namespace modgraph {

/// What a line is about, without versions that change: "require a.b/c",
/// "replace a.b/c", "replace a.b/c@v1.0.0", "exclude a.b/c@v1.0.0", "go".
struct LineFact {
  int line = 0;
  int block_line = 0;  // of the `require (` that it is in; 0 on a line alone
  std::string name;
};

/// Ascending by line. O(lines log lines).
std::vector<LineFact> line_facts(const Manifest& manifest);

/// That of one line; null where it says none. O(log lines).
const LineFact* fact_at(std::span<const LineFact> facts, int line);

}  // namespace modgraph

#pragma once

// From modules to the lines of go.mod files about them.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/findings/finding.h"
#include "engine/model/manifest.h"

namespace modgraph {

/// The place of a directive, with its source line; `label` goes next to
/// the caret.
Location location_of(const Manifest& manifest, const SourceSpan& where,
                     std::string label = {});

/// The text of a line, from 1; "" where the file has no such line. O(length).
std::string source_line(const Manifest& manifest, int line);

/// Finds the requirement lines of a module in all main modules' go.mod files.
class RequirementLines {
 public:
  explicit RequirementLines(std::span<const Manifest> manifests);

  struct Line {
    const Manifest* manifest = nullptr;
    const Requirement* requirement = nullptr;
  };

  /// All lines that require `path`, in file order. O(log n).
  std::span<const Line> of(std::string_view path) const;

  /// The place of the first of them.
  std::optional<Location> location(std::string_view path) const;

 private:
  std::vector<Line> lines_;  // by module path
};

}  // namespace modgraph

#pragma once

// Where a requirement is written down: in a go.mod of ours, or in that of a
// dependency, which the module cache has.

#include <map>
#include <optional>

#include "cli/project/import_project.h"
#include "engine/findings/finding.h"
#include "engine/model/manifest.h"

namespace modgraph {

class RequirementPlaces {
 public:
  /// `imported` must outlive it.
  explicit RequirementPlaces(const ImportedProject& imported);

  /// The line that requires the target, at whichever version it does. Files of
  /// dependencies are named "path@version/go.mod". Nothing where the file is
  /// not at hand, cannot be read, or has no such line. One file is read for
  /// each source.
  std::optional<Location> find(const Edge<NodeId>& requirement);

 private:
  const Manifest* manifest_of(NodeId node);
  std::optional<Manifest> read(NodeId node) const;

  const ImportedProject& imported_;
  std::map<NodeId, std::optional<Manifest>> read_;
};

}  // namespace modgraph

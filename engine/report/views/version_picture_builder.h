#pragma once

// Builds a picture whose boxes are module versions, selected or not.

#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/analysis/graph/chains.h"
#include "engine/model/module_graph.h"
#include "engine/report/views/picture_builder.h"

namespace modgraph {

class VersionPictureBuilder {
 public:
  /// The graph must outlive it. O(V + E).
  VersionPictureBuilder(const ModuleGraph& graph, const ViewLimits& limits);

  PictureBuilder& base() { return builder_; }
  const PictureBuilder& base() const { return builder_; }
  bool has(NodeId node) const { return builder_.find(index(node)).has_value(); }
  /// The box of a version; made if there is none, which requires room.
  std::uint32_t box(NodeId node);

  /// Draws a chain of requirements with all its versions, if all fit.
  bool add_chain(std::span<const NodeId> chain);
  /// Draws the last version of a chain, and a line to it from the nearest drawn
  /// one before it: dashed if others are between. Requires room for one box and
  /// one line; if none before it is drawn, there is no line.
  void add_end(std::span<const NodeId> chain);
  /// Draws a chain from a main module to a version: completely if this leaves
  /// room for more than `spare` boxes and lines, else as add_end(). Requires
  /// room for one box and one line.
  void lead_to(NodeId node, std::size_t spare);

  /// Draws a line to a drawn version from the nearest drawn one on a shortest
  /// chain from a main module, if nothing leads there yet. Requires room for
  /// one line.
  void connect(NodeId node);

  /// Draws the requirers of a version: at most `most` boxes, the last of them a
  /// pile of those without a box. Requires room for one box. Stops if there is
  /// no more; returns how many requirers are not drawn then.
  std::size_t add_requirers(NodeId node, std::span<const NodeId> requirers,
                            std::size_t most);

  /// Counts the versions and the requirements between boxes that are not drawn.
  void count_hidden();

  Picture picture(std::string title, std::string description) && {
    return std::move(builder_).picture(std::move(title),
                                       std::move(description));
  }

 private:
  std::size_t new_boxes(std::span<const NodeId> chain) const;
  std::size_t new_lines(std::span<const NodeId> chain) const;

  const ModuleGraph& graph_;
  ShortestChains chains_;
  PictureBuilder builder_;
  std::vector<NodeId> drawn_;  // with a box of their own
  std::set<NodeId> piled_;
};

}  // namespace modgraph

#pragma once

// A picture whose boxes are module versions: those that the build has, and
// others.

#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/analysis/graph/chains.h"
#include "engine/model/module_graph.h"
#include "engine/report/views/view_draft.h"

namespace modgraph {

class VersionDraft {
 public:
  /// The graph must outlive it. O(V + E).
  VersionDraft(const ModuleGraph& graph, const ViewLimits& limits);

  ViewDraft& draft() { return draft_; }
  const ViewDraft& draft() const { return draft_; }
  bool has(NodeId node) const { return draft_.find(index(node)).has_value(); }
  /// The box of a version, made where there is none; requires room.
  std::uint32_t box(NodeId node);

  /// Draws a chain of requirements with all its versions, if it fits whole.
  bool add_chain(std::span<const NodeId> chain);
  /// Draws the last version of a chain, and a line to it from the nearest one
  /// before that is drawn: dashed where others lie between. Requires room for
  /// one box and one line; without a drawn one before there is no line.
  void add_end(std::span<const NodeId> chain);
  /// Leads there from a main module, in full if there is room for more than
  /// `spare` boxes and lines besides, else as add_end(). Requires room for one
  /// box and one line.
  void lead_to(NodeId node, std::size_t spare);

  /// A line to a drawn version from the nearest drawn one on a shortest chain
  /// from a main module, where nothing leads there yet. Requires room for one
  /// line.
  void connect(NodeId node);

  /// The requirers of a version: at most `most` boxes, the last of them a pile
  /// for those that have none of their own. Requires room for one box. Stops
  /// where there is no more; returns how many requirers are not drawn then.
  std::size_t add_requirers(NodeId node, std::span<const NodeId> requirers,
                            std::size_t most);

  /// Counts versions and requirements between drawn boxes that are not drawn.
  void count_hidden();

  Picture picture(std::string title, std::string description) && {
    return std::move(draft_).picture(std::move(title), std::move(description));
  }

 private:
  std::size_t new_boxes(std::span<const NodeId> chain) const;
  std::size_t new_lines(std::span<const NodeId> chain) const;

  const ModuleGraph& graph_;
  ShortestChains chains_;
  ViewDraft draft_;
  std::vector<NodeId> drawn_;  // with a box of their own
  std::set<NodeId> piled_;
};

}  // namespace modgraph

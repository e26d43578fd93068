#pragma once

// The lines between the boxes of a picture.

#include <cstdint>
#include <vector>

#include "engine/analysis/graph/components.h"
#include "engine/model/digraph.h"
#include "engine/report/picture.h"
#include "engine/report/views/overview_graph.h"
#include "engine/report/views/overview_marks.h"

namespace modgraph {

/// One line for every requirement between boxes, by (from, to). O(V + E).
std::vector<PictureLine> every_line(const Digraph<ModuleId>& graph,
                                    const Components<ModuleId>& components,
                                    const DrawnBoxes& boxes,
                                    const PictureMarks& marks);

/// The largest product of boxes and components for reduced_lines(); beyond it,
/// all lines are drawn.
inline constexpr std::uint64_t kReachBits = std::uint64_t{1} << 31;

/// As few lines as keep the same reachability: lines lead from one box to
/// another exactly if a module of the one reaches a module of the other through
/// any requirements, drawn or not. Lines with a meaning of their own (cycles,
/// critical path, raised versions) are never left out. By (from, to). O((V + E
/// + boxes^2) * boxes / 64).
std::vector<PictureLine> reduced_lines(const Digraph<ModuleId>& graph,
                                       const Components<ModuleId>& components,
                                       const DrawnBoxes& boxes,
                                       const PictureMarks& marks);

/// Adds lines to boxes that no line leads to from a main module, because only
/// unselected versions require them: each from the last box on a shortest chain
/// of any versions. O(V + E).
std::vector<PictureLine> with_links_to_all(const ModuleGraph& graph,
                                           const DrawnBoxes& boxes,
                                           std::vector<PictureLine> lines);

/// Pairs of boxes with a requirement between them, but no line. O(V + E).
std::uint64_t count_without_line(const Digraph<ModuleId>& graph,
                                 const DrawnBoxes& boxes,
                                 const std::vector<PictureLine>& lines);

}  // namespace modgraph

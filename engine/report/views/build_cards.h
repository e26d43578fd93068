#pragma once

// A large build as cards: what is in it, and what is wrong.
//
// Below the main module stand its direct dependencies, ordered by what leaves
// with them, a bar each; below these the modules of errors and warnings that
// they lead to. Cycles among dependencies share one box. In a workspace stand
// the members that findings are about, all other members in one box, and below
// it what most members require.

#include <cstddef>

#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "engine/report/views/overview_marks.h"

namespace modgraph {

/// Without title and source; at most `most` boxes, but four. O(V log V + E).
Picture build_cards(const Report& report, const PictureMarks& marks,
                    std::size_t most);

}  // namespace modgraph

#pragma once

// Pictures as one line of text.

#include <string>
#include <string_view>

#include "engine/report/picture.h"
#include "engine/report/report.h"

namespace modgraph::test {

/// The report of a small graph (tests/support/graph_text.h).
Report report_of(std::string_view graph);
/// The same of a graph that is there already.
Report report_of(ModuleGraph graph);

/// "A B@1 ?C@2 | A>B B>C!": boxes, main modules first, and lines. Boxes: "C@2"
/// is a version that is not selected, "C@2+" one that is, "?" what the picture
/// is about, "[3]" a pile of three, "{+}" and so on a change. Lines: "!" closes
/// a cycle, "~" leads through modules not shown, "*" decides, "-" goes, "(x)"
/// is labelled.
std::string words_of(const Picture& picture);

/// "3 versions; 2 modules" of what is hidden: counts and last words.
std::string hidden_words(const Picture& picture);

}  // namespace modgraph::test

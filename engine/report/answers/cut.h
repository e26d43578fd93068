#pragma once

// "Which requirements keep a module in the build?" as a document.
// Tested by tests/engine/report/answers/cut_test.cc.

#include <functional>
#include <optional>

#include "engine/analysis/analysis.h"
#include "engine/document/document.h"
#include "engine/findings/finding.h"
#include "engine/model/project.h"

namespace modgraph {

extern const DocumentShape kCutShape;

struct CutQuestion {
  ModuleId module{};  // no main module
  /// The line of a requirement; nothing where its go.mod is not in the module
  /// cache.
  std::function<std::optional<Location>(const Edge<NodeId>&)> find_line;
};

/// The fewest requirements of selected versions without which the module is
/// gone. Nothing when too many requirements lead to it
/// (CutOptions::max_requirements).
std::optional<Document> cut_document(const Project& project,
                                     const Analysis& analysis,
                                     const CutQuestion& question);

}  // namespace modgraph

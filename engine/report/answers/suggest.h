#pragma once

// "Which edits of go.mod make findings go away?" as a document.
// Tested by tests/engine/report/answers/suggest_test.cc.

#include <span>
#include <string>

#include "engine/advice/fix_plan.h"
#include "engine/document/document.h"
#include "engine/findings/finding.h"

namespace modgraph {

extern const DocumentShape kSuggestShape;

struct SuggestAnswer {
  std::span<const Finding> findings;  // that the indices of the plan mean
  const FixPlan& plan;
  bool applied = false;    // the files of the plan were written
  std::string error = {};  // why the build does not resolve; "": it does
};

Document suggest_document(const SuggestAnswer& answer);

}  // namespace modgraph

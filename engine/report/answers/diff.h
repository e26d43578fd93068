#pragma once

// "What is different between two states of a project?" as a document.
// Tested by tests/engine/report/answers/diff_test.cc.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/analysis/difference/project_difference.h"
#include "engine/document/document.h"
#include "engine/findings/finding.h"

namespace modgraph {

extern const DocumentShape kDiffShape;

/// Which state a side is.
struct DiffSide {
  std::string kind;    // folder, commit
  std::string name;    // as the user named it; "" for the files as they lie
  std::string commit;  // its id; "" for a folder
};

/// What is found in both states under the policy of the base, from warnings
/// on.
struct DiffFindings {
  std::vector<Finding> added;    // in the head alone, with fixes
  std::vector<Finding> fixed;    // in the base alone
  std::vector<Finding> unknown;  // in the head; the base's build lacks go.mod
                                 // files that would tell
  std::uint64_t known = 0;       // in both
  std::string policy_from;       // "main:.modgraph.yaml"; "": no settings
  std::string digest;            // SHA-256 of the settings; "": none
};

struct DiffAnswer {
  DiffSide base;
  DiffSide head;
  ProjectDifference difference;
  DiffFindings findings;
  std::vector<std::string> partial_because;
};

/// Every edit of a go.mod file with what it carries, and every module whose use
/// differs with its causes: what was lowered first, then new and old majors,
/// then what was added, removed, replaced and raised.
Document diff_document(const DiffAnswer& answer);

}  // namespace modgraph

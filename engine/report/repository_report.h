#pragma once

// What is said of several main modules that are developed together: each one's
// own report, and where they disagree.

#include <span>
#include <string>
#include <vector>

#include "engine/findings/main_drift_answer.h"
#include "engine/findings/policy.h"
#include "engine/report/report.h"

namespace modgraph {

struct FolderReport {
  std::string folder;  // as files in it are named
  Report report;
};

struct RepositoryReport {
  std::vector<FolderReport> folders;  // in the order in which they were named
  std::vector<std::string> failed;    // folders without an answer
  std::vector<Finding> findings;      // MG2006, by module
  std::vector<MainDriftRow> drift;    // ascending by path
};

/// The findings between builds, under the policy, with fingerprints. Which main
/// modules there are does not count for their identity: more may join.
std::vector<Finding> judge_drift(std::span<const Project* const> builds,
                                 std::span<const CrossModuleDrift> drift,
                                 const Policy& policy);

}  // namespace modgraph

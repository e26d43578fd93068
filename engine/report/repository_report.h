#pragma once

// What is said of several main modules that are developed together: each one's
// own report, and where they disagree.

#include <string>
#include <vector>

#include "engine/findings/cross_module_findings.h"
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
  std::vector<CrossModuleRow> drift;  // ascending by path
};

}  // namespace modgraph

#pragma once

// The reports of several main modules that are developed together, and where
// these disagree.

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
  std::vector<std::string> failed;    // folders without a report
  std::vector<Finding> findings;      // MG2006, by module
  std::vector<CrossModuleRow> drift;  // ascending by path
};

}  // namespace modgraph

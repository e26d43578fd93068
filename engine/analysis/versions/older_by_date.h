#pragma once

// Where is the selected version older than one that is required?

#include <string>
#include <vector>

#include "engine/model/project.h"

namespace modgraph {

struct OlderByDate {
  NodeId selected{};
  /// By date: the newest that is required, in the graph or by a line of ours
  /// that the go command would raise.
  std::string newer;
  std::string selected_date;  // 2018-02-27
  std::string newer_date;
};

/// Those that are more than two years older, ascending by path.
std::vector<OlderByDate> older_by_date(const Project& project);

}  // namespace modgraph

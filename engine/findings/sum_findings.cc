#include <fmt/core.h>

#include <utility>

#include "engine/findings/findings.h"

namespace modgraph {

std::vector<Finding> sum_findings(const Evidence& evidence) {
  const auto& folder = evidence.project.folder;
  // A module without a go.sum has never been built, or has it elsewhere.
  if (!folder || !folder->has_sum_file || !folder->missing_sums ||
      folder->missing_sums->empty())
    return {};
  const std::vector<ModuleVersion>& missing = *folder->missing_sums;
  std::vector<std::string> names;
  for (const ModuleVersion& m : missing)
    names.push_back(m.path + "@" + m.version);
  const std::size_t count = missing.size();
  Finding f = new_finding(
      "MG6001", fmt::format("{} has no go.mod {} for {}", folder->sum_file,
                            count == 1 ? "hash" : "hashes", some_of(names)));
  // Builds from a vendor folder check no sums.
  if (folder->vendor && folder->vendor->automatic) f.level = Level::kNote;
  for (const ModuleVersion& m : missing)
    f.subjects.push_back({m.path, m.version});
  for (const ModuleVersion& m : missing) {
    f.location = evidence.lines.location(m.path);
    if (f.location) break;
  }
  if (f.location) f.location->label = "not in go.sum";
  f.notes.push_back(count == 1 ? fmt::format("to add it: go mod download {}",
                                             missing.front().path)
                               : "to add them: go mod tidy");
  return {std::move(f)};
}

}  // namespace modgraph

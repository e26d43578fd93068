// Where is the selected version more than two years older than one that is
// required? Of less, both may be from one release branch or the other.
//
// Idea: versions are ordered by number, and a number can mislead: an old
// +incompatible tag is higher than every pseudo-version of v0. A pseudo-version
// has its date in its name; of others only the selected version's is known,
// from the module cache or a module list. What is not known is not compared.
// Source: go.dev/ref/mod#pseudo-versions.
// Cost: O(versions in the graph).
// Tested by older_by_date_test.cc.

#include "engine/analysis/versions/older_by_date.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/analysis/why.h"
#include "engine/base/calendar.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

constexpr std::int64_t kDaysOfTwoYears = 730;

class Dates {
 public:
  explicit Dates(const Project& project) {
    for (const ModuleMetadata& m : project.metadata.modules)
      times_[{m.module.path, m.module.version}] = m.time;
    for (const ModuleInfo& m : project.module_info)
      if (!m.time.empty()) times_[{m.path, m.version}] = m.time;
  }

  // When a version was published; "" if that is not known.
  std::string_view of(std::string_view path, std::string_view version) const {
    if (const auto time = pseudo_version_time(version); !time.empty())
      return time;
    const auto at = times_.find({path, version});
    return at == times_.end() ? std::string_view() : at->second;
  }

 private:
  std::map<std::pair<std::string_view, std::string_view>, std::string_view>
      times_;
};

// Versions of a module that are required: in the graph, and by lines of ours.
std::vector<std::string_view> required_versions(const Project& project,
                                                ModuleId m) {
  const ModuleGraph& graph = project.graph;
  std::vector<std::string_view> out;
  for (const NodeId version : graph.versions(m))
    if (version != graph.selected(m) && !graph.requirers(version).empty())
      out.push_back(graph.version(version));
  if (project.update)
    for (const UpdatedLine& line : project.update->lines)
      if (line.path == graph.path(m) && !line.from.empty())
        out.push_back(line.from);
  return out;
}

std::optional<OlderByDate> comparison_of(const Project& project,
                                         const Dates& dates, ModuleId m) {
  const ModuleGraph& graph = project.graph;
  const NodeId selected = graph.selected(m);
  if (graph.is_main(selected)) return std::nullopt;
  const std::vector<std::string_view> others = required_versions(project, m);
  if (others.empty()) return std::nullopt;
  // What is built counts; when a folder was written is not known.
  const std::optional<ModuleVersion> replaced =
      replacement_in(project, selected);
  const std::string_view time =
      replaced ? dates.of(replaced->path, replaced->version)
               : dates.of(graph.path(m), graph.version(selected));
  const auto day = day_number(time);
  if (!day) return std::nullopt;
  std::optional<OlderByDate> out;
  std::int64_t newest = *day + kDaysOfTwoYears;
  for (const std::string_view other : others) {
    const std::string_view then = dates.of(graph.path(m), other);
    const auto other_day = day_number(then);
    if (!other_day || *other_day <= newest) continue;
    newest = *other_day;
    out = {selected, std::string(other), day_text(time), day_text(then)};
  }
  return out;
}

}  // namespace

std::vector<OlderByDate> older_by_date(const Project& project) {
  const ModuleGraph& graph = project.graph;
  const Dates dates(project);
  std::vector<OlderByDate> out;
  for (const ModuleId m : graph.modules())
    if (graph.kind(m) == ModuleKind::kModule)
      if (auto one = comparison_of(project, dates, m))
        out.push_back(std::move(*one));
  return out;
}

}  // namespace modgraph

#include "engine/report/answers/drift_answer.h"

#include <algorithm>
#include <utility>

#include "engine/findings/findings.h"

namespace modgraph {
namespace {

class Answer {
 public:
  Answer(const Project& project, const Analysis& analysis)
      : project_(project),
        graph_(project.graph),
        analysis_(analysis),
        lines_(project.manifests) {}

  DriftAnswer make() const {
    DriftAnswer out;
    for (const LineBelowSelected& raised : analysis_.below_selected)
      out.raised.push_back(row(raised));
    out.drift = drift();
    for (const SplitMajor& split : analysis_.split_majors)
      out.majors.push_back(row(split));
    for (const PrereleaseSelected& early : analysis_.prerelease_selected)
      out.early.push_back({std::string(graph_.path(early.selected)),
                           std::string(graph_.version(early.selected)),
                           std::string(graph_.version(early.release)),
                           names_of(graph_, early.selected_by)});
    if (const auto& go = analysis_.forced_go)
      out.go_line =
          GoLineRow{go->own, go->forced, go->raised, names_of(graph_, go->by)};
    const Project* const builds[] = {&project_};
    out.mains = main_drift_answer(builds, analysis_.cross_module_drift);
    out.has_list = !project_.module_info.empty();
    add_updates(out);
    return out;
  }

 private:
  RaisedRow row(const LineBelowSelected& raised) const {
    return {raised.requirement.module.path,
            raised.requirement.module.version,
            std::string(graph_.version(raised.selected)),
            project_.manifests[raised.manifest].file,
            raised.requirement.where.line,
            names_of(graph_, raised.selected_by)};
  }

  MajorsRow row(const SplitMajor& split) const {
    MajorsRow out;
    for (ModuleId m : split.modules)
      out.modules.push_back(graph_.name(graph_.selected(m)));
    out.same_major_twice = split.same_major_twice;
    return out;
  }

  bool is_direct(std::string_view path) const {
    const auto lines = lines_.of(path);
    return std::any_of(lines.begin(), lines.end(), [](const auto& line) {
      return !line.requirement->indirect;
    });
  }

  std::vector<DriftRow> drift() const {
    std::vector<DriftRow> out;
    for (const Drift& d : analysis_.drift) {
      DriftRow& row = out.emplace_back();
      row.module = graph_.path(d.module);
      row.selected = graph_.version(d.selected);
      row.direct = is_direct(row.module);
      for (const RequiredVersion& r : d.required)
        row.required.push_back({std::string(graph_.version(r.version)),
                                distance_from_selected(graph_, d, r),
                                names_of(graph_, r.by)});
      row.selected_by = names_of(graph_, d.selected_by());
      row.runner_up = graph_.version(d.runner_up().version);
    }
    std::stable_sort(
        out.begin(), out.end(), [](const DriftRow& a, const DriftRow& b) {
          const auto far = [](const DriftRow& r) {
            return std::pair(r.required.front().distance, r.direct);
          };
          return far(a) > far(b);
        });
    return out;
  }

  UpdateRow row(const ListedFact& fact, std::string says) const {
    return {std::string(graph_.path(fact.node)),
            std::string(graph_.version(fact.node)), std::move(says)};
  }

  void add_updates(DriftAnswer& out) const {
    const ListedUpdates& updates = analysis_.updates;
    for (const ListedFact& fact : updates.retracted) {
      std::string says;
      for (const std::string& why : project_.module_info[fact.row].retracted)
        says += (says.empty() ? "" : "; ") + why;
      out.retracted.push_back(row(fact, std::move(says)));
    }
    for (const ListedFact& fact : updates.deprecated)
      out.deprecated.push_back(
          row(fact, project_.module_info[fact.row].deprecated));
    for (const ListedFact& fact : updates.outdated)
      out.outdated.push_back(
          row(fact, project_.module_info[fact.row].update->version));
    std::stable_partition(
        out.outdated.begin(), out.outdated.end(),
        [&](const UpdateRow& one) { return is_direct(one.module); });
  }

  const Project& project_;
  const ModuleGraph& graph_;
  const Analysis& analysis_;
  RequirementLines lines_;
};

}  // namespace

DriftAnswer drift_answer(const Project& project, const Analysis& analysis) {
  return Answer(project, analysis).make();
}

std::string_view distance_name(VersionDistance distance) {
  switch (distance) {
    case VersionDistance::kNone:
      return "none";
    case VersionDistance::kPrerelease:
      return "prerelease";
    case VersionDistance::kPseudo:
      return "pseudo";
    case VersionDistance::kPatch:
      return "patch";
    case VersionDistance::kMinor:
      return "minor";
    case VersionDistance::kMajor:
      return "major";
  }
  return "";
}

}  // namespace modgraph

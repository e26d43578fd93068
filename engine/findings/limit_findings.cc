// MG0002.
//
// Is the build larger than the policy allows?
// Idea: figures that the report has anyway, held against the limits.
// Cost: O(requirement lines log lines).
// Tested by tests/engine/findings/policy_findings_test.cc.

#include "engine/findings/limit_findings.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "engine/base/counted.h"
#include "engine/findings/policy_findings.h"
#include "engine/model/build_list.h"
#include "engine/model/go_version.h"

namespace modgraph {
namespace {

// The go.mod as a whole.
std::optional<Location> module_line(const Project& project) {
  for (const Manifest& m : project.manifests)
    if (m.module) return location_of(m, m.module->where);
  return std::nullopt;
}

std::set<std::string_view> direct_modules(const Project& project) {
  std::set<std::string_view> out;
  for (const Manifest& m : project.manifests)
    for (const Requirement& r : m.require)
      if (!r.indirect) out.insert(r.module.path);
  return out;
}

// "1.25" allows 1.25.3 too: it names a language version, no release.
bool is_above(std::string_view go, std::string_view limit) {
  const auto most = parse_go_version(limit);
  const auto line = parse_go_version(go);
  const bool names_language = most && most->kind.empty() &&
                              std::count(limit.begin(), limit.end(), '.') == 1;
  if (names_language && line && line->major == most->major &&
      line->minor == most->minor)
    return false;
  return compare_go_versions(go, limit) > 0;
}

class LimitFindings {
 public:
  explicit LimitFindings(const Evidence& evidence)
      : evidence_(evidence),
        project_(evidence.project),
        limits_(evidence.policy->limits) {}

  std::vector<Finding> make() && {
    const Project& p = project_;
    if (limits_.modules)
      check("modules", *limits_.modules, build_list(p.graph).size(),
            "the build list has", "module",
            "`modgraph rank` shows what brings "
            "the most",
            Of::kGraph);
    if (limits_.direct && p.manifests.empty())
      cannot_check("direct", "no go.mod was given");
    else if (limits_.direct)
      check("direct", *limits_.direct, direct_modules(p).size(),
            "go.mod files require", "module",
            "only lines without // indirect count", Of::kFiles);
    if (limits_.longest_chain && !p.requirements_known)
      cannot_check("longest-chain", "no requirements were given");
    else if (limits_.longest_chain)
      check("longest-chain", *limits_.longest_chain,
            evidence_.analysis.critical_path.length, "the longest chain has",
            "module", "`modgraph critical` shows it", Of::kGraph);
    if (!limits_.go.empty() && p.manifests.empty())
      cannot_check("go", "no go.mod was given");
    if (!limits_.go.empty()) check_go();
    return std::move(out_);
  }

 private:
  // What a figure is of.
  enum class Of : std::uint8_t { kFiles, kGraph };

  void check(std::string_view limit, const Limits::Limit& most,
             std::uint64_t count, std::string_view what, std::string_view noun,
             std::string_view note, Of of) {
    if (count <= most.most) return;
    Finding f = new_finding(
        "MG0002", fmt::format("{} {}, and the limit `{}` is {}", what,
                              counted(count, noun), limit, most.most));
    // Each limit is a finding of its own.
    f.subjects.push_back({std::string(limit), ""});
    f.location = module_line(project_);
    f.notes.emplace_back(note);
    if (of == Of::kGraph) add_partial_note(project_, f);
    out_.push_back(std::move(f));
  }

  void cannot_check(std::string_view limit, std::string_view because) {
    Finding f = unchecked_finding(
        "MG0002", fmt::format("whether the limit `{}` is kept", limit),
        because);
    f.subjects.push_back({std::string(limit), ""});
    out_.push_back(std::move(f));
  }

  void check_go() {
    for (const Manifest& m : project_.manifests) {
      if (!m.go || !is_above(m.go->version, limits_.go)) continue;
      Finding f = new_finding(
          "MG0002", fmt::format("{} says go {}, and the limit `go` is {}",
                                m.file, m.go->version, limits_.go));
      f.subjects.push_back({"go", m.go->version});
      f.location = location_of(m, m.go->where);
      out_.push_back(std::move(f));
    }
  }

  const Evidence& evidence_;
  const Project& project_;
  const Limits& limits_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> limit_findings(const Evidence& evidence) {
  std::vector<Finding> out = LimitFindings(evidence).make();
  const Project* const builds[] = {&evidence.project};
  std::vector<Finding> drift = drift_limit_findings(
      builds, evidence.analysis.cross_module_drift, *evidence.policy);
  std::move(drift.begin(), drift.end(), std::back_inserter(out));
  return out;
}

std::vector<Finding> new_dependency_findings(const Evidence& evidence,
                                             const Project& base) {
  std::vector<Finding> out;
  if (evidence.policy == nullptr || !evidence.policy->limits.new_exclusive)
    return out;
  const std::uint64_t most = evidence.policy->limits.new_exclusive->most;
  const ModuleGraph& graph = evidence.project.graph;
  const std::set<std::string_view> before = direct_modules(base);
  for (const std::string_view path : direct_modules(evidence.project)) {
    const auto module = graph.find(path);
    if (before.contains(path) || !module) continue;
    const std::uint64_t brings = evidence.analysis.exclusive[index(*module)];
    if (brings <= most) continue;
    Finding f = new_finding(
        "MG0002",
        fmt::format("the new dependency '{}' brings {}, and the limit "
                    "`new-exclusive` is {}",
                    path, counted(brings, "module"), most));
    f.subjects.push_back(subject_of(graph, graph.selected(*module)));
    f.location = direct_line(evidence, path);
    f.notes.emplace_back(
        "itself included: modules that nothing else in the build leads to");
    out.push_back(std::move(f));
  }
  return out;
}

std::vector<Finding> drift_limit_findings(
    std::span<const Project* const> builds,
    std::span<const CrossModuleDrift> drift, const Policy& policy) {
  std::vector<Finding> out;
  if (!policy.limits.drift) return out;
  for (const CrossModuleDrift& d : drift) {
    if (d.required.size() <= policy.limits.drift->most) continue;
    Finding f = new_finding(
        "MG0002",
        fmt::format("main modules require '{}' at {} versions, and "
                    "the limit `drift` is {}",
                    d.path, d.required.size(), policy.limits.drift->most));
    for (const RequiredByMains& row : d.required) {
      const RequiringLine& by = row.by.front();
      f.subjects.push_back({d.path, row.version});
      Location at = location_of(
          builds[by.main.build]->manifests[by.main.manifest], by.line->where);
      if (!f.location)
        f.location = std::move(at);
      else
        f.related.push_back({std::move(at), row.version + " here"});
    }
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace modgraph

#include "engine/report/answers/indirect_answer.h"

#include <algorithm>
#include <utility>

#include "engine/findings/findings.h"
#include "engine/findings/package_findings.h"

namespace modgraph {
namespace {

std::string_view reason_text(StaleReason reason) {
  switch (reason) {
    case StaleReason::kUnreachable:
      return "no package comes from it, and nothing that gives one leads to it";
    case StaleReason::kNoPackageHere:
      return "no package comes from it in this build configuration";
    case StaleReason::kNobodyRequires:
      return "nothing else in the graph requires it";
  }
  return "";
}

class AnswerMaker {
 public:
  AnswerMaker(const Project& project, const Analysis& analysis)
      : project_(project),
        graph_(project.graph),
        analysis_(analysis),
        answers_(analysis.indirect) {}

  IndirectAnswer make() && {
    for (const NodeId main : graph_.mains())
      out_.main_modules.emplace_back(graph_.path(main));
    for (const ModuleId m : graph_.modules())
      out_.modules += graph_.kind(m) == ModuleKind::kModule ? 1u : 0u;
    out_.graph_known = knows_graph(project_);
    out_.lines_known = out_.graph_known && !project_.manifests.empty();
    pinned_by_indirect();
    stale();
    direct();
    unpruned();
    for (const UnreachableModule& left : answers_.unreachable_modules)
      out_.unreachable_modules.push_back(
          {selected(left.module), names_of(graph_, left.required_by)});
    uses();
    out_.partial_because = project_.partial_because;
    for (std::string& why : unsound_packages(project_, analysis_))
      out_.partial_because.push_back(std::move(why));
    could_say();
    return std::move(out_);
  }

 private:
  Subject selected(ModuleId m) const {
    return subject_of(graph_, graph_.selected(m));
  }

  Location place(const LineOf& line) const {
    const Manifest& manifest = project_.manifests[line.manifest];
    return location_of(manifest, manifest.require[line.requirement].where);
  }

  void pinned_by_indirect() {
    for (const PinnedVersion& held : answers_.pinned_by_indirect) {
      PinnedAnswer& one = out_.pinned_by_indirect.emplace_back();
      one.module = subject_of(graph_, held.selected);
      one.without = graph_.version(held.without);
      one.is_bound = held.is_bound;
      one.required_by = names_of(graph_, analysis_.requirers.row(held.without));
      for (const LineOf& line : held.lines) one.lines.push_back(place(line));
    }
  }

  void stale() {
    for (const StaleLine& line : answers_.stale)
      out_.stale.push_back({subject_of(graph_, line.selected), line.is_sure(),
                            reason_text(line.reason), place(line.line)});
    std::stable_partition(out_.stale.begin(), out_.stale.end(),
                          [](const StaleAnswer& s) { return s.is_sure; });
  }

  void direct() {
    const std::vector<bool> is_direct =
        direct_requirements(graph_, analysis_.selected, project_.manifests);
    for (const ModuleId m : graph_.modules()) {
      if (!is_direct[index(m)]) continue;
      const bool is_heavy =
          std::any_of(answers_.heavy.begin(), answers_.heavy.end(),
                      [&](const HeavyRequirement& h) { return h.module == m; });
      out_.direct.push_back(
          {selected(m), analysis_.exclusive[index(m)], is_heavy});
    }
    std::stable_sort(out_.direct.begin(), out_.direct.end(),
                     [](const DirectWeight& a, const DirectWeight& b) {
                       return a.exclusive > b.exclusive;
                     });
  }

  void unpruned() {
    if (!answers_.go_lines_known) return;
    out_.unpruned.emplace();
    for (const UnprunedClosure& closure : answers_.unpruned.roots) {
      UnprunedAnswer& one = out_.unpruned->emplace_back();
      one.module = subject_of(graph_, closure.root);
      one.go_line = closure.go_line;
      for (const ModuleId m : closure.brings)
        one.brings.push_back(graph_.name(graph_.selected(m)));
    }
    out_.brought_by_closures = answers_.unpruned.together.size();
  }

  void uses() {
    if (!answers_.packages || !answers_.packages->is_sound()) return;
    ModuleUses& uses = out_.uses.emplace();
    for (const ModuleId m : graph_.modules()) {
      if (graph_.kind(m) != ModuleKind::kModule) continue;
      switch (answers_.packages->use[index(m)]) {
        case ModuleUse::kBuild:
          break;
        case ModuleUse::kTest:
          uses.test_only.push_back(selected(m));
          break;
        case ModuleUse::kTool:
          uses.tool_only.push_back(selected(m));
          break;
        case ModuleUse::kNone:
          uses.no_package.push_back(selected(m));
          break;
      }
    }
  }

  void could_say() {
    if (!out_.graph_known)
      out_.could_say.emplace_back(
          "--graph FILE (go mod graph), or a module cache to resolve from: "
          "what "
          "dependencies require");
    if (project_.manifests.empty())
      out_.could_say.emplace_back(
          "--mod go.mod: which lines say `// indirect`, and what they hold up");
    if (project_.packages.empty())
      out_.could_say.emplace_back(
          "--packages FILE (go list -deps -test -json ./...): which modules "
          "give packages, and which give them to tests only");
    if (!answers_.go_lines_known)
      out_.could_say.emplace_back(
          "--list FILE (go list -m -json all): which dependencies are of go < "
          "1.17, and open their whole closure");
  }

  const Project& project_;
  const ModuleGraph& graph_;
  const Analysis& analysis_;
  const IndirectAnswers& answers_;
  IndirectAnswer out_;
};

}  // namespace

IndirectAnswer indirect_answer(const Project& project,
                               const Analysis& analysis) {
  return AnswerMaker(project, analysis).make();
}

}  // namespace modgraph

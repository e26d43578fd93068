#include <fmt/core.h>

#include <utility>

#include "engine/base/parallel.h"
#include "engine/base/shell_word.h"
#include "engine/findings/findings.h"

namespace modgraph {
namespace {

class IndirectFindings {
 public:
  explicit IndirectFindings(const Evidence& evidence)
      : evidence_(evidence),
        graph_(evidence.project.graph),
        answers_(evidence.analysis.indirect) {}

  std::vector<Finding> make() && {
    for (const auto& heavy : answers_.heavy) heavy_direct(heavy);
    for (const auto& held : answers_.pinned_by_indirect)
      pinned_by_indirect(held);
    for (const auto& stale : answers_.stale) stale_indirect(stale);
    if (answers_.packages && answers_.packages->is_sound())
      for (const ModuleId m : graph_.modules())
        used_for(m, answers_.packages->use[index(m)]);
    for (const auto& closure : answers_.unpruned.roots)
      if (!closure.brings.empty()) unpruned_closure(closure);
    unreachable_modules();
    return std::move(out_);
  }

 private:
  Finding about(std::string_view code, NodeId selected,
                std::string message) const {
    Finding f = new_finding(code, std::move(message));
    f.subjects.push_back(subject_of(graph_, selected));
    f.location = evidence_.lines.location(graph_.path(selected));
    return f;
  }

  Finding& add(std::string_view code, NodeId selected, std::string message) {
    return out_.emplace_back(about(code, selected, std::move(message)));
  }

  Location place(const LineOf& line, std::string label = {}) const {
    const Manifest& manifest = evidence_.project.manifests[line.manifest];
    return location_of(manifest, manifest.require[line.requirement].where,
                       std::move(label));
  }

  void heavy_direct(const HeavyRequirement& heavy) {
    const NodeId selected = graph_.selected(heavy.module);
    Finding& f = add("MG3001", selected,
                     fmt::format("'{}' alone brings {} modules into the build, "
                                 "itself included",
                                 graph_.path(selected), heavy.exclusive));
    f.notes.push_back(
        fmt::format("`modgraph whatif --drop {}` shows what would leave",
                    shell_word(graph_.path(selected))));
  }

  void pinned_by_indirect(const PinnedVersion& held) {
    const std::string_view lower = graph_.version(held.without);
    Finding& f = add(
        "MG3002", held.selected,
        fmt::format("an `// indirect` line alone holds '{}' up at {}",
                    graph_.path(held.selected), graph_.version(held.selected)));
    f.location = place(held.lines.front(), fmt::format("over {}", lower));
    for (std::size_t i = 1; i < held.lines.size(); ++i)
      f.related.push_back({place(held.lines[i]), "and this line"});
    f.notes.push_back(fmt::format(
        "without {} the build would have {}{}, asked for by {}",
        held.lines.size() == 1 ? "the line" : "the lines",
        held.is_bound ? "at least " : "", lower,
        some_of(graph_, evidence_.analysis.requirers.row(held.without))));
  }

  void stale_indirect(const StaleLine& stale) {
    const std::string_view path = graph_.path(stale.selected);
    Finding& f = add(
        "MG3003", stale.selected,
        fmt::format("`go mod tidy` {} remove the `// indirect` line of '{}'",
                    stale.is_sure() ? "would" : "would possibly", path));
    f.location = place(stale.line);
    switch (stale.reason) {
      case StaleReason::kUnreachable:
        f.notes.emplace_back(
            "no package comes from it, and no module that gives one leads to "
            "it");
        break;
      case StaleReason::kNoPackageHere:
        f.level = Level::kNote;
        f.notes.push_back(fmt::format(
            "no package comes from it in this build configuration ({}); on "
            "another platform, or for a test of a dependency, one may",
            evidence_.project.packages_file));
        break;
      case StaleReason::kNobodyRequires:
        f.level = Level::kNote;
        f.notes.emplace_back(
            "nothing else in the graph requires it; a dependency without a "
            "go.mod may import it: --packages tells");
        break;
    }
  }

  void used_for(ModuleId m, ModuleUse use) {
    if (use != ModuleUse::kTest && use != ModuleUse::kTool) return;
    const NodeId selected = graph_.selected(m);
    Finding& f =
        add("MG3004", selected,
            fmt::format("'{}' is here only for {}", graph_.path(selected),
                        use == ModuleUse::kTest ? "tests" : "tools"));
    const std::uint32_t packages = answers_.packages->packages[index(m)];
    f.notes.push_back(fmt::format(
        "{} package{} of it, none of which the program itself imports in this "
        "build configuration",
        packages, packages == 1 ? "" : "s"));
  }

  void unpruned_closure(const UnprunedClosure& closure) {
    const std::string go =
        closure.go_line.empty() ? "no go line" : "go " + closure.go_line;
    const std::size_t count = closure.brings.size();
    Finding& f =
        add("MG3005", closure.root,
            fmt::format("'{}' has {}, so that its whole closure is loaded: {} "
                        "module{} in the build list for that alone",
                        graph_.path(closure.root), go, count,
                        count == 1 ? " is" : "s are"));
    std::vector<NodeId> brought;
    for (const ModuleId m : closure.brings)
      brought.push_back(graph_.selected(m));
    f.notes.push_back("brings " + some_of(graph_, brought));
  }

  // There may be as many as modules.
  void unreachable_modules() {
    const std::size_t before = out_.size();
    const auto& all = answers_.unreachable_modules;
    out_.resize(before + all.size());
    run_pieces(
        all.size(),
        [&](std::size_t begin, std::size_t end) {
          for (std::size_t i = begin; i < end; ++i)
            out_[before + i] = unreachable_modules(all[i]);
        },
        kWorthTextThreads);
  }

  Finding unreachable_modules(const UnreachableModule& left) const {
    const NodeId selected = graph_.selected(left.module);
    Finding f = about("MG3006", selected,
                      fmt::format("'{}' is in the build list only because "
                                  "versions that are not selected lead to it",
                                  graph_.path(selected)));
    f.notes.reserve(2);
    if (add_chain(evidence_, selected, f))
      f.notes.push_back("by way of " + chain_text(f.witness.front()));
    if (!left.required_by.empty())
      f.notes.push_back("asked for by " + some_of(graph_, left.required_by));
    return f;
  }

  const Evidence& evidence_;
  const ModuleGraph& graph_;
  const IndirectAnswers& answers_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> indirect_findings(const Evidence& evidence) {
  return IndirectFindings(evidence).make();
}

}  // namespace modgraph

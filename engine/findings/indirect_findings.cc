#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "engine/analysis/go_mod_lines/line_reason.h"
#include "engine/base/counted.h"
#include "engine/base/file_path.h"
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
    for (const auto& pinned : answers_.pinned_by_indirect)
      pinned_by_indirect(pinned);
    for (const auto& stale : answers_.stale) stale_indirect(stale);
    if (answers_.packages && answers_.packages->is_sound()) {
      for (const ModuleId m : graph_.modules())
        used_for(m, answers_.packages->use[index(m)]);
      lines_and_packages();
    }
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
    if (!heavy.removes) {
      add("MG3001", selected,
          fmt::format("'{}' is the only way to {}, itself included",
                      graph_.path(selected),
                      counted(heavy.exclusive, "module")));
      return;
    }
    Finding& f = add(
        "MG3001", selected,
        fmt::format("without '{}' and the `// indirect` lines that "
                    "only it needs, {} would leave the build",
                    graph_.path(selected), counted(*heavy.removes, "module")));
    f.measure = StatedRemoval{
        *heavy.removes, fmt::format("modgraph whatif --drop {} --orphans{}",
                                    shell_word(graph_.path(selected)),
                                    folder_word(heavy.manifest))};
    f.notes.push_back(fmt::format("`{}` shows which", f.measure->shown_by));
  }

  // In a workspace the folder says which go.mod is edited.
  std::string folder_word(std::size_t manifest) const {
    if (!evidence_.project.work) return {};
    return " " +
           shell_word(parent_path(evidence_.project.manifests[manifest].file));
  }

  void pinned_by_indirect(const PinnedVersion& pinned) {
    const std::string_view lower = graph_.version(pinned.without);
    Finding& f =
        add("MG3002", pinned.selected,
            fmt::format("go.mod keeps '{}' at {}; dependencies require {}{}",
                        graph_.path(pinned.selected),
                        graph_.version(pinned.selected),
                        pinned.is_bound ? "at least " : "", lower));
    for (const LineOf& line : pinned.lines)
      if (!reason(line).empty()) f.level = Level::kOff;
    f.location = place(pinned.lines.front(),
                       fmt::format("dependencies require {}", lower));
    for (std::size_t i = 1; i < pinned.lines.size(); ++i)
      f.related.push_back({place(pinned.lines[i]), "pinned here too"});
    f.notes.push_back(fmt::format(
        "{} is required by {}", lower,
        some_of(graph_, evidence_.analysis.requirers.row(pinned.without))));
    if (f.level != Level::kOff)
      f.notes.emplace_back(
          "a deliberate raise? a reason on the line (`// indirect; why`) "
          "answers the next reader");
  }

  std::string reason(const LineOf& line) const {
    const Manifest& manifest = evidence_.project.manifests[line.manifest];
    return line_reason(manifest, manifest.require[line.requirement].where);
  }

  void stale_indirect(const StaleLine& stale) {
    const std::string_view path = graph_.path(stale.selected);
    Finding& f = add(
        "MG3003", stale.selected,
        fmt::format("`go mod tidy` {} remove the `// indirect` line of '{}'",
                    stale.is_sure() ? "would" : "might", path));
    f.location = place(stale.line);
    switch (stale.reason) {
      case StaleReason::kUnreachable:
        f.notes.emplace_back(
            "the build uses no package of it, and no module with packages in "
            "the build leads to it");
        break;
      case StaleReason::kNoPackageHere:
        f.level = Level::kNote;
        f.notes.push_back(fmt::format(
            "this build configuration uses no package of it ({}); another "
            "platform, or a test of a dependency, may",
            evidence_.project.packages_file));
        break;
      case StaleReason::kNobodyRequires:
        f.level = Level::kNote;
        f.notes.emplace_back(
            "nothing else in the graph requires it; a dependency without a "
            "go.mod may import it: --packages can tell");
        break;
    }
  }

  void used_for(ModuleId m, ModuleUse use) {
    if (use != ModuleUse::kTest && use != ModuleUse::kTool) return;
    const NodeId selected = graph_.selected(m);
    Finding& f =
        add("MG3004", selected,
            fmt::format("'{}' is used by {} only", graph_.path(selected),
                        use == ModuleUse::kTest ? "tests" : "tools"));
    const std::uint32_t packages = answers_.packages->packages[index(m)];
    f.notes.push_back(fmt::format(
        "{} of it, not imported by the program itself in this build "
        "configuration",
        counted(packages, "package")));
  }

  // What `go mod tidy` would change besides the lines that it drops.
  void lines_and_packages() {
    const auto& manifests = evidence_.project.manifests;
    for (std::size_t i = 0; i < manifests.size(); ++i)
      for (std::size_t j = 0; j < manifests[i].require.size(); ++j) {
        const Requirement& line = manifests[i].require[j];
        const auto module = graph_.find(line.module.path);
        if (!module || graph_.is_main(graph_.selected(*module))) continue;
        if (!line.indirect &&
            answers_.packages->use[index(*module)] == ModuleUse::kNone)
          unused_direct({i, j}, *module);
        // Of several main modules it is not known which one imports it.
        if (line.indirect && manifests.size() == 1 &&
            answers_.packages->imported_by_mains[index(*module)])
          wrong_comment({i, j}, *module);
      }
  }

  void unused_direct(const LineOf& line, ModuleId module) {
    Finding& f = add("MG3007", graph_.selected(module),
                     fmt::format("'{}' is required directly, but no package of "
                                 "it is used",
                                 graph_.path(module)));
    f.location = place(line);
    if (!reason(line).empty()) f.level = Level::kNote;
    f.notes.push_back(fmt::format(
        "`go mod tidy` would drop the line, unless a file that this build "
        "leaves out (another platform, a build tag) imports it ({})",
        evidence_.project.packages_file));
  }

  void wrong_comment(const LineOf& line, ModuleId module) {
    Finding& f = add("MG3008", graph_.selected(module),
                     fmt::format("'{}' is marked `// indirect`, but packages "
                                 "of the main module import it",
                                 graph_.path(module)));
    f.location = place(line);
    f.notes.emplace_back("`go mod tidy` would take the comment away");
  }

  void unpruned_closure(const UnprunedClosure& closure) {
    const std::string go =
        closure.go_line.empty() ? "no go line" : "go " + closure.go_line;
    const std::size_t count = closure.brings.size();
    Finding& f =
        add("MG3005", closure.root,
            fmt::format("'{}' has {}, so the graph is not pruned below it: {} "
                        "{} in the build list only for that reason",
                        graph_.path(closure.root), go, counted(count, "module"),
                        count == 1 ? "is" : "are"));
    f.owner = Owner::kDependency;
    std::vector<NodeId> brought;
    for (const ModuleId m : closure.brings)
      brought.push_back(graph_.selected(m));
    f.notes.push_back("only for that reason: " + some_of(graph_, brought));
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
                      fmt::format("'{}' is in the build list only because of "
                                  "versions that are not selected",
                                  graph_.path(selected)));
    f.owner = Owner::kDependency;
    f.notes.reserve(2);
    if (add_chain(evidence_, selected, f))
      f.notes.push_back("reached by " + chain_text(f.witness.front()));
    if (!left.required_by.empty())
      f.notes.push_back("required by " + some_of(graph_, left.required_by));
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

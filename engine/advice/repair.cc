// Which exclude and replace lines let a build resolve?
//
// Idea: the loader says which module versions it cannot use. For the first of
// them that an edit takes away, the edit is kept, and the loader is asked
// again: each edit ends a fault, so it ends.
// Source: go.dev/ref/mod#go-mod-file-replace; the staging modules of Kubernetes
// (v0.0.0, published as v0.X.Y with v1.X.Y) for the version that fits.
// Cost: at most max_trials resolutions. Tested by repair_test.cc.

#include "engine/advice/repair.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/advice/edit_checks.h"
#include "engine/advice/fix_providers.h"
#include "engine/model/version.h"
#include "engine/resolve/load_errors.h"

namespace modgraph {
namespace {

// "v0.19.0" for what v1.19.0 requires; else "".
std::string twin_of(std::string_view version) {
  return version.starts_with("v1.") ? "v0." + std::string(version.substr(3))
                                    : std::string();
}

class Repairing {
 public:
  Repairing(const EditSimulator& simulator, const RepairOptions& options)
      : simulator_(simulator), options_(options) {}

  Repair run() && {
    std::vector<FaultyModule> faults = faults_of(edits_);
    while (!resolves_ && edits_.size() < options_.max_edits)
      if (!end_one(faults)) return std::move(out_);
    if (resolves_ && !edits_.empty()) out_.fix = simulated();
    return std::move(out_);
  }

 private:
  // What is faulty with these edits; empty with resolves_ where nothing is.
  std::vector<FaultyModule> faults_of(const std::vector<MainEdit>& edits) {
    ++out_.trials;
    std::vector<FaultyModule> faults;
    const auto build = simulator_.resolve_noting(edits, faults);
    resolves_ = build.has_value();
    last_paths_.clear();
    if (build)
      for (const ModuleId m : build->graph.modules())
        last_paths_.emplace_back(build->graph.path(m));
    return resolves_ ? std::vector<FaultyModule>() : faults;
  }

  bool end_one(std::vector<FaultyModule>& faults) {
    for (const FaultyModule& fault : faults)
      for (const MainEdit& edit : candidates(fault)) {
        if (out_.trials >= options_.max_trials) return false;
        std::vector<MainEdit> more = edits_;
        more.push_back(edit);
        std::vector<FaultyModule> left = faults_of(more);
        if (!ends(fault, edit, left)) {
          resolves_ = false;
          continue;
        }
        edits_ = std::move(more);
        faults = std::move(left);
        return true;
      }
    return false;
  }

  bool ends(const FaultyModule& fault, const MainEdit& edit,
            const std::vector<FaultyModule>& left) const {
    if (!resolves_ && left.empty()) return false;  // another kind of error
    const auto same = [&](const FaultyModule& f) {
      return f.module == fault.module;
    };
    if (std::any_of(left.begin(), left.end(), same)) return false;
    // What is excluded must not leave a hole: packages come from it.
    return edit.edit.kind != EditKind::kExclude || !resolves_ ||
           std::find(last_paths_.begin(), last_paths_.end(),
                     fault.module.path) != last_paths_.end();
  }

  std::vector<MainEdit> candidates(const FaultyModule& fault) const {
    const ModuleVersion& module = fault.module;
    const bool placeholder = is_placeholder_version(module.version);
    if (fault.is_missing && !placeholder) return {};
    std::vector<MainEdit> out;
    const auto replace = [&](const std::string& version) {
      out.push_back({0, {EditKind::kReplace, module, {module.path, version}}});
    };
    std::vector<std::string> at_hand;
    if (simulator_.source().versions)
      at_hand = simulator_.source().versions(module.path);
    std::erase(at_hand, module.version);
    if (placeholder) {
      const std::string twin = twin_of(fault.required_by.version);
      if (std::find(at_hand.begin(), at_hand.end(), twin) != at_hand.end())
        replace(twin);
      for (auto v = at_hand.rbegin(); v != at_hand.rend(); ++v)
        if (*v != twin) replace(*v);
      return out;
    }
    out.push_back({0, {EditKind::kExclude, module}});
    const auto is_lower = [&](const std::string& v) {
      return compare_semver(v, module.version) < 0;
    };
    for (auto v = at_hand.rbegin(); v != at_hand.rend(); ++v)
      if (is_lower(*v)) replace(*v);
    for (const std::string& v : at_hand)
      if (!is_lower(v)) replace(v);
    return out;
  }

  std::optional<SuggestedFix> simulated() const {
    auto build = simulator_.simulate(edits_);
    if (!build) return std::nullopt;
    SuggestedFix out;
    for (const MainEdit& e : edits_) {
      const bool replaces = e.edit.kind == EditKind::kReplace;
      out.title += out.title.empty() ? "" : ", ";
      out.title +=
          replaces ? fmt::format("replace {} by {}", module_name(e.edit.module),
                                 e.edit.replacement.version)
                   : "exclude " + module_name(e.edit.module);
    }
    out.edits = edits_;
    out.commands = commands_of(edits_, simulator_.source().project.manifests);
    out.lines = changed_lines(build->files);
    keep_dependencies(build->difference);
    out.effect = effect_of(build->difference);
    out.side_effects.emplace_back(kBreaksInstall);
    out.files = std::move(build->files);
    return out;
  }

  const EditSimulator& simulator_;
  const RepairOptions& options_;
  std::vector<MainEdit> edits_;
  std::vector<std::string> last_paths_;  // of the build that resolved last
  bool resolves_ = false;
  Repair out_;
};

}  // namespace

Repair search_repair(const EditSimulator& simulator,
                     const RepairOptions& options) {
  return Repairing(simulator, options).run();
}

}  // namespace modgraph

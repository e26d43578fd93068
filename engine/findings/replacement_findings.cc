#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <utility>

#include "engine/findings/findings.h"
#include "engine/model/organisation.h"
#include "engine/model/version.h"
#include "engine/resolve/load_errors.h"

namespace modgraph {
namespace {

std::string target_of(const Replacement& directive) {
  return module_name(directive.replacement);
}

class ReplacementFindings {
 public:
  explicit ReplacementFindings(const Evidence& evidence)
      : project_(evidence.project),
        graph_(evidence.project.graph),
        analysis_(evidence.analysis) {}

  std::vector<Finding> make() && {
    for (const ReplacementUse& use : analysis_.replacements) {
      if (knows_graph()) effect(use);
      if (use.effect != ReplacementEffect::kNone) outside_folder(use);
    }
    for (std::size_t i = 0; i < project_.manifests.size(); ++i)
      inside_folders(i);
    if (!project_.folder) return std::move(out_);
    if (knows_graph()) stale_exclusions();
    for (std::size_t i = 0; i < project_.folder->commands.size(); ++i)
      command(i);
    hidden();
    return std::move(out_);
  }

 private:
  // Whether a module version that is not in the graph is not in the build.
  bool knows_graph() const {
    return project_.requirements_known && project_.has_graph_text &&
           !project_.has_stand_ins && !project_.graph_ends_inside_line &&
           analysis_.disagreements.mains.empty();
  }

  const Manifest& file_of(const PlacedReplacement& placed) const {
    return placed.manifest == kGoWorkFile ? *project_.work
                                          : project_.manifests[placed.manifest];
  }

  void add(Finding f) {
    if (knows_graph() && !project_.partial_because.empty())
      f.notes.push_back("the graph is partial: " +
                        project_.partial_because.front());
    out_.push_back(std::move(f));
  }

  void effect(const ReplacementUse& use) {
    switch (use.effect) {
      case ReplacementEffect::kNone:
        return unused(use);
      case ReplacementEffect::kShadowed:
        return shadowed(use);
      case ReplacementEffect::kApplies:
      case ReplacementEffect::kSilent:
        return;
    }
  }

  void unused(const ReplacementUse& use) {
    const Replacement& directive = use.placed.directive;
    const Manifest& file = file_of(use.placed);
    std::string instead = "no such module is in the build";
    if (use.instead && graph_.is_main(*use.instead))
      instead = "it is a main module";
    else if (use.instead)
      instead = fmt::format("{} is selected", graph_.version(*use.instead));
    Finding f = new_finding(
        "MG5001",
        fmt::format(
            "{} replaces '{}'{}, but {}", file.file, directive.old.path,
            directive.old.version.empty() ? "" : " " + directive.old.version,
            instead));
    f.subjects.push_back({directive.old.path, directive.old.version});
    f.location = location_of(file, directive.where, "replaces nothing");
    add(std::move(f));
  }

  void shadowed(const ReplacementUse& use) {
    const Replacement& directive = use.placed.directive;
    const Manifest& file = file_of(use.placed);
    const Replacement& other = use.shadowed_by->directive;
    const Manifest& other_file = file_of(*use.shadowed_by);
    Finding f = new_finding(
        "MG5006", fmt::format("{} replaces '{}' with {}, but {} is used",
                              file.file, directive.old.path,
                              target_of(directive), target_of(other)));
    f.subjects.push_back({directive.old.path, directive.old.version});
    f.location = location_of(file, directive.where, "overridden");
    f.related.push_back(
        {location_of(other_file, other.where),
         fmt::format("this one applies: {}",
                     use.shadowed_by->manifest == kGoWorkFile
                         ? "go.work takes precedence over go.mod"
                         : "it names the version")});
    add(std::move(f));
  }

  static bool is_folder(const Replacement& directive) {
    return directive.replacement.version.empty();
  }

  // A go.work is not published: its folders may be anywhere.
  void outside_folder(const ReplacementUse& use) {
    const Replacement& directive = use.placed.directive;
    if (use.placed.manifest == kGoWorkFile || !is_folder(directive)) return;
    const Manifest& file = file_of(use.placed);
    if (leads_inside(project_, file.file, directive.replacement.path)) return;
    Finding f = new_finding(
        "MG5003",
        fmt::format("{} replaces '{}' with {}, a folder outside the repository",
                    file.file, directive.old.path, target_of(directive)));
    f.subjects.push_back({directive.old.path, directive.old.version});
    f.location = location_of(file, directive.where, "outside the repository");
    f.notes.emplace_back("nobody can build this without that folder");
    out_.push_back(std::move(f));
  }

  // How repositories of many modules work: one finding for all of them.
  void inside_folders(std::size_t manifest) {
    const Manifest& file = project_.manifests[manifest];
    std::vector<const Replacement*> local;
    for (const ReplacementUse& use : analysis_.replacements)
      if (use.placed.manifest == manifest && is_folder(use.placed.directive) &&
          use.effect != ReplacementEffect::kNone &&
          leads_inside(project_, file.file,
                       use.placed.directive.replacement.path))
        local.push_back(&use.placed.directive);
    if (local.empty()) return;
    std::vector<std::string> names;
    for (const Replacement* r : local) names.push_back(r->old.path);
    Finding f = new_finding(
        "MG5003",
        local.size() == 1
            ? fmt::format(
                  "{} replaces '{}' with {}, a folder of the repository",
                  file.file, names.front(), target_of(*local.front()))
            : fmt::format("{} replaces {} modules with folders of the "
                          "repository: {}",
                          file.file, local.size(), some_of(names)));
    f.level = Level::kNote;
    for (const Replacement* r : local)
      f.subjects.push_back({r->old.path, r->old.version});
    f.location = location_of(file, local.front()->where);
    f.notes.emplace_back(
        "modules that depend on this one do not get these replacements");
    out_.push_back(std::move(f));
  }

  // Several versions of one module make one finding.
  void stale_exclusions() {
    for (const Manifest& file : project_.manifests) {
      std::map<std::string_view, std::vector<const Exclusion*>> stale;
      for (const Exclusion& e : file.exclude)
        if (!is_required(e.module)) stale[e.module.path].push_back(&e);
      for (const auto& [path, lines] : stale) stale_exclusion(file, lines);
    }
  }

  bool is_required(const ModuleVersion& module) const {
    const auto& excluded = project_.folder->excluded;
    const auto at =
        std::lower_bound(excluded.begin(), excluded.end(), module,
                         [](const ExcludedRequirement& r,
                            const ModuleVersion& m) { return r.excluded < m; });
    return at != excluded.end() && at->excluded == module;
  }

  void stale_exclusion(const Manifest& file,
                       const std::vector<const Exclusion*>& lines) {
    const std::string& path = lines.front()->module.path;
    std::vector<std::string> versions;
    for (const Exclusion* e : lines) versions.push_back(e->module.version);
    Finding f = new_finding(
        "MG5002", fmt::format("{} excludes '{}' {}, which no go.mod of the "
                              "build requires",
                              file.file, path, some_of(versions)));
    for (const Exclusion* e : lines)
      f.subjects.push_back({path, e->module.version});
    f.location = location_of(file, lines.front()->where, "excludes nothing");
    const auto module = graph_.find(path);
    if (!module) {
      f.notes.emplace_back("no version of the module is in the build");
    } else {
      const NodeId selected = graph_.selected(*module);
      f.notes.push_back(fmt::format("{} is selected", graph_.name(selected)));
      if (std::any_of(lines.begin(), lines.end(), [&](const Exclusion* e) {
            return compare_semver(e->module.version, graph_.version(selected)) >
                   0;
          })) {
        f.level = Level::kNote;
        f.notes.emplace_back(
            "it may be a guard: it keeps `go get -u` from choosing a higher "
            "version");
      }
    }
    add(std::move(f));
  }

  void command(std::size_t manifest) {
    const auto& folder = project_.folder->commands[manifest];
    const Manifest& file = project_.manifests[manifest];
    if (!folder || !file.module) return;
    if (file.replace.empty() && file.exclude.empty()) return;
    const SourceSpan& where = file.replace.empty() ? file.exclude.front().where
                                                   : file.replace.front().where;
    const std::string package =
        *folder == "." ? file.module->path : file.module->path + "/" + *folder;
    std::vector<std::string> what;
    const auto count = [&](std::size_t n, const char* kind) {
      if (n > 0)
        what.push_back(fmt::format("{} {} line{}", n, kind, n == 1 ? "" : "s"));
    };
    count(file.replace.size(), "replace");
    count(file.exclude.size(), "exclude");
    Finding f = new_finding(
        "MG5004", fmt::format("`go install {}@VERSION` fails: {} has {}",
                              package, file.file, some_of(what)));
    f.subjects.push_back({file.module->path, ""});
    f.location = location_of(file, where);
    f.notes.push_back(
        fmt::format("{} has a main package",
                    *folder == "." ? "the folder of the module" : *folder));
    out_.push_back(std::move(f));
  }

  // Of modules of this build that no main module replaces in the same way.
  void hidden() {
    std::map<ModuleVersion, std::vector<const Replacement*>> by;
    for (const DependencyReplacement& r : project_.folder->replacements)
      if (differs_here(r)) by[r.by].push_back(&r.directive);
    for (const auto& [module, directives] : by) {
      std::vector<std::string> what;
      for (const Replacement* r : directives)
        what.push_back(
            fmt::format("{} with {}", module_name(r->old), target_of(*r)));
      Finding f = new_finding(
          "MG5005", fmt::format("{} replaces {}, which does not apply here",
                                module_name(module), some_of(what)));
      f.subjects.push_back({module.path, module.version});
      f.owner = Owner::kDependency;
      for (const Replacement* r : directives) {
        const NodeId node = selected(r->old.path);
        f.subjects.push_back(subject_of(graph_, node));
        if (cannot_be_fetched(node))
          f.notes.push_back(graph_.name(node) +
                            " is a placeholder that cannot be fetched");
      }
      out_.push_back(std::move(f));
    }
  }

  NodeId selected(std::string_view path) const {
    return graph_.selected(*graph_.find(path));
  }

  bool cannot_be_fetched(NodeId node) const {
    return is_placeholder_version(graph_.version(node)) &&
           graph_.loaded(node) == Loaded::kNo;
  }

  bool differs_here(const DependencyReplacement& r) const {
    const auto module = graph_.find(r.directive.old.path);
    if (!module) return false;
    const NodeId node = graph_.selected(*module);
    const std::string_view version = graph_.version(node);
    // Modules of one repository are developed side by side, and published
    // together: unless the version is one that cannot be.
    if (is_folder(r.directive) && !cannot_be_fetched(node) &&
        organisation_of(r.by.path) == organisation_of(r.directive.old.path))
      return false;
    if (graph_.is_main(node)) return false;
    if (!r.directive.old.version.empty() && r.directive.old.version != version)
      return false;
    // "Replaced" by the very version that is built.
    if (r.directive.replacement.path == r.directive.old.path &&
        r.directive.replacement.version == version)
      return false;
    return !std::any_of(
        analysis_.replacements.begin(), analysis_.replacements.end(),
        [&](const ReplacementUse& use) {
          return use.effect == ReplacementEffect::kApplies &&
                 use.placed.directive.old.path == r.directive.old.path &&
                 use.placed.directive.replacement == r.directive.replacement;
        });
  }

  const Project& project_;
  const ModuleGraph& graph_;
  const Analysis& analysis_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> replacement_findings(const Evidence& evidence) {
  return ReplacementFindings(evidence).make();
}

}  // namespace modgraph

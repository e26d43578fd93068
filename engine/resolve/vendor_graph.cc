#include "engine/resolve/vendor_graph.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "engine/model/build_list.h"
#include "engine/model/graph_builder.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"
#include "engine/resolve/load_errors.h"
#include "engine/resolve/main_module_checks.h"
#include "engine/resolve/pruning.h"
#include "engine/resolve/vendor_consistency.h"

namespace modgraph {
namespace {

constexpr std::string_view kAutomaticSince = "1.14";
constexpr const char* kVendorFile = "vendor/modules.txt";

std::strong_ordering compare(const ModuleVersion& a, const ModuleVersion& b) {
  if (const auto by_path = a.path <=> b.path; by_path != 0) return by_path;
  return compare_versions(module_kind(a.path), a.version, b.version);
}

void sort(std::vector<ModuleVersion>& modules) {
  std::stable_sort(
      modules.begin(), modules.end(),
      [](const auto& a, const auto& b) { return compare(a, b) < 0; });
}

std::set<ModuleVersion> excluded_by(const Manifest& manifest) {
  std::set<ModuleVersion> out;
  for (const Exclusion& e : manifest.exclude) out.insert(e.module);
  return out;
}

// What a go.mod requires but does not exclude.
std::vector<ModuleVersion> own_requirements(const Manifest& manifest) {
  const std::set<ModuleVersion> excluded = excluded_by(manifest);
  std::vector<ModuleVersion> out;
  for (const Requirement& r : manifest.require)
    if (!excluded.contains(r.module)) out.push_back(r.module);
  return out;
}

std::string go_line_of(const Manifest& manifest,
                       std::string_view default_version) {
  return manifest.go ? manifest.go->version : std::string(default_version);
}

Error at_line(const VendoredModule& m, std::string message) {
  return {
      ErrorKind::kInput, std::move(message), {kVendorFile, m.line, 0}, {}, {}};
}

class VendorLoading {
 public:
  VendorLoading(const MainModules& mains, const VendoredModules& vendored,
                const VendorOptions& options)
      : mains_(mains),
        vendored_(vendored),
        options_(options),
        replacements_(mains) {}

  Result<ResolvedBuild> run() {
    for (const Check check :
         {&VendorLoading::check_mains, &VendorLoading::check_go_lines,
          &VendorLoading::check_vendored, &VendorLoading::check_roots})
      if (Errors errors = (this->*check)(); !errors.empty())
        return fail(std::move(errors));
    note_excluded();
    out_.partial_because.push_back(
        std::string("resolved from vendor/modules.txt") +
        (options_.mode == VendorMode::kAutomatic
             ? " because go.mod files are missing from the module cache"
             : "") +
        ": what the vendored modules themselves require is not known");
    return freeze();
  }

 private:
  using Check = Errors (VendorLoading::*)();

  Errors check_mains() { return check_main_modules(mains_, replacements_); }

  Errors check_go_lines() {
    Errors newer = newer_go_lines(mains_, options_.go_version);
    for (const VendoredModule& m : vendored_.modules)
      if (compare_go_versions(m.go_version, options_.go_version) > 0)
        newer.push_back(at_line(
            m, m.module.path + " in " + kVendorFile + " requires go >= " +
                   m.go_version + " (running go " + options_.go_version + ")"));
    if (options_.newer_go == NewerGo::kRefuse) return newer;
    for (Error& e : newer)
      out_.notes.push_back(std::move(e.message) +
                           ": its rules may be others than those used here");
    return {};
  }

  Errors check_vendored() {
    Errors out = inconsistent_vendoring(
        mains_, vendor_inconsistencies(mains_, replacements_, vendored_));
    check_disputes(out);
    for (const std::size_t i : vendored_.suppliers) {
      const VendoredModule& m = vendored_.modules[i];
      if (const Refusal why = check_import_path(m.module.path))
        out.push_back(at_line(
            m, "malformed module path \"" + m.module.path + "\": " + *why));
    }
    return out;
  }

  // One member replaces a version, another one all versions.
  void check_disputes(Errors& out) const {
    for (const MainModule& main : mains_.modules)
      for (const Replacement& r : main.manifest.replace) {
        const auto by = replacements_.find(r.old.path, r.old.version);
        if (!by || by->disputed_by != &r) continue;
        out.push_back({ErrorKind::kInput,
                       "conflicting replacements found for " +
                           module_name(r.old) + " in workspace modules",
                       {main.manifest.file, r.where.line, r.where.column},
                       {},
                       {}});
      }
  }

  // What go.mod lists of a path more than once, or beside what is vendored, has
  // to be settled in go.mod first.
  Errors check_roots() {
    if (mains_.is_workspace()) return {};
    const MainModule& main = mains_.modules.front();
    const auto roots = stated_roots();
    const bool is_pruned =
        pruning_of_go_line(go_line_of(main.manifest, kDefaultGoModVersion)) ==
        Pruning::kPruned;
    Errors out;
    if (is_pruned) out = not_required(roots);
    if (!out.empty() || needs_update(roots, is_pruned) ||
        would_be_rewritten(main.manifest))
      out.push_back({ErrorKind::kInput,
                     update_needed(),
                     {main.manifest.file, 0, 0},
                     {},
                     {}});
    return out;
  }

  // A pruned module's go.mod lists all modules that packages come from.
  Errors not_required(const std::vector<ModuleVersion>& roots) const {
    std::map<std::string_view, std::string_view> selected;
    for (const ModuleVersion& r : roots) selected[r.path] = r.version;
    selected[mains_.modules.front().manifest.module->path] = "";
    Errors out;
    for (const std::size_t i : vendored_.suppliers) {
      const VendoredModule& m = vendored_.modules[i];
      const auto root = selected.find(m.module.path);
      if (root == selected.end() || root->second != m.module.version)
        out.push_back(at_line(m, "vendored module " + module_name(m.module) +
                                     " should be required explicitly in "
                                     "go.mod"));
    }
    return out;
  }

  // The go command looks at this only where a path is listed twice, or the main
  // module lists itself. Then a root must be the selected version.
  bool needs_update(const std::vector<ModuleVersion>& roots,
                    bool is_pruned) const {
    const std::string& main = mains_.modules.front().manifest.module->path;
    bool is_redundant = false, is_raised = false, lists_itself = false;
    std::map<std::string_view, const ModuleVersion*> highest;
    for (const ModuleVersion& r : roots) {
      if (r.path == main) {
        lists_itself = true;
        continue;
      }
      const auto [before, is_new] = highest.emplace(r.path, &r);
      is_redundant |= !is_new;
      is_raised |= compare(*before->second, r) < 0;
      before->second = &r;
    }
    if (is_pruned || lists_itself) return is_raised || !is_pruned;
    for (const std::size_t i : vendored_.suppliers) {
      const ModuleVersion& m = vendored_.modules[i].module;
      const auto root = highest.find(m.path);
      is_raised |= root != highest.end() && compare(*root->second, m) < 0;
    }
    return is_redundant && is_raised;
  }

  std::string update_needed() const {
    std::string out = "updates to go.mod needed, disabled by -mod=vendor";
    if (options_.mode == VendorMode::kAutomatic)
      return out +
             "\n\t(Go version in go.mod is at least 1.14 and vendor directory "
             "exists.)\n\tto update it:\n\tgo mod tidy";
    return out + "; to update it:\n\tgo mod tidy";
  }

  void note_excluded() {
    for (const MainModule& main : mains_.modules) {
      const std::set<ModuleVersion> excluded = excluded_by(main.manifest);
      for (const Requirement& r : main.manifest.require)
        if (excluded.contains(r.module))
          out_.notes.push_back("ignoring requirement on excluded version " +
                               r.module.path + " " + r.module.version);
    }
  }

  // The requirements of a single main module, go and toolchain among them, as
  // they are printed.
  std::vector<ModuleVersion> stated_roots() const {
    const Manifest& manifest = mains_.modules.front().manifest;
    std::vector<ModuleVersion> out = own_requirements(manifest);
    out.push_back({"go", go_line_of(manifest, kDefaultGoModVersion)});
    if (manifest.toolchain)
      out.push_back({"toolchain", manifest.toolchain->version});
    sort(out);
    return out;
  }

  // In a workspace in file order, without a toolchain.
  std::vector<ModuleVersion> requirements_of(const Manifest& manifest) const {
    if (!mains_.is_workspace()) return stated_roots();
    std::vector<ModuleVersion> out = own_requirements(manifest);
    out.push_back({"go", go_line_of(manifest, kDefaultGoModVersion)});
    return out;
  }

  Result<ResolvedBuild> freeze() {
    add_requirements();
    const std::vector<ModuleVersion> roots = walk_roots();
    for (const ModuleVersion& r : roots) builder_.add(r.path, r.version);
    const auto count = static_cast<GraphBuilder::Handle>(builder_.size());
    for (GraphBuilder::Handle h = 0; h < count; ++h)
      builder_.set_opened(h, Opened::kNo);
    for (const MainModule& main : mains_.modules)
      builder_.set_opened(handle_of(main), Opened::kYes);
    auto frozen = std::move(builder_).freeze();
    if (!frozen) return fail(std::move(frozen.error()));
    out_.graph = std::move(*frozen);
    for (const ModuleVersion& r : roots)
      out_.roots.push_back(*out_.graph.find(r.path, r.version));
    list_build();
    return std::move(out_);
  }

  GraphBuilder::Handle handle_of(const MainModule& main) {
    return builder_.add(main.manifest.module->path, "");
  }

  void add_requirements() {
    std::vector<std::vector<ModuleVersion>> own;
    std::set<ModuleVersion> required;
    for (const MainModule& main : mains_.modules) {
      own.push_back(requirements_of(main.manifest));
      required.insert(own.back().begin(), own.back().end());
    }
    for (std::size_t i = 0; i < mains_.modules.size(); ++i) {
      const auto from = handle_of(mains_.modules[i]);
      for (const ModuleVersion& r : own[i])
        builder_.require(from, builder_.add(r.path, r.version));
      for (const std::size_t k : vendored_.suppliers) {
        const ModuleVersion& m = vendored_.modules[k].module;
        // A line without a version names no module version.
        if (!m.version.empty() && !required.contains(m))
          builder_.require(from, builder_.add(m.path, m.version));
      }
    }
  }

  // Where a walk of the graph begins.
  std::vector<ModuleVersion> walk_roots() const {
    std::vector<ModuleVersion> out;
    for (const MainModule& main : mains_.modules)
      out.push_back({main.manifest.module->path, ""});
    if (mains_.is_workspace()) {
      out.push_back({"go", go_line_of(*mains_.work, kDefaultGoWorkVersion)});
      if (mains_.work->toolchain)
        out.push_back({"toolchain", mains_.work->toolchain->version});
    }
    sort(out);
    return out;
  }

  void list_build() {
    std::map<ModuleVersion, const VendoredModule*> vendored;
    for (const VendoredModule& m : vendored_.modules)
      vendored.emplace(m.module, &m);
    const ModuleGraph& graph = out_.graph;
    const std::set<std::string_view> direct = direct_paths();
    for (const NodeId n : build_list(graph)) {
      BuildModule& m = out_.build_list.emplace_back();
      m.node = n;
      if (graph.is_main(n)) continue;
      const ModuleVersion name{std::string(graph.path(n)),
                               std::string(graph.version(n))};
      if (const auto known = vendored.find(name); known != vendored.end())
        m.go_version = known->second->go_version;
      m.indirect = !direct.contains(graph.path(n));
      m.replaced = replacements_.find(name.path, name.version);
    }
  }

  std::set<std::string_view> direct_paths() const {
    std::set<std::string_view> out;
    for (const MainModule& main : mains_.modules)
      for (const Requirement& r : main.manifest.require)
        if (!r.indirect) out.insert(r.module.path);
    return out;
  }

  const MainModules& mains_;
  const VendoredModules& vendored_;
  const VendorOptions& options_;
  Replacements replacements_;
  GraphBuilder builder_;
  ResolvedBuild out_;
};

}  // namespace

bool vendors_automatically(const MainModules& mains,
                           const VendoredModules& vendored) {
  const Manifest& decides =
      mains.work ? *mains.work : mains.modules.front().manifest;
  return decides.go &&
         compare_go_versions(decides.go->version, kAutomaticSince) >= 0 &&
         vendored.for_workspace == mains.is_workspace();
}

Result<ResolvedBuild> load_vendored(const MainModules& mains,
                                    const VendoredModules& vendored,
                                    const VendorOptions& options) {
  return VendorLoading(mains, vendored, options).run();
}

}  // namespace modgraph

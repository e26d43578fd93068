#include "engine/resolve/vendor_graph.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
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

// From this go line on a vendor folder is used by default.
constexpr std::string_view kAutomaticSince = "1.14";

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
    add_requirements();
    note_partial();
    return freeze();
  }

 private:
  using Check = Errors (VendorLoading::*)();

  Errors check_mains() { return check_main_modules(mains_, replacements_); }

  Errors check_go_lines() {
    Errors newer = newer_go_lines(mains_, options_.go_version);
    for (const VendoredModule& m : vendored_.modules)
      if (is_newer_go_version(m.newest_go, options_.go_version))
        newer.push_back(error_at(
            m, m.module.path + " in vendor/modules.txt requires go >= " +
                   m.newest_go + " (running go " + options_.go_version + ")"));
    if (options_.newer_go == NewerGo::kRefuse) return newer;
    // A workspace vendors several versions of one module.
    for (Error& e : newer) {
      std::string note = std::move(e.message) +
                         ": its rules may be others than those used here";
      if (std::find(out_.notes.begin(), out_.notes.end(), note) ==
          out_.notes.end())
        out_.notes.push_back(std::move(note));
    }
    return {};
  }

  Errors check_vendored() {
    Errors out = inconsistent_vendoring(
        mains_, vendor_inconsistencies(mains_, replacements_, vendored_));
    check_disputes(out);
    for (const std::size_t i : vendored_.suppliers) {
      const VendoredModule& m = vendored_.modules[i];
      if (const Refusal why = check_import_path(m.module.path))
        out.push_back(error_at(
            m, "malformed module path \"" + m.module.path + "\": " + *why));
    }
    return out;
  }

  // One member replaces a version, another one all versions.
  void check_disputes(Errors& out) const {
    for (const MainModule& main : mains_.modules)
      for (const Replacement& r : main.manifest.replace) {
        const auto by = replacements_.find(r.old.path, r.old.version);
        if (by && by->disputed_by == &r)
          out.push_back(replacements_.dispute(r.old, *by));
      }
  }

  Errors check_roots() {
    if (mains_.is_workspace()) return {};
    const MainModule& main = mains_.modules.front();
    Errors out = check_vendor_roots(main, vendored_, options_.mode);
    if (out.empty() && options_.refuse_rewrites &&
        would_be_rewritten(main.manifest))
      out.push_back(update_needed(main, options_.mode));
    return out;
  }

  void note_excluded() {
    for (const MainModule& main : mains_.modules) {
      std::set<ModuleVersion> excluded;
      for (const Exclusion& e : main.manifest.exclude)
        excluded.insert(e.module);
      for (const Requirement& r : main.manifest.require)
        if (excluded.contains(r.module))
          out_.notes.push_back("ignoring requirement on excluded version " +
                               r.module.path + " " + r.module.version);
    }
  }

  GraphBuilder::Handle vertex(const ModuleVersion& m) {
    return builder_.add(m.path, m.version);
  }

  static ModuleVersion name_of(const MainModule& main) {
    return {main.manifest.module->path, ""};
  }

  // What the main modules require, and what they stand in for.
  void add_requirements() {
    std::vector<std::vector<ModuleVersion>> own;
    std::set<ModuleVersion> required;
    for (const MainModule& main : mains_.modules) {
      own.push_back(mains_.is_workspace() ? requirements_and_go(main.manifest)
                                          : single_module_roots(main.manifest));
      required.insert(own.back().begin(), own.back().end());
    }
    std::vector<ModuleVersion> others;
    for (const std::size_t i : vendored_.suppliers) {
      const ModuleVersion& m = vendored_.modules[i].module;
      // A line without a version names no module version, nor does Go itself.
      const bool is_module =
          !m.version.empty() && module_kind(m.path) == ModuleKind::kModule;
      if (is_module && !required.contains(m)) others.push_back(m);
    }
    for (std::size_t i = 0; i < own.size(); ++i) {
      const auto main = vertex(name_of(mains_.modules[i]));
      for (const ModuleVersion& m : own[i]) builder_.require(main, vertex(m));
      for (const ModuleVersion& m : others) builder_.require(main, vertex(m));
    }
    stand_ins_ = others.size();
  }

  void note_partial() {
    out_.has_stand_ins = stand_ins_ > 0;
    std::string why = "resolved from vendor/modules.txt";
    if (options_.mode == VendorMode::kAutomatic)
      why += " because go.mod files of dependencies are missing";
    why += ": what the vendored modules themselves require is not known";
    if (stand_ins_ > 0)
      why += "; of " + std::to_string(stand_ins_) +
             " no requirer is known, the main " +
             (mains_.is_workspace() ? "modules stand" : "module stands") +
             " in for it";
    out_.partial_because.push_back(std::move(why));
  }

  // Where a walk of the graph begins.
  std::vector<ModuleVersion> walk_roots() const {
    std::vector<ModuleVersion> out;
    for (const MainModule& main : mains_.modules) out.push_back(name_of(main));
    if (!mains_.is_workspace()) return out;
    out.push_back({"go", mains_.work->go ? mains_.work->go->version
                                         : std::string(kDefaultGoWorkVersion)});
    if (mains_.work->toolchain)
      out.push_back({"toolchain", mains_.work->toolchain->version});
    sort_modules(out);
    return out;
  }

  Result<ResolvedBuild> freeze() {
    const std::vector<ModuleVersion> roots = walk_roots();
    for (const ModuleVersion& r : roots) vertex(r);
    const auto count = static_cast<GraphBuilder::Handle>(builder_.size());
    for (GraphBuilder::Handle h = 0; h < count; ++h)
      builder_.set_loaded(h, Loaded::kNo);
    for (const MainModule& main : mains_.modules)
      builder_.set_loaded(vertex(name_of(main)), Loaded::kYes);
    auto frozen = std::move(builder_).freeze();
    if (!frozen) return fail(std::move(frozen.error()));
    out_.graph = std::move(*frozen);
    for (const ModuleVersion& r : roots)
      out_.roots.push_back(*out_.graph.find(r.path, r.version));
    list_build();
    return std::move(out_);
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
  std::size_t stand_ins_ = 0;  // modules without a known requirer
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

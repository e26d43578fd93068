#include "engine/resolve/vendor_consistency.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "engine/model/go_version.h"
#include "engine/resolve/load_errors.h"

namespace modgraph {
namespace {

// Since then modules.txt says which modules go.mod requires, and every
// replacement.
constexpr std::string_view kExplicitSince = "1.14";

class Checking {
 public:
  Checking(const MainModules& mains, const Replacements& replacements,
           const VendoredModules& vendored)
      : mains_(mains), replacements_(replacements), vendored_(vendored) {
    for (const VendoredModule& m : vendored.modules)
      vendored_as_.emplace(key(m.module), &m);
    for (const std::size_t i : vendored.suppliers) {
      const ModuleVersion& m = vendored.modules[i].module;
      supplied_version_[m.path] = m.version;
    }
    for (const MainModule& m : mains.modules)
      for (const Requirement& r : m.manifest.require)
        required_.insert(key(r.module));
    for (const MainModule& m : mains.modules) add_directives(m.manifest);
    if (mains.work) add_directives(*mains.work);
    const auto& go = mains.modules.front().manifest.go;
    is_old_ = !mains.is_workspace() &&
              (!go || compare_go_versions(go->version, kExplicitSince) < 0);
  }

  std::vector<VendorInconsistency> check() {
    for (const MainModule& m : mains_.modules) check_requirements(m.manifest);
    for (const MainModule& m : mains_.modules) check_replacements(m.manifest);
    if (mains_.work) check_replacements(*mains_.work);
    check_explicit();
    check_replaced();
    return std::move(out_);
  }

 private:
  using Key = std::pair<std::string_view, std::string_view>;
  static Key key(const ModuleVersion& m) { return {m.path, m.version}; }

  void add_directives(const Manifest& manifest) {
    for (const Replacement& r : manifest.replace)
      file_of_.emplace(&r, &manifest);
  }

  void add(const ModuleVersion& module, std::string what,
           SourcePosition where) {
    out_.push_back({module, std::move(what), std::move(where)});
  }

  static SourcePosition at(const Manifest& manifest, const SourceSpan& where) {
    return {manifest.file, where.line, where.column};
  }

  static SourcePosition at(const VendoredModule& m) {
    return {kVendorModulesFile, m.line, 0};
  }

  const VendoredModule* find(const ModuleVersion& m) const {
    const auto found = vendored_as_.find(key(m));
    return found == vendored_as_.end() ? nullptr : found->second;
  }

  // The version that packages of a path were copied from.
  std::optional<std::string_view> supplied(std::string_view path) const {
    const auto found = supplied_version_.find(path);
    if (found == supplied_version_.end()) return std::nullopt;
    return found->second;
  }

  void check_requirements(const Manifest& manifest) {
    for (const Requirement& r : manifest.require) {
      const VendoredModule* const listed = find(r.module);
      if (listed != nullptr && listed->is_explicit) continue;
      const std::string what = "is explicitly required in go.mod, but ";
      if (!is_old_) {
        add(r.module, what + "not marked as explicit in vendor/modules.txt",
            at(manifest, r.where));
        continue;
      }
      const auto version = supplied(r.module.path);
      if (version && *version != r.module.version)
        add(r.module,
            what + "vendor/modules.txt indicates " + r.module.path + "@" +
                std::string(*version),
            at(manifest, r.where));
    }
  }

  // All of them, also those of modules that are not vendored: a replacing
  // go.mod can raise other versions.
  void check_replacements(const Manifest& manifest) {
    for (const Replacement& r : manifest.replace) {
      if (!seen_.insert(key(r.old)).second) continue;
      const auto by = replacement_of(r.old);
      const VendoredModule* const listed = find(r.old);
      if (listed != nullptr && listed->replacement)
        check_same(r, manifest, by, *listed->replacement);
      else if (by && !may_be_left_out(r.old))
        add(r.old,
            "is replaced in " + source_of(by) +
                ", but not marked as replaced in vendor/modules.txt",
            at(manifest, r.where));
    }
  }

  void check_same(const Replacement& r, const Manifest& manifest,
                  const std::optional<AppliedReplacement>& by,
                  const ModuleVersion& listed) {
    if (by && by->shown == listed) return;
    add(r.old,
        "is replaced by " +
            (by ? module_name(by->directive->replacement) : std::string()) +
            " in " + source_of(by) + ", but marked as replaced by " +
            module_name(listed) + " in vendor/modules.txt",
        at(manifest, r.where));
  }

  // Old files leave out replacements of all versions and of modules that no
  // package comes from.
  bool may_be_left_out(const ModuleVersion& old) const {
    return is_old_ &&
           (old.version.empty() || supplied(old.path) != old.version);
  }

  // Of a main module there is none.
  std::optional<AppliedReplacement> replacement_of(
      const ModuleVersion& m) const {
    const bool is_main =
        m.version.empty() &&
        std::any_of(mains_.modules.begin(), mains_.modules.end(),
                    [&](const MainModule& main) {
                      return main.manifest.module->path == m.path;
                    });
    if (is_main) return std::nullopt;
    return replacements_.find(m.path, m.version);
  }

  // The file of the directive.
  std::string source_of(const std::optional<AppliedReplacement>& by) const {
    return by ? file_of_.at(by->directive)->file : "go.mod";
  }

  void check_explicit() {
    for (const std::size_t i : vendored_.suppliers) {
      const VendoredModule& m = vendored_.modules[i];
      if (!m.is_explicit || required_.contains(key(m.module))) continue;
      add(m.module,
          std::string("is marked as explicit in vendor/modules.txt, but not "
                      "explicitly required in ") +
              (mains_.is_workspace() ? "a " : "") + "go.mod",
          at(m));
    }
  }

  void check_replaced() {
    for (const std::size_t i : vendored_.replaced) {
      const VendoredModule& m = vendored_.modules[i];
      if (replacement_of(m.module)) continue;
      add(m.module,
          std::string("is marked as replaced in vendor/modules.txt, but not "
                      "replaced in ") +
              (mains_.is_workspace() ? "the workspace" : "go.mod"),
          at(m));
    }
  }

  const MainModules& mains_;
  const Replacements& replacements_;
  const VendoredModules& vendored_;
  bool is_old_ = false;
  std::map<Key, const VendoredModule*> vendored_as_;
  std::map<std::string_view, std::string_view> supplied_version_;  // by path
  std::set<Key> required_;
  std::map<const Replacement*, const Manifest*> file_of_;
  std::set<Key> seen_;  // replaced ones that were compared
  std::vector<VendorInconsistency> out_;
};

}  // namespace

std::vector<VendorInconsistency> vendor_inconsistencies(
    const MainModules& mains, const Replacements& replacements,
    const VendoredModules& vendored) {
  return Checking(mains, replacements, vendored).check();
}

Errors inconsistent_vendoring(
    const MainModules& mains,
    const std::vector<VendorInconsistency>& inconsistencies) {
  if (inconsistencies.empty()) return {};
  std::string message = "inconsistent vendoring in " + mains.folder + ":";
  for (const VendorInconsistency& i : inconsistencies)
    message += "\n\t" + module_name(i.module) + ": " + i.what;
  message +=
      "\n\n\tTo ignore the vendor directory, use -mod=readonly or -mod=mod."
      "\n\tTo sync the vendor directory, run:\n\t\tgo ";
  message += mains.is_workspace() ? "work vendor" : "mod vendor";
  return {{ErrorKind::kInput,
           std::move(message),
           inconsistencies.front().where,
           {},
           {}}};
}

}  // namespace modgraph

#include "engine/resolve/vendor_roots.h"

#include <algorithm>
#include <compare>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "engine/model/version.h"
#include "engine/resolve/load_errors.h"
#include "engine/resolve/pruning.h"

namespace modgraph {
namespace {

std::strong_ordering compare(const ModuleVersion& a, const ModuleVersion& b) {
  if (const auto by_path = a.path <=> b.path; by_path != 0) return by_path;
  return compare_versions(module_kind(a.path), a.version, b.version);
}

bool is_pruned(const Manifest& manifest) {
  return manifest.go &&
         pruning_of_go_line(manifest.go->version) == Pruning::kPruned;
}

// A pruned module's go.mod lists all modules that packages come from.
Errors not_required(const MainModule& main,
                    const std::vector<ModuleVersion>& roots,
                    const VendoredModules& vendored) {
  std::map<std::string_view, std::string_view> selected;
  for (const ModuleVersion& r : roots) selected[r.path] = r.version;
  selected[main.manifest.module->path] = "";
  Errors out;
  for (const std::size_t i : vendored.suppliers) {
    const VendoredModule& m = vendored.modules[i];
    const auto root = selected.find(m.module.path);
    if (root == selected.end() || root->second != m.module.version)
      out.push_back(
          error_at(m, "vendored module " + module_name(m.module) +
                          " should be required explicitly in go.mod"));
  }
  return out;
}

// The go command looks at this only where a path is listed twice, or the main
// module lists itself. Then a root must be the selected version.
bool needs_update(const MainModule& main,
                  const std::vector<ModuleVersion>& roots,
                  const VendoredModules& vendored) {
  const std::string& own = main.manifest.module->path;
  bool is_redundant = false, is_raised = false, lists_itself = false;
  std::map<std::string_view, const ModuleVersion*> highest;
  for (const ModuleVersion& r : roots) {
    if (r.path == own) {
      lists_itself = true;
      continue;
    }
    const auto [before, is_new] = highest.emplace(r.path, &r);
    is_redundant |= !is_new;
    is_raised |= compare(*before->second, r) < 0;
    before->second = &r;
  }
  // A pruned module's own path is passed over.
  if (is_pruned(main.manifest)) return is_raised;
  if (lists_itself) return true;
  for (const std::size_t i : vendored.suppliers) {
    const ModuleVersion& m = vendored.modules[i].module;
    const auto root = highest.find(m.path);
    is_raised |= root != highest.end() && compare(*root->second, m) < 0;
  }
  return is_redundant && is_raised;
}

}  // namespace

void sort_modules(std::vector<ModuleVersion>& modules) {
  std::stable_sort(
      modules.begin(), modules.end(),
      [](const auto& a, const auto& b) { return compare(a, b) < 0; });
}

std::vector<ModuleVersion> requirements_and_go(const Manifest& manifest) {
  std::set<ModuleVersion> excluded;
  for (const Exclusion& e : manifest.exclude) excluded.insert(e.module);
  std::vector<ModuleVersion> out;
  for (const Requirement& r : manifest.require)
    if (!excluded.contains(r.module)) out.push_back(r.module);
  out.push_back({"go", manifest.go ? manifest.go->version
                                   : std::string(kDefaultGoModVersion)});
  return out;
}

std::vector<ModuleVersion> single_module_roots(const Manifest& manifest) {
  std::vector<ModuleVersion> out = requirements_and_go(manifest);
  if (manifest.toolchain)
    out.push_back({"toolchain", manifest.toolchain->version});
  sort_modules(out);
  return out;
}

Errors check_vendor_roots(const MainModule& main,
                          const VendoredModules& vendored, VendorMode mode) {
  const std::vector<ModuleVersion> roots = single_module_roots(main.manifest);
  Errors out;
  if (is_pruned(main.manifest)) out = not_required(main, roots, vendored);
  if (!out.empty() || needs_update(main, roots, vendored))
    out.push_back(update_needed(main, mode));
  return out;
}

Error update_needed(const MainModule& main, VendorMode mode) {
  std::string message = "updates to go.mod needed, disabled by -mod=vendor";
  message += mode == VendorMode::kNamed
                 ? "; to update it:\n\tgo mod tidy"
                 : "\n\t(Go version in go.mod is at least 1.14 and vendor "
                   "directory exists.)\n\tto update it:\n\tgo mod tidy";
  return {ErrorKind::kInput,
          std::move(message),
          {main.manifest.file, 0, 0},
          {},
          {}};
}

Error error_at(const VendoredModule& module, std::string message) {
  return {ErrorKind::kInput,
          std::move(message),
          {"vendor/modules.txt", module.line, 0},
          {},
          {}};
}

}  // namespace modgraph

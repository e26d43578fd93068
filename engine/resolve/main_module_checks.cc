#include "engine/resolve/main_module_checks.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "engine/base/file_path.h"
#include "engine/model/go_version.h"
#include "engine/resolve/pruning.h"

namespace modgraph {
namespace {

Error at(const Manifest& manifest, const SourceSpan& where,
         std::string message) {
  return {ErrorKind::kInput,
          std::move(message),
          {manifest.file, where.line, where.column},
          {},
          {}};
}

std::string_view go_line_of(const Manifest& manifest,
                            std::string_view default_version) {
  if (manifest.go) return manifest.go->version;
  return default_version;
}

void check_paths(const MainModules& mains, Errors& out) {
  std::map<std::string_view, const MainModule*> seen;
  for (const MainModule& m : mains.modules) {
    const ModuleDirective& module = *m.manifest.module;
    if (!seen.emplace(module.path, &m).second)
      out.push_back(
          at(m.manifest, module.where,
             "module " + module.path + " appears multiple times in workspace"));
  }
  for (const Replacement& r : mains.work->replace)
    if (r.old.version.empty() && seen.contains(r.old.path))
      out.push_back(at(*mains.work, r.where,
                       "workspace module " + r.old.path +
                           " is replaced at all versions in the go.work file. "
                           "To fix, remove the replacement from the go.work "
                           "file or specify the version at which to replace "
                           "the module."));
}

void check_go_lines(const MainModules& mains, Errors& out) {
  const std::string_view work = go_line_of(*mains.work, kDefaultGoWorkVersion);
  for (const MainModule& m : mains.modules) {
    const std::string_view own = go_line_of(m.manifest, kDefaultGoModVersion);
    if (!is_strict_go_version(own) || compare_go_versions(own, work) <= 0)
      continue;
    const std::string folder =
        relative_path(mains.folder, m.folder).value_or(m.folder);
    out.push_back(
        at(m.manifest, m.manifest.go->where,
           "module " + folder + " listed in go.work file requires go >= " +
               std::string(own) + ", but go.work " +
               (mains.work->go ? "lists" : "implicitly requires") + " go " +
               std::string(work) + "; to update it:\n\tgo work use"));
  }
}

}  // namespace

Errors check_main_modules(const MainModules& mains,
                          const Replacements& replacements) {
  Errors out;
  if (!mains.is_workspace()) return out;
  check_go_lines(mains, out);
  check_paths(mains, out);
  for (Error& e : replacements.conflicts()) out.push_back(std::move(e));
  return out;
}

Errors newer_go_lines(const MainModules& mains, std::string_view go_version) {
  Errors out;
  const auto look = [&](const Manifest& manifest, std::string_view what) {
    if (!manifest.go || !is_newer_go_version(manifest.go->version, go_version))
      return;
    out.push_back(at(manifest, manifest.go->where,
                     std::string(what) +
                         " requires go >= " + manifest.go->version +
                         " (running go " + std::string(go_version) + ")"));
    out.back().hint =
        "resolve as that version of Go: --go-version " + manifest.go->version;
  };
  // `godebug default=go1.99` asks for the behaviour of a Go to come.
  const auto look_at_default = [&](const Manifest& manifest) {
    for (const GodebugSetting& setting : manifest.godebug)
      if (setting.key == "default" && setting.value.starts_with("go") &&
          is_newer_go_version(setting.value.substr(2), go_version)) {
        out.push_back(at(manifest, setting.where,
                         "default=" + setting.value +
                             " too new (toolchain is go" +
                             std::string(go_version) + ")"));
        out.back().hint =
            "name a version that is out, or resolve as that version of Go: "
            "--go-version " +
            setting.value.substr(2);
      }
  };
  const auto look_at = [&](const Manifest& manifest, std::string_view what) {
    look(manifest, what);
    look_at_default(manifest);
  };
  if (mains.work) look_at(*mains.work, "go.work");
  for (const MainModule& m : mains.modules) look_at(m.manifest, "go.mod");
  return out;
}

bool would_be_rewritten(const Manifest& manifest) {
  const bool requires_excluded = std::any_of(
      manifest.require.begin(), manifest.require.end(),
      [&](const Requirement& r) {
        return std::any_of(
            manifest.exclude.begin(), manifest.exclude.end(),
            [&](const Exclusion& e) { return e.module == r.module; });
      });
  if (requires_excluded) return true;
  std::map<std::string_view, std::string_view> versions;
  for (const Requirement& r : manifest.require)
    if (versions.emplace(r.module.path, r.module.version).first->second !=
        r.module.version)
      return true;
  return has_empty_toolchain_line(manifest);
}

bool has_empty_toolchain_line(const Manifest& manifest) {
  if (!manifest.toolchain) return false;
  const std::string& name = manifest.toolchain->version;
  const std::string go =
      "go" + std::string(go_line_of(manifest, kDefaultGoModVersion));
  return name == go || !is_strict_go_version(go_version_of_toolchain(name));
}

}  // namespace modgraph

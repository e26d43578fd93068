#include "cli/project/diff_state.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "cli/project/import_project.h"
#include "engine/base/file_path.h"
#include "importers/go_mod/go_mod.h"
#include "importers/module_cache/module_cache.h"

namespace modgraph {
namespace {

// Adds the go.mod files of folders that replace modules. One that cannot be read
// or parsed failed while resolving, or does not matter to the build.
class FolderManifests {
 public:
  FolderManifests(const DiffPlace& place, std::vector<Manifest>& out)
      : place_(place), out_(out) {}

  void skip(const std::string& folder) { known_.insert(folder); }

  void add(const Manifest& manifest, const std::string& folder) {
    for (const Replacement& r : manifest.replace) {
      if (!r.replacement.version.empty()) continue;
      const std::string& to = r.replacement.path;
      const std::string at =
          is_absolute_path(to) ? clean_path(to) : join_path(folder, to);
      if (known_.insert(at).second) read(join_path(at, "go.mod"));
    }
  }

 private:
  void read(const std::string& file) {
    auto text = place_.tree->read(file, kMaxDependencyBytes);
    if (!text) return;
    const std::string shown = relative_path(place_.root, file).value_or(file);
    if (auto manifest = parse_go_mod(shown, std::move(*text)))
      out_.push_back(std::move(*manifest));
  }

  const DiffPlace& place_;
  std::vector<Manifest>& out_;
  std::set<std::string> known_;
};

std::vector<Manifest> all_manifests(const DiffPlace& place,
                                    const MainModules& mains) {
  std::vector<Manifest> out;
  FolderManifests folders(place, out);
  for (const MainModule& m : mains.modules) {
    out.push_back(m.manifest);
    folders.skip(m.folder);
  }
  if (mains.work) {
    out.push_back(*mains.work);
    folders.add(*mains.work, mains.folder);
  }
  for (const MainModule& m : mains.modules) folders.add(m.manifest, m.folder);
  return out;
}

}  // namespace

Result<DiffState> read_diff_state(const DiffPlace& place,
                                  const ResolveOptions& options) {
  InputPlan plan;
  plan.resolve_in = place.folder;
  plan.path_base = place.root;
  plan.repository = place.root;
  auto imported =
      import_project(plan, options, kEverything, nullptr, *place.tree);
  if (!imported) return fail(std::move(imported.error()));
  DiffState out;
  out.imported = std::move(*imported);
  out.manifests = all_manifests(place, out.imported.resolution->mains);
  const auto& reasons = out.project().partial_because;
  out.partial_because.assign(
      reasons.begin(), reasons.begin() + static_cast<std::ptrdiff_t>(
                                             out.imported.reasons_of_build));
  return out;
}

std::pair<std::string, std::string> naming_roots(std::string one,
                                                 std::string other) {
  const auto last = [](const std::string& path) {
    const std::string_view view = path;
    return view.substr(view.rfind('/') + 1);
  };
  while (one != other && !last(one).empty() && last(one) == last(other)) {
    one = parent_path(one);
    other = parent_path(other);
  }
  return {std::move(one), std::move(other)};
}

}  // namespace modgraph

// Where do main modules of one repository disagree?
//
// Idea: what every main module says of every module is one row; rows sorted by
// module bring those together that may disagree. Only few modules are replaced,
// so those who do not replace them are only looked up for these.
// Source: go.dev/ref/mod#go-mod-file-replace, #workspaces.
// Cost: O(n log n) for n lines and modules of all builds; memory O(n).
// Tested by cross_module_drift_test.cc, build_questions_agreement_test.cc.

#include "engine/analysis/versions/cross_module_drift.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/analysis/go_mod_lines/manifest_lookup.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

using Builds = std::span<const Project* const>;
using Found = std::map<std::string_view, CrossModuleDrift>;

// What takes the place of a module in a build, whichever main module says so.
bool is_built_instead(const Project& build, const ReplaceLines& work,
                      const std::vector<ReplaceLines>& members,
                      std::string_view path, std::string_view version) {
  if (build.graph.find(path, "")) return true;
  if (work.find(path, version)) return true;
  return std::any_of(
      members.begin(), members.end(),
      [&](const ReplaceLines& m) { return m.find(path, version).has_value(); });
}

// One build with its replace lines sorted for look-up.
struct ComparedBuild {
  const Project* project;
  ReplaceLines work;
  std::vector<ReplaceLines> members;  // by manifest

  explicit ComparedBuild(const Project& p) : project(&p) {
    if (p.work) work = ReplaceLines(*p.work);
    for (const Manifest& m : p.manifests) members.emplace_back(m);
  }

  // The version that decides about a replacement: the one that is selected.
  std::string_view version_of(std::string_view path,
                              std::string_view otherwise) const {
    const auto m = project->graph.find(path);
    return m ? project->graph.version(project->graph.selected(*m)) : otherwise;
  }
  bool has_instead(std::string_view path, std::string_view version) const {
    return is_built_instead(*project, work, members, path, version);
  }
};

struct RequiredLine {
  std::string_view path;
  RequiringLine line;
  std::string_view version() const { return line.line->module.version; }
};

bool requires_less(const RequiredLine& a, const RequiredLine& b) {
  return compare_versions(ModuleKind::kModule, a.version(), b.version()) < 0;
}

// Every line that requires something that is built, the highest of each main
// module.
std::vector<RequiredLine> required_lines(
    const std::vector<ComparedBuild>& builds) {
  std::vector<RequiredLine> out;
  for (std::size_t b = 0; b < builds.size(); ++b) {
    const Project& project = *builds[b].project;
    const Exclusions excluded(project.manifests);
    for (std::size_t i = 0; i < project.manifests.size(); ++i)
      for (const Requirement& line : project.manifests[i].require) {
        const ModuleVersion& required = line.module;
        if (canonical_version(required.version) != required.version ||
            excluded.contains(required) ||
            builds[b].has_instead(
                required.path,
                builds[b].version_of(required.path, required.version)))
          continue;
        out.push_back({required.path, {{b, i}, &line}});
      }
  }
  std::stable_sort(
      out.begin(), out.end(), [](const RequiredLine& a, const RequiredLine& b) {
        const auto key = [](const RequiredLine& x) {
          return std::tie(x.path, x.line.main);
        };
        return key(a) != key(b) ? key(a) < key(b) : requires_less(b, a);
      });
  out.erase(std::unique(out.begin(), out.end(),
                        [](const RequiredLine& a, const RequiredLine& b) {
                          return a.path == b.path && a.line.main == b.line.main;
                        }),
            out.end());
  return out;
}

// Calls take(begin, end) for every group of rows with one path.
template <class Row, class Take>
void for_each_path(std::vector<Row>& rows, Take take) {
  for (auto begin = rows.begin(); begin != rows.end();) {
    const auto end = std::find_if(begin, rows.end(), [&](const Row& row) {
      return row.path != begin->path;
    });
    take(begin, end);
    begin = end;
  }
}

CrossModuleDrift& entry_of(Found& found, std::string_view path) {
  CrossModuleDrift& out = found[path];
  out.path = path;
  return out;
}

void find_required(const std::vector<ComparedBuild>& builds, Found& found) {
  std::vector<RequiredLine> lines = required_lines(builds);
  for_each_path(lines, [&](auto begin, auto end) {
    std::stable_sort(begin, end, requires_less);
    if (!requires_less(*begin, *(end - 1))) return;
    std::vector<RequiredByMains>& rows = entry_of(found, begin->path).required;
    for (auto line = begin; line != end; ++line) {
      if (line == begin || requires_less(*(line - 1), *line))
        rows.push_back({std::string(line->version()), {}});
      rows.back().by.push_back(line->line);
    }
  });
}

struct Selected {
  std::string_view path;
  std::string_view version;
  std::size_t build;
};

void find_selected(const std::vector<ComparedBuild>& builds, Found& found) {
  std::vector<Selected> all;
  for (std::size_t b = 0; b < builds.size(); ++b) {
    const ModuleGraph& graph = builds[b].project->graph;
    for (ModuleId m : graph.modules()) {
      if (graph.kind(m) != ModuleKind::kModule) continue;
      const std::string_view version = graph.version(graph.selected(m));
      if (!version.empty() && !builds[b].has_instead(graph.path(m), version))
        all.push_back({graph.path(m), version, b});
    }
  }
  std::stable_sort(
      all.begin(), all.end(),
      [](const Selected& a, const Selected& b) { return a.path < b.path; });
  for_each_path(all, [&](auto begin, auto end) {
    const auto less = [](const Selected& a, const Selected& b) {
      return compare_versions(ModuleKind::kModule, a.version, b.version) < 0;
    };
    std::stable_sort(begin, end, less);
    if (!less(*begin, *(end - 1))) return;
    std::vector<BuiltByMains>& rows = entry_of(found, begin->path).selected;
    for (auto one = begin; one != end; ++one) {
      if (one == begin || less(*(one - 1), *one))
        rows.push_back({std::string(one->version), {}});
      rows.back().builds.push_back(one->build);
    }
  });
}

// Whether a main module has a say about what replaces `path`.
bool has_say(const ComparedBuild& build, std::size_t manifest,
             std::string_view path) {
  const auto module = build.project->graph.find(path);
  if (!module ||
      build.project->graph.is_main(build.project->graph.selected(*module)))
    return false;
  if (build.project->manifests.size() == 1) return true;
  const std::vector<Requirement>& lines =
      build.project->manifests[manifest].require;
  return build.members[manifest].mentions(path) ||
         std::any_of(lines.begin(), lines.end(), [&](const Requirement& r) {
           return r.module.path == path;
         });
}

void find_replaced(const std::vector<ComparedBuild>& builds, Found& found) {
  std::vector<std::string_view> paths;
  for (const ComparedBuild& build : builds)
    for (const ReplaceLines& member : build.members) member.append_paths(paths);
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());

  for (const std::string_view path : paths) {
    std::map<ModuleVersion, std::vector<MainPlace>> by;
    for (std::size_t b = 0; b < builds.size(); ++b) {
      const std::string_view version = builds[b].version_of(path, "");
      for (std::size_t i = 0; i < builds[b].members.size(); ++i) {
        if (!has_say(builds[b], i, path)) continue;
        auto instead = builds[b].work.find(path, version);
        if (!instead) instead = builds[b].members[i].find(path, version);
        by[instead.value_or(ModuleVersion())].push_back({b, i});
      }
    }
    if (by.size() < 2) continue;
    std::vector<ReplacedByMains>& rows = entry_of(found, path).replaced;
    for (auto& [instead, mains] : by)
      rows.push_back({instead, std::move(mains)});
  }
}

// What the main modules require directly, sorted.
std::vector<std::string_view> direct_paths(Builds builds) {
  std::vector<std::string_view> out;
  for (const Project* project : builds)
    for (const Manifest& manifest : project->manifests)
      for (const Requirement& line : manifest.require)
        if (!line.indirect) out.push_back(line.module.path);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::vector<CrossModuleDrift> cross_module_drift(
    std::span<const Project* const> builds) {
  std::size_t mains = 0;
  for (const Project* project : builds) mains += project->manifests.size();
  if (mains < 2 && builds.size() < 2) return {};

  std::vector<ComparedBuild> prepared;
  prepared.reserve(builds.size());
  for (const Project* project : builds) prepared.emplace_back(*project);
  Found found;
  find_required(prepared, found);
  find_selected(prepared, found);
  find_replaced(prepared, found);
  std::vector<CrossModuleDrift> out;
  out.reserve(found.size());
  const std::vector<std::string_view> direct = direct_paths(builds);
  for (auto& [path, drift] : found) {
    drift.direct = std::binary_search(direct.begin(), direct.end(), path);
    out.push_back(std::move(drift));
  }
  return out;
}

}  // namespace modgraph

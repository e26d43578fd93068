#include "engine/resolve/root_requirements.h"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "engine/resolve/mvs.h"

namespace modgraph {
namespace {

void mark(std::vector<char>& marks, std::uint32_t at) {
  if (at >= marks.size()) marks.resize(at + 1);
  marks[at] = 1;
}

bool is_marked(const std::vector<char>& marks, std::uint32_t at) {
  return at < marks.size() && marks[at] != 0;
}

// The go and toolchain lines of the file that decides, as requirements.
void add_go_and_toolchain(RootRequirements& out, EffectiveModules& modules,
                          const Manifest& manifest,
                          std::string_view default_go) {
  SummaryStore& store = modules.store();
  const std::string go =
      manifest.go ? manifest.go->version : std::string(default_go);
  out.roots.push_back(store.id({"go", go}));
  if (manifest.toolchain)
    out.roots.push_back(store.id({"toolchain", manifest.toolchain->version}));
}

void mark_direct(RootRequirements& out, EffectiveModules& modules) {
  SummaryStore& store = modules.store();
  for (const MainModule& m : modules.mains().modules)
    for (const Requirement& r : m.manifest.require) {
      const VersionId id = store.id(r.module);
      // A workspace's excluded requirements count as direct, a single module's
      // do not.
      const bool counts =
          modules.mains().is_workspace() || !modules.is_excluded(id);
      if (!r.indirect && counts) mark(out.direct, store.table().path_id(id));
    }
  if (!modules.mains().is_workspace())
    mark(out.direct, store.table().path_id(store.id({"go", ""})));
}

// The highest root of a path that is listed more than once.
VersionId highest_root(const RootRequirements& roots, const VersionTable& table,
                       std::uint32_t path) {
  VersionId out = kNoVersionId;
  for (const VersionId r : roots.roots)
    if (table.path_id(r) == path &&
        (out == kNoVersionId || compare_ids(table, out, r) < 0))
      out = r;
  return out;
}

bool stops(RootRequirements& roots, EffectiveModules& modules, Faults faults) {
  return faults == Faults::kStop && !graph_of(roots, modules).faulty().empty();
}

// Every root path once, at its selected version, until nothing moves: a higher
// root may bring in requirements that raise others.
RootState update_pruned_roots(RootRequirements& roots,
                              EffectiveModules& modules, ModMode mode,
                              Faults faults) {
  SummaryStore& store = modules.store();
  const VersionTable& table = store.table();
  while (true) {
    std::vector<VersionId> updated;
    std::vector<char> listed;
    bool raised = false;
    for (const VersionId r : roots.roots) {
      const std::uint32_t path = table.path_id(r);
      if (modules.is_main_path(path) || is_marked(listed, path)) continue;
      mark(listed, path);
      VersionId selected = roots.graph ? roots.graph->selected(path)
                                       : highest_root(roots, table, path);
      if (selected == kNoVersionId)
        selected = store.id({table.module(r).path, std::string(kNoVersion)});
      updated.push_back(selected);
      raised |= selected != r;
    }
    if (!raised && mode == ModMode::kReadonly) return RootState::kConsistent;
    if (raised && mode == ModMode::kReadonly) return RootState::kNeedsUpdate;
    if (updated != roots.roots) {
      roots.roots = std::move(updated);
      roots.graph.reset();
    }
    if (!raised) return RootState::kConsistent;
    if (stops(roots, modules, faults)) return RootState::kFaulty;
    static_cast<void>(graph_of(roots, modules));
  }
}

// What minimal version selection asks of the modules of this build.
class AsRequirements {
 public:
  AsRequirements(EffectiveModules& modules, std::vector<ModuleVersion> mains)
      : modules_(modules), main_(std::move(mains)) {}

  Requirements requirements() {
    Requirements out;
    out.required = [this](const ModuleVersion& m)
        -> tl::expected<std::span<const ModuleVersion>, std::string> {
      return list_of(m);
    };
    return out;
  }

 private:
  std::span<const ModuleVersion> list_of(const ModuleVersion& m) {
    SummaryStore& store = modules_.store();
    const VersionId id = store.id(m);
    if (m.version.empty() && modules_.is_main_path(store.table().path_id(id)))
      return main_;
    modules_.ask(id);
    std::vector<ModuleVersion>& list = lists_.emplace_back();
    for (const VersionId r : modules_.settle(id).require)
      list.push_back(store.table().module(r));
    return list;
  }

  EffectiveModules& modules_;
  std::vector<ModuleVersion> main_;
  std::deque<std::vector<ModuleVersion>> lists_;
};

// Of all modules of the build list the fewest that lead to it, with those that
// are in go.mod already, or are direct.
RootState update_unpruned_roots(RootRequirements& roots,
                                EffectiveModules& modules, ModMode mode,
                                Faults faults) {
  SummaryStore& store = modules.store();
  const VersionTable& table = store.table();
  const RequirementGraph& graph = graph_of(roots, modules);
  if (stops(roots, modules, faults)) return RootState::kFaulty;
  if (mode == ModMode::kReadonly) {
    const bool selected = std::all_of(
        roots.roots.begin(), roots.roots.end(),
        [&](VersionId r) { return graph.selected(table.path_id(r)) == r; });
    std::vector<char> listed;
    for (const VersionId r : roots.roots) mark(listed, table.path_id(r));
    for (std::uint32_t path = 0; path < roots.direct.size(); ++path)
      if (roots.is_direct(path) && !is_marked(listed, path))
        return RootState::kNeedsUpdate;
    return selected ? RootState::kConsistent : RootState::kNeedsUpdate;
  }

  std::vector<std::string> base;
  std::vector<char> in_base;
  const auto add_to_base = [&](VersionId m) {
    const std::uint32_t path = table.path_id(m);
    if (is_marked(in_base, path)) return;
    mark(in_base, path);
    base.push_back(table.module(m).path);
  };
  for (const VersionId r : roots.roots)
    if (graph.selected(table.path_id(r)) == r) add_to_base(r);
  std::vector<ModuleVersion> build;
  const std::vector<VersionId> list = graph.build_list(table);
  for (std::size_t i = modules.main_count(); i < list.size(); ++i) {
    if (roots.is_direct(table.path_id(list[i]))) add_to_base(list[i]);
    build.push_back(table.module(list[i]));
  }

  const ModuleVersion main = table.module(modules.main(0));
  AsRequirements as_requirements(modules, std::move(build));
  const Requirements requirements = as_requirements.requirements();
  const Selection minimal = minimal_requirements(main, base, requirements);
  std::vector<VersionId> updated;
  // It cannot fail: faulty modules have no requirements, but an answer.
  for (const ModuleVersion& m : *minimal) updated.push_back(store.id(m));
  if (updated != roots.roots) {
    roots.roots = std::move(updated);
    roots.graph.reset();
  }
  return RootState::kConsistent;
}

}  // namespace

RootRequirements stated_roots(EffectiveModules& modules) {
  const MainModules& mains = modules.mains();
  RootRequirements out;
  mark_direct(out, modules);
  if (mains.is_workspace()) {
    out.pruning = Pruning::kWorkspace;
    for (std::size_t i = 0; i < modules.main_count(); ++i)
      out.roots.push_back(modules.main(i));
    add_go_and_toolchain(out, modules, *mains.work, kDefaultGoWorkVersion);
  } else {
    const Manifest& manifest = mains.modules.front().manifest;
    out.pruning = pruning_of_go_line(manifest.go ? manifest.go->version
                                                 : kDefaultGoModVersion);
    const auto own = modules.requirements_of_main(0);
    out.roots.assign(own.begin(), own.end());
    add_go_and_toolchain(out, modules, manifest, kDefaultGoModVersion);
  }
  sort_modules(modules.store().table(), out.roots);
  return out;
}

const RequirementGraph& graph_of(RootRequirements& roots,
                                 EffectiveModules& modules) {
  if (!roots.graph)
    roots.graph = read_requirement_graph(modules, roots.pruning, roots.roots);
  return *roots.graph;
}

bool has_redundant_root(const RootRequirements& roots,
                        const EffectiveModules& modules) {
  const VersionTable& table = modules.store().table();
  for (std::size_t i = 0; i < roots.roots.size(); ++i) {
    const std::uint32_t path = table.path_id(roots.roots[i]);
    if (modules.is_main_path(path)) return true;
    if (i > 0 && path == table.path_id(roots.roots[i - 1])) return true;
  }
  return false;
}

bool all_roots_selected(RootRequirements& roots, EffectiveModules& modules) {
  // The modules of a workspace are the highest versions of themselves.
  if (roots.pruning == Pruning::kWorkspace) return true;
  const VersionTable& table = modules.store().table();
  const RequirementGraph& graph = graph_of(roots, modules);
  return std::all_of(roots.roots.begin(), roots.roots.end(), [&](VersionId r) {
    return graph.selected(table.path_id(r)) == r;
  });
}

RootState update_roots(RootRequirements& roots, EffectiveModules& modules,
                       ModMode mode, Faults faults) {
  switch (roots.pruning) {
    case Pruning::kPruned:
      return update_pruned_roots(roots, modules, mode, faults);
    case Pruning::kUnpruned:
      return update_unpruned_roots(roots, modules, mode, faults);
    case Pruning::kWorkspace:
      break;  // its roots are the files themselves
  }
  return RootState::kConsistent;
}

RootState convert_to_pruned(RootRequirements& roots, EffectiveModules& modules,
                            Faults faults) {
  if (roots.pruning == Pruning::kPruned) return RootState::kConsistent;
  if (stops(roots, modules, faults)) return RootState::kFaulty;
  const std::vector<VersionId> list =
      graph_of(roots, modules).build_list(modules.store().table());
  roots.roots.assign(
      list.begin() + static_cast<std::ptrdiff_t>(modules.main_count()),
      list.end());
  roots.pruning = Pruning::kPruned;
  roots.graph.reset();
  return RootState::kConsistent;
}

}  // namespace modgraph

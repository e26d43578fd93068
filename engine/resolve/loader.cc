#include "engine/resolve/loader.h"

#include <algorithm>
#include <utility>

#include "engine/model/graph_builder.h"
#include "engine/model/version.h"
#include "engine/resolve/effective_modules.h"
#include "engine/resolve/load_errors.h"
#include "engine/resolve/main_module_checks.h"
#include "engine/resolve/needed_update.h"

namespace modgraph {
namespace {

class Loading {
 public:
  Loading(const MainModules& mains, SummaryStore& store,
          const LoadOptions& options)
      : mains_(mains),
        options_(options),
        // Nothing can be written into the go.mod files of a workspace.
        mode_(mains.is_workspace() ? ModMode::kReadonly : options.mode),
        replacements_(mains),
        modules_(mains, replacements_, store,
                 {options.go_version, options.newer_go == NewerGo::kRefuse,
                  mains.is_workspace() ? nullptr : options.has_go_mod_sum,
                  options.wrong_go_mod_sum}) {}

  Result<ResolvedBuild> run() {
    if (Errors errors = check(); !errors.empty()) return fail(errors);
    roots_ = stated_roots(modules_);
    note_excluded();
    const RootRequirements stated = roots_;
    if (Errors errors = expand(); !errors.empty()) return fail(errors);
    note_updates(stated);
    if (!mains_.is_workspace() && mode_ == ModMode::kMod)
      out_.update = needed_update(mains_.modules.front().manifest, roots_.roots,
                                  modules_.store().table());
    return finish();
  }

 private:
  Faults faults() const {
    return options_.missing == MissingModules::kClosed ? Faults::kIgnore
                                                       : Faults::kStop;
  }

  Errors check() {
    Errors errors = check_main_modules(mains_, replacements_);
    if (!errors.empty()) return errors;
    Errors newer = newer_go_lines(mains_, options_.go_version);
    if (options_.newer_go == NewerGo::kRefuse) return newer;
    for (const Error& e : newer) newer_.push_back(e.where.file);
    return {};
  }

  void note_excluded() {
    if (mains_.is_workspace()) return;
    const Manifest& manifest = mains_.modules.front().manifest;
    for (const Requirement& r : manifest.require)
      if (modules_.is_excluded(modules_.store().id(r.module)))
        out_.notes.push_back(
            (mode_ == ModMode::kMod ? "dropping" : "ignoring") +
            std::string(" requirement on excluded version ") + r.module.path +
            " " + r.module.version);
  }

  // From the stated roots to consistent ones and their graph.
  Errors expand() {
    if (!mains_.is_workspace()) {
      if (has_redundant_root(roots_, modules_))
        if (Errors e = errors_of(update()); !e.empty()) return e;
      if (Errors e = errors_of(settle_go_line()); !e.empty()) return e;
    }
    if (Errors e = graph_errors(); !e.empty()) return e;
    if (!all_roots_selected(roots_, modules_)) {
      if (Errors e = errors_of(update()); !e.empty()) return e;
      if (Errors e = graph_errors(); !e.empty()) return e;
    }
    const bool rewritten = mode_ == ModMode::kReadonly &&
                           !mains_.is_workspace() &&
                           would_be_rewritten(mains_.modules.front().manifest);
    return errors_of(rewritten ? RootState::kNeedsUpdate
                               : RootState::kConsistent);
  }

  RootState update() { return update_roots(roots_, modules_, mode_, faults()); }

  // Without a go line, most commands first add one of the running version,
  // whose graphs are pruned.
  RootState settle_go_line() {
    const bool adds_it = !mains_.modules.front().manifest.go &&
                         options_.missing_go_line == MissingGoLine::kRunning &&
                         mode_ == ModMode::kMod;
    if (!adds_it) return RootState::kConsistent;
    SummaryStore& store = modules_.store();
    auto& roots = roots_.roots;
    roots.erase(std::remove_if(roots.begin(), roots.end(),
                               [&](VersionId r) {
                                 return store.table().module(r).path == "go";
                               }),
                roots.end());
    roots.push_back(store.id({"go", options_.go_version}));
    sort_modules(store.table(), roots);
    roots_.graph.reset();
    if (pruning_of_go_line(options_.go_version) == Pruning::kUnpruned)
      return RootState::kConsistent;
    return convert_to_pruned(roots_, modules_, faults());
  }

  Errors errors_of(RootState state) {
    switch (state) {
      case RootState::kConsistent:
        return {};
      case RootState::kFaulty:
        return graph_errors();
      case RootState::kNeedsUpdate:
        break;
    }
    return {
        {ErrorKind::kInput,
         std::string("updates to go.mod needed") +
             (options_.mode_was_named ? ", disabled by -mod=readonly" : "") +
             "; to update it:\n\tgo mod tidy",
         {mains_.modules.front().manifest.file, 0, 0},
         {},
         {}}};
  }

  // Missing modules may be forgiven, broken ones never.
  Errors graph_errors() {
    const RequirementGraph& graph = graph_of(roots_, modules_);
    if (graph.faulty().empty()) return {};
    const bool forgiven =
        options_.missing == MissingModules::kClosed &&
        std::all_of(
            graph.faulty().begin(), graph.faulty().end(), [&](VersionId m) {
              return modules_.of(m).fault->kind == ModuleFault::Kind::kMissing;
            });
    if (forgiven) return {};
    note_faults(graph);
    return fault_errors(graph, modules_);
  }

  void note_faults(const RequirementGraph& graph) const {
    if (options_.faults == nullptr) return;
    const VersionTable& table = modules_.store().table();
    options_.faults->clear();
    for (const std::vector<VersionId>& chain : chains_to_faults(graph)) {
      const ModuleFault::Kind kind = modules_.of(chain.back()).fault->kind;
      FaultyModule& out = options_.faults->emplace_back();
      out.module = table.module(chain.back());
      if (chain.size() > 1) out.required_by = table.module(*(chain.end() - 2));
      out.is_missing = kind == ModuleFault::Kind::kMissing;
    }
  }

  void note_updates(const RootRequirements& stated) {
    if (mains_.is_workspace() || stated.roots == roots_.roots) return;
    const VersionTable& table = modules_.store().table();
    std::vector<VersionId> changed;
    std::set_difference(roots_.roots.begin(), roots_.roots.end(),
                        stated.roots.begin(), stated.roots.end(),
                        std::back_inserter(changed),
                        [&](VersionId a, VersionId b) {
                          if (table.path_id(a) != table.path_id(b))
                            return table.module(a).path < table.module(b).path;
                          return compare_ids(table, a, b) < 0;
                        });
    std::string note =
        mains_.modules.front().manifest.file +
        " is not consistent: this is the answer for what `go mod tidy` or "
        "-mod=mod would make of it";
    for (std::size_t i = 0; i < changed.size() && i < 3; ++i)
      note += (i == 0 ? " (" : ", ") + module_name(table.module(changed[i]));
    if (changed.size() > 3) note += ", ...";
    if (!changed.empty()) note += ")";
    out_.notes.push_back(std::move(note));
  }

  void note_missing(const RequirementGraph& graph) {
    const VersionTable& table = modules_.store().table();
    for (const VersionId m : graph.faulty())
      out_.partial_because.push_back(
          "the go.mod of " + module_name(table.module(m)) +
          (is_placeholder_version(table.module(m).version)
               ? ", a placeholder that cannot be fetched,"
               : "") +
          " is missing: what only it requires is left out, and versions may "
          "be higher");
  }

  // One note for all of them: there can be many.
  void note_newer_go() {
    const VersionTable& table = modules_.store().table();
    for (const VersionId m : modules_.newer_go())
      newer_.push_back(module_name(table.module(m)));
    if (newer_.empty()) return;
    constexpr std::size_t kShown = 3;
    std::string names = newer_.front();
    for (std::size_t i = 1; i < newer_.size() && i < kShown; ++i)
      names += ", " + newer_[i];
    if (newer_.size() > kShown)
      names += " and " + std::to_string(newer_.size() - kShown) + " more";
    out_.notes.push_back("written for a newer Go than " + options_.go_version +
                         ", whose rules may be others: " + names);
  }

  Result<ResolvedBuild> finish() {
    const RequirementGraph& graph = graph_of(roots_, modules_);
    const VersionTable& table = modules_.store().table();
    note_missing(graph);
    note_newer_go();
    for (const VersionId m : graph.build_list(table))
      if (module_kind(table.module(m).path) == ModuleKind::kModule)
        out_.build_list.push_back(build_module(m));
    if (options_.shape == GraphShape::kWalk) walk(graph, table);
    if (options_.shape == GraphShape::kFrozen)
      if (Errors e = freeze(graph, table); !e.empty())
        return fail(std::move(e));
    return std::move(out_);
  }

  void walk(const RequirementGraph& graph, const VersionTable& table) {
    const std::vector<VersionId> vertices = graph.breadth_first();
    std::vector<std::uint32_t> number(table.size());
    RequirementWalk& w = out_.walk;
    w.vertices.reserve(vertices.size());
    w.offsets.reserve(vertices.size() + 1);
    for (const VersionId m : vertices) {
      number[m] = static_cast<std::uint32_t>(w.vertices.size());
      w.vertices.push_back(&table.module(m));
    }
    for (const VersionId m : vertices) {
      for (const VersionId r : graph.requirements(m))
        w.targets.push_back(number[r]);
      w.offsets.push_back(static_cast<std::uint32_t>(w.targets.size()));
    }
  }

  Errors freeze(const RequirementGraph& graph, const VersionTable& table) {
    const std::vector<VersionId> vertices = graph.breadth_first();
    GraphBuilder builder;
    std::vector<GraphBuilder::Handle> handle(table.size());
    for (const VersionId m : vertices) {
      const ModuleVersion& module = table.module(m);
      handle[m] = builder.add(module.path, module.version);
    }
    for (const VersionId m : vertices) {
      for (const VersionId r : graph.requirements(m))
        builder.require(handle[m], handle[r]);
      builder.set_loaded(handle[m],
                         graph.is_open(m) ? Loaded::kYes : Loaded::kNo);
    }
    auto frozen = std::move(builder).freeze();
    if (!frozen) return std::move(frozen.error());
    out_.graph = std::move(*frozen);
    const auto node_of = [&](const ModuleVersion& module) {
      return *out_.graph.find(module.path, module.version);
    };
    for (const VersionId m : graph.roots())
      out_.roots.push_back(node_of(table.module(m)));
    out_.unpruned.resize(out_.graph.node_count());
    for (const VersionId m : vertices)
      if (graph.is_open(m) && modules_.knows(m) &&
          modules_.of(m).pruning == Pruning::kUnpruned)
        out_.unpruned[index(node_of(table.module(m)))] = true;
    for (BuildModule& m : out_.build_list) m.node = node_of(*m.module);
    return {};
  }

  BuildModule build_module(VersionId m) {
    const ModuleVersion& module = modules_.store().table().module(m);
    BuildModule out;
    out.module = &module;
    if (modules_.knows(m)) out.go_version = modules_.of(m).go_version;
    if (module.version.empty()) return out;
    out.indirect = !roots_.is_direct(modules_.store().table().path_id(m));
    out.replaced = replacements_.find(module.path, module.version);
    return out;
  }

  const MainModules& mains_;
  const LoadOptions& options_;
  ModMode mode_;
  Replacements replacements_;
  EffectiveModules modules_;
  RootRequirements roots_;
  std::vector<std::string> newer_;  // go.mod files that need a newer Go
  ResolvedBuild out_;
};

}  // namespace

Result<ResolvedBuild> load(const MainModules& mains, SummaryStore& store,
                           const LoadOptions& options) {
  return Loading(mains, store, options).run();
}

}  // namespace modgraph

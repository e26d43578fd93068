#include "cli/project/resolved_facts.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/resolve/load_errors.h"
#include "engine/resolve/pruning.h"
#include "engine/resolve/requirement_graph.h"
#include "importers/module_cache/go_sum.h"
#include "importers/module_cache/module_facts.h"

namespace modgraph {
namespace {

bool sums_required(const Resolution& r) {
  return r.mode == ModMode::kReadonly && !r.mains.is_workspace();
}

// Without a go line, the version that the command takes or adds counts.
ModuleToDescribe main_module(const Resolution& r, std::string_view path) {
  ModuleToDescribe out;
  out.module.path = path;
  for (const MainModule& m : r.mains.modules) {
    if (m.manifest.module->path != path) continue;
    out.folder = m.folder;
    out.go_mod =
        r.mains.is_workspace() ? join_path(m.folder, "go.mod") : r.files.mod;
    if (m.manifest.go)
      out.go_version = m.manifest.go->version;
    else if (!r.mains.is_workspace())
      out.go_version = r.mode == ModMode::kMod
                           ? r.load_options.go_version
                           : std::string(kDefaultGoModVersion);
  }
  return out;
}

// The go.mod that is read for a module of the build list.
const ModuleVersion& go_mod_read_for(const BuildModule& m) {
  return m.replaced ? m.replaced->read : *m.module;
}

// By module of the build list: the go.mod that is read for it; main modules
// have none.
std::vector<VersionId> ids_read(Resolution& r) {
  std::vector<VersionId> ids;
  for (const BuildModule& m : r.build.build_list)
    ids.push_back(m.module->version.empty()
                      ? kNoVersionId
                      : r.shared->store->id(go_mod_read_for(m)));
  return ids;
}

// The go lines of modules that resolving did not open, in one wave. Only a
// wrong sum stops the go command here.
Errors fetch_go_lines(Resolution& r, std::span<const VersionId> ids) {
  SummaryStore& store = *r.shared->store;
  std::vector<VersionId> wave;
  for (const VersionId id : ids) {
    if (id == kNoVersionId) continue;
    const ModuleVersion& read = store.table().module(id);
    const bool allowed = !sums_required(r) || read.version.empty() ||
                         r.sums.has(read.path, read.version + "/go.mod");
    if (allowed) wave.push_back(id);
  }
  store.fetch(wave);
  Errors errors;
  for (const VersionId id : wave) {
    const std::string& sum = store.of(id).sum;
    if (sum.empty()) continue;  // no such file, or one without a sum
    const ModuleVersion& read = store.table().module(id);
    const auto wrong = wrong_go_mod_sum(r.sums, read, sum);
    if (wrong)
      errors.push_back(
          {ErrorKind::kInput, module_name(read) + ": " + *wrong, {}, {}, {}});
  }
  return errors;
}

// Modules that one member of the workspace replaces in this version, another
// one in all: what is only listed was never opened, where that is found out.
Errors disputes(const Resolution& r, const Replacements& replacements) {
  Errors out;
  for (const BuildModule& m : r.build.build_list) {
    if (!m.replaced || m.replaced->disputed_by == nullptr) continue;
    out.push_back(replacements.dispute(*m.module, *m.replaced));
    out.back().hint = "decide it in go.work: go work edit -replace " +
                      module_name(*m.module) + "=[override]";
  }
  return out;
}

// The go command does not read on in a go.mod that is too new for it.
std::string go_line_of(const Resolution& r, const ModuleVersion& module) {
  const VersionId id = r.shared->store->id(module);
  if (!r.shared->store->knows(id)) return {};
  const std::string& go = r.shared->store->of(id).go_version;
  const bool refused = r.load_options.newer_go == NewerGo::kRefuse &&
                       is_strict_go_version(go) &&
                       is_newer_go_version(go, r.load_options.go_version);
  return refused ? std::string() : go;
}

// A replaced module keeps the go line of its own go.mod where that one was read
// too, in the place of another module: by the graph, or for a module listed
// before it. The go command reads these side by side: it has not seen the file
// of the one just before, mostly.
std::vector<std::string> own_go_lines(const Resolution& r,
                                      const std::vector<bool>& opened) {
  SummaryStore& store = *r.shared->store;
  std::set<VersionId> read;
  std::optional<VersionId> reading;
  std::vector<std::string> out;
  for (const BuildModule& m : r.build.build_list) {
    const bool known = opened[out.size()] || read.contains(store.id(*m.module));
    const std::string& own = out.emplace_back(
        m.replaced && known ? go_line_of(r, *m.module) : std::string());
    if (reading) read.insert(*reading);
    reading.reset();
    if (own.empty()) reading = store.id(go_mod_read_for(m));
  }
  return out;
}

}  // namespace

Result<std::vector<ModuleInfo>> facts_of(Resolution& r, FactsWanted wanted) {
  const bool all = wanted == FactsWanted::kAll;
  std::vector<bool> opened;  // by the graph, in its own right
  if (all)
    for (const BuildModule& m : r.build.build_list)
      opened.push_back(r.shared->store->knows(r.shared->store->id(*m.module)));
  const Replacements replacements(r.mains);
  if (Errors errors = disputes(r, replacements); !errors.empty())
    return fail(std::move(errors));
  const std::vector<VersionId> ids = ids_read(r);
  if (Errors errors = fetch_go_lines(r, ids); !errors.empty())
    return fail(std::move(errors));
  std::vector<std::string> own;
  if (all) own = own_go_lines(r, opened);
  // Where only go.work replaces, the go command does not think of it.
  const bool own_replacements = std::any_of(
      r.mains.modules.begin(), r.mains.modules.end(),
      [](const MainModule& m) { return !m.manifest.replace.empty(); });
  std::vector<ModuleToDescribe> modules;
  modules.reserve(r.build.build_list.size());
  for (const BuildModule& m : r.build.build_list) {
    if (m.module->version.empty()) {
      modules.push_back(main_module(r, m.module->path));
      continue;
    }
    ModuleToDescribe& out = modules.emplace_back();
    out.module = *m.module;
    out.number = ids[modules.size() - 1];
    out.indirect = m.indirect;
    if (m.replaced) {
      out.replaced_by = m.replaced->shown;
      out.folder = m.replaced->read.path;
      const ModuleVersion& by = m.replaced->shown;
      out.replacement_is_replaced =
          own_replacements &&
          replacements.find(by.path, by.version).has_value();
    }
    if (!all) continue;
    out.go_version = own[modules.size() - 1];
    if (out.go_version.empty())
      out.go_version = go_line_of(r, go_mod_read_for(m));
  }
  FactsOptions options;
  options.module_cache = r.environment.module_cache;
  options.proxies = r.environment.proxies;
  options.sums = &r.sums;
  options.sums_required = sums_required(r);
  options.infos = &r.shared->infos;
  options.versions_only = !all;
  return describe_modules(modules, options);
}

}  // namespace modgraph

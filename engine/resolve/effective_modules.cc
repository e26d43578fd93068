#include "engine/resolve/effective_modules.h"

#include <algorithm>
#include <utility>

#include "engine/model/version.h"
#include "engine/resolve/mvs.h"

namespace modgraph {

EffectiveModules::EffectiveModules(const MainModules& mains,
                                   const Replacements& replacements,
                                   SummaryStore& store,
                                   EffectiveOptions options)
    : mains_(mains),
      replacements_(replacements),
      store_(store),
      options_(std::move(options)) {
  for (const MainModule& m : mains.modules)
    for (const Exclusion& e : m.manifest.exclude) {
      const VersionId id = store.id(e.module);
      if (id >= excluded_.size()) excluded_.resize(id + 1);
      excluded_[id] = 1;
    }
  for (const MainModule& m : mains.modules) {
    const std::string& path = m.manifest.module->path;
    main_ids_.push_back(store.id({path, ""}));
    std::vector<VersionId> own;
    for (const Requirement& r : m.manifest.require) {
      const VersionId id = store.id(r.module);
      if (!is_excluded(id)) own.push_back(id);
    }
    main_requirements_.push_back(std::move(own));
  }
}

bool EffectiveModules::is_main_path(std::uint32_t path_id) const {
  const VersionTable& table = store_.table();
  return std::any_of(main_ids_.begin(), main_ids_.end(),
                     [&](VersionId m) { return table.path_id(m) == path_id; });
}

bool EffectiveModules::is_newer_go(std::string_view go_version) const {
  return is_strict_go_version(go_version) &&
         is_newer_go_version(go_version, options_.go_version);
}

void EffectiveModules::ask(VersionId id) {
  if (was_asked(id)) return;
  const VersionTable& table = store_.table();
  const ModuleVersion& m = table.module(id);
  if (module_kind(m.path) != ModuleKind::kModule)
    return add(id, make_builtin(id));
  if (m.version.empty() && is_main_path(table.path_id(id)))
    return add(id, make_main(id));
  Pending p{id, id, replacements_.find(m.path, m.version)};
  if (p.by) p.read = store_.id(p.by->read);
  // A module without a sum is not even loaded.
  const ModuleVersion& read = table.module(p.read);
  if (options_.has_go_mod_sum && !read.version.empty() &&
      !options_.has_go_mod_sum(read))
    return add(id, faulty(p, ModuleFault::Kind::kNoSum,
                          "missing go.sum entry for go.mod file; to add it:\n"
                          "\tgo mod download " +
                              m.path));
  store_.ask(p.read);
  add(id, {});
  pending_.push_back(std::move(p));
}

const EffectiveModule& EffectiveModules::settle(VersionId module) {
  while (!knows(module)) {
    const Pending& oldest = pending_.front();
    store_.settle(oldest.read);
    modules_[place_[oldest.module] - 1] = make(oldest);
    pending_.pop_front();
  }
  return of(module);
}

void EffectiveModules::add(VersionId module, EffectiveModule effective) {
  if (module >= place_.size()) place_.resize(store_.table().size());
  modules_.push_back(effective);
  place_[module] = static_cast<std::uint32_t>(modules_.size());
}

EffectiveModule EffectiveModules::make_builtin(VersionId module) {
  // By value: a new id may move nothing, but keeps this easy to see.
  const ModuleVersion m = store_.table().module(module);
  EffectiveModule out;
  if (m.path == "go" && is_strict_go_version(m.version)) {
    rows_.push_back({store_.id({"toolchain", "go" + m.version})});
    out.require = rows_.back();
  }
  return out;
}

EffectiveModule EffectiveModules::make_main(VersionId module) {
  const auto i = static_cast<std::size_t>(
      std::find(main_ids_.begin(), main_ids_.end(), module) -
      main_ids_.begin());
  const Manifest& manifest = mains_.modules[i].manifest;
  EffectiveModule out;
  if (manifest.go) out.go_version = manifest.go->version;
  out.pruning = pruning_of_go_line(out.go_version);
  rows_.emplace_back(main_requirements_[i]);
  if (is_strict_go_version(out.go_version))
    rows_.back().push_back(store_.id({"go", std::string(out.go_version)}));
  out.require = rows_.back();
  return out;
}

EffectiveModule EffectiveModules::faulty(const Pending& pending,
                                         ModuleFault::Kind kind,
                                         std::string reason, Errors errors) {
  ModuleFault fault;
  fault.kind = kind;
  fault.reason = std::move(reason);
  fault.errors = std::move(errors);
  fault.read =
      pending.by ? pending.by->shown : store_.table().module(pending.module);
  fault.replaced = pending.by.has_value();
  faults_.push_back(std::move(fault));
  EffectiveModule out;
  out.fault = &faults_.back();
  return out;
}

EffectiveModule EffectiveModules::make(const Pending& pending) {
  using Kind = ModuleFault::Kind;
  const ModuleVersion& m = store_.table().module(pending.module);
  const ModuleVersion& read = store_.table().module(pending.read);
  if (pending.by && pending.by->disputed_by != nullptr)
    return faulty(pending, Kind::kDisputed,
                  "conflicting replacements found in workspace modules");
  const SummaryStore::Summary& summary = store_.of(pending.read);
  if (options_.wrong_go_mod_sum && !summary.sum.empty())
    if (auto wrong = options_.wrong_go_mod_sum(read, summary.sum))
      return faulty(pending, Kind::kWrongSum, std::move(*wrong));
  if (summary.fault) {
    const bool missing = summary.fault->kind == SourceFault::Kind::kMissing;
    return faulty(pending, missing ? Kind::kMissing : Kind::kDamaged,
                  summary.fault->reason, summary.fault->errors);
  }
  // A folder may declare any path; a version must be the one that was looked
  // up.
  if (!read.version.empty()) {
    if (summary.path.empty())
      return faulty(pending, Kind::kDamaged,
                    "parsing go.mod: missing module line");
    if (summary.path != m.path && summary.path != read.path)
      return faulty(pending, Kind::kDamaged,
                    "parsing go.mod:\n\tmodule declares its path as: " +
                        std::string(summary.path) +
                        "\n\t        but was required as: " + m.path);
  }
  if (is_newer_go(summary.go_version)) {
    if (options_.refuse_newer_go)
      return faulty(pending, Kind::kNewerGo,
                    "requires go >= " + summary.go_version + " (running go " +
                        options_.go_version + ")");
    newer_go_.push_back(pending.module);
  }
  EffectiveModule out;
  out.pruning = summary.pruning;
  out.go_version = summary.go_version;
  out.require = without_excluded(summary.require);
  return out;
}

std::span<const VersionId> EffectiveModules::without_excluded(
    std::span<const VersionId> requirements) {
  const auto excluded = [&](VersionId r) { return is_excluded(r); };
  if (std::none_of(requirements.begin(), requirements.end(), excluded))
    return requirements;
  std::vector<VersionId> kept(requirements.begin(), requirements.end());
  kept.erase(std::remove_if(kept.begin(), kept.end(), excluded), kept.end());
  rows_.push_back(std::move(kept));
  return rows_.back();
}

}  // namespace modgraph

#include "engine/resolve/replacements.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/base/file_path.h"

namespace modgraph {
namespace {

using Key = std::tuple<std::string_view, std::string_view>;

Key key_of(const Replacement& r) { return {r.old.path, r.old.version}; }

// A folder in a form that cannot be taken for a module path.
std::string as_folder(const std::string& path) {
  const bool plain = path != "." && path != ".." && !path.starts_with("./") &&
                     !path.starts_with("../") && !is_absolute_path(path);
  return plain ? "./" + path : path;
}

// In a workspace the same text can mean two folders, and two texts one.
ModuleVersion comparable(const Replacement& r, const std::string& folder) {
  ModuleVersion out = r.replacement;
  if (out.version.empty() && !is_absolute_path(out.path))
    out.path = join_path(folder, out.path);
  return out;
}

// The same for people: a folder as it is spelled from the workspace's.
std::string as_shown(const ModuleVersion& target, const std::string& folder) {
  if (!target.version.empty()) return module_name(target);
  return as_folder(relative_path(folder, target.path).value_or(target.path));
}

}  // namespace

Replacements::Replacements(const MainModules& mains) : mains_(mains) {
  const auto add = [&](const Manifest& manifest, const std::string& folder,
                       bool is_work) {
    File file{{}, folder, is_work};
    for (const Replacement& r : manifest.replace) file.sorted.push_back(&r);
    std::stable_sort(file.sorted.begin(), file.sorted.end(),
                     [](auto* a, auto* b) { return key_of(*a) < key_of(*b); });
    for (const Replacement* r : file.sorted) paths_.push_back(r->old.path);
    files_.push_back(std::move(file));
  };
  if (mains.work) add(*mains.work, mains.folder, true);
  for (const MainModule& m : mains.modules) add(m.manifest, m.folder, false);
  std::sort(paths_.begin(), paths_.end());
  paths_.erase(std::unique(paths_.begin(), paths_.end()), paths_.end());
}

const Replacement* Replacements::find_in(const File& file,
                                         std::string_view path,
                                         std::string_view version) {
  const auto exact = [&](std::string_view v) -> const Replacement* {
    const Key key{path, v};
    const auto at = std::lower_bound(
        file.sorted.begin(), file.sorted.end(), key,
        [](const Replacement* r, const Key& k) { return key_of(*r) < k; });
    return at != file.sorted.end() && key_of(**at) == key ? *at : nullptr;
  };
  if (const Replacement* r = exact(version)) return r;
  return exact({});
}

std::optional<AppliedReplacement> Replacements::find(
    std::string_view path, std::string_view version) const {
  if (!std::binary_search(paths_.begin(), paths_.end(), path))
    return std::nullopt;
  // Of several go.mod files the last one counts; where they disagree,
  // conflicts() has refused them unless go.work has the last word.
  std::optional<AppliedReplacement> found;
  for (const File& file : files_) {
    const Replacement* r = find_in(file, path, version);
    if (r == nullptr) continue;
    const bool disputed = found && !r->old.version.empty() &&
                          found->directive->replacement != r->replacement;
    if (disputed) {
      found->disputed_by = r;
      break;
    }
    found = spelled(*r, file);
    if (file.is_work) break;
  }
  return found;
}

AppliedReplacement Replacements::spelled(const Replacement& directive,
                                         const File& file) const {
  AppliedReplacement out{directive.replacement, directive.replacement,
                         &directive};
  if (!directive.replacement.version.empty()) return out;
  const std::string& path = directive.replacement.path;
  if (is_absolute_path(path)) {
    out.read.path = clean_path(path);
    return out;
  }
  out.read.path = join_path(file.folder, path);
  if (mains_.is_workspace() && !file.is_work)
    out.shown.path = as_folder(
        relative_path(mains_.folder, out.read.path).value_or(out.read.path));
  return out;
}

Error Replacements::dispute(const ModuleVersion& module,
                            const AppliedReplacement& by) const {
  Error out{ErrorKind::kInput,
            "conflicting replacements found for " + module_name(module) +
                " in workspace modules",
            {},
            {},
            {}};
  for (const MainModule& main : mains_.modules)
    for (const Replacement& r : main.manifest.replace)
      if (&r == by.disputed_by)
        out.where = {main.manifest.file, r.where.line, r.where.column};
  return out;
}

Errors Replacements::conflicts() const {
  Errors out;
  if (!mains_.is_workspace()) return out;
  struct Seen {
    ModuleVersion by;
    const MainModule* in = nullptr;
  };
  std::map<Key, Seen> seen;
  const auto replaced_by_work = [&](std::string_view path) {
    const auto& sorted = files_.front().sorted;
    const auto at = std::lower_bound(
        sorted.begin(), sorted.end(), path,
        [](const Replacement* r, auto p) { return r->old.path < p; });
    return at != sorted.end() && (*at)->old.path == path;
  };
  for (const MainModule& m : mains_.modules) {
    for (const Replacement& r : m.manifest.replace) {
      if (replaced_by_work(r.old.path)) continue;
      const Seen here{comparable(r, m.folder), &m};
      const auto [known, is_new] = seen.emplace(key_of(r), here);
      if (is_new || known->second.in == &m || known->second.by == here.by)
        continue;
      out.push_back({ErrorKind::kInput,
                     "conflicting replacements for " + module_name(r.old) +
                         ":\n\t" + as_shown(known->second.by, mains_.folder) +
                         "\n\t" + as_shown(here.by, mains_.folder),
                     {m.manifest.file, r.where.line, r.where.column},
                     {},
                     "decide it in go.work: go work edit -replace " +
                         module_name(r.old) + "=[override]"});
    }
  }
  return out;
}

}  // namespace modgraph

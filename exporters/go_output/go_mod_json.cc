// Tested by tests/exporters/go_output/go_mod_json_test.cc.

#include "exporters/go_output/go_mod_json.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "exporters/go_output/go_json.h"

namespace modgraph {
namespace {

// `"Name": [ {...}, ... ]`, or null.
template <class T, class Write>
void write_list(GoJsonWriter& json, std::string_view name,
                const std::vector<const T*>& items, Write write) {
  json.key(name);
  if (items.empty()) return json.literal("null");
  json.open('[');
  for (const T* item : items) {
    json.element();
    json.open('{');
    write(json, *item);
    json.close('}');
  }
  json.close(']');
}

void write_module_version(GoJsonWriter& json, const ModuleVersion& module) {
  json.field("Path", module.path);
  json.field_unless_empty("Version", module.version);
}

// Pointers to the items that pass.
template <class T, class Keep>
std::vector<const T*> those(const std::vector<T>& items, Keep keep) {
  std::vector<const T*> out;
  for (const T& item : items)
    if (keep(item)) out.push_back(&item);
  return out;
}

// Without the items whose key another item before them has.
template <class T, class Key>
void drop_repeats(std::vector<const T*>& items, Key key) {
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key_at = [&](std::size_t i) { return key(*items[i]); };
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return key_at(a) < key_at(b); });
  std::vector<bool> repeats(items.size(), false);
  for (std::size_t i = 1; i < order.size(); ++i)
    repeats[order[i]] = key_at(order[i - 1]) == key_at(order[i]);
  std::size_t next = 0;
  std::erase_if(items, [&](const T*) { return repeats[next++]; });
}

// What the go command leaves when it tidies the file before printing it.

std::vector<const Requirement*> requirements(const Manifest& manifest) {
  return those(manifest.require,
               [](const Requirement& r) { return !r.module.path.empty(); });
}

std::vector<const Exclusion*> exclusions(const Manifest& manifest) {
  auto out = those(manifest.exclude,
                   [](const Exclusion& e) { return !e.module.path.empty(); });
  drop_repeats(
      out, [](const Exclusion& e) -> auto& { return e.module; });
  return out;
}

// Of several replacements of one thing the last one counts.
std::vector<const Replacement*> replacements(const Manifest& manifest) {
  auto out = those(manifest.replace,
                   [](const Replacement& r) { return !r.old.path.empty(); });
  std::reverse(out.begin(), out.end());
  drop_repeats(
      out, [](const Replacement& r) -> auto& { return r.old; });
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<const Retraction*> retractions(const Manifest& manifest) {
  return those(manifest.retract, [](const Retraction& r) {
    return !r.low.empty() || !r.high.empty();
  });
}

std::vector<const PathDirective*> paths(
    const std::vector<PathDirective>& items) {
  auto out = those(items, [](const PathDirective&) { return true; });
  drop_repeats(
      out, [](const PathDirective& p) -> auto& { return p.path; });
  return out;
}

std::vector<const PathDirective*> uses(const Manifest& manifest) {
  return those(manifest.use,
               [](const PathDirective& u) { return !u.path.empty(); });
}

std::vector<const GodebugSetting*> settings(const Manifest& manifest) {
  return those(manifest.godebug,
               [](const GodebugSetting& s) { return !s.key.empty(); });
}

// -------------------------------------------------------------- the objects

void write_module(GoJsonWriter& json, const Manifest& manifest) {
  const ModuleDirective none;
  const ModuleDirective& module = manifest.module ? *manifest.module : none;
  json.key("Module");
  json.open('{');
  json.field("Path", module.path);
  json.field_unless_empty("Deprecated", module.deprecated);
  json.close('}');
}

void write_replacements(GoJsonWriter& json, const Manifest& manifest) {
  write_list(json, "Replace", replacements(manifest),
             [](GoJsonWriter& out, const Replacement& replacement) {
               out.key("Old");
               out.open('{');
               write_module_version(out, replacement.old);
               out.close('}');
               out.key("New");
               out.open('{');
               write_module_version(out, replacement.replacement);
               out.close('}');
             });
}

void write_path(GoJsonWriter& json, const PathDirective& directive) {
  json.field("Path", directive.path);
}

void write_godebug(GoJsonWriter& json, const Manifest& manifest) {
  const auto items = settings(manifest);
  if (items.empty()) return;  // the one list that is left out when empty
  write_list(json, "GoDebug", items,
             [](GoJsonWriter& out, const GodebugSetting& setting) {
               out.field("Key", setting.key);
               out.field("Value", setting.value);
             });
}

void write_go_mod(GoJsonWriter& json, const Manifest& manifest) {
  write_module(json, manifest);
  if (manifest.go) json.field("Go", manifest.go->version);
  if (manifest.toolchain) json.field("Toolchain", manifest.toolchain->version);
  write_godebug(json, manifest);
  write_list(json, "Require", requirements(manifest),
             [](GoJsonWriter& out, const Requirement& requirement) {
               write_module_version(out, requirement.module);
               if (!requirement.indirect) return;
               out.key("Indirect");
               out.literal("true");
             });
  write_list(json, "Exclude", exclusions(manifest),
             [](GoJsonWriter& out, const Exclusion& exclusion) {
               write_module_version(out, exclusion.module);
             });
  write_replacements(json, manifest);
  write_list(json, "Retract", retractions(manifest),
             [](GoJsonWriter& out, const Retraction& retraction) {
               out.field_unless_empty("Low", retraction.low);
               out.field_unless_empty("High", retraction.high);
               out.field_unless_empty("Rationale", retraction.rationale);
             });
  write_list(json, "Tool", paths(manifest.tool), write_path);
  write_list(json, "Ignore", paths(manifest.ignore), write_path);
}

// The go command prints neither toolchain nor godebug of a workspace.
void write_go_work(GoJsonWriter& json, const Manifest& manifest) {
  if (manifest.go) json.field("Go", manifest.go->version);
  write_list(json, "Use", uses(manifest),
             [](GoJsonWriter& out, const PathDirective& use) {
               out.field("DiskPath", use.path);
             });
  write_replacements(json, manifest);
}

}  // namespace

std::string go_mod_json(const Manifest& manifest) {
  GoJsonWriter json;
  json.open('{');
  if (manifest.kind == ManifestKind::kGoWork)
    write_go_work(json, manifest);
  else
    write_go_mod(json, manifest);
  json.close('}');
  return std::move(json).finish();
}

}  // namespace modgraph

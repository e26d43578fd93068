// Tested by tests/exporters/go_mod_json_test.cc.

#include "exporters/go_mod_json.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/utf8.h"

namespace modgraph {
namespace {

// A string as Go's encoding/json writes it: <, > and & escaped too, so that it
// can stand inside HTML.
std::string json_string(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const CodePoint character = first_code_point(text);
    const auto value = static_cast<std::uint32_t>(character.value);
    constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
    constexpr std::string_view kNames = "\"\\bfnrt";
    const std::size_t named = value < 0x80
                                  ? kNamed.find(static_cast<char>(value))
                                  : std::string_view::npos;
    if (named != std::string_view::npos)
      out += {'\\', kNames[named]};
    else if (value < 0x20 || value == '<' || value == '>' || value == '&' ||
             value == 0x2028 || value == 0x2029 || !character.valid)
      out += fmt::format("\\u{:04x}", value);
    else
      out += text.substr(0, character.length);
    text.remove_prefix(character.length);
  }
  out += '"';
  return out;
}

// Writes nested objects and arrays, one value per line, one tab per level.
class JsonWriter {
 public:
  void open(char bracket) {
    out_ += bracket;
    ++depth_;
    first_ = true;
  }

  // An empty object or array is never written: Go has null for those.
  void close(char bracket) {
    --depth_;
    new_line();
    out_ += bracket;
    first_ = false;
  }

  // The start of an array element.
  void element() {
    if (!first_) out_ += ',';
    first_ = false;
    new_line();
  }

  void key(std::string_view name) {
    element();
    out_ += json_string(name);
    out_ += ": ";
  }

  void value(std::string_view text) { out_ += json_string(text); }
  void literal(std::string_view text) { out_ += text; }

  void field(std::string_view name, std::string_view text) {
    key(name);
    value(text);
  }

  void field_unless_empty(std::string_view name, std::string_view text) {
    if (!text.empty()) field(name, text);
  }

  std::string finish() && { return std::move(out_) + "\n"; }

 private:
  void new_line() {
    out_ += '\n';
    out_.append(depth_, '\t');
  }

  std::string out_;
  std::size_t depth_ = 0;
  bool first_ = true;
};

// `"Name": [ {...}, ... ]`, or null.
template <class T, class Write>
void write_list(JsonWriter& json, std::string_view name,
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

void write_module_version(JsonWriter& json, const ModuleVersion& module) {
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

void write_module(JsonWriter& json, const Manifest& manifest) {
  const ModuleDirective none;
  const ModuleDirective& module = manifest.module ? *manifest.module : none;
  json.key("Module");
  json.open('{');
  json.field("Path", module.path);
  json.field_unless_empty("Deprecated", module.deprecated);
  json.close('}');
}

void write_replacements(JsonWriter& json, const Manifest& manifest) {
  write_list(json, "Replace", replacements(manifest),
             [](JsonWriter& out, const Replacement& replacement) {
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

void write_path(JsonWriter& json, const PathDirective& directive) {
  json.field("Path", directive.path);
}

void write_godebug(JsonWriter& json, const Manifest& manifest) {
  const auto items = settings(manifest);
  if (items.empty()) return;  // the one list that is left out when empty
  write_list(json, "GoDebug", items,
             [](JsonWriter& out, const GodebugSetting& setting) {
               out.field("Key", setting.key);
               out.field("Value", setting.value);
             });
}

void write_go_mod(JsonWriter& json, const Manifest& manifest) {
  write_module(json, manifest);
  if (manifest.go) json.field("Go", manifest.go->version);
  if (manifest.toolchain) json.field("Toolchain", manifest.toolchain->version);
  write_godebug(json, manifest);
  write_list(json, "Require", requirements(manifest),
             [](JsonWriter& out, const Requirement& requirement) {
               write_module_version(out, requirement.module);
               if (!requirement.indirect) return;
               out.key("Indirect");
               out.literal("true");
             });
  write_list(json, "Exclude", exclusions(manifest),
             [](JsonWriter& out, const Exclusion& exclusion) {
               write_module_version(out, exclusion.module);
             });
  write_replacements(json, manifest);
  write_list(json, "Retract", retractions(manifest),
             [](JsonWriter& out, const Retraction& retraction) {
               out.field_unless_empty("Low", retraction.low);
               out.field_unless_empty("High", retraction.high);
               out.field_unless_empty("Rationale", retraction.rationale);
             });
  write_list(json, "Tool", paths(manifest.tool), write_path);
  write_list(json, "Ignore", paths(manifest.ignore), write_path);
}

// The go command prints neither toolchain nor godebug of a workspace.
void write_go_work(JsonWriter& json, const Manifest& manifest) {
  if (manifest.go) json.field("Go", manifest.go->version);
  write_list(json, "Use", uses(manifest),
             [](JsonWriter& out, const PathDirective& use) {
               out.field("DiskPath", use.path);
             });
  write_replacements(json, manifest);
}

}  // namespace

std::string go_mod_json(const Manifest& manifest) {
  JsonWriter json;
  json.open('{');
  if (manifest.kind == ManifestKind::kGoWork)
    write_go_work(json, manifest);
  else
    write_go_mod(json, manifest);
  json.close('}');
  return std::move(json).finish();
}

}  // namespace modgraph

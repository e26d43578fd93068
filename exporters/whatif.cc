#include "exporters/whatif.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "engine/base/printable.h"
#include "engine/model/version.h"
#include "exporters/json_text.h"
#include "exporters/name_list.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxReasons = 3;

std::string shown(const UsedVersion& used) {
  std::string out = used.version;
  if (used.replaced_by) {
    out += " => " + used.replaced_by->path;
    if (!used.replaced_by->version.empty())
      out += " " + used.replaced_by->version;
  }
  return printable(out);
}

std::string list_some(const std::vector<std::string>& names) {
  std::string out;
  const std::size_t shown_names = std::min(names.size(), kMaxReasons);
  for (std::size_t i = 0; i < shown_names; ++i)
    out += (i == 0 ? "" : ", ") + printable(names[i]);
  if (names.size() > shown_names)
    out += fmt::format(" and {} more", names.size() - shown_names);
  return out;
}

// Why it came, went or moved.
std::string reason(const ModuleChange& c) {
  if (!c.after)
    return c.asked_before.empty()
               ? ""
               : "was asked for by " + list_some(c.asked_before);
  if (c.before && c.before->version == c.after->version)
    return "replaced otherwise";
  if (c.before && c.direction < 0 && !c.asked_before.empty()) {
    std::string out = "was asked for by " + list_some(c.asked_before);
    if (!c.asked_after.empty()) out += "; now by " + list_some(c.asked_after);
    return out;
  }
  return c.asked_after.empty() ? ""
                               : "asked for by " + list_some(c.asked_after);
}

char sign(const ModuleChange& c) {
  if (!c.before) return '+';
  if (!c.after) return '-';
  if (c.direction == 0) return '=';
  return c.direction > 0 ? '^' : 'v';
}

void put_change(Sink& out, const ModuleChange& c) {
  std::string line = fmt::format("{} {}", sign(c), printable(c.path));
  if (c.before) line += " " + shown(*c.before);
  if (c.before && c.after) line += " ->";
  if (c.after) line += " " + shown(*c.after);
  const std::string why = reason(c);
  out.put(line).put(why.empty() ? "" : "  (" + why + ")").put("\n");
}

void put_json_names(Sink& out, std::string_view key,
                    const std::vector<std::string>& names) {
  put_json_string(out, key);
  out.put(": ");
  put_json_strings(out, names);
}

void put_json_version(Sink& out, std::string_view key,
                      const UsedVersion& used) {
  put_json_string(out, key);
  out.put(": ");
  put_json_string(out, used.version);
  out.put(", ");
  put_json_string(out, std::string(key) + "_replaced_by");
  out.put(": ");
  if (!used.replaced_by) {
    out.put("null");
    return;
  }
  out.put("{\"path\": ");
  put_json_string(out, used.replaced_by->path);
  out.put(", \"version\": ");
  put_json_string(out, used.replaced_by->version);
  out.put("}");
}

void put_json_change(Sink& out, const ModuleChange& c) {
  out.put("{\"module\": ");
  put_json_string(out, c.path);
  out.put(", ");
  if (c.before) {
    put_json_version(out, "from", *c.before);
    out.put(", ");
    put_json_names(out, "asked_for_before_by", c.asked_before);
  }
  if (c.before && c.after) out.put(", ");
  if (c.after) {
    put_json_version(out, "to", *c.after);
    out.put(", ");
    put_json_names(out, "asked_for_by", c.asked_after);
  }
  out.put("}");
}

template <class Wanted>
void put_json_changes(Sink& out, std::string_view key, const WhatifAnswer& a,
                      Wanted wanted) {
  out.put(",\n ");
  put_json_string(out, key);
  out.put(": [");
  Separator comma(",\n  ");
  for (const ModuleChange& c : a.difference.modules) {
    if (!wanted(c)) continue;
    comma.put(out);
    put_json_change(out, c);
  }
  out.put("]");
}

}  // namespace

void write_whatif_text(const WhatifAnswer& a, Sink& out) {
  for (const ModuleChange& c : a.difference.modules) put_change(out, c);
  if (a.difference.none()) {
    out.put("the build stays as it is\n");
    return;
  }
  out.put(fmt::format("{} added, {} removed, {} changed\n", a.difference.added,
                      a.difference.removed, a.difference.changed));
}

void write_whatif_json(const WhatifAnswer& a, Sink& out) {
  out.put("{\"schema_version\": 1, \"file\": ");
  put_json_string(out, a.file);
  out.put(", ");
  put_json_names(out, "edits", a.edits);
  const auto is_module = [](const ModuleChange& c) {
    return module_kind(c.path) == ModuleKind::kModule;
  };
  put_json_changes(out, "added", a, [&](const ModuleChange& c) {
    return is_module(c) && !c.before;
  });
  put_json_changes(out, "removed", a, [&](const ModuleChange& c) {
    return is_module(c) && !c.after;
  });
  put_json_changes(out, "changed", a, [&](const ModuleChange& c) {
    return is_module(c) && c.before && c.after;
  });
  put_json_changes(out, "go_and_toolchain", a,
                   [&](const ModuleChange& c) { return !is_module(c); });
  out.put(fmt::format(
      ",\n \"file_changes\": {}, \"reformats\": {}, \"applied\": {}, "
      "\"partial\": {}, ",
      a.file_changes, a.reformats, a.applied, !a.partial_because.empty()));
  put_json_names(out, "partial_because", a.partial_because);
  out.put("}\n");
}

}  // namespace modgraph

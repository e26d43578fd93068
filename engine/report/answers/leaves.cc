#include "engine/report/answers/leaves.h"

#include <algorithm>
#include <utility>

namespace modgraph {
namespace {

constexpr FieldShape kRequirementFields[] = {
    field("from", FieldType::kModuleVersion, "what requires"),
    field("to", FieldType::kModuleVersion, "what is required"),
    optional_field("location", FieldType::kLocation,
                   "the line of go.mod; null where its go.mod is not in the "
                   "module cache"),
};

constexpr FieldShape kEdgeFields[] = {
    field("from", FieldType::kModuleVersion, "what requires"),
    field("to", FieldType::kModuleVersion, "what is required"),
};

constexpr FieldShape kReplacedByFields[] = {
    field("path", FieldType::kText, "a module path, or a folder"),
    field("version", FieldType::kVersion, "\"\" for a folder"),
};

constexpr FieldShape kChangedFields[] = {
    field("module", FieldType::kModule, "a module that stays in the build"),
    field("from", FieldType::kVersion, "selected before"),
    field("to", FieldType::kVersion, "selected after"),
};
constexpr RecordShape kChangedShape{"changed", kChangedFields};

constexpr FieldShape kEffectFields[] = {
    list_of("added", FieldType::kModuleVersion, "new in the build list"),
    list_of("removed", FieldType::kModuleVersion, "no longer in it"),
    records("changed", kChangedShape, "at another version"),
};

constexpr FieldShape kModuleFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "\"\" for a main module"),
};

}  // namespace

constexpr RecordShape kRequirementShape{"requirement", kRequirementFields};
constexpr RecordShape kEdgeShape{"edge", kEdgeFields};
constexpr RecordShape kReplacedByShape{"replaced_by", kReplacedByFields};
constexpr RecordShape kEffectShape{"effect", kEffectFields};
constexpr RecordShape kModuleShape{"module", kModuleFields};

std::optional<Place> place_of(const std::optional<Location>& location) {
  if (!location) return std::nullopt;
  return place_of(*location);
}

std::optional<Place> replace_line(const Project& project, NodeId node) {
  const ModuleGraph& graph = project.graph;
  std::optional<Place> out;
  const auto look_in = [&](const Manifest& manifest) {
    for (const Replacement& r : manifest.replace) {
      if (r.old.path != graph.path(node)) continue;
      const bool is_exact = r.old.version == graph.version(node);
      if (is_exact || (r.old.version.empty() && !out))
        out = Place{manifest.file, r.where.line, r.where.column};
      if (is_exact) return;
    }
  };
  if (project.work) look_in(*project.work);
  for (const Manifest& manifest : project.manifests)
    if (!out) look_in(manifest);
  return out;
}

void put_replaced_by(RecordWriter& out, std::string_view key,
                     const std::optional<ModuleVersion>& by) {
  put_replaced_by(out, key, by ? &*by : nullptr);
}

void put_replaced_by(RecordWriter& out, std::string_view key,
                     const ModuleVersion* by) {
  if (by == nullptr) return out.unknown(key);
  out.record(key, [&] {
    out.text("path", by->path);
    out.version("version", by->version);
  });
}

void put_effect_fields(RecordWriter& out, const BuildEffect& effect,
                       std::size_t max_shown) {
  const bool shows = max_shown > 0;
  const auto style = [&](std::string_view title) {
    return ListStyle{.title = shows ? title : "", .max_shown = max_shown};
  };
  out.module_versions("added", effect.added, style("added"));
  out.module_versions("removed", effect.removed, style("removed"));
  out.list("changed", style("changed"), effect.changed,
           [&](const MovedModule& m) {
             if (shows) out.say("{module} {from} -> {to}");
             out.module("module", m.module);
             out.version("from", m.from);
             out.version("to", m.to);
           });
}

void put_effect(RecordWriter& out, std::string_view key,
                const BuildEffect& effect, std::size_t max_shown) {
  out.record(key, [&] {
    out.say(effect.none() ? "the build list stays the same"
                          : "{added#module} added, {removed#module} removed, "
                            "{changed#module} changed");
    put_effect_fields(out, effect, max_shown);
  });
}

void put_vertices(RecordWriter& out, std::string_view key,
                  const ModuleGraph& graph, std::span<const NodeId> nodes,
                  ListStyle style) {
  out.begin_list(key, std::move(style));
  for (const NodeId n : nodes) out.module_version({}, ref_of(graph, n));
  out.end_list();
}

bool has_direct_line(const RequirementLines& lines, std::string_view path) {
  const auto of = lines.of(path);
  return std::any_of(of.begin(), of.end(), [](const auto& line) {
    return !line.requirement->indirect;
  });
}

}  // namespace modgraph

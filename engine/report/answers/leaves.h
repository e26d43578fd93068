#pragma once

// What many answers have in common: places, names of vertices, requirements,
// replacements and effects of edits, each with its shape.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.h"
#include "engine/findings/finding.h"
#include "engine/findings/locations.h"
#include "engine/findings/suggested_fix.h"
#include "engine/model/module_graph.h"
#include "engine/model/project.h"

namespace modgraph {

/// Of a vertex: version "" for a main module.
inline ModuleRef ref_of(const ModuleGraph& graph, NodeId n) {
  return {graph.path(n), graph.is_main(n) ? "" : graph.version(n)};
}

inline Place place_of(const Location& location) {
  return {location.file, location.line, location.column};
}
std::optional<Place> place_of(const std::optional<Location>& location);

/// {from, to, location}: both ends as "path@version", and the line of go.mod.
extern const RecordShape kRequirementShape;
/// {from, to}.
extern const RecordShape kEdgeShape;
/// {path, version}: version "" for a folder.
extern const RecordShape kReplacedByShape;
/// {added, removed, changed}.
extern const RecordShape kEffectShape;
/// {module, version}.
extern const RecordShape kModuleShape;

/// The replace line that applies to a module version: that of go.work before
/// those of the go.mod files, that for exactly the version before that for all.
std::optional<Place> replace_line(const Project& project, NodeId node);

/// Null: nothing replaces it.
void put_replaced_by(RecordWriter& out, std::string_view key,
                     const ModuleVersion* by);
void put_replaced_by(RecordWriter& out, std::string_view key,
                     const std::optional<ModuleVersion>& by);
/// A sentence with the numbers, and the first `max_shown` of each; 0: the
/// sentence alone.
void put_effect(RecordWriter& out, std::string_view key,
                const BuildEffect& effect, std::size_t max_shown = 6);
/// The same without the sentence and within a record that the caller began:
/// for one with a sentence of its own.
void put_effect_fields(RecordWriter& out, const BuildEffect& effect,
                       std::size_t max_shown = 0);
/// The names of vertices, in the order given.
void put_vertices(RecordWriter& out, std::string_view key,
                  const ModuleGraph& graph, std::span<const NodeId> nodes,
                  ListStyle style = {});
/// Whether some go.mod requires the module without `// indirect`.
bool has_direct_line(const RequirementLines& lines, std::string_view path);

}  // namespace modgraph

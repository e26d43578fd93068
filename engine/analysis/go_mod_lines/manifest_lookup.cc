// Excluded versions of all go.mod files, sorted for look-up. Cost: O(n log n)
// for n exclude lines. Tested by
// tests/engine/analysis/versions/below_selected_test.cc and
// input_agreement_test.cc.

#include "engine/analysis/go_mod_lines/manifest_lookup.h"

#include <algorithm>
#include <utility>

#include "engine/base/file_path.h"

namespace modgraph {

std::optional<NodeId> main_of(const ModuleGraph& graph,
                              const Manifest& manifest) {
  if (manifest.kind != ManifestKind::kGoMod || !manifest.module)
    return std::nullopt;
  return graph.find(manifest.module->path, "");
}

Exclusions::Exclusions(std::span<const Manifest> manifests) {
  for (const Manifest& manifest : manifests)
    for (const Exclusion& exclusion : manifest.exclude)
      sorted_.push_back(exclusion.module);
  std::sort(sorted_.begin(), sorted_.end());
}

bool Exclusions::contains(const ModuleVersion& module) const {
  return std::binary_search(sorted_.begin(), sorted_.end(), module);
}

// The replace lines of one file. Idea: sorted by what they replace; the line
// for all versions has version "" and comes first. Source:
// go.dev/ref/mod#go-mod-file-replace. Cost: O(n log n) to sort, O(log n) to
// find. Tested by tests/engine/analysis/versions/cross_module_drift_test.cc.

namespace {

using Key = std::pair<std::string_view, std::string_view>;

Key key_of(const Replacement* line) {
  return {line->old.path, line->old.version};
}

const Replacement* line_of(const std::vector<const Replacement*>& sorted,
                           const Key& key) {
  const auto at = std::lower_bound(
      sorted.begin(), sorted.end(), key,
      [](const Replacement* line, const Key& k) { return key_of(line) < k; });
  return at != sorted.end() && key_of(*at) == key ? *at : nullptr;
}

}  // namespace

ReplaceLines::ReplaceLines(const Manifest& manifest) : file_(manifest.file) {
  for (const Replacement& line : manifest.replace) sorted_.push_back(&line);
  std::stable_sort(sorted_.begin(), sorted_.end(),
                   [](const Replacement* a, const Replacement* b) {
                     return key_of(a) < key_of(b);
                   });
}

std::optional<ModuleVersion> ReplaceLines::find(
    std::string_view path, std::string_view version) const {
  const Replacement* line = line_of(sorted_, {path, version});
  if (line == nullptr) line = line_of(sorted_, {path, ""});
  if (line == nullptr) return std::nullopt;
  ModuleVersion out = line->replacement;
  if (out.version.empty())
    out.path = is_absolute_path(out.path)
                   ? clean_path(out.path)
                   : join_path(parent_path(file_), out.path);
  return out;
}

bool ReplaceLines::mentions(std::string_view path) const {
  const auto at =
      std::lower_bound(sorted_.begin(), sorted_.end(), path,
                       [](const Replacement* line, std::string_view p) {
                         return line->old.path < p;
                       });
  return at != sorted_.end() && (*at)->old.path == path;
}

void ReplaceLines::append_paths(std::vector<std::string_view>& out) const {
  for (const Replacement* line : sorted_) out.push_back(line->old.path);
}

}  // namespace modgraph

#include "importers/go_mod_summary.h"

#include <utility>

#include "importers/go_mod.h"

namespace modgraph {

Result<ModuleSummary> summarize_go_mod(std::string_view file_name,
                                       std::string text) {
  auto manifest = parse_go_mod_lax(file_name, std::move(text));
  if (!manifest) return fail(std::move(manifest.error()));
  ModuleSummary out;
  if (manifest->module) out.path = std::move(manifest->module->path);
  if (manifest->go) out.go_version = std::move(manifest->go->version);
  out.require.reserve(manifest->require.size());
  for (Requirement& r : manifest->require)
    out.require.push_back(std::move(r.module));
  return out;
}

}  // namespace modgraph

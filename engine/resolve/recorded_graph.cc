#include "engine/resolve/recorded_graph.h"

#include <algorithm>
#include <string>

#include "engine/model/graph_builder.h"

namespace modgraph {
namespace {

// What the go command takes for a go.mod without a go line.
constexpr std::string_view kImpliedGoVersion = "1.16";

// An exclude of any main module removes the requirement from all of them.
bool is_excluded(std::span<const Manifest> manifests,
                 const ModuleVersion& module) {
  return std::any_of(
      manifests.begin(), manifests.end(), [&](const Manifest& m) {
        return std::any_of(
            m.exclude.begin(), m.exclude.end(),
            [&](const Exclusion& e) { return e.module == module; });
      });
}

void add_main(GraphBuilder& builder, const Manifest& main,
              std::span<const Manifest> all) {
  if (!main.module) return;
  const auto vertex = builder.add(main.module->path, "");
  builder.set_loaded(vertex, Loaded::kYes);
  for (const Requirement& r : main.require) {
    if (is_excluded(all, r.module)) continue;
    const auto target = builder.add(r.module.path, r.module.version);
    builder.require(vertex, target);
    builder.set_loaded(target, Loaded::kNo);
  }
  builder.require(vertex, builder.add("go", main.go ? main.go->version
                                                    : kImpliedGoVersion));
  if (main.toolchain)
    builder.require(vertex, builder.add("toolchain", main.toolchain->version));
}

}  // namespace

Result<ModuleGraph> recorded_graph(std::span<const Manifest> manifests,
                                   std::span<const ModuleInfo> modules) {
  GraphBuilder builder;
  for (const Manifest& main : manifests) add_main(builder, main, manifests);
  for (const ModuleInfo& row : modules) {
    if (row.path.find('@') != std::string::npos || row.path.empty())
      return fail({ErrorKind::kInput,
                   "'" + row.path + "' is not a module path",
                   {},
                   {},
                   "write the list with `go list -m -json all`"});
    if (row.main && !manifests.empty()) continue;
    const auto vertex =
        builder.add(row.path, row.main ? std::string_view() : row.version);
    builder.set_loaded(vertex, row.main ? Loaded::kYes : Loaded::kNo);
  }
  // A main module that another main module requires is open all the same.
  for (const Manifest& main : manifests)
    if (main.module)
      builder.set_loaded(builder.add(main.module->path, ""), Loaded::kYes);
  return std::move(builder).freeze();
}

}  // namespace modgraph

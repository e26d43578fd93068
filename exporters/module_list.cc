#include "exporters/module_list.h"

#include "engine/model/build_list.h"

namespace modgraph {

void write_module_list(const ModuleGraph& graph,
                       std::span<const Manifest> manifests, Sink& out) {
  for (NodeId n : build_list(graph)) {
    out.put(graph.path(n));
    if (!graph.is_main(n)) out.put(" ").put(graph.version(n));
    if (const auto r = replacement_of(manifests, graph, n)) {
      out.put(" => ").put(r->path);
      if (!r->version.empty()) out.put(" ").put(r->version);
    }
    out.put('\n');
  }
}

}  // namespace modgraph

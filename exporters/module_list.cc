#include "exporters/module_list.h"

namespace modgraph {

void write_module_list(const ModuleGraph& graph,
                       std::span<const ListedModule> modules, Sink& out) {
  for (const ListedModule& m : modules) {
    out.put(graph.path(m.node));
    if (!graph.is_main(m.node)) out.put(" ").put(graph.version(m.node));
    if (m.replaced_by) {
      out.put(" => ").put(m.replaced_by->path);
      if (!m.replaced_by->version.empty())
        out.put(" ").put(m.replaced_by->version);
    }
    out.put('\n');
  }
}

}  // namespace modgraph

#include "exporters/go_output/module_list.h"

#include "engine/base/printable.h"

namespace modgraph {
namespace {

struct Named {
  std::string_view path;
  std::string_view version;
};

void put_name(Sink& out, const Named& m) {
  // What replaces a module is named as its author likes.
  out.put(printable(m.path));
  if (!m.version.empty()) out.put(" ").put(printable(m.version));
}

}  // namespace

void write_module_list(const ModuleGraph& graph,
                       std::span<const ListedModule> modules, Sink& out) {
  for (const ListedModule& m : modules) {
    put_name(out, {graph.path(m.node), graph.version(m.node)});
    if (m.replaced_by) {
      out.put(" => ");
      put_name(out, {m.replaced_by->path, m.replaced_by->version});
    }
    out.put('\n');
  }
}

void write_module_list(std::span<const ModuleInfo> modules, Sink& out) {
  for (const ModuleInfo& m : modules) {
    put_name(out, {m.path, m.version});
    if (m.replace) {
      out.put(" => ");
      put_name(out, {m.replace->path, m.replace->version});
    }
    out.put('\n');
  }
}

}  // namespace modgraph

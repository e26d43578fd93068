#include "engine/report/answers/why_answer.h"

#include "engine/findings/findings.h"
#include "engine/findings/locations.h"

namespace modgraph {
namespace {

// The requirement of `path` in the go.mod of one main module.
std::optional<Location> line_in(std::span<const Manifest> manifests,
                                std::string_view main, std::string_view path) {
  for (const Manifest& manifest : manifests) {
    if (!manifest.module || manifest.module->path != main) continue;
    for (const Requirement& r : manifest.require)
      if (r.module.path == path)
        return location_of(manifest, r.where, "asks for " + r.module.version);
  }
  return std::nullopt;
}

}  // namespace

WhyAnswer why_answer(const ModuleGraph& graph,
                     std::span<const Manifest> manifests, const Why& why) {
  WhyAnswer out;
  out.module = graph.path(why.module);
  out.version = graph.version(why.version);
  out.main = graph.is_main(why.version);
  out.selected = graph.is_selected(why.version);
  out.selected_version = graph.version(graph.selected(why.module));
  out.chain = names_of(graph, why.chain);
  out.requirers = names_of(graph, why.requirers);
  if (why.runner_up) {
    out.runner_up = graph.version(*why.runner_up);
    out.runner_up_requirers = names_of(graph, why.runner_up_requirers);
  }
  for (const WithoutDecider& w : why.without) {
    WithoutAnswer& answer = out.without.emplace_back();
    answer.decider = graph.name(w.decider);
    if (w.selected) answer.selected = graph.version(*w.selected);
    answer.is_bound = w.is_bound;
  }
  out.path_count = why.path_count;
  for (const NodeId main : graph.mains()) {
    out.line = line_in(manifests, graph.path(main), out.module);
    out.line_is_own = out.line.has_value();
    if (out.line) return out;
  }
  if (why.chain.size() > 1)
    out.line =
        line_in(manifests, graph.path(why.chain[0]), graph.path(why.chain[1]));
  return out;
}

}  // namespace modgraph

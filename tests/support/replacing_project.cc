#include "tests/support/replacing_project.h"

#include <algorithm>
#include <string>
#include <utility>

#include "importers/go_mod/go_mod.h"
#include "tests/support/graph_text.h"

namespace modgraph::test {
namespace {

std::string directive_lines(std::string_view text) {
  std::string out(text);
  for (std::size_t at = 0; (at = out.find("; ", at)) != out.npos;)
    out.replace(at, 2, "\n");
  return out + "\n";
}

}  // namespace

Project graph_project(std::string_view graph) {
  Project out;
  out.graph = module_graph(graph);
  return out;
}

Project project_with(std::string_view graph, std::string_view files) {
  constexpr std::string_view kSeparator = " | ";
  Project out;
  out.graph = module_graph(graph);
  out.graph_file = "graph.txt";
  while (!files.empty()) {
    const std::size_t end = std::min(files.find(kSeparator), files.size());
    std::string text = directive_lines(files.substr(0, end));
    files.remove_prefix(std::min(end + kSeparator.size(), files.size()));
    if (text.starts_with("module")) {
      const std::string name =
          out.manifests.empty()
              ? "go.mod"
              : std::to_string(out.manifests.size()) + "/go.mod";
      out.manifests.push_back(parse_go_mod(name, std::move(text)).value());
    } else {
      out.work = parse_go_work("go.work", std::move(text)).value();
    }
  }
  return out;
}

}  // namespace modgraph::test

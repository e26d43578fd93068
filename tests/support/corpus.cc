#include "tests/support/corpus.h"

#include <algorithm>
#include <filesystem>

#include "importers/go_list/go_list_json.h"
#include "importers/go_mod/go_mod.h"
#include "importers/graph_text/graph_text.h"
#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

namespace fs = std::filesystem;

Project project_in(const fs::path& folder) {
  Project out;
  auto text = parse_graph_text("graph.txt", read_file(folder / "graph.txt"));
  out.graph = std::move(text.value().builder).freeze().value();
  if (fs::exists(folder / "go.mod"))
    out.manifests.push_back(
        parse_main_go_mod("go.mod", read_file(folder / "go.mod")).value());
  if (fs::exists(folder / "list.json"))
    out.module_info =
        parse_go_list("list.json", read_file(folder / "list.json")).value();
  return out;
}

}  // namespace

void for_each_module(
    const std::string& suite,
    const std::function<std::size_t(const Project&, const Analysis&)>& check) {
  const auto folder = corpus();
  if (!folder) return skip(suite, "MODGRAPH_CORPUS is not set");
  std::vector<fs::path> modules;
  for (const auto& entry : fs::directory_iterator(*folder + "/real"))
    if (fs::exists(entry.path() / "graph.txt")) modules.push_back(entry.path());
  std::sort(modules.begin(), modules.end());
  std::size_t compared = 0;
  for (const fs::path& module : modules) {
    INFO(module.filename().string());
    const Project project = project_in(module);
    compared += check(project, analyse(project));
  }
  CHECK(compared > 0);
  report(suite, compared,
         "comparisons in " + std::to_string(modules.size()) + " modules");
}

std::vector<ModuleId> main_modules(const ModuleGraph& graph) {
  std::vector<ModuleId> out;
  for (const NodeId main : graph.mains()) out.push_back(graph.module_of(main));
  return out;
}

}  // namespace modgraph::test

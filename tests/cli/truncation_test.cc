// Inputs cut off at every byte: an error, a finding, or the same answer. A cut
// that changes what the build is made of is never silent.

#include <algorithm>
#include <optional>

#include "engine/findings/run_rules.h"
#include "engine/resolve/recorded_graph.h"
#include "importers/go_list/go_list_json.h"
#include "importers/go_mod/go_mod.h"
#include "importers/graph_text/graph_text.h"
#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

struct Inputs {
  std::string graph, mod, list;
};

std::string example_file(std::string_view name) {
  std::string path = MODGRAPH_SOURCE_DIR "/examples/bookshop/";
  path.append(name);
  return test::read_file(path);
}

Inputs example() {
  return {example_file("graph.txt"), example_file("go.mod"),
          example_file("list.json")};
}

// The build list and the direct requirements; nothing when some input is
// refused or a finding says that the answer cannot be trusted.
std::optional<std::string> silent_answer(const Inputs& in) {
  auto graph = parse_graph_text("graph.txt", in.graph);
  auto mod = parse_main_go_mod("go.mod", in.mod);
  auto list = parse_go_list("list.json", in.list);
  if (!graph || !mod || !list) return std::nullopt;
  Project project;
  project.graph_ends_inside_line = graph->ends_inside_line;
  project.graph = std::move(graph->builder).freeze().value();
  project.manifests.push_back(std::move(*mod));
  project.module_info = std::move(*list);
  for (const Finding& f : run_rules(project, analyse(project), {}))
    if (f.rule->code.starts_with("MG8")) return std::nullopt;
  std::string out;
  for (const ModuleId m : project.graph.modules())
    if (project.graph.kind(m) == ModuleKind::kModule)
      out += project.graph.name(project.graph.selected(m)) + "\n";
  for (const Requirement& r : project.manifests[0].require)
    out += r.module.path + (r.indirect ? " indirect\n" : " direct\n");
  return out;
}

// Cuts one input at every byte; the number of cuts that were silent.
std::size_t silent_cuts(std::string Inputs::*which) {
  const Inputs whole = example();
  const auto answer = silent_answer(whole);
  REQUIRE(answer.has_value());
  std::size_t silent = 0;
  for (std::size_t length = 0; length < (whole.*which).size(); ++length) {
    Inputs cut = whole;
    (cut.*which).resize(length);
    const auto got = silent_answer(cut);
    if (!got) continue;
    ++silent;
    INFO("cut at byte " << length);
    CHECK(*got == *answer);
  }
  return silent;
}

TEST_CASE("a graph text cut off is refused, found, or the same build") {
  // Silent only at the ends of lines behind which no new module is named.
  const std::string text = example().graph;
  CHECK(silent_cuts(&Inputs::graph) <
        static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
}

TEST_CASE("a go.mod cut off is refused, found, or says the same") {
  CHECK(silent_cuts(&Inputs::mod) <= 20);
}

TEST_CASE("a module list cut off is refused, found, or the same build") {
  CHECK(silent_cuts(&Inputs::list) <= 3);
}

}  // namespace
}  // namespace modgraph

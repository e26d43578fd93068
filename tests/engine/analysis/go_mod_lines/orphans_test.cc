// Lines that are dropped, in the words of tests/support/world_words.h, beside
// what the resolver makes of the same edits.

#include "engine/analysis/go_mod_lines/orphans.h"

#include <algorithm>
#include <set>

#include "engine/model/selected_graph.h"
#include "engine/resolve/resolved_project.h"
#include "tests/support/memory_source.h"
#include "tests/support/random_text.h"
#include "tests/support/test.h"
#include "tests/support/world_words.h"

namespace modgraph {
namespace {

using test::below;

std::string short_path(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

std::string names_of_modules(const ModuleGraph& graph,
                             std::span<const ModuleId> modules) {
  std::string out;
  for (const ModuleId m : modules)
    out += (out.empty() ? "" : " ") + short_path(graph.path(m));
  return out;
}

Project project_of(const MainModules& mains, SummaryStore& store) {
  auto build = load(mains, store, {});
  REQUIRE(build);
  return resolved_project(mains, std::move(*build));
}

// "orphans | what leaves with the line alone | what leaves with them".
std::string dropped(std::string_view words, std::string_view line) {
  const MainModules mains =
      test::main_modules_of(test::world_of(words)).value();
  test::MemorySource source(test::go_mod_files_of(test::world_of(words)));
  SummaryStore store(source);
  const Project project = project_of(mains, store);
  const Digraph<ModuleId> selected = selected_graph(project.graph);
  const DroppedLines lines(project, selected);
  const ModuleId module =
      *project.graph.find("example.com/" + std::string(line));
  const ModuleId alone[] = {module};
  return names_of_modules(project.graph, lines.orphans_of(0, module)) + " | " +
         names_of_modules(project.graph, lines.removed_with(0, alone)) + " | " +
         names_of_modules(project.graph, lines.removed_with_orphans(0, module));
}

TEST_CASE("indirect lines keep what a direct one brought") {
  CHECK(dropped("m/1.20: A1 B1? C1? | A1/1.20: B1 C1 | B1/1.20: C1 | C1/1.20:",
                "A") == "B C | A | A B C");
}

TEST_CASE("a line that another requirement leads to is no orphan") {
  CHECK(dropped("m/1.20: A1 D1 B1? C1? | A1/1.20: B1 C1 | B1/1.20: C1 | "
                "C1/1.20: | D1/1.20: C1",
                "A") == "B | A | A B");
  // The module itself stays where another module requires it, with all of it.
  CHECK(dropped("m/1.20: A1 D1 B1? | A1/1.20: B1 | B1/1.20: | D1/1.20: A1 B1",
                "A") == " |  | ");
}

TEST_CASE("lines that need each other alone are orphans together") {
  CHECK(dropped("m/1.20: A1 B1? C1? | A1/1.20: B1 | B1/1.20: C1 | C1/1.20: B1",
                "A") == "B C | A | A B C");
}

TEST_CASE(
    "a line that no direct requirement leads to stays, and what it "
    "needs") {
  CHECK(dropped("m/1.20: A1 B1? K1? | A1/1.20: B1 | B1/1.20: | K1/1.20: B1",
                "A") == " | A | A");
}

// ------------------------------------------------- beside the resolver

// What one module of a random world requires: "A1/1.16: B2 C1".
std::string random_module(test::Random& random, char path, int version,
                          int paths) {
  static const char* const kGoLines[] = {"", "/1.16", "/1.17", "/1.21"};
  std::string out = std::string(1, path) + std::to_string(version) +
                    kGoLines[below(random, 4)] + ":";
  for (int p = 0; p < paths; ++p)
    if (p != path - 'A' && below(random, 3) == 0)
      out += std::string(" ") + static_cast<char>('A' + p) +
             std::to_string(1 + below(random, 2));
  return out;
}

struct RandomWorld {
  std::string words;        // with consistent main modules
  std::size_t modules = 1;  // main modules
};

std::string main_words(test::Random& random, const char* name,
                       const Project& project) {
  std::string out =
      std::string(name) + (below(random, 3) == 0 ? "/1.16:" : "/1.20:");
  for (const ModuleId m : project.graph.modules()) {
    const std::string path = short_path(project.graph.path(m));
    const NodeId n = project.graph.selected(m);
    if (project.graph.kind(m) != ModuleKind::kModule ||
        project.graph.is_main(n) || below(random, 3) == 0)
      continue;
    out += " " + path + std::string(project.graph.version(n).substr(3, 1)) +
           (below(random, 2) == 0 ? "?" : "");
  }
  return out;
}

RandomWorld random_world(test::Random& random) {
  const int paths = 3 + static_cast<int>(below(random, 5));
  std::string modules;
  std::string all;
  for (int p = 0; p < paths; ++p)
    for (int v = 1; v <= 2; ++v)
      modules +=
          " | " + random_module(random, static_cast<char>('A' + p), v, paths);
  for (int p = 0; p < paths; ++p)
    all += std::string(" ") + static_cast<char>('A' + p) +
           std::to_string(1 + below(random, 2));
  const std::string widest = "m/1.16:" + all + modules;
  const MainModules mains =
      test::main_modules_of(test::world_of(widest)).value();
  test::MemorySource source(test::go_mod_files_of(test::world_of(widest)));
  SummaryStore store(source);
  const Project project = project_of(mains, store);
  if (below(random, 3) != 0)
    return {main_words(random, "m", project) + modules, 1};
  return {"work/1.21: x y | " + main_words(random, "x", project) + " | " +
              main_words(random, "y", project) + modules,
          2};
}

std::set<std::string> build_list_of(const Project& project) {
  std::set<std::string> out;
  for (const ModuleId m : project.graph.modules())
    out.insert(std::string(project.graph.path(m)));
  return out;
}

void drop_line(MainModules& mains, std::size_t main, std::string_view path) {
  std::erase_if(mains.modules[main].manifest.require,
                [&](const Requirement& r) { return r.module.path == path; });
}

TEST_CASE("what leaves is what the resolver says, in random worlds") {
  test::Random random(20260301);
  const int worlds = 400;
  int compared = 0;
  for (int i = 0; i < worlds; ++i) {
    const RandomWorld world = random_world(random);
    CAPTURE(world.words);
    const MainModules mains =
        test::main_modules_of(test::world_of(world.words)).value();
    test::MemorySource source(
        test::go_mod_files_of(test::world_of(world.words)));
    SummaryStore store(source);
    const Project project = project_of(mains, store);
    const Digraph<ModuleId> selected = selected_graph(project.graph);
    const DroppedLines lines(project, selected);
    for (std::size_t main = 0; main < world.modules; ++main)
      for (const Requirement& r : mains.modules[main].manifest.require) {
        const ModuleId module = *project.graph.find(r.module.path);
        MainModules after = mains;
        drop_line(after, main, r.module.path);
        for (const ModuleId o : lines.orphans_of(main, module))
          drop_line(after, main, project.graph.path(o));
        const auto left = build_list_of(project_of(after, store));
        std::string expected;
        for (const std::string& path : build_list_of(project))
          if (!left.contains(path))
            expected += (expected.empty() ? "" : " ") + short_path(path);
        CAPTURE(r.module.path);
        CHECK(names_of_modules(project.graph, lines.removed_with_orphans(
                                                  main, module)) == expected);
        ++compared;
      }
  }
  CHECK(compared > worlds);
}

}  // namespace
}  // namespace modgraph

#include "engine/analysis/input_agreement.h"

#include <sstream>

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// Rows of `go list -m -json`: "A B1 C2" with the main modules first; "B?" has
// no version. Line numbers count the words.
std::vector<ModuleInfo> list(std::string_view text) {
  std::vector<ModuleInfo> out;
  std::istringstream words{std::string(text)};
  for (std::string word; words >> word;) {
    ModuleInfo& row = out.emplace_back();
    const bool unknown = word.back() == '?';
    if (unknown) word.pop_back();
    const ModuleVersion module = test::module_version(word);
    row.path = module.path;
    row.version = module.version;
    row.main = module.version.empty() && !unknown;
    row.line = static_cast<int>(out.size());
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string source_name(InputSource source) {
  switch (source) {
    case InputSource::kGraph:
      return "graph";
    case InputSource::kManifest:
      return "go.mod";
    case InputSource::kList:
      return "list";
  }
  return "";
}

// What the three say differently, one part each; "-" stands for "has it not".
std::string disagreements(std::string_view graph_text,
                          std::initializer_list<std::string_view> manifests,
                          std::string_view list_text = "") {
  std::vector<Manifest> files;
  for (std::string_view text : manifests) files.push_back(test::manifest(text));
  const InputDisagreements found = input_disagreements(
      test::module_graph(graph_text), files, list(list_text));
  std::string out;
  const auto part = [&](const std::string& text) {
    out += (out.empty() ? "" : " | ") + text;
  };
  for (const RequirementNotInGraph& r : found.requirements)
    part("go.mod " + std::to_string(r.manifest) + " line " +
         std::to_string(r.requirement.where.line) + ": " +
         r.requirement.module.path + " " + r.requirement.module.version +
         ", graph " + r.graph_version.value_or("-"));
  for (const ListDisagreement& d : found.list)
    part(d.path + ": graph " + d.graph_version.value_or("-") + ", list " +
         d.list_version.value_or("-") + " line " + std::to_string(d.list_line));
  for (const OtherMainModule& m : found.mains)
    part(source_name(m.source) + " " + m.path + " line " +
         std::to_string(m.line) + ", " + source_name(m.other) + " " +
         joined(m.other_mains));
  CHECK(found.empty() == out.empty());
  return out;
}

TEST_CASE("inputs of one build agree") {
  CHECK(disagreements("A: B1 C1 | B1: C2", {"A: B1 C1"}, "A B1 C2").empty());
  CHECK(disagreements("A: B1", {}).empty());
}

TEST_CASE("a go.mod asks for a module that the graph has not") {
  CHECK(disagreements("A: B1", {"A: B1 C1"}) ==
        "go.mod 0 line 3: C v1.0.0, graph -");
  CHECK(disagreements("A: B1", {"A: B1 | indirect: C1"}) ==
        "go.mod 0 line 3: C v1.0.0, graph -");
}

TEST_CASE("a go.mod asks for more than the graph selects") {
  CHECK(disagreements("A: B1 C1 | B1: C1.5", {"A: B1 C2"}) ==
        "go.mod 0 line 3: C v2.0.0, graph v1.5.0");
  CHECK(disagreements("A: B2", {"A: B1"}).empty());
}

TEST_CASE("an excluded requirement is dropped, whoever excludes it") {
  CHECK(disagreements("A: B1", {"A: B1 C1 | exclude: C1"}).empty());
  CHECK(disagreements("A: B1 | M: B1", {"A: B1 C1", "M: B1 | exclude: C1"})
            .empty());
  CHECK(disagreements("A: B1", {"A: B1 C1 | exclude: C2"}) ==
        "go.mod 0 line 3: C v1.0.0, graph -");
}

TEST_CASE("a query may be resolved to anything") {
  CHECK(disagreements("A: B1", {"A: B@master C@v1.2"}).empty());
}

TEST_CASE("a requirement of another main module is met by the workspace") {
  CHECK(disagreements("A: M1 | M: B1", {"A: M2"}).empty());
}

TEST_CASE("the list selects another version") {
  CHECK(disagreements("A: B1 C2", {}, "A B1 C3") ==
        "C: graph v2.0.0, list v3.0.0 line 3");
}

TEST_CASE("the list and the graph have different modules") {
  CHECK(disagreements("A: B1 D1", {}, "A B1 C1 E1") ==
        "C: graph -, list v1.0.0 line 3 | D: graph v1.0.0, list - line 0 | "
        "E: graph -, list v1.0.0 line 4");
}

TEST_CASE("go and toolchain are in no list") {
  CHECK(disagreements("A: B1 go1.22 | go1.22: toolchain1.22", {}, "A B1")
            .empty());
  CHECK(disagreements("A: B1", {}, "A B1 go1.22 toolchain1.22").empty());
}

TEST_CASE("a row without a version says nothing of it") {
  CHECK(disagreements("A: B1", {}, "A B?").empty());
}

TEST_CASE("only the list of all modules is held against the graph") {
  CHECK(disagreements("A: B1", {}, "A").empty());
  CHECK(disagreements("A: B1", {}, "B2").empty());
  CHECK(disagreements("A: B1", {}, "B2 A").empty());
}

TEST_CASE("a go.mod of another main module") {
  CHECK(disagreements("A: B1", {"X: C1"}) == "go.mod X line 1, graph A");
  CHECK(disagreements("A: B1 | M: B1", {"M: B1"}).empty());
}

TEST_CASE("a list of another main module, and nothing else about it") {
  CHECK(disagreements("A: B1", {}, "X B2 C1") ==
        "list X line 1, graph A | graph A line 0, list X");
  CHECK(disagreements("A: B1", {}, "X") == "list X line 1, graph A");
}

TEST_CASE("a graph of a workspace, a list of one of its modules") {
  CHECK(disagreements("A: B1 | M: B2", {"A: B1", "M: B2"}, "A B1") ==
        "go.mod M line 1, list A");
  CHECK(disagreements("A: B1 | M: B2", {"A: B1"}, "A B1") ==
        "graph M line 0, list A");
}

TEST_CASE("a go.work says nothing about a main module") {
  std::vector<Manifest> files(1);
  files[0].kind = ManifestKind::kGoWork;
  CHECK(input_disagreements(test::module_graph("A: B1"), files, {}).empty());
}

TEST_CASE("what the graph has a main module require needs a line") {
  const auto unlisted = [](std::string_view graph, std::string_view manifest) {
    const std::vector files{test::manifest(manifest)};
    std::string out;
    for (const auto& r :
         input_disagreements(test::module_graph(graph), files, {}).unlisted)
      out += r.path + "@" + r.version + " ";
    return out;
  };
  CHECK(unlisted("A: B1 C2 D1 go1.22 | B1: E1", "A: B1 | indirect: D1") ==
        "C@v2.0.0 ");
  // A repaired graph asks for other versions of what go.mod lists.
  CHECK(unlisted("A: B2", "A: B1").empty());
  CHECK(unlisted("A: B1 B2", "A: C1") == "B@v1.0.0 ");
  CHECK(unlisted("Z: B1", "A: C1").empty());
}

}  // namespace
}  // namespace modgraph

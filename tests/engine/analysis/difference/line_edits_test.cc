#include "engine/analysis/difference/line_edits.h"

#include "importers/go_mod/go_mod.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

// "EDIT (LINE -> LINE)" a line; '?' behind those that are not primary.
std::string edits(const std::string& before, const std::string& after) {
  const std::vector<Manifest> was{*parse_go_mod("go.mod", before)};
  const std::vector<Manifest> is{*parse_go_mod("go.mod", after)};
  std::string out;
  for (const LineEdit& e : line_edits(was, is))
    out += edit_name(e) + " (" + std::to_string(e.line_before) + " -> " +
           std::to_string(e.line_after) + ")" + (e.is_primary ? "" : "?") +
           "\n";
  return out;
}

TEST_CASE("order, comments and layout are no facts") {
  CHECK(edits("module m\ngo 1.20\nrequire a.b/c v1.0.0\nrequire a.b/d v1.0.0\n",
              "module m\n// why\ngo 1.20\n\nrequire (\n\ta.b/d v1.0.0\n\ta.b/c "
              "v1.0.0 // good\n)\n") == "");
}

TEST_CASE("a requirement comes, goes, moves, and becomes indirect") {
  CHECK(edits("module m\nrequire a.b/c v1.0.0\nrequire a.b/d v1.0.0\n",
              "module m\nrequire a.b/d v1.1.0 // indirect\nrequire a.b/e "
              "v1.0.0\n") ==
        "go.mod: require a.b/c: v1.0.0 -> none (2 -> 0)\n"
        "go.mod: require a.b/d: v1.0.0 -> v1.1.0 // indirect (3 -> 2)\n"
        "go.mod: require a.b/e: none -> v1.0.0 (0 -> 3)\n");
}

TEST_CASE("indirect requirements mostly follow from others") {
  CHECK(edits("module m\nrequire a.b/c v1.0.0 // indirect\n",
              "module m\nrequire a.b/c v1.1.0 // indirect\nrequire a.b/d "
              "v1.0.0 // indirect\n") ==
        "go.mod: require a.b/c: v1.0.0 // indirect -> v1.1.0 // indirect (2 -> "
        "2)?\n"
        "go.mod: require a.b/d: none -> v1.0.0 // indirect (0 -> 3)?\n");
}

TEST_CASE("all other facts") {
  CHECK(edits("module m\ngo 1.20\nreplace a.b/c => ../c\nreplace a.b/d v1.0.0 "
              "=> a.b/e v1.2.0\nexclude a.b/f v1.0.0\ntool a.b/t\n",
              "module n\ngo 1.24\ntoolchain go1.24.1\nreplace a.b/c v1.0.0 => "
              "../c\nexclude a.b/f v1.1.0\ngodebug x=1\n") ==
        "go.mod: module: m -> n (1 -> 1)\n"
        "go.mod: go: 1.20 -> 1.24 (2 -> 2)\n"
        "go.mod: toolchain: none -> go1.24.1 (0 -> 3)\n"
        "go.mod: replace a.b/c: ../c -> none (3 -> 0)\n"
        "go.mod: replace a.b/c v1.0.0: none -> ../c (0 -> 4)\n"
        "go.mod: replace a.b/d v1.0.0: a.b/e v1.2.0 -> none (4 -> 0)\n"
        "go.mod: exclude a.b/f v1.0.0: there -> none (5 -> 0)\n"
        "go.mod: exclude a.b/f v1.1.0: none -> there (0 -> 5)\n"
        "go.mod: tool a.b/t: there -> none (6 -> 0)\n"
        "go.mod: godebug x: none -> 1 (0 -> 6)\n");
}

TEST_CASE("a file without a partner, and finding an edit") {
  const std::vector<Manifest> is{
      *parse_go_work("go.work", "go 1.20\nuse ./a\n")};
  const std::vector<LineEdit> found = line_edits({}, is);
  REQUIRE(found.size() == 2);
  CHECK(edit_name(found[0]) == "go.work: go: none -> 1.20");
  CHECK(edit_name(found[1]) == "go.work: use ./a: none -> there");
  CHECK(find_edit(found, {"go.work", FactKind::kUse, "./a", ""}) == &found[1]);
  CHECK(find_edit(found, {"go.work", FactKind::kUse, "./b", ""}) == nullptr);
}

}  // namespace
}  // namespace modgraph::test

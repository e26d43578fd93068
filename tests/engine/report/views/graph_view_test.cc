#include "engine/report/views/graph_view.h"

#include <algorithm>

#include "tests/support/picture_words.h"
#include "tests/support/random_graph.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// With the module in focus as a word: "B", or "B1.2" as "B@v1.2.0".
std::string graph_words(std::string_view text, std::string_view focus,
                        GraphViewOptions options = {}) {
  const Report report = test::report_of(text);
  if (!focus.empty()) {
    const auto m = report.graph.find(focus);
    REQUIRE(m);
    options.focus = report.graph.selected(*m);
  }
  return test::words_of(graph_view(report, options));
}

TEST_CASE("around a module: what it requires, or what requires it") {
  const std::string text = "A: B1 C1 | B1: D1 | C1: D1 | D1: E1";
  CHECK(graph_words(text, "B") == "?B D E | B>D D>E");
  CHECK(graph_words(text, "B", {.depth = 1}) == "?B D | B>D");
  CHECK(graph_words(text, "D", {.direction = Direction::kDependents}) ==
        "A B C ?D | A>B A>C B>D C>D");
  CHECK(graph_words(text, "D",
                    {.depth = 1, .direction = Direction::kDependents}) ==
        "B C ?D | B>D C>D");
}

TEST_CASE("reduced, what longer ways imply has no line") {
  const std::string text = "A: B1 C1 | B1: C1";
  CHECK(graph_words(text, "A", {.reduce = true}) == "?A B C | A>B B>C");
  CHECK(graph_words(text, "A") == "?A B C | A>B A>C B>C");
}

TEST_CASE("all versions are drawn as they require each other") {
  CHECK(graph_words("A: B1 C1 | C1: B2 | B1: D1", "", {.all_versions = true}) ==
        "A B@1 B@2+ C@1+ D@1+ | A>B@1 A>C@1 B@1>D@1 C@1>B@2");
}

TEST_CASE("folded by cycle, modules that require each other share a box") {
  CHECK(graph_words("A: B1 | B1: C1 | C1: B1 D1", "",
                    {.collapse = Collapse::kCycle}) == "A [2] D | A>[2] [2]>D");
}

TEST_CASE("with little room the furthest share the last box") {
  CHECK(graph_words("A: B1 C1 D1 E1 F1", "A", {.limits = {3, 6}}) ==
        "?A B [4] | A>B A>[4]");
}

bool is_within(const Picture& p, const ViewLimits& limits) {
  return p.boxes.size() <= limits.max_boxes &&
         p.lines.size() <= limits.max_lines;
}

TEST_CASE("limits hold however a random graph is asked for") {
  test::Random random(7);
  for (int i = 0; i < 400; ++i) {
    const Report report =
        test::report_of(test::random_module_graph(random, 60));
    GraphViewOptions options;
    options.limits = {6, 12};
    options.collapse = static_cast<Collapse>(test::below(random, 4));
    options.reduce = test::below(random, 2) == 0;
    options.all_versions = test::below(random, 3) == 0;
    if (test::below(random, 2) == 0) options.depth = 2;
    if (test::below(random, 2) == 0) {
      const auto m = report.modules[test::below(random, report.modules.size())];
      options.focus = m.selected;
      if (test::below(random, 2) == 0)
        options.direction = Direction::kDependents;
    }
    const Picture p = graph_view(report, options);
    CHECK(is_within(p, options.limits));
    for (const PictureLine& l : p.lines)
      REQUIRE(std::max(l.from, l.to) < p.boxes.size());
    // Every module is in one box or counted as hidden.
    if (options.all_versions) continue;
    std::uint64_t drawn = 0;
    for (const PictureBox& b : p.boxes) drawn += b.modules;
    for (const Hidden& h : p.hidden)
      if (h.what.starts_with("module") || h.what.starts_with("other module"))
        drawn += h.count;
    CHECK(drawn == report.counts.modules);
  }
}

}  // namespace
}  // namespace modgraph

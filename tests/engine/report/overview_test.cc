#include "engine/report/overview.h"

#include <algorithm>

#include "engine/report/judge.h"
#include "engine/report/make_report.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Report report_of(std::string_view text) {
  Project project;
  project.graph = test::module_graph(text);
  Analysis analysis = analyse(project);
  auto findings = judge(project, analysis, {});
  return make_report(std::move(project), std::move(analysis),
                     std::move(findings), {}, "test");
}

// "A B C | A>B B>C!" : boxes and lines; "!" closes a cycle, "#" is on the
// longest chain.
std::string picture(std::string_view text,
                    const OverviewOptions& options = {}) {
  const Picture p = overview(report_of(text), options);
  std::string out;
  for (const PictureBox& box : p.boxes)
    out += (out.empty() ? "" : " ") + box.name +
           (box.kind == BoxKind::kGroup ? "+" : "");
  std::vector<std::string> lines;
  for (const PictureLine& line : p.lines)
    lines.push_back(p.boxes[line.from].name + ">" + p.boxes[line.to].name +
                    (line.closes_cycle ? "!" : "") +
                    (line.on_critical_path ? "#" : ""));
  std::sort(lines.begin(), lines.end());
  out += " |";
  for (const std::string& line : lines) out += " " + line;
  return out;
}

TEST_CASE("a small graph is drawn whole, without go and toolchain") {
  CHECK(picture("A: B1 C1 go1.22 | go1.22: toolchain1.22") ==
        "A B C | A>B# A>C");
}

TEST_CASE("a requirement that a longer chain implies is left out") {
  CHECK(picture("A: B1 C1 D1 | B1: C1 | C1: D1") == "A B C D | A>B# B>C# C>D#");
}

TEST_CASE("with no limit every requirement is drawn") {
  CHECK(picture("A: B1 C1 | B1: C1", {.max_boxes = 0}) ==
        "A B C | A>B# A>C B>C#");
}

TEST_CASE("a cycle is drawn with the line that closes it") {
  CHECK(picture("A: B1 | B1: C1 | C1: B1") == "A B C | A>B# B>C C>B!");
}

TEST_CASE("in a large graph the rest makes room for what matters") {
  std::string text = "A: B1";
  for (int i = 0; i < 40; ++i)
    text +=
        " X" + std::string(1, char('a' + i % 26)) + std::to_string(i) + "y1";
  text += " | B1: C1 | C1: D1 | D1: C1";
  const Picture p = overview(report_of(text), {.max_boxes = 6});
  CHECK(p.boxes.size() == 6);
  for (const std::string_view name : {"A", "B", "C", "D"})
    CHECK(std::any_of(p.boxes.begin(), p.boxes.end(),
                      [&](const auto& b) { return b.name == name; }));
  REQUIRE(p.hidden.size() == 2);
  CHECK(p.hidden[0].count == 38);
  CHECK(p.hidden[0].what == "modules");
}

TEST_CASE("in a large graph a large cycle is one box") {
  std::string text = "A: B1";
  for (char c = 'F'; c < 'P'; ++c) text += std::string(" ") + c + "1";
  text += " | B1: C1 | C1: D1 | D1: E1 | E1: B1";
  const std::string drawn = picture(text, {.max_boxes = 5});
  CHECK(drawn.starts_with("A B+ "));
  CHECK(drawn.find(" C") == std::string::npos);
}

TEST_CASE("a module shows how many other versions are asked for") {
  const Picture p =
      overview(report_of("A: B1 C1 | C1: B2 | B1: D1 | D1: B1.5"));
  const auto b = std::find_if(p.boxes.begin(), p.boxes.end(),
                              [](const auto& box) { return box.name == "B"; });
  REQUIRE(b != p.boxes.end());
  CHECK(b->version == "v2.0.0");
  CHECK(b->other_versions == 2);
}

}  // namespace
}  // namespace modgraph

#include "engine/report/views/overview.h"

#include <algorithm>

#include "engine/findings/run_rules.h"
#include "engine/report/make_report.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Report warned_report(std::string_view text) {
  Project project;
  project.graph = test::module_graph(text);
  Analysis analysis = analyse(project);
  auto findings = run_rules(project, analysis, {.warn = {"MG1001", "MG1002"}});
  return make_report(std::move(project), std::move(analysis),
                     std::move(findings), {}, "test");
}

// "A B C | A>B B>C!": boxes and lines. Boxes: "+" stands for several modules,
// "*" is on a cycle, "w" and "e" have a warning or an error. Lines: "!" closes
// a cycle, "#" is on the longest chain, "~" leads through modules not shown.
std::string picture(const Report& report, OverviewOptions options = {}) {
  options.chain = true;
  const Picture p = overview(report, options);
  std::string out;
  for (const PictureBox& box : p.boxes) {
    out += (out.empty() ? "" : " ") + box.name.substr(0, box.name.find(' '));
    if (box.kind == BoxKind::kGroup) out += "+";
    if (box.in_cycle) out += "*";
    if (box.mark) out += *box.mark == Level::kError ? "e" : "w";
  }
  out += " |";
  for (const PictureLine& line : p.lines) {
    out += " " + p.boxes[line.from].name + ">" + p.boxes[line.to].name;
    if (line.closes_cycle) out += "!";
    if (line.on_critical_path) out += "#";
    if (line.through_hidden) out += "~";
    if (!line.forced.empty())
      out += "(" + line.forced[0].from + " " + line.forced[0].to + ")";
  }
  return out;
}

std::string picture(std::string_view text,
                    const OverviewOptions& options = {}) {
  return picture(warned_report(text), options);
}

// "3 versions; 2 modules" of what is hidden: counts and first words.
std::string hidden_counts(std::string_view text, OverviewOptions options) {
  options.chain = true;
  std::string out;
  for (const Hidden& h : overview(warned_report(text), options).hidden)
    out += (out.empty() ? "" : "; ") + std::to_string(h.count) + " " +
           h.what.substr(0, h.what.find(' '));
  return out;
}

// " P1 Q1 R1 ...": modules that nobody needs to see.
std::string letter_crowd(int count) {
  std::string out;
  for (int i = 0; i < count; ++i)
    out += std::string(" X") + static_cast<char>('a' + i / 26) +
           static_cast<char>('a' + i % 26) + "1";
  return out;
}

TEST_CASE("a small graph is drawn whole, without go and toolchain") {
  CHECK(picture("A: B1 C1 go1.22 | go1.22: toolchain1.22") ==
        "A B C | A>B# A>C");
  CHECK(picture("A: B1 C1 | B1: C1") == "A B C | A>B# A>C B>C#");
}

TEST_CASE("with too many lines, what a longer way implies has none") {
  CHECK(picture("A: B1 C1 D1 | B1: C1 | C1: D1", {.max_lines = 4}) ==
        "A B C D | A>B# B>C# C>D#");
}

TEST_CASE("with no limit every requirement is drawn") {
  CHECK(picture("A: B1 C1" + letter_crowd(80) + " | B1: C1", {.max_boxes = 0})
            .find("A>C ") != std::string::npos);
}

TEST_CASE("a cycle is drawn with the line that closes it") {
  CHECK(picture("A: B1 | B1: C1 | C1: B1") == "A B*w C*w | A>B# B>C C>B!");
}

TEST_CASE("of a large graph remain findings, cycles and the longest chain") {
  const std::string text =
      "A: B1" + letter_crowd(70) + " | B1: C1 | C1: D1 E1 | D1: C1 | E1: F1";
  CHECK(picture(text) == "A B C*w D*w E F | A>B# B>C# C>D C>E# D>C! E>F#");
  CHECK(hidden_counts(text, {}) == "70 other");
}

TEST_CASE("what leads to a finding through hidden modules has a line") {
  CHECK(picture("A: B1 X1 P1" + letter_crowd(70) +
                " | X1: C1 | C1: D1 | D1: C1 | P1: Q1 | Q1: R1 | R1: S1") ==
        "A C*w D*w P Q R S X | A>P# A>X C>D D>C! P>Q# Q>R# R>S# X>C");
  CHECK(picture("A: X1 P1" + letter_crowd(70) +
                " | X1: Y1 | Y1: C1 | C1: D1 | D1: C1 | P1: Q1 | Q1: R1 | R1: "
                "S1 | S1: T1 | T1: U1") ==
        "A C*w D*w P Q R S T U X | A>P# A>X C>D D>C! P>Q# Q>R# R>S# S>T# T>U# "
        "X>C~");
}

TEST_CASE(
    "a module that only unselected versions ask for hangs where they do") {
  CHECK(picture("A: B1 C1" + letter_crowd(70) +
                " | B1: C2 | C1: D1 | D1: E1 | E1: D1") ==
        "A B C D*w E*w | A>B# B>C# C>D~ D>E E>D!");
}

TEST_CASE("a heavy direct dependency is added, a light one is not") {
  CHECK(picture("A: B1 H1 L1" + letter_crowd(70) +
                " | B1: C1 | C1: D1 | H1: I1") ==
        "A B C D H | A>B# A>H B>C# C>D#");
}

TEST_CASE("in a large graph a large cycle is one box") {
  std::string text = "A: B1" + letter_crowd(70) + " | B1: C1";
  for (char c = 'C'; c < 'J'; ++c)
    text += std::string(" | ") + c + "1: " + static_cast<char>(c + 1) + "1";
  CHECK(picture(text + " | J1: B1") == "A 9+*w | A>9 modules in a cycle#");
}

TEST_CASE("with little room small cycles are folded, then organisations") {
  const std::string text =
      "A: B1 D1" + letter_crowd(20) + " | B1: C1 | C1: B1 | D1: E1 | E1: D1";
  CHECK(picture(text, {.max_boxes = 5}) ==
        "A B*w C*w D*w E*w | A>B# A>D B>C C>B! D>E E>D!");
  CHECK(picture(text, {.max_boxes = 4}) ==
        "A 2+*w 2+*w | A>2 modules in a cycle# A>2 modules in a cycle");
}

TEST_CASE("what has no room shares the last box") {
  Report report = warned_report("A: B1 C1 D1 E1" + letter_crowd(20));
  Finding f;
  f.rule = find_rule("MG2002");
  f.level = Level::kWarning;
  f.subjects = {{"C", "v1.0.0"}, {"D", "v1.0.0"}, {"E", "v1.0.0"}};
  report.findings.push_back(f);
  CHECK(picture(report, {.max_boxes = 3}) == "A B 3+w | A>B# A>3 more modules");
}

TEST_CASE("a requirement that raised a version says so, and stays") {
  Report report = warned_report("A: B1 C1" + letter_crowd(70) +
                                " | B1: C1.5 D1 | D1: C1.5");
  Finding f;
  f.rule = find_rule("MG2002");
  f.level = Level::kWarning;
  f.subjects = {{"C", "v1.5.0"}};
  f.witness = {NameChain({"A", "B@v1.0.0", "C@v1.5.0"})};
  f.change = VersionChange{"v1.0.0", "v1.5.0"};
  report.findings = {f};
  CHECK(picture(report) == "A B Cw D | A>B# B>C(v1.0.0 v1.5.0) B>D# D>C#");
}

TEST_CASE("a module shows how many other versions are asked for") {
  const Picture p =
      overview(warned_report("A: B1 C1 | C1: B2 | B1: D1 | D1: B1.5"));
  const auto b = std::find_if(p.boxes.begin(), p.boxes.end(),
                              [](const auto& box) { return box.name == "B"; });
  REQUIRE(b != p.boxes.end());
  CHECK(b->version == "v2.0.0");
  CHECK(b->other_versions == 2);
}

TEST_CASE("many inputs have one digest together") {
  Report report = warned_report("A: B1");
  for (int i = 0; i < 5; ++i)
    report.inputs.push_back(
        {"mod", "m" + std::to_string(i), std::string(64, 'a')});
  const std::string source = overview(report).source;
  CHECK(source.starts_with("m0 sha256:aaaaaaaaaaaaaaaa, m1 "));
  CHECK(source.find(" and 2 more inputs, together sha256:") !=
        std::string::npos);
}

}  // namespace
}  // namespace modgraph

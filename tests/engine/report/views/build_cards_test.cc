#include "engine/report/views/build_cards.h"

#include <fmt/core.h>

#include "engine/findings/run_rules.h"
#include "engine/report/make_report.h"
#include "engine/report/views/overview.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Report cards_report(std::string_view text) {
  Project project;
  project.graph = test::module_graph(text);
  Analysis analysis = analyse(project);
  return make_report(std::move(project), std::move(analysis), {}, {}, "test");
}

Finding warning_about(std::string_view module) {
  Finding out;
  out.rule = find_rule("MG2007");
  out.level = Level::kWarning;
  out.message = "retracted";
  out.subjects = {{std::string(module), ""}};
  return out;
}

// "A A/B(2) B/C1": each box after the one that it stands below, with the words
// of its bar and the numbers of its findings.
std::string cards(const Report& report, std::size_t most = 8) {
  const Picture p = overview(report, {.max_boxes = most});
  REQUIRE(p.arrangement == Arrangement::kCards);
  std::string out;
  for (const PictureBox& box : p.boxes) {
    out += out.empty() ? "" : " | ";
    if (box.under) out += p.boxes[*box.under].name + "/";
    out += box.name;
    if (box.bar) out += " (" + box.bar->words + ")";
    for (const std::uint32_t n : box.findings)
      out += fmt::format(" #{}", n + 1);
  }
  return out;
}

std::string crowd(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += fmt::format(" X{:02}x1", i);
  return out;
}

}  // namespace

TEST_CASE("direct dependencies stand in the order of what leaves with them") {
  const Report report =
      cards_report("A: B1 C1" + crowd(9) + " | B1: D1 | C1: E1 F1 G1");
  CHECK(cards(report, 6) ==
        "A | A/C (4 leave with it) | A/B (2 leave with it) | "
        "A/X00x | A/8 more direct dependencies");
}

TEST_CASE("a module of a warning stands below what leads to it") {
  Report report =
      cards_report("A: B1 C1" + crowd(9) + " | B1: D1 | C1: E1 F1 G1 | E1: H1");
  report.findings = {warning_about("H"), warning_about("B")};
  CHECK(cards(report) ==
        "A | A/C (5 leave with it) | C/H #1 | A/B (2 leave with it) #2 | "
        "A/X00x | A/X01x | A/7 more direct dependencies");
  const Picture p = overview(report, {.max_boxes = 8});
  CHECK(p.findings.size() == 2);
  CHECK(p.findings[0].text == "MG2007 retracted");
  CHECK(p.lines[1].through_hidden);
}

TEST_CASE("cycles among dependencies share one box") {
  const Report report = cards_report("A: B1" + crowd(9) +
                                     " | B1: C1 | C1: D1 | D1: C1 E1 | E1: D1");
  CHECK(cards(report, 4) ==
        "A | A/B (4 leave with it) | A/3 modules in cycles | "
        "A/9 more direct dependencies");
}

TEST_CASE("the longest chain is drawn on request alone") {
  const Report report =
      cards_report("A: B1" + crowd(9) + " | B1: C1 | C1: D1 | D1: E1");
  for (const PictureBox& box : overview(report, {.max_boxes = 6}).boxes)
    CHECK_FALSE(box.on_critical_path);
  const Picture chain = overview(report, {.max_boxes = 6, .chain = true});
  CHECK(chain.arrangement == Arrangement::kLayers);
  CHECK(chain.boxes.at(1).on_critical_path);
}

TEST_CASE("members with findings come first, the others share a box") {
  Report report =
      cards_report("Ma: B1 C1 | Mb: B1 C1 | Mc: B1 | Md: B1" + crowd(9));
  REQUIRE(report.main_modules.size() == 4);
  report.findings = {warning_about(report.main_modules[1])};
  const std::string found = cards(report);
  CHECK(found.find("without findings") != std::string::npos);
  CHECK(found.starts_with(report.main_modules[1] + " #1"));
}

}  // namespace modgraph

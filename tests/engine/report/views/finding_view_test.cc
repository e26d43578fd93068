#include "engine/report/views/finding_view.h"

#include <algorithm>
#include <set>

#include "tests/support/picture_words.h"
#include "tests/support/random_graph.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// The picture of the first finding that a word means.
std::string view(std::string_view graph, std::string_view word,
                 const ViewLimits& limits = {}) {
  const Report report = test::report_of(graph);
  const auto meant = findings_meant(report, word);
  REQUIRE(!meant.empty());
  return test::words_of(finding_view(report, *meant.front(), limits));
}

std::string hidden(std::string_view graph, std::string_view word,
                   const ViewLimits& limits) {
  const Report report = test::report_of(graph);
  const auto meant = findings_meant(report, word);
  REQUIRE(!meant.empty());
  return test::hidden_words(finding_view(report, *meant.front(), limits));
}

TEST_CASE("drift shows every version that is asked for, and by whom") {
  CHECK(view("A: B1 C1 | B1: D1.2 | C1: D1.5", "MG2001:D") ==
        "A B@1+ C@1+ D@1.2 ?D@1.5+ | A>B@1 A>C@1 B@1>D@1.2 C@1>D@1.5*");
}

TEST_CASE("of many requirers some share a pile") {
  std::string text = "A: D1 X2";
  for (char c = 'a'; c <= 't'; ++c) text += std::string(" M") + c + "1";
  for (char c = 'a'; c <= 't'; ++c) text += std::string(" | M") + c + "1: D2";
  const std::string out = view(text, "MG2001:D");
  CHECK(out.find("[8]") != std::string::npos);
  CHECK(out.find("[8]>D@2*") != std::string::npos);
}

TEST_CASE("a version cycle shows its loop and the line that closes it") {
  CHECK(view("A: B1 | B1: C1 | C1: B1", "version-cycle") ==
        "A ?B@1+ ?C@1+ | A>B@1 B@1>C@1 C@1>B@1!");
}

TEST_CASE("a selected cycle shows members and closing requirements") {
  CHECK(view("A: B1 C2 D1 | B1: C1 | C1: D1 | C2: D1 | D1: B1 E1", "MG1002") ==
        "B C D | B>C C>D D>B!");
}

TEST_CASE("of a large cycle every drawn member lies on a loop") {
  // Ten modules that all require each other.
  std::string text = "A: Ba1";
  for (char a = 'a'; a < 'k'; ++a) {
    text += std::string(" | B") + a + "1:";
    for (char b = 'a'; b < 'k'; ++b)
      if (a != b) text += std::string(" B") + b + "1";
  }
  const Report report = test::report_of(text);
  for (const Finding& f : report.findings) {
    if (f.rule->name != "selected-cycle") continue;
    const Picture p = finding_view(report, f, {12, 40});
    CHECK(p.lines.size() <= 40);
    CHECK(p.boxes.size() == 10);
  }
}

TEST_CASE("a heavy dependency shows what it alone brings in") {
  std::string text = "A: H1 Z1 | Z1: Y1 | H1: Y1";
  for (char c = 'a'; c <= 'l'; ++c) text += std::string(" P") + c + "1";
  const Report report = test::report_of(text);
  const auto meant = findings_meant(report, "heavy-direct:H");
  REQUIRE(meant.size() == 1);
  const Picture p = finding_view(report, *meant[0]);
  // Itself and twelve modules; Y comes with Z as well.
  CHECK(p.boxes.size() == 13);
  CHECK(test::hidden_words(p) == "3 modules that others bring in too");
}

TEST_CASE("a proof without room is drawn by its ends, and counted") {
  const std::string chain = "A: B1 F0.1 | B1: C1 | C1: D1 | D1: E1 | E1: F1";
  CHECK(view(chain, "MG2001:F", {4, 8}) ==
        "A E@1+ ?F@1+ | A>E@1~ A>F@1~ E@1>F@1*");
  CHECK(hidden(chain, "MG2001:F", {4, 8}) ==
        "1 required version between these; 1 chain of requirements in part; 4 "
        "other module versions of the graph");
}

TEST_CASE("findings are meant by rule, module or fingerprint") {
  const Report report = test::report_of(
      "A: B1 C1 | B1: D1.2 E1 | C1: D1.5 E2 | D1.5: F1 | F1: D1.5");
  const auto count = [&](std::string_view word) {
    return findings_meant(report, word).size();
  };
  CHECK(count("MG2001") == 2);
  CHECK(count("version-drift:D") == 1);
  CHECK(count("version-drift:nothing") == 0);
  CHECK(count("MG1001") == 1);
  const std::string print = report.findings.front().fingerprint;
  CHECK(count(print) == 1);
  CHECK(count(print.substr(0, 8)) == 1);
  CHECK(count(print.substr(0, 7)) == 0);
  CHECK(count("") == 0);
}

// What holds of every picture: boxes are what the graph has, lines are
// requirements or lead through what is hidden, limits hold, and a proof is
// drawn whole or counted.
void check_view(const Report& report, const Finding& finding,
                const ViewLimits& limits) {
  const Picture p = finding_view(report, finding, limits);
  CAPTURE(finding.message);
  CHECK(p.boxes.size() <= limits.max_boxes);
  CHECK(p.lines.size() <= limits.max_lines);
  std::set<std::pair<std::string, std::string>> lines;
  const auto name = [](const PictureBox& b) {
    return b.kind == BoxKind::kMain ? b.name : b.name + "@" + b.version;
  };
  for (const PictureLine& l : p.lines) {
    REQUIRE(std::max(l.from, l.to) < p.boxes.size());
    CHECK(l.from != l.to);
    lines.emplace(name(p.boxes[l.from]), name(p.boxes[l.to]));
  }
  for (const PictureBox& b : p.boxes)
    if (b.kind == BoxKind::kSelected || b.kind == BoxKind::kUnselected) {
      const auto node = report.graph.find(b.name, b.version);
      REQUIRE(node);
      CHECK(report.graph.is_selected(*node) == (b.kind == BoxKind::kSelected));
    } else if (b.kind != BoxKind::kGroup) {
      CHECK(report.graph.find(b.name));
    }
  const bool by_module = finding.rule->name == "selected-cycle" ||
                         finding.rule->name == "path-cycle" ||
                         finding.rule->name == "heavy-direct";
  if (by_module) return;
  std::uint64_t missing = 0;
  for (const NameChain& chain : finding.witness) {
    bool whole = true;
    for (std::size_t i = 0; i + 1 < chain.size(); ++i)
      whole = whole && (chain[i] == chain[i + 1] ||
                        lines.count({std::string(chain[i]),
                                     std::string(chain[i + 1])}) != 0);
    missing += whole ? 0U : 1U;
  }
  std::uint64_t counted = 0;
  for (const Hidden& h : p.hidden)
    if (h.what.find("chain") != std::string::npos) counted += h.count;
  CHECK(missing <= counted);
  const Picture again = finding_view(report, finding, limits);
  CHECK(test::words_of(p) == test::words_of(again));
}

TEST_CASE("every finding of random graphs has a picture that keeps its word") {
  test::Random random(20261123);
  std::size_t views = 0;
  for (int i = 0; i < 400; ++i) {
    const Report report =
        test::report_of(test::random_module_graph(random, 40));
    for (const Finding& f : report.findings)
      for (const ViewLimits& limits :
           {ViewLimits{60, 120}, ViewLimits{7, 9}, ViewLimits{2, 1}}) {
        check_view(report, f, limits);
        ++views;
      }
  }
  CHECK(views > 1000);
}

}  // namespace
}  // namespace modgraph

// The report as Markdown: its order, its budgets, and that it says everything.

#include "exporters/markdown/markdown.h"

#include <string>

#include "engine/analysis/analysis.h"
#include "engine/findings/run_rules.h"
#include "engine/report/make_report.h"
#include "exporters/document/document_blocks.h"
#include "tests/support/golden.h"
#include "tests/support/graph_text.h"
#include "tests/support/sample_document.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Report report_from_file(std::string_view text) {
  Project project;
  project.graph = test::module_graph(text);
  Analysis analysis = analyse(project);
  std::vector<Finding> findings =
      run_rules(project, analysis, {.warn = {"MG1001", "MG1002", "MG2001"}});
  return make_report(std::move(project), std::move(analysis),
                     std::move(findings), {{"graph", "my graph.txt", "00"}},
                     "1.0");
}

// A report with so many findings of one rule, each message `message`.
Report with_findings(std::size_t count, const std::string& message) {
  Report out = report_from_file("A: B1 C1 | B1: C2");
  out.findings.clear();
  for (std::size_t i = 0; i < count; ++i) {
    Finding f;
    f.rule = find_rule("MG5001");
    f.level = f.rule->level;
    f.message = message;
    f.fingerprint = std::to_string(i);
    out.findings.push_back(std::move(f));
  }
  return out;
}

// A sentence of about so many bytes.
std::string long_message(std::size_t bytes) {
  std::string out(bytes, 'x');
  out.append(" happened");
  return out;
}

std::string markdown(const Report& report,
                     const MarkdownOptions& options = {}) {
  Sink out;
  write_markdown(report, options, out);
  return std::move(out).take_text();
}

TEST_CASE("a small report, whole") {
  const std::string text =
      markdown(report_from_file("A: B1 C1 | B1: C2 | C2: B1 D1 | D1: B1"));
  CHECK(test::golden("exporters/golden/small.md", text) == text);
}

TEST_CASE("the parts come in their order") {
  const std::string text =
      markdown(report_from_file("A: B1 C1 | B1: C2 | C2: B1"));
  std::size_t last = 0;
  for (const std::string part :
       {"<!-- modgraph -->\n", "** in ", "- **warning** ",
        "<details><summary>In full", "<summary>Picture", "```mermaid\n",
        "Reproduce: `modgraph analyze"}) {
    CAPTURE(part);
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    CHECK(at >= last);
    last = at;
  }
  CHECK(text.starts_with("<!-- modgraph -->\n"));
  CHECK(text.find("`modgraph analyze --graph 'my graph.txt'`") !=
        std::string::npos);
}

TEST_CASE("ten findings are told in full, the others are folded") {
  const std::string text = markdown(with_findings(25, "a thing happened"));
  CHECK(test::count_of(text, "**warning** MG5001 replace-unused") == 10);
  CHECK(test::count_of(text, "\n- a thing happened") == 15);
  CHECK(test::count_of(text, "\n- **warning** a thing happened") == 6);
  CHECK(test::count_of(text, "\n- and 19 more\n") == 1);
  CHECK(text.find(
            "<summary>warning: 15 more of MG5001 replace-unused</summary>") !=
        std::string::npos);
  CHECK(test::count_of(text, "<!-- MG5001 ") == 25);
}

TEST_CASE("no budget is ever exceeded, and what is cut is counted") {
  const Report report = with_findings(30'000, long_message(200));
  for (const std::size_t budget :
       {std::size_t{1000}, std::size_t{3000}, std::size_t{20'000},
        kCommentBytes, kSummaryBytes}) {
    CAPTURE(budget);
    const std::string text = markdown(report, {budget, 40});
    CHECK(text.size() <= budget);
    CHECK(text.starts_with("<!-- modgraph -->\n"));
    CHECK(text.find("Cut to stay within " + bytes_text(budget)) !=
          std::string::npos);
    CHECK(test::count_of(text, "<details>") ==
          test::count_of(text, "</details>"));
    CHECK(test::count_of(text, "```") % 2 == 0);
  }
}

TEST_CASE("the room of a report is used") {
  const Report report = with_findings(30'000, "something happened");
  CHECK(markdown(report).size() > kCommentBytes - 1000);
  CHECK(markdown(report, {kSummaryBytes, 40}).size() > kSummaryBytes - 1000);
}

TEST_CASE("a long text of a stranger does not take the room of others") {
  const Report report = with_findings(30, long_message(1'000'000));
  CHECK(test::count_of(markdown(report), "<!-- MG5001 ") == 30);
}

TEST_CASE("silenced findings are not in it") {
  Report report = with_findings(3, "a thing happened");
  report.findings[1].suppressed = Suppression{"config", "known"};
  CHECK(test::count_of(markdown(report), "<!-- MG5001 ") == 2);
}

}  // namespace
}  // namespace modgraph

// The HTML report: what a browser must be able to rely on. That it works in one
// is tested by tests/reports.

#include "exporters/html/html.h"

#include <string>

#include "engine/analysis/analysis.h"
#include "engine/base/counted.h"
#include "engine/base/sha256.h"
#include "engine/findings/run_rules.h"
#include "engine/report/make_report.h"
#include "engine/report/views/overview.h"
#include "exporters/html/html_parts.h"
#include "exporters/pictures/svg_style.h"
#include "tests/support/graph_text.h"
#include "tests/support/sample_document.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Report html_report_of(std::string_view text) {
  Project project;
  project.graph = test::module_graph(text);
  Analysis analysis = analyse(project);
  std::vector<Finding> findings =
      run_rules(project, analysis, {.warn = {"MG1001", "MG1002", "MG2001"}});
  return make_report(std::move(project), std::move(analysis),
                     std::move(findings), {}, "0");
}

std::string html(const Report& report, const HtmlOptions& options = {}) {
  Sink out;
  write_html(report, overview(report), out, options);
  return std::move(out).take_text();
}

std::string digest_of(std::string_view text) {
  Sha256 sum;
  sum.update(text);
  return "'sha256-" + sum.base64_digest() + "'";
}

}  // namespace

TEST_CASE("modules have a column of sizes where one is known") {
  Report report = html_report_of("A: B1");
  CHECK(html(report).find(" data-sizes") == std::string::npos);
  report.modules[1].bytes = 2048;
  const std::string page = html(report);
  CHECK(page.find("<table id=\"modules\" data-sizes hidden>") !=
        std::string::npos);
  CHECK(page.find("\"bytes\": 2048") != std::string::npos);
}

TEST_CASE("the policy names what the page runs and wears, and no more") {
  const std::string page = html(html_report_of("A: B1 C1 | B1: C2 | C2: B1"));
  const std::size_t from = page.find("default-src 'none'");
  REQUIRE(from != std::string::npos);
  const std::string policy = page.substr(from, page.find('"', from) - from);
  CHECK(policy ==
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        "script-src " +
            digest_of(html_script()) + "; style-src " +
            digest_of(html_style_sheet()) + " " + digest_of(svg_style_sheet()));
  CHECK(test::count_of(page, "<script>") == 1);
  CHECK(test::count_of(page, "<style>") == 2);
  CHECK(test::count_of(page, " style=\"") == 0);
  CHECK(test::count_of(page, "http://") ==
        test::count_of(page, "http://www.w3.org/2000/svg"));
  // The script links modules to it; nothing is loaded from there.
  CHECK(test::count_of(page, "https://") ==
        test::count_of(page, "'https://pkg.go.dev/'"));
}

TEST_CASE("the script of the page is small") {
  CHECK(html_script().size() < std::size_t{33} * 1024);
}

TEST_CASE("all findings and the picture stand in the page itself") {
  const Report report = html_report_of("A: B1 C1 | B1: C2 | C2: B1");
  const std::string page = html(report);
  REQUIRE(report.findings.size() > 1);
  for (const Finding& f : report.findings)
    CHECK(test::count_of(page, "id=\"finding-" + f.fingerprint + "\"") == 1);
  CHECK(test::count_of(page, "<svg xmlns") == 1);
  CHECK(test::count_of(page, "hidden>\n") ==
        4);  // forms and a table that need the script
}

TEST_CASE("what does not fit is counted") {
  const Report report = html_report_of("A: B1 C1 | B1: C2 | C2: B1");
  HtmlOptions options;
  options.max_findings = 1;
  options.max_json_modules = 1;
  const std::string page = html(report, options);
  CHECK(test::count_of(page, "<article") == 1);
  CHECK(test::count_of(page, counted(report.findings.size() - 1, "finding") +
                                 " left out of this page") == 1);
  CHECK(test::count_of(page, "id=\"report\"") == 0);
  CHECK(test::count_of(page, "Too large for this page") == 1);
}

TEST_CASE("text from the input stays text") {
  Report report = html_report_of("A: B1");
  report.main_modules = {"</title><script>alert(1)</script>"};
  report.partial_because = {"<img src=x onerror=alert(1)>"};
  const std::string page = html(report);
  CHECK(test::count_of(page, "alert(1)</script>") == 0);
  CHECK(test::count_of(page, "<img") == 0);
  CHECK(test::count_of(page, "&lt;img src=x onerror=alert(1)&gt;") == 1);
  CHECK(test::count_of(page, "</script>") == 5);  // four of data, one that runs
}

}  // namespace modgraph

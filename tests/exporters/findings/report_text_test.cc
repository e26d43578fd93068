// The reports for a terminal: how much of each rule is told.

#include "exporters/findings/report_text.h"

#include <fmt/core.h>

#include "exporters/findings/repository_text.h"
#include "tests/support/pictures.h"
#include "tests/support/sample_document.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

Finding finding_of(std::string_view code, std::string message) {
  Finding f;
  f.rule = find_rule(code);
  f.level = f.rule->level;
  f.message = std::move(message);
  f.location = Location{"go.mod", 14, 2, 0, "\ta.example/b v1.0.0", ""};
  return f;
}

// A report about example.com/shop with these findings.
Report report_with(std::vector<Finding> findings) {
  Report report;
  report.main_modules = {"example.com/shop"};
  report.counts.modules = 3;
  report.counts.requirements = 2;
  report.critical_path.length = 2;
  for (const Finding& f : findings)
    ++report.counts.findings[static_cast<std::size_t>(f.level)];
  report.findings = std::move(findings);
  return report;
}

Report report_with(std::size_t count, std::string_view code) {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < count; ++i)
    findings.push_back(finding_of(code, "m" + std::to_string(i)));
  return report_with(std::move(findings));
}

std::string text(const Report& report, const TextOptions& options = {}) {
  Sink out;
  write_text(report, options, out);
  return std::move(out).take_text();
}

std::string text(const RepositoryReport& report,
                 const TextOptions& options = {}) {
  Sink out;
  write_repository_text(report, options, out);
  return std::move(out).take_text();
}

// "MG2002 direct-raised"
std::string rule_name(std::string_view code) {
  return fmt::format("{} {}", code, find_rule(code)->name);
}

TEST_CASE("a build without findings has two lines") {
  CHECK(text(report_with(0, "MG2001")) ==
        "example.com/shop: 3 modules, 2 requirements, longest chain 2\n"
        "0 errors, 0 warnings, 0 notes\n");
}

TEST_CASE("a warning is told in full, notes are counted by rule") {
  CHECK(text(report_with({finding_of("MG2002", "too low"),
                          finding_of("MG2001", "drift"),
                          finding_of("MG2001", "drift")})) ==
        fmt::format("warning[{}]: too low\n"
                    "  --> go.mod:14:2\n"
                    "14 |     a.example/b v1.0.0\n"
                    "   |     ^\n\n"
                    "example.com/shop: 3 modules, 2 requirements, longest "
                    "chain 2\n"
                    "0 errors, 1 warning, 2 notes ({} x2; -v shows them)\n",
                    rule_name("MG2002"), rule_name("MG2001")));
}

TEST_CASE("of a rule three are in full, seven have a line, others a count") {
  const std::string all = text(report_with(15, "MG2002"));
  CHECK(count_of(all, "  --> go.mod:14:2\n") == 3);
  CHECK(count_of(all, "warning[MG2002]: go.mod:14: m") == 7);
  CHECK(count_of(all, "... and 5 more of " + rule_name("MG2002") +
                          "; -v shows them\n") == 1);
}

TEST_CASE("with notes shown, all findings are in full") {
  TextOptions options;
  options.show = Level::kNote;
  CHECK(count_of(text(report_with(15, "MG2001"), options),
                 "  --> go.mod:14:2\n") == 15);
}

TEST_CASE("what a limit leaves out is counted") {
  TextOptions options;
  options.max_results = 2;
  CHECK(count_of(text(report_with(5, "MG2002"), options),
                 "... and 3 more; --max-results 0 shows all\n") == 1);
}

TEST_CASE("suppressed findings are not shown") {
  Report report = report_with(1, "MG2002");
  report.findings[0].suppressed = Suppression{"config", "known"};
  CHECK(count_of(text(report), "MG2002") == 0);
}

TEST_CASE("colours are ours alone") {
  TextOptions options;
  options.colour = Colour::kAlways;
  CHECK(count_of(text(report_with(1, "MG2002"), options), "\x1b[") == 6);
  for (const std::string& hostile : hostile_texts()) {
    CAPTURE(hostile.substr(0, 60));
    Finding f = finding_of("MG2002", hostile);
    f.location = Location{hostile, 1, 1, 0, hostile, hostile};
    f.notes = {hostile};
    const std::string plain = text(report_with({f}));
    for (const char c : plain)
      CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
  }
}

TEST_CASE("several folders have a line each, errors in full") {
  RepositoryReport all;
  all.folders.push_back({"api", report_with(2, "MG2002")});
  all.folders.push_back({"shop", report_with(0, "MG2002")});
  all.folders.push_back({"worker", report_with(1, "MG6001")});
  all.failed = {"broken"};
  const std::string shown = text(all);
  CHECK(shown.starts_with(
      fmt::format("api: 2 warnings ({} x2)\nworker\nerror[{}]: m0\n",
                  rule_name("MG2002"), rule_name("MG6001"))));
  CHECK(shown.ends_with(
      "1 folder without errors or warnings\nbroken: no report, see the "
      "errors\n\nmain modules agree about all modules that they share\n\n"
      "3 main modules in 3 folders: 1 error, 2 warnings, 0 notes; -v shows "
      "all\n"));
}

TEST_CASE("of the drift between folders, what is required directly is shown") {
  RepositoryReport all;
  CrossModuleRow row;
  row.module = "a.example/b";
  row.direct = true;
  row.required = {{"v1.0.0", {"api"}}, {"v1.1.0", {"shop", "worker"}}};
  all.drift.assign(14, row);
  row.direct = false;
  all.drift.push_back(row);
  const std::string shown = text(all);
  CHECK(count_of(shown, "main modules disagree about 14 modules\n") == 1);
  CHECK(count_of(shown, "  a.example/b\n    v1.0.0 ") == 12);
  CHECK(count_of(shown, " shop and worker\n") == 12);
  CHECK(count_of(shown, "  and 2 more; JSON has them\n") == 1);
  CHECK(count_of(shown,
                 "  and 1 more that only `// indirect` lines require; "
                 "JSON has them\n") == 1);
}

}  // namespace
}  // namespace modgraph::test

// The reports for a terminal: how much of each rule is told.

#include "exporters/findings/report_text.h"

#include <fmt/core.h>

#include <sstream>

#include "engine/report/combined_report.h"
#include "exporters/findings/repository_text.h"
#include "tests/support/pictures.h"
#include "tests/support/sample_document.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

Finding located_finding(std::string_view code, std::string message) {
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
    findings.push_back(located_finding(code, "m" + std::to_string(i)));
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
  write_repository_text(report, combined_report(report), options, out);
  return std::move(out).take_text();
}

// "MG5001 direct-raised"
std::string rule_name(std::string_view code) {
  return fmt::format("{} {}", code, find_rule(code)->name);
}

TEST_CASE("a build without findings has one line") {
  CHECK(text(report_with(0, "MG2003")) ==
        "example.com/shop: nothing to fix (3 modules, 2 requirements)\n");
}

TEST_CASE("the verdict comes first, notes are counted by rule") {
  CHECK(text(report_with({located_finding("MG5001", "too much"),
                          located_finding("MG2003", "majors"),
                          located_finding("MG2003", "majors")})) ==
        fmt::format("example.com/shop: 1 warning (3 modules, 2 requirements)\n"
                    "\n"
                    "warning[{}]: too much\n"
                    "  --> go.mod:14:2\n"
                    "14 |     a.example/b v1.0.0\n"
                    "   |     ^\n\n"
                    "notes: {} x2; -v shows them\n",
                    rule_name("MG5001"), rule_name("MG2003")));
}

TEST_CASE("cycles among dependencies are one kind of note") {
  Finding cycle = located_finding("MG1001", "cycle");
  cycle.owner = Owner::kDependency;
  Finding other = located_finding("MG1002", "cycle");
  other.owner = Owner::kDependency;
  CHECK(text(report_with({cycle, other}))
            .ends_with("notes: cycles among dependencies x2; -v shows them\n"));
}

TEST_CASE("what is worth knowing stays within 100 columns") {
  std::vector<Finding> findings;
  for (int i = 0; i < 7; ++i) {
    Finding f = located_finding("MG3001", "heavy");
    f.subjects = {{"example.com/some/long/path/" + std::to_string(i), "v1"}};
    f.measure = StatedRemoval{static_cast<std::uint64_t>(20 + i), "command"};
    findings.push_back(std::move(f));
  }
  const std::string all = text(report_with(std::move(findings)));
  CHECK(all.find("heaviest: example.com/some/long/path/6 (26 modules)") !=
        std::string::npos);
  CHECK(count_of(all, "(21 modules)") == 0);  // the five heaviest
  std::istringstream lines(all);
  for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 100);
}

TEST_CASE("of a rule three are in full, seven have a line, others a count") {
  const std::string all = text(report_with(15, "MG5001"));
  CHECK(count_of(all, "  --> go.mod:14:2\n") == 3);
  CHECK(count_of(all, "warning[MG5001]: go.mod:14: m") == 7);
  CHECK(count_of(all, "... and 5 more of " + rule_name("MG5001") +
                          "; -v shows them\n") == 1);
}

TEST_CASE("with notes shown, all findings are in full") {
  TextOptions options;
  options.show = Level::kNote;
  CHECK(count_of(text(report_with(15, "MG2003"), options),
                 "  --> go.mod:14:2\n") == 15);
}

TEST_CASE("what a limit leaves out is counted") {
  TextOptions options;
  options.max_results = 2;
  CHECK(count_of(text(report_with(5, "MG5001"), options),
                 "... and 3 more; --max-results 0 shows all\n") == 1);
}

TEST_CASE("suppressed findings are not shown") {
  Report report = report_with(1, "MG5001");
  report.findings[0].suppressed = Suppression{"config", "known"};
  CHECK(count_of(text(report), "MG5001") == 0);
}

TEST_CASE("colours are ours alone") {
  TextOptions options;
  options.colour = Colour::kAlways;
  CHECK(count_of(text(report_with(1, "MG5001"), options), "\x1b[") == 6);
  for (const std::string& hostile : hostile_texts()) {
    CAPTURE(hostile.substr(0, 60));
    Finding f = located_finding("MG5001", hostile);
    f.location = Location{hostile, 1, 1, 0, hostile, hostile};
    f.notes = {hostile};
    const std::string plain = text(report_with({f}));
    for (const char c : plain)
      CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
  }
}

TEST_CASE("what several folders have in common is told once") {
  RepositoryReport all;
  all.folders.push_back({"api", report_with(2, "MG5001")});
  all.folders.push_back({"shop", report_with(1, "MG5001")});
  all.folders.push_back({"tools", report_with(0, "MG5001")});
  all.folders.push_back({"worker", report_with(1, "MG6001")});
  all.failed = {"broken"};
  const std::string shown = text(all);
  CHECK(
      shown.starts_with("example.com/shop and 3 more main modules: 1 error, "
                        "2 warnings (0 modules)\n"
                        "partial: broken: no report, see the errors\n\n"));
  CHECK(count_of(shown, rule_name("MG5001") + "]: m0\n  = in 2 folders: api "
                                              "and shop\n") == 1);
  CHECK(count_of(shown, rule_name("MG5001") + "]: m1\n  --> go.mod:14:2\n") ==
        1);
  CHECK(shown.ends_with(
      "\nfolders: 1 of 4 without errors or warnings\n\n"
      "main modules agree about all modules that they share\n"));
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

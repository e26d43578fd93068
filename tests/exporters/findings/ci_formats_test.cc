// What CI systems read: golden files of a report that has everything, and texts
// that want out. tests/reports gives such files to their real readers.

#include <algorithm>
#include <string>

#include "engine/report/report_document.h"
#include "exporters/document/document_json.h"
#include "exporters/findings/finding_lines.h"
#include "exporters/findings/github.h"
#include "exporters/findings/gitlab.h"
#include "exporters/findings/junit.h"
#include "exporters/findings/sarif.h"
#include "tests/support/environment.h"
#include "tests/support/golden.h"
#include "tests/support/pictures.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Finding finding(std::string_view code, std::string message) {
  Finding f;
  f.rule = find_rule(code);
  f.level = f.rule->level;
  f.message = std::move(message);
  f.subjects = {{"a.example/b", "v1.2.0"}};
  f.fingerprint = std::string(32, code.back());
  return f;
}

SuggestedFix suggestion() {
  SuggestedFix s;
  s.title = "require the selected version: a.example/b v1.2.0";
  s.commands = {"go mod edit -require=a.example/b@v1.2.0"};
  s.lines = {{"sub dir/go.mod", 14, "\ta.example/b v1.0.0\n",
              "\ta.example/b v1.2.0\n"}};
  s.effect.changed = {{"a.example/b", "v1.0.0", "v1.2.0"}};
  return s;
}

// Every field that a finding can have, and findings that have none.
Report every_field() {
  Report report;
  report.tool_version = "1.2.3";
  report.inputs = {{"mod", "sub dir/go.mod", "0123"}};
  report.partial_because = {"a go.mod is missing"};

  Finding raised = finding("MG2002", "go.mod requires 'a.example/b' v1.0.0");
  raised.location =
      Location{"sub dir/go.mod",    14, 2, 20, "\ta.example/b v1.0.0",
               "v1.2.0 is selected"};
  raised.related = {{Location{"go.work", 3, 1, 0, "", ""}, "and here"}};
  raised.witness = {NameChain({"m", "c@v1.0.0", "a.example/b@v1.2.0"})};
  raised.notes = {"forced by c", "2 requirers"};
  raised.suggestions = {suggestion()};
  report.findings.push_back(raised);

  report.findings.push_back(finding("MG6001", "go.sum has no 'a.example/b'"));
  report.findings.push_back(finding("MG2003", "2 majors are selected"));
  report.findings.push_back(report.findings.back());
  Finding silenced = finding("MG5003", "points into the file system");
  silenced.suppressed = Suppression{"comment", "until the fork is merged"};
  report.findings.push_back(silenced);
  return report;
}

template <class Write>
std::string written_report(Write write, const Report& report) {
  Sink out;
  write(report, out);
  return std::move(out).take_text();
}

std::string sarif(const Report& r) {
  const std::string all = written_report(
      [](const Report& x, Sink& out) {
        write_sarif(x, out, {.show = Level::kNote});
      },
      r);
  // The rules are tested by their pages; here they would only be in the way.
  const std::size_t begin = all.find("\"rules\": [") + 10;
  const std::size_t end = all.find("}},\n\"columnKind\"") - 1;
  return all.substr(0, begin) + all.substr(end);
}

std::string github(const Report& r) {
  return written_report(
      [](const Report& x, Sink& out) {
        write_github(x, out, {.show = Level::kNote});
      },
      r);
}

std::string gitlab(const Report& r) {
  return written_report(
      [](const Report& x, Sink& out) { write_gitlab(x, Level::kNote, out); },
      r);
}

std::string junit(const Report& r, const JunitOptions& options = {
                                       Level::kNote, Level::kWarning}) {
  return written_report(
      [&](const Report& x, Sink& out) { write_junit(x, options, out); }, r);
}

std::string compact(const Report& r) {
  return written_report(write_compact, r);
}

std::string csv(const Report& r) { return written_report(write_csv, r); }

std::string ndjson(const Report& r) {
  return written_report(
      [](const Report& x, Sink& out) {
        write_document_ndjson(report_document(x), out);
      },
      r);
}

void check_golden(const std::string& name, const std::string& text) {
  CHECK(test::golden("exporters/golden/every_field." + name, text) == text);
}

}  // namespace

TEST_CASE("every field of a finding, as CI systems read it") {
  check_golden("sarif", sarif(every_field()));
  check_golden("github", github(every_field()));
  check_golden("gitlab", gitlab(every_field()));
  check_golden("junit", junit(every_field()));
}

TEST_CASE("every field of a finding, a line each") {
  check_golden("compact", compact(every_field()));
  check_golden("csv", csv(every_field()));
  check_golden("ndjson", ndjson(every_field()));
}

TEST_CASE("a run shows nine annotations of a level and counts the others") {
  Report report;
  for (int i = 0; i < 12; ++i)
    report.findings.push_back(finding("MG2003", "n" + std::to_string(i)));
  const std::string text = github(report);
  CHECK(std::count(text.begin(), text.end(), '\n') == 10);
  CHECK(
      text.ends_with("::notice title=modgraph::3 more of this level; the "
                     "full report lists them\n"));
  report.findings.resize(10);
  CHECK(github(report).find("more") == std::string::npos);
}

TEST_CASE("results beyond what a service takes are counted") {
  Report report;
  for (int i = 0; i < 3; ++i)
    report.findings.push_back(finding("MG2003", "n" + std::to_string(i)));
  Sink out;
  write_sarif(report, out, {.max_results = 2, .show = Level::kNote});
  const std::string text = std::move(out).take_text();
  CHECK(text.find("\"n2.\"") == std::string::npos);
  CHECK(text.find("1 finding left out of this file") != std::string::npos);
}

TEST_CASE("CI systems get no notes unless they are asked for") {
  Report report;
  report.findings = {finding("MG4002", "inconsistent"),
                     finding("MG5001", "replaces nothing"),
                     finding("MG2003", "2 majors are selected")};
  const auto shown = [](const std::string& all) {
    return (all.find("replaces nothing") != std::string::npos) +
           2 * (all.find("2 majors") != std::string::npos);
  };
  CHECK(shown(written_report(
            [](const Report& x, Sink& out) { write_github(x, out); },
            report)) == 1);
  CHECK(shown(written_report(
            [](const Report& x, Sink& out) { write_sarif(x, out); }, report)) ==
        1);
  CHECK(shown(written_report(
            [](const Report& x, Sink& out) {
              write_gitlab(x, Level::kWarning, out);
            },
            report)) == 1);
  CHECK(shown(github(report)) == 3);
}

TEST_CASE("a JUnit failure is what makes the exit status 1") {
  Report report;
  report.findings = {finding("MG4002", "inconsistent"),
                     finding("MG5001", "replaces nothing")};
  const auto failures = [&](std::optional<Level> failing) {
    const std::string all = junit(report, {Level::kWarning, failing});
    const std::size_t at = all.find("failures=\"") + 10;
    return all.substr(at, all.find('"', at) - at);
  };
  CHECK(failures(Level::kError) == "1");
  CHECK(failures(Level::kWarning) == "2");
  CHECK(failures(std::nullopt) == "0");
}

TEST_CASE("no text begins a command, ends an element or leaves a string") {
  std::size_t checked = 0;
  for (const std::string& text : test::hostile_texts()) {
    Finding f = finding("MG2002", text);
    f.location = Location{text, 1, 1, 0, text, text};
    f.notes = {text};
    f.witness = {NameChain({text, text})};
    Report report;
    report.findings = {f};
    const std::string commands = github(report);
    CAPTURE(text);
    CHECK(std::count(commands.begin(), commands.end(), '\n') == 1);
    CHECK(commands.find('\r') == std::string::npos);
    CHECK(commands.starts_with("::error file="));
    for (const std::string& line : {compact(report), ndjson(report)})
      CHECK(std::count(line.begin(), line.end(), '\n') == 1);
    const std::string table = csv(report);
    CHECK(std::count(table.begin(), table.end(), '\n') == 2);
    const std::string xml = junit(report);
    CHECK(xml.find("<script") == std::string::npos);
    CHECK(xml.find('\x1b') == std::string::npos);
    for (const std::string& json :
         {sarif(report), gitlab(report), compact(report), ndjson(report)})
      for (const char c : json)
        CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
    ++checked;
  }
  test::report("CI formats", checked, "hostile texts");
}

TEST_CASE("a path becomes a reference that names nothing else") {
  CHECK(uri_path("sub dir/go.mod") == "sub%20dir/go.mod");
  CHECK(uri_path("a?b#c%d") == "a%3Fb%23c%25d");
  CHECK(uri_path("javascript:x") == "javascript%3Ax");
}

}  // namespace modgraph

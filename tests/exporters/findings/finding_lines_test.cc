// What the formats of findings share.

#include "exporters/findings/finding_lines.h"

#include "exporters/findings/analyze_command.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

Finding finding_of(std::string_view code, std::string message) {
  Finding f;
  f.rule = find_rule(code);
  f.level = f.rule->level;
  f.message = std::move(message);
  return f;
}

std::string order_of(const Report& report, Level lowest = Level::kNote) {
  std::string out;
  for (const Finding* f : findings_in_order(report, lowest)) out += f->message;
  return out;
}

TEST_CASE("severe findings come first, then those with a fix, then our own") {
  Report report;
  report.findings = {
      finding_of("MG2003", "dependency "), finding_of("MG2003", "suppressed "),
      finding_of("MG5001", "warning "), finding_of("MG2003", "fixed "),
      finding_of("MG6001", "error ")};
  report.findings[1].suppressed = Suppression{"config", "known"};
  report.findings[3].suggestions.resize(1);
  CHECK(order_of(report) == "error warning fixed dependency ");
  CHECK(order_of(report, Level::kWarning) == "error warning ");
}

TEST_CASE("a finding without a place is at the beginning of its input") {
  Report report;
  const Finding nowhere = finding_of("MG2003", "drift");
  CHECK(place_of(report, nowhere).file == "go.mod");
  report.inputs = {{"graph", "graph.txt", ""}};
  CHECK(place_of(report, nowhere).file == "graph.txt");
  report.inputs.push_back({"work", "go.work", ""});
  report.inputs.push_back({"mod", "api/go.mod", ""});
  const FindingPlace at = place_of(report, nowhere);
  CHECK(at.file == "api/go.mod");
  CHECK(at.line == 1);
  CHECK(at.column == 1);
  Finding somewhere = nowhere;
  somewhere.location = Location{"go.mod", 14, 2, 20, "", ""};
  CHECK(place_of(report, somewhere).line == 14);
  CHECK(place_of(report, somewhere).end_column == 20);
}

TEST_CASE("a paragraph has the sentence, the notes and the commands") {
  Finding f = finding_of("MG2002", "too low");
  f.notes = {"decided by c"};
  f.suggestions.resize(1);
  f.suggestions[0].commands = {"go get a.example/b"};
  CHECK(finding_paragraph(f) ==
        "too low\ndecided by c\nfix, tried: go get a.example/b");
}

std::string command_of_inputs(std::vector<InputDigest> inputs) {
  Report report;
  report.inputs = std::move(inputs);
  return analyze_command(report);
}

TEST_CASE("a report names the command that makes it again") {
  CHECK(command_of_inputs({}) == "modgraph analyze .");
  CHECK(command_of_inputs({{"mod", "services/api/go.mod", ""}}) ==
        "modgraph analyze services/api");
  CHECK(command_of_inputs(
            {{"graph", "my graph.txt", ""}, {"mod", "go.mod", ""}}) ==
        "modgraph analyze --graph 'my graph.txt' --mod go.mod");
  CHECK(command_of_inputs(
            {{"mod", "go.mod", ""}, {"graph", "go mod graph", ""}}) ==
        "modgraph analyze --go .");
}

}  // namespace
}  // namespace modgraph::test

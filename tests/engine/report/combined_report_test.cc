// What several folders say, as one report.

#include "engine/report/combined_report.h"

#include "tests/support/picture_words.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Finding told(std::string_view code, std::string message,
             std::string_view file = {}) {
  Finding f;
  f.rule = find_rule(code);
  f.level = f.rule->level;
  f.message = std::move(message);
  f.fingerprint = f.message;
  if (!file.empty()) {
    Location at;
    at.file = file;
    at.line = 3;
    f.location = std::move(at);
  }
  return f;
}

FolderReport folder(std::string name, std::string_view graph,
                    std::vector<Finding> findings) {
  FolderReport out{name, test::report_of(graph)};
  out.report.main_files = {name + "/go.mod"};
  out.report.findings = std::move(findings);
  return out;
}

// "level CODE message @file:line in folders" a line.
std::string finding_words(const Report& report) {
  std::string out;
  for (const Finding& f : report.findings) {
    out += std::string(level_name(f.level)) + " " + std::string(f.rule->code) +
           " " + f.message;
    if (f.location)
      out += " @" + f.location->file + ":" + std::to_string(f.location->line);
    if (f.folders)
      for (const std::string& one : *f.folders) out += " " + one;
    out += "\n";
  }
  return out;
}

TEST_CASE("what folders share is told once, the worst first") {
  RepositoryReport all;
  all.folders.push_back(
      folder("a", "A: B1",
             {told("MG5001", "one", "a/go.mod"), told("MG2003", "note")}));
  all.folders.push_back(folder(
      "b", "A: C1",
      {told("MG5001", "one", "b/go.mod"), told("MG6001", "two", "b/go.mod")}));
  all.findings = {told("MG2006", "between")};
  const Report one = combined_report(all);
  CHECK(finding_words(one) ==
        "error MG6001 two @b/go.mod:3 b\n"
        "warning MG2006 between\n"
        "warning MG5001 one @a/go.mod:3 a b\n"
        "note MG2003 note @a/go.mod:0 a\n");
  CHECK(one.counts.findings[static_cast<std::size_t>(Level::kWarning)] == 2);
  CHECK(one.counts.modules == 3);  // A, B, C
}

TEST_CASE("what was silenced in one folder stays told for the other") {
  RepositoryReport all;
  Finding silent = told("MG5001", "one", "a/go.mod");
  silent.suppressed = Suppression{"comment", "known"};
  all.folders.push_back(folder("a", "A: ", {silent}));
  all.folders.push_back(
      folder("b", "A: ", {told("MG5001", "one", "b/go.mod")}));
  const Report one = combined_report(all);
  CHECK(finding_words(one) ==
        "warning MG5001 one @b/go.mod:3 b\nwarning MG5001 one @a/go.mod:3 a\n");
  CHECK(one.counts.findings[static_cast<std::size_t>(Level::kWarning)] == 1);
  CHECK(one.findings[0].fingerprint != one.findings[1].fingerprint);
}

TEST_CASE("a folder without a report makes the whole partial") {
  RepositoryReport all;
  all.folders.push_back(folder("a", "A: ", {}));
  all.folders.front().report.partial_because = {"a file is missing"};
  all.failed = {"b"};
  CHECK(combined_report(all).partial_because ==
        std::vector<std::string>{"a: a file is missing",
                                 "b: no report, see the errors"});
}

}  // namespace
}  // namespace modgraph

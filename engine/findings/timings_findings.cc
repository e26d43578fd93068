#include <fmt/core.h>

#include "engine/findings/findings.h"

namespace modgraph {
namespace {

constexpr std::string_view kRecordAgain =
    "record both at one revision: `go mod graph`, and `go build -a "
    "-debug-actiongraph=FILE ./...`";

std::vector<Subject> main_subjects(const ModuleGraph& graph) {
  std::vector<Subject> out;
  for (NodeId main : graph.mains()) out.push_back(subject_of(graph, main));
  return out;
}

Location place_in(const std::string& file, int line) {
  return {file, line, 1, 0, {}, {}};
}

// One finding for all packages and modules that are not in the graph: hundreds
// of them have one cause.
void add_unknown(const Evidence& evidence, std::vector<Finding>& out) {
  std::vector<std::string> names;
  int line = 0;
  for (const UnknownTiming& unknown : evidence.analysis.timings->unknown) {
    if (unknown.selected) continue;
    if (names.empty()) line = unknown.line;
    names.push_back(unknown.name);
  }
  if (names.empty()) return;
  const Project& project = evidence.project;
  Finding f = new_finding(
      "MG8008",
      fmt::format("{} has times for '{}'{}, but {} has no module for {}",
                  project.timings->file, names.front(),
                  names.size() == 1
                      ? ""
                      : fmt::format(" and {} more", names.size() - 1),
                  project.graph_file, names.size() == 1 ? "it" : "them"));
  f.subjects = main_subjects(project.graph);
  if (line > 0) f.location = place_in(project.timings->file, line);
  f.notes.push_back(fmt::format("unknown: {}", some_of(names)));
  f.notes.emplace_back(kRecordAgain);
  out.push_back(std::move(f));
}

void add_other_versions(const Evidence& evidence, std::vector<Finding>& out) {
  const Project& project = evidence.project;
  for (const UnknownTiming& unknown : evidence.analysis.timings->unknown) {
    if (!unknown.selected) continue;
    Finding f = new_finding(
        "MG8008", fmt::format("{} has a time for '{}' {}, but {} selects {}",
                              project.timings->file, unknown.name,
                              unknown.version.value_or(""), project.graph_file,
                              *unknown.selected));
    f.subjects.push_back({unknown.name, *unknown.selected});
    f.location = place_in(project.timings->file, unknown.line);
    f.notes.emplace_back(
        "its time counts for the selected version: leave the version out if "
        "that "
        "is what it is");
    out.push_back(std::move(f));
  }
}

void add_missing(const Evidence& evidence, std::vector<Finding>& out) {
  const BuildTimings& timings = *evidence.project.timings;
  if (timings.missing.empty()) return;
  const MissingAction& first = timings.missing.front();
  Finding f = new_finding(
      "MG8008", fmt::format("{} has no action {}, but '{}' needs it{}",
                            timings.file, first.id, first.needed_by,
                            timings.missing.size() == 1
                                ? ""
                                : fmt::format(", and {} more are missing",
                                              timings.missing.size() - 1)));
  f.subjects = main_subjects(evidence.project.graph);
  f.location = place_in(timings.file, first.line);
  f.notes.emplace_back(
      "the file was cut off or edited: the longest chain may run through what "
      "is missing");
  out.push_back(std::move(f));
}

}  // namespace

std::vector<Finding> timings_findings(const Evidence& evidence) {
  std::vector<Finding> out;
  if (!evidence.project.timings) return out;
  add_unknown(evidence, out);
  add_other_versions(evidence, out);
  add_missing(evidence, out);
  return out;
}

}  // namespace modgraph

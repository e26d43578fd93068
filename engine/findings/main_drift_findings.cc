#include "engine/findings/main_drift_findings.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "engine/findings/findings.h"
#include "engine/findings/main_drift_answer.h"

namespace modgraph {
namespace {

// How many places a finding shows beside its own.
constexpr std::size_t kMaxPlaces = 4;

std::string message(const MainDriftRow& row) {
  std::string how;
  const auto add = [&](std::string part) {
    how += (how.empty() ? "" : ", ") + std::move(part);
  };
  const auto versions = [&](const char* what, const auto& rows) {
    if (!rows.empty())
      add(fmt::format("{} at {} versions, {} to {}", what, rows.size(),
                      rows.front().version, rows.back().version));
  };
  versions("asked for", row.asked);
  versions("built", row.selected);
  if (!row.replaced.empty())
    add(fmt::format("replaced in {} ways", row.replaced.size()));
  return fmt::format("main modules disagree about '{}': {}", row.module, how);
}

// What asks for the lowest version, which is where to begin; then one line for
// each other version.
void add_places(std::span<const Project* const> builds,
                const CrossModuleDrift& drift, Finding& f) {
  for (const RequiredByMains& row : drift.required) {
    const RequiringLine& asking = row.by.front();
    Location at =
        location_of(builds[asking.main.build]->manifests[asking.main.manifest],
                    asking.line->where);
    if (!f.location)
      f.location = std::move(at);
    else if (f.related.size() < kMaxPlaces)
      f.related.push_back({std::move(at), "here " + row.version});
  }
}

// The replace lines that differ, where no requirement does.
void add_replace_lines(std::span<const Project* const> builds,
                       const CrossModuleDrift& drift, Finding& f) {
  for (const ReplacedByMains& row : drift.replaced) {
    const MainPlace& place = row.mains.front();
    const Manifest& manifest = builds[place.build]->manifests[place.manifest];
    const auto line = std::find_if(
        manifest.replace.begin(), manifest.replace.end(),
        [&](const Replacement& r) { return r.old.path == drift.path; });
    if (line == manifest.replace.end()) continue;
    Location at = location_of(manifest, line->where);
    if (!f.location)
      f.location = std::move(at);
    else if (f.related.size() < kMaxPlaces)
      f.related.push_back({std::move(at), "replaced here"});
  }
}

Finding main_drift_finding(std::span<const Project* const> builds,
                           const CrossModuleDrift& drift) {
  const MainDriftRow row =
      std::move(main_drift_answer(builds, {&drift, 1}).front());
  Finding f = new_finding("MG2006", message(row));
  const auto& highest = row.selected.empty() ? row.asked : row.selected;
  f.subjects.push_back(
      {row.module, highest.empty() ? std::string() : highest.back().version});
  add_places(builds, drift, f);
  add_replace_lines(builds, drift, f);
  for (const MainDriftSentence& one : main_drift_sentences(row))
    f.notes.push_back(one.says + " " + some_of(*one.mains));
  return f;
}

}  // namespace

std::vector<Finding> main_drift_findings(
    std::span<const Project* const> builds,
    std::span<const CrossModuleDrift> drift) {
  std::vector<Finding> out;
  for (const CrossModuleDrift& one : drift)
    if (one.direct || !one.replaced.empty())
      out.push_back(main_drift_finding(builds, one));
  return out;
}

std::vector<Finding> cross_module_findings(const Evidence& evidence) {
  const Project* const builds[] = {&evidence.project};
  return main_drift_findings(builds, evidence.analysis.cross_module_drift);
}

}  // namespace modgraph

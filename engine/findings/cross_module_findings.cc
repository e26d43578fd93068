#include "engine/findings/cross_module_findings.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/findings/findings.h"

namespace modgraph {
namespace {

template <class Rows, class PlaceOf>
std::vector<std::string> names(std::span<const Project* const> builds,
                               const Rows& rows, PlaceOf place_of) {
  std::vector<std::string> out;
  for (const auto& row : rows) out.push_back(main_name(builds, place_of(row)));
  std::sort(out.begin(), out.end());
  return out;
}

CrossModuleRow row_of(std::span<const Project* const> builds,
                      const CrossModuleDrift& drift) {
  CrossModuleRow out;
  out.module = drift.path;
  out.direct = drift.direct;
  for (const RequiredByMains& row : drift.required)
    out.required.push_back(
        {row.version, names(builds, row.by, [](const RequiringLine& line) {
           return line.main;
         })});
  for (const BuiltByMains& row : drift.selected)
    out.selected.push_back(
        {row.version, names(builds, row.builds, [](std::size_t build) {
           return MainPlace{build, 0};
         })});
  for (const ReplacedByMains& row : drift.replaced) {
    ReplacementOfMains& one = out.replaced.emplace_back();
    if (!row.by.path.empty()) one.by = row.by;
    one.mains = names(builds, row.mains, [](const MainPlace& p) { return p; });
  }
  return out;
}

// How many places a finding shows besides its own.
constexpr std::size_t kMaxPlaces = 4;

std::string message(const CrossModuleRow& row) {
  std::string how;
  const auto add = [&](std::string part) {
    how += (how.empty() ? "" : ", ") + std::move(part);
  };
  const auto versions = [&](const char* what, const auto& rows) {
    if (!rows.empty())
      add(fmt::format("{} at {} versions, {} to {}", what, rows.size(),
                      rows.front().version, rows.back().version));
  };
  versions("required", row.required);
  versions("selected", row.selected);
  if (!row.replaced.empty())
    add(fmt::format("replaced in {} ways", row.replaced.size()));
  return fmt::format("main modules disagree on '{}': {}", row.module, how);
}

// The line that requires the lowest version, which is where to begin; then one
// line for each other version.
void add_places(std::span<const Project* const> builds,
                const CrossModuleDrift& drift, Finding& f) {
  for (const RequiredByMains& row : drift.required) {
    const RequiringLine& by = row.by.front();
    Location at = location_of(
        builds[by.main.build]->manifests[by.main.manifest], by.line->where);
    if (!f.location)
      f.location = std::move(at);
    else if (f.related.size() < kMaxPlaces)
      f.related.push_back({std::move(at), row.version + " here"});
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

// Lines that a person wrote, not those that the go command keeps.
bool direct_lines_disagree(const CrossModuleDrift& drift) {
  return std::count_if(drift.required.begin(), drift.required.end(),
                       [](const RequiredByMains& row) {
                         return std::any_of(row.by.begin(), row.by.end(),
                                            [](const RequiringLine& by) {
                                              return !by.line->indirect;
                                            });
                       }) > 1;
}

// What brings the lower ones up, file by file.
void add_repair(std::span<const Project* const> builds,
                const CrossModuleDrift& drift, Finding& f) {
  if (drift.required.size() < 2) return;
  const bool is_workspace =
      builds.size() == 1 && builds.front()->work.has_value();
  if (is_workspace) {
    f.notes.emplace_back(
        "`go work sync` writes the selected version into all members");
    return;
  }
  const std::string& highest = drift.required.back().version;
  std::size_t shown = 0;
  for (std::size_t i = 0; i + 1 < drift.required.size(); ++i)
    for (const RequiringLine& by : drift.required[i].by) {
      if (++shown > kMaxPlaces) return;
      const std::string& file =
          builds[by.main.build]->manifests[by.main.manifest].file;
      const std::string folder = parent_path(file);
      f.notes.push_back(fmt::format("in {}: go get {}@{}",
                                    folder.empty() ? "." : folder, drift.path,
                                    highest));
    }
}

Finding cross_module_finding(std::span<const Project* const> builds,
                             const CrossModuleDrift& drift) {
  const CrossModuleRow row =
      std::move(cross_module_rows(builds, {&drift, 1}).front());
  Finding f = new_finding("MG2006", message(row));
  const auto& highest = row.selected.empty() ? row.required : row.selected;
  if (!direct_lines_disagree(drift)) f.level = Level::kNote;
  f.subjects.push_back(
      {row.module, highest.empty() ? std::string() : highest.back().version});
  add_places(builds, drift, f);
  add_replace_lines(builds, drift, f);
  for (const CrossModuleSentence& one : cross_module_sentences(row))
    f.notes.push_back(one.says + " " + some_of(*one.mains));
  add_repair(builds, drift, f);
  return f;
}

}  // namespace

std::string main_name(std::span<const Project* const> builds,
                      const MainPlace& place) {
  const Project& build = *builds[place.build];
  if (place.manifest < build.manifests.size() &&
      build.manifests[place.manifest].module)
    return build.manifests[place.manifest].module->path;
  if (build.graph.mains().empty()) return {};
  return std::string(build.graph.path(build.graph.mains().front()));
}

std::vector<CrossModuleRow> cross_module_rows(
    std::span<const Project* const> builds,
    std::span<const CrossModuleDrift> drift) {
  std::vector<CrossModuleRow> out;
  out.reserve(drift.size());
  for (const CrossModuleDrift& one : drift) out.push_back(row_of(builds, one));
  return out;
}

std::vector<CrossModuleSentence> cross_module_sentences(
    const CrossModuleRow& row) {
  const auto has = [](const std::vector<VersionOfMains>& rows,
                      const VersionOfMains& wanted) {
    return std::find(rows.begin(), rows.end(), wanted) != rows.end();
  };
  std::vector<CrossModuleSentence> out;
  for (const VersionOfMains& one : row.required)
    out.push_back(
        {one.version + (has(row.selected, one) ? " is required and selected by"
                                               : " is required by"),
         &one.mains});
  for (const VersionOfMains& one : row.selected)
    if (!has(row.required, one))
      out.push_back({one.version + " is selected by", &one.mains});
  for (const ReplacementOfMains& one : row.replaced) {
    std::string says = "not replaced in";
    if (one.by)
      says = "replaced by " + one.by->path +
             (one.by->version.empty() ? "" : " ") + one.by->version + " in";
    out.push_back({std::move(says), &one.mains});
  }
  return out;
}

std::vector<Finding> findings_between_builds(
    std::span<const Project* const> builds,
    std::span<const CrossModuleDrift> drift) {
  std::vector<Finding> out;
  for (const CrossModuleDrift& one : drift)
    out.push_back(cross_module_finding(builds, one));
  return out;
}

std::vector<Finding> cross_module_findings(const Evidence& evidence) {
  const Project* const builds[] = {&evidence.project};
  return findings_between_builds(builds, evidence.analysis.cross_module_drift);
}

}  // namespace modgraph

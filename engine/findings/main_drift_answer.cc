#include "engine/findings/main_drift_answer.h"

#include <algorithm>
#include <utility>

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

MainDriftRow row_of(std::span<const Project* const> builds,
                    const CrossModuleDrift& drift) {
  MainDriftRow out;
  out.module = drift.path;
  out.direct = drift.direct;
  for (const RequiredByMains& row : drift.required)
    out.asked.push_back(
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

std::vector<MainDriftRow> main_drift_answer(
    std::span<const Project* const> builds,
    std::span<const CrossModuleDrift> drift) {
  std::vector<MainDriftRow> out;
  out.reserve(drift.size());
  for (const CrossModuleDrift& one : drift) out.push_back(row_of(builds, one));
  return out;
}

std::vector<MainDriftSentence> main_drift_sentences(const MainDriftRow& row) {
  const auto has = [](const std::vector<VersionOfMains>& rows,
                      const VersionOfMains& wanted) {
    return std::find(rows.begin(), rows.end(), wanted) != rows.end();
  };
  std::vector<MainDriftSentence> out;
  for (const VersionOfMains& one : row.asked)
    out.push_back(
        {one.version + (has(row.selected, one) ? " is asked for and built by"
                                               : " is asked for by"),
         &one.mains});
  for (const VersionOfMains& one : row.selected)
    if (!has(row.asked, one))
      out.push_back({one.version + " is built by", &one.mains});
  for (const ReplacementOfMains& one : row.replaced) {
    std::string says = "not replaced by";
    if (one.by)
      says = "replaced with " + one.by->path +
             (one.by->version.empty() ? "" : " ") + one.by->version + " by";
    out.push_back({std::move(says), &one.mains});
  }
  return out;
}

}  // namespace modgraph

#include "engine/report/main_drift_answer.h"

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
                    const MainDrift& drift) {
  MainDriftRow out;
  out.module = drift.path;
  out.direct = drift.direct;
  for (const AskedByMains& row : drift.asked)
    out.asked.push_back(
        {row.version, names(builds, row.by,
                            [](const AskingLine& line) { return line.main; })});
  for (const BuiltByMains& row : drift.selected)
    out.selected.push_back(
        {row.version, names(builds, row.builds, [](std::size_t build) {
           return MainPlace{build, 0};
         })});
  for (const ReplacedByMains& row : drift.replaced) {
    ReplacementOfMains& one = out.replaced.emplace_back();
    if (!row.by.path.empty()) one.by = ReplacedBy{row.by.path, row.by.version};
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
    std::span<const Project* const> builds, std::span<const MainDrift> drift) {
  std::vector<MainDriftRow> out;
  out.reserve(drift.size());
  for (const MainDrift& one : drift) out.push_back(row_of(builds, one));
  return out;
}

}  // namespace modgraph

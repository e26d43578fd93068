#include "engine/report/main_drift_findings.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "engine/report/findings.h"

namespace modgraph {
namespace {

constexpr std::size_t kMostPlaces = 4;

class DriftFinding {
 public:
  DriftFinding(std::span<const Project* const> builds, const MainDrift& drift)
      : builds_(builds), drift_(drift) {}

  Finding make() && {
    finding_ = new_finding("MG2006", message());
    finding_.subjects.push_back({drift_.path, highest()});
    places();
    for (const AskedByMains& row : drift_.asked)
      note(fmt::format("{} is asked for by", row.version), row.by,
           [](const AskingLine& line) { return line.main; });
    for (const BuiltByMains& row : drift_.selected)
      note(fmt::format("{} is built by", row.version), row.builds,
           [](std::size_t build) {
             return MainPlace{build, 0};
           });
    for (const ReplacedByMains& row : drift_.replaced)
      note(row.by.path.empty()
               ? std::string("not replaced by")
               : fmt::format("replaced with {}{}{} by", row.by.path,
                             row.by.version.empty() ? "" : " ", row.by.version),
           row.mains, [](const MainPlace& place) { return place; });
    return std::move(finding_);
  }

 private:
  std::string message() const {
    std::string how;
    const auto add = [&](std::string part) {
      how += (how.empty() ? "" : ", ") + std::move(part);
    };
    if (!drift_.asked.empty())
      add(fmt::format("asked for at {} versions, {} to {}", drift_.asked.size(),
                      drift_.asked.front().version,
                      drift_.asked.back().version));
    if (!drift_.selected.empty())
      add(fmt::format("built at {} versions, {} to {}", drift_.selected.size(),
                      drift_.selected.front().version,
                      drift_.selected.back().version));
    if (!drift_.replaced.empty())
      add(fmt::format("replaced in {} ways", drift_.replaced.size()));
    return fmt::format("main modules disagree about '{}': {}", drift_.path,
                       how);
  }

  std::string highest() const {
    if (!drift_.selected.empty()) return drift_.selected.back().version;
    if (!drift_.asked.empty()) return drift_.asked.back().version;
    return {};
  }

  // Where the lowest version is asked for, which is where to begin; then one
  // line for each other version.
  void places() {
    std::size_t left = kMostPlaces;
    for (const AskedByMains& row : drift_.asked) {
      const AskingLine& asking = row.by.front();
      const Manifest& manifest =
          builds_[asking.main.build]->manifests[asking.main.manifest];
      Location at = location_of(manifest, asking.line->where);
      if (!finding_.location)
        finding_.location = std::move(at);
      else if (left-- > 0)
        finding_.related.push_back({std::move(at), "here " + row.version});
      else
        return;
    }
  }

  std::string name(const MainPlace& place) const {
    const Project& build = *builds_[place.build];
    if (place.manifest < build.manifests.size() &&
        build.manifests[place.manifest].module)
      return build.manifests[place.manifest].module->path;
    return build.graph.mains().empty()
               ? std::string()
               : std::string(build.graph.path(build.graph.mains().front()));
  }

  template <class Rows, class PlaceOf>
  void note(const std::string& says, const Rows& rows, PlaceOf place_of) {
    std::vector<std::string> names;
    for (const auto& row : rows) names.push_back(name(place_of(row)));
    std::sort(names.begin(), names.end());
    finding_.notes.push_back(says + " " + some_of(names));
  }

  std::span<const Project* const> builds_;
  const MainDrift& drift_;
  Finding finding_;
};

}  // namespace

std::vector<Finding> main_drift_findings(std::span<const Project* const> builds,
                                         std::span<const MainDrift> drift) {
  std::vector<Finding> out;
  for (const MainDrift& one : drift)
    out.push_back(DriftFinding(builds, one).make());
  return out;
}

std::vector<Finding> cross_module_findings(const Evidence& evidence) {
  const Project* const builds[] = {&evidence.project};
  return main_drift_findings(builds, evidence.analysis.main_drift);
}

}  // namespace modgraph

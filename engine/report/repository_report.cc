#include "engine/report/repository_report.h"

#include <optional>

#include "engine/findings/fingerprint.h"
#include "engine/findings/main_drift_findings.h"

namespace modgraph {

std::vector<Finding> judge_drift(std::span<const Project* const> builds,
                                 std::span<const CrossModuleDrift> drift,
                                 const Policy& policy) {
  std::vector<Finding> out = main_drift_findings(builds, drift);
  std::erase_if(out, [&](Finding& f) {
    const std::optional<Level> level = level_under(policy, *f.rule, f.level);
    if (!level) return true;
    f.level = *level;
    f.fingerprint = fingerprint(f, "");
    return false;
  });
  return out;
}

}  // namespace modgraph

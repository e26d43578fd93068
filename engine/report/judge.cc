#include "engine/report/judge.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "engine/report/findings.h"
#include "engine/report/fingerprint.h"

namespace modgraph {
namespace {

// Adding a family of rules is adding a row.
constexpr std::array kFamilies = {cycle_findings, drift_findings,
                                  raised_findings, input_findings};

std::string main_module_names(const ModuleGraph& graph) {
  std::string out;
  for (NodeId main : graph.mains())
    out.append(out.empty() ? "" : "\n").append(graph.path(main));
  return out;
}

bool comes_before(const Finding& a, const Finding& b) {
  if (a.level != b.level) return a.level > b.level;
  if (a.rule != b.rule) return a.rule->code < b.rule->code;
  return std::lexicographical_compare(
      a.subjects.begin(), a.subjects.end(), b.subjects.begin(),
      b.subjects.end(), [](const Subject& x, const Subject& y) {
        return x.module != y.module ? x.module < y.module
                                    : x.version < y.version;
      });
}

// Sorts places, then moves each finding once: they are large.
std::vector<Finding> in_report_order(std::vector<Finding> findings) {
  std::vector<std::uint32_t> order(findings.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
    return comes_before(findings[a], findings[b]);
  });
  std::vector<Finding> out;
  out.reserve(findings.size());
  for (const std::uint32_t i : order) out.push_back(std::move(findings[i]));
  return out;
}

}  // namespace

std::vector<Finding> judge(const Project& project, const Analysis& analysis,
                           const Policy& policy) {
  const RequirementLines lines(project.manifests);
  const Evidence evidence{project, analysis, lines};
  const std::string mains = main_module_names(project.graph);
  std::vector<Finding> out;
  for (const auto family : kFamilies) {
    for (Finding& f : family(evidence)) {
      const std::optional<Level> level = level_under(policy, *f.rule);
      if (!level) continue;
      f.level = *level;
      f.fingerprint = fingerprint(f, mains);
      out.push_back(std::move(f));
    }
  }
  return in_report_order(std::move(out));
}

bool any_at_or_above(const std::vector<Finding>& findings, Level level) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
    return !f.suppressed && f.level >= level;
  });
}

}  // namespace modgraph

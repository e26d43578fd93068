#include "tests/support/summary_facts.h"

#include "importers/go_mod/go_mod_summary.h"

namespace modgraph::test {

std::string facts(const ModuleSummary& summary) {
  std::string out(summary.path);
  out.append(" go ").append(summary.go_version).append(":");
  for (const auto& m : summary.require)
    out.append(" ").append(m.path).append("@").append(m.version);
  return out;
}

std::string summary_facts(const Result<Manifest>& manifest) {
  if (!manifest) return "no manifest";
  return facts(summary_of(*manifest));
}

}  // namespace modgraph::test

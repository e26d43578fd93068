#include "tests/support/summary_facts.h"

namespace modgraph::test {

std::string facts(const ModuleSummary& summary) {
  std::string out = summary.path + " go " + summary.go_version + ":";
  for (const ModuleVersion& m : summary.require)
    out += " " + m.path + "@" + m.version;
  return out;
}

std::string summary_facts(const Result<Manifest>& manifest) {
  if (!manifest) return "no manifest";
  ModuleSummary out;
  if (manifest->module) out.path = manifest->module->path;
  if (manifest->go) out.go_version = manifest->go->version;
  for (const Requirement& r : manifest->require)
    out.require.push_back(r.module);
  return facts(out);
}

}  // namespace modgraph::test

#include "tests/support/reference_mvs.h"

#include <map>
#include <set>

namespace modgraph::test {

std::vector<ModuleVersion> slow_build_list(const ModuleVersion& target,
                                           const Requirements& requirements) {
  std::set<ModuleVersion> met{target};
  for (std::size_t before = 0; before != met.size();) {
    before = met.size();
    const std::set<ModuleVersion> known = met;
    for (const ModuleVersion& m : known) {
      if (m.version == kNoVersion) continue;
      const auto required = requirements.required(m).value();
      met.insert(required.begin(), required.end());
    }
  }
  std::map<std::string, std::string> highest;
  for (const ModuleVersion& m : met) {
    const auto best = highest.emplace(m.path, kNoVersion).first;
    if (requirements.compare(m.path, best->second, m.version) < 0)
      best->second = m.version;
  }
  std::vector<ModuleVersion> list{target};
  for (const auto& [path, version] : highest)
    if (path != target.path && version != kNoVersion)
      list.push_back({path, version});
  return list;
}

}  // namespace modgraph::test

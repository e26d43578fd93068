#include "engine/findings/fingerprint.h"

#include <algorithm>

#include "engine/base/sha256.h"

namespace modgraph {

std::string fingerprint(const Finding& finding, std::string_view main_module) {
  // Kept from one finding to the next.
  static thread_local std::vector<std::string_view> paths;
  static thread_local std::string identity;
  paths.clear();
  for (const Subject& s : finding.subjects) paths.push_back(s.module);
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  // No path contains a newline, so the parts cannot run into each other.
  identity.assign(finding.rule->code).append("\n").append(main_module);
  for (const std::string_view path : paths) identity.append("\n").append(path);
  return sha256_hex(identity).substr(0, 32);
}

}  // namespace modgraph

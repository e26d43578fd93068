#include "engine/findings/findings.h"

namespace modgraph {

std::vector<Finding> policy_findings(const Evidence& evidence) {
  if (evidence.policy == nullptr) return {};
  return {};
}

}  // namespace modgraph

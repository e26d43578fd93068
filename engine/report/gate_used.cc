#include "engine/report/gate_used.h"

#include <fmt/core.h>

#include <cstddef>
#include <string_view>

namespace modgraph {
namespace {

// Enough to find a commit by, and to tell two versions of a file apart.
constexpr std::size_t kCommitDigits = 12;

std::string beginning(const std::string& digits) {
  return digits.substr(0, kCommitDigits);
}

}  // namespace

std::string gate_sentence(const GateUsed& gate) {
  const Verdict& v = gate.verdict;
  std::string out =
      fmt::format("{} new, {} fixed, {} known, {} unknown since {}", v.added,
                  v.fixed, v.known, v.unknown, gate.base);
  if (!gate.base_commit.empty())
    out += fmt::format(" ({})", beginning(gate.base_commit));
  if (gate.policy_from.empty())
    return out + "; no settings, the default policy";
  return out + fmt::format("; policy from {} (sha256 {})", gate.policy_from,
                           beginning(gate.digest));
}

}  // namespace modgraph

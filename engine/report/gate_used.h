#pragma once

// What the findings of a report were compared with, and under whose policy.

#include <string>

#include "engine/findings/new_findings.h"

namespace modgraph {

struct GateUsed {
  std::string base;            // the revision, as it was named
  bool is_merge_base = false;  // where its history and the head's part
  std::string base_commit;     // 40 hexadecimal digits
  std::string policy_from;     // "main:.modgraph.yaml"; "": no settings
  std::string digest;          // SHA-256 of the settings; "": none
  Verdict verdict;
};

/// "2 new, 1 fixed, 14 known, 0 unknown since main (0123456789ab); policy from
/// main:.modgraph.yaml (sha256 0123456789ab)". Not printable yet (printable.h).
std::string gate_sentence(const GateUsed& gate);

}  // namespace modgraph

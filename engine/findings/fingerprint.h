#pragma once

// The identity of a finding, for baselines: what it is about, without places
// and versions.

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/findings/finding.h"
#include "engine/model/baseline.h"
#include "engine/model/project.h"

namespace modgraph {

/// 32 hexadecimal digits over rule, the module whose file it is about, and
/// sorted subject paths.
std::string fingerprint(const Finding& finding, std::string_view owner);

/// The same in words, as baselines keep it. `owner`: as for fingerprint().
FindingIdentity identity_of(const Finding& finding, std::string_view owner);

/// Whether all that `found` is about is in `known`, which is of the same rule
/// and main modules: a cycle that lost a member is no new one.
bool is_within(const FindingIdentity& found, const FindingIdentity& known);

/// What fingerprint() says of a finding with this identity.
std::string fingerprint(const FindingIdentity& identity);

/// Gives a number to what only its place tells apart: two lines of one file
/// that are about one module, say. The order of the findings counts.
void make_fingerprints_unique(std::span<Finding> findings);

/// Whose file a finding is about.
class FingerprintOwners {
 public:
  /// The project must outlive it.
  explicit FingerprintOwners(const Project& project);

  /// The main module in whose go.mod the finding points; else all of them, a
  /// line each.
  std::string_view of(const Finding& finding) const;

 private:
  std::vector<std::pair<std::string_view, std::string_view>> files_;
  std::string all_;
};

}  // namespace modgraph

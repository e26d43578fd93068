#pragma once

// The answer to "what should we have a copy of, and is the one we have right?",
// in names, for exporters.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/model/project.h"

namespace modgraph {

struct VendorReasonAnswer {
  std::string name;  // "pseudo-version"
  int points = 0;
  std::string detail;  // as in VendorPoint
  std::string text;    // one sentence without a stop
};

struct VendorCandidateAnswer {
  std::string path;
  std::string version;
  std::optional<bool> direct;  // none without a go.mod
  int score = 0;
  std::vector<VendorReasonAnswer> reasons;
  std::uint32_t dependents = 0;
  std::optional<std::uint32_t> exclusive;  // modules that leave, itself too
  std::optional<std::uint64_t> bytes;
};

/// A vendored version that the build list does not have.
struct StaleVendoredModule {
  std::string path;
  std::string vendored;
  std::string selected;  // "": the module is not in the build list
};

struct VendorFolderAnswer {
  std::string file;
  bool automatic = false;
  std::vector<VendorInconsistency> inconsistencies;
  std::size_t modules = 0;                    // that packages were copied from
  std::size_t packages = 0;                   // that were copied
  std::vector<std::string> without_packages;  // "path@version"
  std::vector<StaleVendoredModule> stale;
};

struct VendorAnswer {
  int threshold = kVendorThreshold;
  std::vector<VendorCandidateAnswer> candidates;  // the highest score first
  std::optional<VendorFolderAnswer> vendor;       // none: no such folder
  /// What is not known for want of an input; whole sentences without a stop.
  std::vector<std::string> unknown;
};

VendorAnswer vendor_answer(const Project& project, const Analysis& analysis);

}  // namespace modgraph

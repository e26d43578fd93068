#pragma once

// Whether vendor/modules.txt fits the go.mod files that it was made from. (Go's
// checkVendorConsistency.)
//
//   what go.mod requires       is marked explicit, and the other way round
//   what go.mod replaces       is replaced by the same, and the other way round
//
// Below go 1.14 the file says less, so less is asked of it: only what it
// contradicts counts.
// Source: go.dev/ref/mod#vendoring, and the go command's behaviour (1.26).
// Tested by tests/engine/resolve/vendor_consistency_test.cc and
// tests/oracle/vendoring.py.

#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/main_modules.h"
#include "engine/model/vendored_modules.h"
#include "engine/resolve/replacements.h"

namespace modgraph {

/// In the go command's order. O((directives + modules) * log modules).
std::vector<VendorInconsistency> vendor_inconsistencies(
    const MainModules& mains, const Replacements& replacements,
    const VendoredModules& vendored);

/// What the go command says when there are any: one error for all of them;
/// nothing when there are none.
Errors inconsistent_vendoring(
    const MainModules& mains,
    const std::vector<VendorInconsistency>& inconsistencies);

}  // namespace modgraph

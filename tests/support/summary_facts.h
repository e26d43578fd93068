#pragma once

// What resolving needs to know of a go.mod, in one line.

#include <string>

#include "engine/base/result.h"
#include "engine/model/manifest.h"
#include "engine/resolve/module_source.h"

namespace modgraph::test {

/// "example.com/m go 1.21: a@v1.0.0 b@v1.2.0".
std::string facts(const ModuleSummary& summary);

/// The same of a whole manifest; "no manifest" when there is none.
std::string summary_facts(const Result<Manifest>& manifest);

}  // namespace modgraph::test

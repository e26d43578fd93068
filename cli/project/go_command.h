#pragma once

// Asking the go command, only on request: without a shell, with fixed
// arguments, in a fixed environment that fetches nothing and writes nothing.

#include <string>
#include <vector>

#include "engine/base/result.h"

namespace modgraph {

/// The go command found on PATH, absolute. Entries that are relative or lie in
/// `folder` are passed over: a repository must not bring its own. Fails
/// (kEnvironment) when there is none.
Result<std::string> find_go(const std::string& folder);

/// Standard output of `go ARGUMENTS` run in `folder`. Fails (kEnvironment) with
/// its standard error when it exits with another status than 0, cannot be
/// started, or prints more than 2 GiB.
Result<std::string> run_go(const std::string& go, const std::string& folder,
                           const std::vector<std::string>& arguments);

}  // namespace modgraph

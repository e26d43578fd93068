#pragma once

// `modgraph manifest`: a go.mod or go.work file as data.

#include <string>
#include <string_view>

#include "cli/options.h"
#include "cli/terminal/exit_code.h"
#include "engine/base/result.h"

namespace modgraph {

/// The bytes of `go mod edit -json`, or of `go work edit -json` for a file that
/// is called go.work or ends in ".work". Accepts and refuses what they do, but
/// with all errors.
Result<std::string> manifest_json(std::string_view file_name, std::string text);

ExitCode run_manifest(const ManifestOptions& options,
                      const GlobalOptions& global);

}  // namespace modgraph

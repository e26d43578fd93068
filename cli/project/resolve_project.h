#pragma once

// Resolving the module or workspace that a folder belongs to, in process: finds
// its files, its module cache and its settings as the go command would, and
// loads the build. Fetches nothing, writes nothing.

#include <memory>
#include <string>

#include "cli/project/resolution.h"

namespace modgraph {

/// `shared`: from a resolution before, which had the same options.
Result<std::unique_ptr<Resolution>> resolve_project(
    const std::string& folder, const ResolveOptions& options, ResolveAs as,
    GraphShape shape, const std::string& shown_from,
    std::shared_ptr<SharedModules> shared = nullptr);

/// Keeps a resolution to the end of the process. Giving its thousands of pieces
/// of memory back one by one would be for nothing then.
Resolution& keep_to_the_end(std::unique_ptr<Resolution> resolution);

/// Which files would be resolved for a folder, without reading them.
Result<MainFiles> main_files_of(const std::string& folder,
                                const ResolveOptions& options);

}  // namespace modgraph

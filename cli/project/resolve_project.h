#pragma once

// Resolving the module or workspace that a folder belongs to, in process: finds
// its files, its module cache and its settings as the go command would, and
// loads the build. Fetches nothing, writes nothing.

#include <cstdint>
#include <memory>
#include <string>

#include "cli/project/resolution.h"
#include "importers/module_cache/file_tree.h"

namespace modgraph {

/// What becomes of files that are there and do not resolve.
enum class WithoutBuild : std::uint8_t {
  kFail,
  kKeep,  // Resolution::failure says why there is no build
};

/// `shared`: from a resolution before, which had the same options and tree.
/// `tree`: where the files of the project are; it must outlive the resolution.
Result<std::unique_ptr<Resolution>> resolve_project(
    const std::string& folder, const ResolveOptions& options, ResolveAs as,
    GraphShape shape, const std::string& shown_from,
    std::shared_ptr<SharedModules> shared = nullptr,
    WithoutBuild without = WithoutBuild::kFail, const FileTree& tree = disk());

/// Keeps a resolution to the end of the process. Giving its thousands of pieces
/// of memory back one by one would be for nothing then.
Resolution& keep_to_the_end(std::unique_ptr<Resolution> resolution);

/// Which files would be resolved for a folder, without reading them.
Result<MainFiles> main_files_of(const std::string& folder,
                                const ResolveOptions& options);

}  // namespace modgraph

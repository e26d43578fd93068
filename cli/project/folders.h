#pragma once

// Which folders a command line names, when it names several.

#include <string>
#include <vector>

#include "cli/options.h"
#include "engine/base/result.h"

namespace modgraph {

struct NamedFolders {
  std::vector<std::string> folders;
  /// Folders with a go.mod that a pattern passed over, as a sentence; "" for
  /// none.
  std::string passed_over;
  bool empty() const { return folders.empty(); }
};

/// The folders among the paths, in their order, once each; `DIR/...` stands for
/// every folder below DIR with a go.mod, by the go command's rules: none whose
/// name is vendor or testdata or begins with '.' or '_'; links are not
/// followed. Empty when there are not several and no such pattern. Fails
/// (kUsage) when several folders are mixed with files, and when a pattern finds
/// nothing.
Result<NamedFolders> several_folders(const InputOptions& options);

}  // namespace modgraph

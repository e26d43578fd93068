#pragma once

// Folders that matter, and how files are named in answers.

#include <string>
#include <vector>

namespace modgraph {

/// What files in answers are named relative to: the nearest folder upward that
/// is under version control, else the folder that the command runs in;
/// absolute.
std::string naming_base(const std::string& folder);

/// The folder of the repository: the nearest one upward that is under version
/// control; else that of a go.work, or of the outermost go.mod; else `folder`
/// itself. Absolute.
std::string repository_root(const std::string& folder);

/// The folder that they all are in; absolute.
std::string common_folder(const std::vector<std::string>& folders);

/// The nearest .modgraph.yaml upward, not beyond the repository root; "" when
/// there is none.
std::string find_config(const std::string& folder);

/// `path` relative to `base`, with '/'; as it was named when it lies elsewhere.
std::string shown_path(const std::string& path, const std::string& base);

}  // namespace modgraph

#pragma once

// Folders that matter, and how files are named in answers.

#include <string>

namespace modgraph {

/// The nearest folder upward with a `.git`, else `folder` itself; absolute.
std::string repository_root(const std::string& folder);

/// The nearest .modgraph.yaml upward, not beyond the repository root; "" when
/// there is none. Outside a repository only `folder` itself is looked at.
std::string find_config(const std::string& folder);

/// `path` relative to `base`, with '/'; as it was named when it lies elsewhere.
std::string shown_path(const std::string& path, const std::string& base);

}  // namespace modgraph

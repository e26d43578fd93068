#pragma once

// Whoever writes a repository decides where its links lead to, and must not
// read there by what we print.

#include <string>

#include "engine/base/result.h"
#include "importers/module_cache/file_tree.h"

namespace modgraph {

/// The errors about a file that was read from `path`. If that is a link, what it
/// leads to may be none of the repository's business: then only the first
/// place is told, and no word of the text.
/// Tested by tests/importers/module_cache/linked_file_test.cc.
Errors unquoted_if_link(const FileTree& tree, const std::string& path,
                        Errors errors);
/// On the disk.
Errors unquoted_if_link(const std::string& path, Errors errors);

}  // namespace modgraph

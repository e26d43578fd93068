#pragma once

// What a folder holds, in an order that the file system has no say in.
// Tested by tests/importers/module_cache/folder_listing_test.cc.

#include <cstddef>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "importers/module_cache/regular_file.h"

namespace modgraph {

struct FolderEntry {
  std::string name;
  bool is_folder = false;  // a link is what it leads to
  bool is_link = false;
};

/// More entries than any folder of a repository or a module cache has.
inline constexpr std::size_t kMaxFolderEntries = 1'000'000;

/// The entries but "." and "..", ascending by name. Fails when the folder
/// cannot be read to its end, and when it has more than `max_entries`.
/// O(n log n).
tl::expected<std::vector<FolderEntry>, ReadFault> list_folder(
    const std::string& path, std::size_t max_entries = kMaxFolderEntries);

}  // namespace modgraph

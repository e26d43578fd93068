#pragma once

// Where the files of a repository are read: on the disk, or in a commit as if
// it were checked out in its place. What is read of a revision is what is read
// of a folder, and neither is written.
// Tested by tests/importers/module_cache/file_tree_test.cc.

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

#include "importers/module_cache/regular_file.h"

namespace modgraph {

/// Paths are absolute and clean (engine/base/file_path.h). Several threads may
/// ask at a time.
class FileTree {
 public:
  FileTree() = default;
  FileTree(const FileTree&) = delete;
  FileTree& operator=(const FileTree&) = delete;
  virtual ~FileTree() = default;

  /// The content of a regular file of at most `max_bytes`; never blocks.
  virtual tl::expected<std::string, ReadFault> read(
      const std::string& path, std::uint64_t max_bytes) const = 0;

  /// Whether anything has this name.
  virtual bool is_there(const std::string& path) const = 0;
  virtual bool is_folder(const std::string& path) const = 0;
  virtual bool is_regular_file(const std::string& path) const = 0;
  /// Whether the name itself is a symbolic link.
  virtual bool is_link(const std::string& path) const = 0;

  /// The name without links in it; unchanged if nothing has that name.
  virtual std::string real_path(const std::string& path) const = 0;
};

/// The disk. Links are followed, as everywhere.
const FileTree& disk();

/// Whether `path` is `folder` or is below it, with links followed in both.
bool lies_inside(const FileTree& tree, const std::string& path,
                 const std::string& folder);

}  // namespace modgraph

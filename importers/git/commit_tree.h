#pragma once

// The files of a commit, as if it were checked out in its repository's folder.
// Names outside of that folder are looked up on the disk.
//
// A symbolic link in a commit is not followed, and a submodule not entered.
// What is behind one is there and is no folder: who reads it is told why it
// cannot be read.
// Tested by tests/importers/git/commit_tree_test.cc.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "engine/base/result.h"
#include "importers/git/git_repository.h"
#include "importers/module_cache/file_tree.h"

namespace modgraph {

/// What it reads stays as it is while the repository goes on. It keeps the
/// repository open.
class CommitTree : public FileTree {
 public:
  /// Fails (kEnvironment) if the repository lacks the commit or its folder.
  static Result<std::unique_ptr<CommitTree>> open(
      const GitRepository& repository, const Commit& commit);

  ~CommitTree() override;

  tl::expected<std::string, ReadFault> read(
      const std::string& path, std::uint64_t max_bytes) const override;
  bool is_there(const std::string& path) const override;
  bool is_folder(const std::string& path) const override;
  bool is_regular_file(const std::string& path) const override;
  bool is_link(const std::string& path) const override;
  std::string real_path(const std::string& path) const override;

  const Commit& commit() const { return commit_; }

 private:
  class Folders;  // of libgit2
  CommitTree(std::unique_ptr<Folders> folders, const GitRepository& repository,
             Commit commit);

  // The name from the commit's root; nothing for what is on the disk.
  std::optional<std::string> place_of(const std::string& path) const;
  ReadFault not_here(const std::string& place) const;

  std::unique_ptr<Folders> folders_;
  std::vector<CheckoutFolder> checkouts_;
  Commit commit_;
};

}  // namespace modgraph

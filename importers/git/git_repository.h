#pragma once

// A git repository on the disk, read by libgit2: which commit a revision is,
// and where two histories part. Nothing is written, no lock is taken, no index
// is read and no program is run.
// Tested by tests/importers/git/git_repository_test.cc.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/result.h"

namespace modgraph {

class GitHandle;

struct Commit {
  std::string name;  // what the user said
  std::string id;    // 40 hexadecimal digits
};

/// A folder on the disk, and what it is in a commit: names below the one are
/// those below the other.
struct CheckoutFolder {
  std::string folder;  // absolute and clean
  std::string place;   // below the commit's root; "" is the root
};

/// Several threads may ask at a time.
class GitRepository {
 public:
  /// The repository that an absolute folder is in, as git finds it. Fails
  /// (kEnvironment) if there is none, none that we can read, or its files are
  /// elsewhere.
  static Result<std::unique_ptr<GitRepository>> open(const std::string& folder);

  GitRepository(const GitRepository&) = delete;
  GitRepository& operator=(const GitRepository&) = delete;
  ~GitRepository();

  /// The root of the files, without links in it; of a bare repository its git
  /// directory, or the folder whose `.git` that is.
  const std::string& folder() const { return checkouts_.front().folder; }
  bool is_bare() const { return is_bare_; }

  /// folder(), and the folder that was opened where links lead from its name
  /// into folder().
  const std::vector<CheckoutFolder>& checkouts() const { return checkouts_; }

  /// Whether a word names a revision here.
  bool has_revision(const std::string& word) const;

  /// The commit that a revision is, in git's own words (`HEAD~2`, `v1.2.3`,
  /// `:/text`). Fails: kEnvironment where there is no such revision, also
  /// where a shallow repository may only lack it; kUsage where it is no commit.
  Result<Commit> resolve(const std::string& revision) const;

  /// Where the histories of two commits part, as `git merge-base`. Of several
  /// places that are equally good the latest, then the least id. Fails: kUsage
  /// where there is none, kEnvironment where the history that a shallow
  /// repository lacks may hold a better one.
  Result<Commit> merge_base(const Commit& a, const Commit& b) const;

  /// For those in this folder.
  const std::shared_ptr<GitHandle>& handle() const { return handle_; }

 private:
  GitRepository(std::shared_ptr<GitHandle> handle, bool is_bare,
                std::vector<CheckoutFolder> checkouts)
      : handle_(std::move(handle)),
        is_bare_(is_bare),
        checkouts_(std::move(checkouts)) {}

  std::shared_ptr<GitHandle> handle_;
  bool is_bare_;
  std::vector<CheckoutFolder> checkouts_;  // at least one
};

}  // namespace modgraph

#pragma once

// An open repository of libgit2, for those in this folder who ask it. Its
// header stays in their .cc files.
// Tested by tests/importers/git/git_repository_test.cc.

#include <memory>
#include <mutex>
#include <string>

struct git_repository;

namespace modgraph {

/// One asks at a time: libgit2 promises no more for one repository.
class GitHandle {
 public:
  explicit GitHandle(git_repository* repository) : repository_(repository) {}
  GitHandle(const GitHandle&) = delete;
  GitHandle& operator=(const GitHandle&) = delete;
  ~GitHandle();

  git_repository* get() const { return repository_; }
  std::mutex& mutex() { return mutex_; }

 private:
  git_repository* repository_;
  std::mutex mutex_;
};

/// Prepares libgit2, at the first call: that it takes what the machine is told
/// about git for nothing, and opens what belongs to others. False: it cannot.
bool start_libgit2();

/// What libgit2 says about the call that just failed. Throws std::bad_alloc
/// where that was a want of memory.
std::string git_reason();

/// Something of libgit2's that ends with its owner.
template <class T, void (*kFree)(T*)>
struct GitFree {
  void operator()(T* it) const { kFree(it); }
};
template <class T, void (*kFree)(T*)>
using GitOwned = std::unique_ptr<T, GitFree<T, kFree>>;

}  // namespace modgraph

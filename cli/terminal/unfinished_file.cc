#include "cli/terminal/unfinished_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <utility>

#include "engine/base/sha256.h"

namespace modgraph {
namespace {

// The unfinished file, where a signal handler can find it.
std::array<char, PATH_MAX> g_unfinished{};
std::atomic<bool> g_has_unfinished{false};

// A signal that comes while a file is made or takes its name waits until it is
// known again whether there is one to remove.
std::atomic<bool> g_is_changing{false};
std::atomic<int> g_waiting_signal{0};

class Change {
 public:
  Change() { g_is_changing = true; }
  Change(const Change&) = delete;
  Change& operator=(const Change&) = delete;
  ~Change() {
    g_is_changing = false;
    const int signal = g_waiting_signal;
    if (signal == 0) return;
    remove_unfinished_file();
    raise(signal);  // to be obeyed now
  }
};

// Runs that write one file at a time. More than that find another name.
constexpr int kSlots = 4;

// Short, whatever the target's name: that may be as long as names can be.
std::string slot_name(const std::string& folder, const std::string& name,
                      int slot) {
  return fmt::format("{}.modgraph-{}-{}", folder,
                     sha256_hex(name).substr(0, 16), slot);
}

// Of nobody else, under this name, and not the second name of another file:
// whoever put it there before us must not keep a hand in it.
bool is_ours(int fd, const std::string& path) {
  struct stat opened {};
  struct stat named {};
  return fstat(fd, &opened) == 0 && lstat(path.c_str(), &named) == 0 &&
         S_ISREG(opened.st_mode) && opened.st_uid == geteuid() &&
         opened.st_nlink == 1 && opened.st_dev == named.st_dev &&
         opened.st_ino == named.st_ino;
}

// A file under this name, empty and locked; -1 with errno set if there is none,
// which is EEXIST if another run or somebody else has it.
int open_slot(const std::string& path) {
  const int fd =
      open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK,
           0600);
  if (fd < 0) return -1;
  const bool is_locked = flock(fd, LOCK_EX | LOCK_NB) == 0;
  int failure = is_locked ? EEXIST : errno;
  const bool has_other = failure == EWOULDBLOCK || !is_ours(fd, path);
  if (is_locked && !has_other) {
    if (fchmod(fd, 0600) == 0 && ftruncate(fd, 0) == 0) return fd;
    failure = errno;
  }
  if (!has_other) unlink(path.c_str());
  close(fd);
  errno = has_other ? EEXIST : failure;
  return -1;
}

// Whether another name may be free: there is something else under this one.
bool is_taken(int failure) {
  return failure == EEXIST || failure == ELOOP || failure == EISDIR ||
         failure == ENXIO;
}

// Some file systems know no locks.
bool is_without_locks(int failure) {
  return failure == ENOLCK || failure == ENOSYS || failure == EOPNOTSUPP;
}

// What killed runs left under the other names.
void remove_leftovers(const std::string& folder, const std::string& name,
                      int used) {
  for (int slot = 0; slot < kSlots; ++slot) {
    if (slot == used) continue;
    const std::string path = slot_name(folder, name, slot);
    const int fd =
        open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) continue;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0 && is_ours(fd, path))
      unlink(path.c_str());
    close(fd);
  }
}

// Some file systems cannot; that the disk failed is another matter.
int sync_folder(const std::string& folder) {
  const int fd = open(folder.empty() ? "." : folder.c_str(),
                      O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return 0;  // a folder may be written and not read
  const int failure = fsync(fd) == 0 ? 0 : errno;
  close(fd);
  return failure == EIO || failure == ENOSPC ? failure : 0;
}

// "a/b/" of "a/b/c", "" of "c": as it is spelt, for there may be links in it.
std::string folder_of_target(const std::string& target) {
  const std::size_t slash = target.rfind('/');
  return slash == std::string::npos ? "" : target.substr(0, slash + 1);
}

}  // namespace

UnfinishedFile::UnfinishedFile(std::string target)
    : target_(std::move(target)) {
  const Change change;
  const std::string folder = folder_of_target(target_);
  const std::string name = target_.substr(target_.rfind('/') + 1);
  int slot = 0;
  for (; slot < kSlots && fd_ < 0; ++slot) {
    path_ = slot_name(folder, name, slot);
    fd_ = open_slot(path_);
    if (fd_ < 0 && !is_taken(errno)) break;
  }
  if (fd_ < 0 && (is_taken(errno) || is_without_locks(errno))) {
    path_ = folder + ".modgraph-XXXXXX";
    fd_ = mkostemp(path_.data(), O_CLOEXEC);
  }
  if (fd_ < 0) return;
  if (path_.size() < g_unfinished.size()) {
    std::copy(path_.c_str(), path_.c_str() + path_.size() + 1,
              g_unfinished.begin());
    g_has_unfinished = true;
  }
  remove_leftovers(folder, name, slot - 1);
}

UnfinishedFile::~UnfinishedFile() {
  if (fd_ < 0) return;
  const Change change;
  g_has_unfinished = false;
  if (!path_.empty()) unlink(path_.c_str());
  close(fd_);
}

int UnfinishedFile::replace_target() {
  {
    const Change change;
    if (rename(path_.c_str(), target_.c_str()) != 0) return errno;
    g_has_unfinished = false;
    path_.clear();
  }
  return sync_folder(folder_of_target(target_));
}

bool waits_for_unfinished_file(int signal) noexcept {
  if (!g_is_changing) return false;
  g_waiting_signal = signal;
  return true;
}

void remove_unfinished_file() noexcept {
  if (g_has_unfinished.load()) unlink(g_unfinished.data());
}

}  // namespace modgraph

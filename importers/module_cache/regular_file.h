#pragma once

// Reading files that other programs put in well-known places. Only regular
// files, and links to them: a FIFO or a device named go.mod would block for
// ever.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace modgraph {

/// Why a file could not be read: the operation and the system's reason, as Go
/// prints them: "no such file or directory", "is a directory".
struct ReadFault {
  std::string reason;
  bool missing = false;  // there is no such file
};

/// That of an errno.
ReadFault read_fault(int number);

/// The content of the file `name` below the folder `at` (a descriptor, or
/// AT_FDCWD), of at most `max_bytes`. Never blocks, whatever has that name.
tl::expected<std::string, ReadFault> read_regular_file(int at, const char* name,
                                                       std::uint64_t max_bytes);
tl::expected<std::string, ReadFault> read_regular_file(const std::string& path,
                                                       std::uint64_t max_bytes);

/// Memory for one file after the other.
class FileBuffer {
 public:
  /// As read_regular_file(); the view is good until the next call.
  tl::expected<std::string_view, ReadFault> read(int at, const char* name,
                                                 std::uint64_t max_bytes);

  /// The same for one of thousands of small files of an ordinary file system:
  /// skips asking for the size if the first read shows that it got everything.
  tl::expected<std::string_view, ReadFault> read_small(int at, const char* name,
                                                       std::uint64_t max_bytes);

  /// The memory that the last view points into.
  std::unique_ptr<char[]> take() && { return std::move(bytes_); }

 private:
  tl::expected<std::string_view, ReadFault> read_all(int file,
                                                     std::uint64_t max_bytes);
  void grow(std::size_t kept, std::size_t size);

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
};

bool is_regular_file(const std::string& path);
bool is_folder(const std::string& path);
/// Whether anything has this name.
bool is_there(const std::string& path);
/// The name without links in it; unchanged if nothing has that name.
std::string real_path(const std::string& path);

/// Whether `path` is `folder` or is below it, with links followed in both.
bool lies_inside(const std::string& path, const std::string& folder);

/// A descriptor that is closed with its owner; -1 if there is none.
class FileDescriptor {
 public:
  explicit FileDescriptor(int fd) : fd_(fd) {}
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  ~FileDescriptor();
  int get() const { return fd_; }

 private:
  int fd_;
};

}  // namespace modgraph

// readdir() and not std::filesystem, whose iterators end the process when there
// is no memory.

#include "importers/module_cache/folder_listing.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>

namespace modgraph {
namespace {

struct FolderCloser {
  void operator()(DIR* folder) const { closedir(folder); }
};

FolderEntry entry_of(int folder, const dirent& found) {
  FolderEntry out{found.d_name, found.d_type == DT_DIR, found.d_type == DT_LNK};
  struct stat info {};
  if (found.d_type == DT_UNKNOWN &&
      fstatat(folder, found.d_name, &info, AT_SYMLINK_NOFOLLOW) == 0) {
    out.is_folder = S_ISDIR(info.st_mode);
    out.is_link = S_ISLNK(info.st_mode);
  }
  if (out.is_link && fstatat(folder, found.d_name, &info, 0) == 0)
    out.is_folder = S_ISDIR(info.st_mode);
  return out;
}

}  // namespace

tl::expected<std::vector<FolderEntry>, ReadFault> list_folder(
    const std::string& path, std::size_t max_entries) {
  const std::unique_ptr<DIR, FolderCloser> folder(opendir(path.c_str()));
  if (!folder && errno == ENOMEM) throw std::bad_alloc();
  if (!folder) return tl::unexpected(read_fault(errno));
  std::vector<FolderEntry> out;
  while (true) {
    errno = 0;
    const dirent* found = readdir(folder.get());
    if (found == nullptr && errno != 0)
      return tl::unexpected(read_fault(errno));
    if (found == nullptr) break;
    const std::string_view name = found->d_name;
    if (name == "." || name == "..") continue;
    if (out.size() == max_entries)
      return tl::unexpected(
          ReadFault{fmt::format("more than {} entries", max_entries), false});
    out.push_back(entry_of(dirfd(folder.get()), *found));
  }
  std::sort(out.begin(), out.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return out;
}

}  // namespace modgraph

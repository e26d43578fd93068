#include "importers/module_cache/file_tree.h"

#include <sys/stat.h>

namespace modgraph {
namespace {

class Disk : public FileTree {
 public:
  tl::expected<std::string, ReadFault> read(
      const std::string& path, std::uint64_t max_bytes) const override {
    return read_regular_file(path, max_bytes);
  }
  bool is_there(const std::string& path) const override {
    return modgraph::is_there(path);
  }
  bool is_folder(const std::string& path) const override {
    return modgraph::is_folder(path);
  }
  bool is_regular_file(const std::string& path) const override {
    return modgraph::is_regular_file(path);
  }
  bool is_link(const std::string& path) const override {
    struct stat info {};
    return lstat(path.c_str(), &info) == 0 && S_ISLNK(info.st_mode);
  }
  std::string real_path(const std::string& path) const override {
    return modgraph::real_path(path);
  }
};

}  // namespace

const FileTree& disk() {
  static const Disk kDisk;
  return kDisk;
}

bool lies_inside(const FileTree& tree, const std::string& path,
                 const std::string& folder) {
  const std::string at = tree.real_path(path), top = tree.real_path(folder);
  return at == top || top == "/" ||
         (at.starts_with(top) && at[top.size()] == '/');
}

}  // namespace modgraph

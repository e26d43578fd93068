#include "cli/terminal/paths.h"

#include <filesystem>

#include "cli/terminal/read_file.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

fs::path absolute_folder(const std::string& folder) {
  std::error_code failed;
  fs::path out = fs::weakly_canonical(folder, failed);
  return failed ? fs::path(folder) : out;
}

}  // namespace

std::string repository_root(const std::string& folder) {
  const fs::path start = absolute_folder(folder);
  for (fs::path at = start;; at = at.parent_path()) {
    if (is_there(at / ".git")) return at.string();
    if (at == at.parent_path()) return start.string();
  }
}

std::string find_config(const std::string& folder) {
  const fs::path root = repository_root(folder);
  const fs::path start = absolute_folder(folder);
  for (fs::path at = start;; at = at.parent_path()) {
    const fs::path file = at / ".modgraph.yaml";
    // Shown as the user named the folder, where the file is right in it.
    if (is_there(file))
      return at == start ? (fs::path(folder) / ".modgraph.yaml")
                               .lexically_normal()
                               .string()
                         : file.string();
    if (at == root || at == at.parent_path()) return {};
  }
}

std::string shown_path(const std::string& path, const std::string& base) {
  if (path == kStandardInput) return path;
  std::error_code failed;
  const fs::path absolute = fs::weakly_canonical(path, failed);
  if (failed) return path;
  const fs::path relative = absolute.lexically_relative(absolute_folder(base));
  if (relative.empty() || *relative.begin() == "..") return path;
  return relative.generic_string();
}

}  // namespace modgraph

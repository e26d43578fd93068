#include "importers/go_root.h"

#include <unistd.h>

#include <algorithm>

#include "engine/base/file_path.h"
#include "importers/regular_file.h"

namespace modgraph {
namespace {

// The first program of the name, links followed.
std::string find_program(std::string_view path, std::string_view name) {
  while (!path.empty()) {
    const std::size_t end = std::min(path.find(':'), path.size());
    const std::string_view folder = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (!is_absolute_path(folder)) continue;
    const std::string file = join_path(folder, name);
    if (is_regular_file(file) && access(file.c_str(), X_OK) == 0)
      return real_path(file);
  }
  return {};
}

}  // namespace

std::string go_root_on_path(std::string_view path) {
  const std::string program = find_program(path, "go");
  if (program.empty()) return {};
  // bin/go or, when built on another system, bin/GOOS_GOARCH/go.
  for (const char* up : {"../..", "../../.."}) {
    std::string root = join_path(program, up);
    if (is_folder(join_path(root, "pkg/tool"))) return root;
  }
  return {};
}

}  // namespace modgraph

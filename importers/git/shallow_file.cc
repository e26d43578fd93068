#include "importers/git/shallow_file.h"

#include <git2.h>

#include <algorithm>
#include <string_view>

#include "engine/base/file_path.h"
#include "importers/git/git_handle.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

// More than a million commits.
constexpr std::uint64_t kMaxShallowBytes = std::uint64_t{64} << 20;

bool is_id(std::string_view line) {
  return line.size() == GIT_OID_HEXSZ &&
         line.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

Result<std::vector<std::string>> read_shallow_file(GitHandle& handle) {
  const std::string file =
      join_path(git_repository_commondir(handle.get()), "shallow");
  const auto text = read_regular_file(file, kMaxShallowBytes);
  std::vector<std::string> out;
  if (!text && text.error().missing) return out;
  if (!text)
    return fail(
        environment_error("cannot read " + file + ": " + text.error().reason));
  std::string_view rest = *text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty()) continue;
    if (!is_id(line))
      return fail(environment_error(file + " is not a list of commits"));
    out.emplace_back(line);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace modgraph

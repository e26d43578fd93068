#include "engine/model/organisation.h"

#include <algorithm>
#include <array>

namespace modgraph {
namespace {

// Hosts where the second element of a path names an account; and golang.org,
// whose modules are all below x.
constexpr std::array<std::string_view, 9> kSharedHosts = {
    "bitbucket.org",       "codeberg.org", "gitea.com",
    "gitee.com",           "github.com",   "gitlab.com",
    "go.googlesource.com", "golang.org",   "sr.ht",
};

bool is_shared(std::string_view host) {
  return host.ends_with(".sr.ht") ||
         std::ranges::find(kSharedHosts, host) != kSharedHosts.end();
}

std::string_view host_of(std::string_view path) {
  return path.substr(0, path.find('/'));
}

// The first so many elements of a path.
std::string_view first_elements(std::string_view path, int count) {
  std::size_t end = 0;
  for (int i = 0; i < count && end < path.size(); ++i)
    end = std::min(path.find('/', end + 1), path.size());
  return path.substr(0, end);
}

}  // namespace

std::string_view organisation_of(std::string_view path) {
  return first_elements(path, is_shared(host_of(path)) ? 2 : 1);
}

std::string_view repository_of(std::string_view path) {
  return first_elements(path, is_shared(host_of(path)) ? 3 : 2);
}

}  // namespace modgraph

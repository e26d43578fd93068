#include "engine/report/organisation.h"

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

}  // namespace

std::string_view organisation_of(std::string_view path) {
  const std::size_t slash = path.find('/');
  const std::string_view host = path.substr(0, slash);
  const bool shared =
      host.ends_with(".sr.ht") ||
      std::ranges::find(kSharedHosts, host) != kSharedHosts.end();
  if (slash == std::string_view::npos || !shared) return host;
  return path.substr(0, path.find('/', slash + 1));
}

}  // namespace modgraph

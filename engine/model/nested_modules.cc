#include "engine/model/nested_modules.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace modgraph {

std::vector<NestedModules> nested_modules(
    std::span<const std::string_view> paths) {
  std::vector<std::size_t> order(paths.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return paths[a] < paths[b]; });
  std::vector<NestedModules> out;
  for (std::size_t inner = 0; inner < paths.size(); ++inner) {
    std::string_view above = paths[inner];
    while (true) {
      const std::size_t slash = above.rfind('/');
      if (slash == std::string_view::npos) break;
      above = above.substr(0, slash);
      const auto at =
          std::lower_bound(order.begin(), order.end(), above,
                           [&](std::size_t i, std::string_view path) {
                             return paths[i] < path;
                           });
      if (at != order.end() && paths[*at] == above) out.push_back({*at, inner});
    }
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return std::tie(a.outer, a.inner) < std::tie(b.outer, b.inner);
  });
  return out;
}

}  // namespace modgraph

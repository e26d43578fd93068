#pragma once

// Random versions and paths, most of them nearly right: the pieces that the
// rules speak of, put together by chance. A seed gives the same text
// everywhere.

#include <cstdint>
#include <random>
#include <string>

namespace modgraph::test {

using Random = std::mt19937_64;  // its numbers are fixed by the standard

/// 0..limit-1; without the library's distributions, which differ.
inline std::size_t below(Random& random, std::size_t limit) {
  return static_cast<std::size_t>(random() % limit);
}

std::string random_version(Random& random);
std::string random_go_version(Random& random);
std::string random_path(Random& random);

}  // namespace modgraph::test

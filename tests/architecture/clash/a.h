#pragma once

// See a.cc: the fifth name.

#include <cstddef>

namespace modgraph {

struct Quoted {};

std::size_t first_length();

}  // namespace modgraph

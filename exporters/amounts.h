#pragma once

// Weights of modules as people and as programs read them.

#include <cstdint>
#include <string>

#include "engine/report/answers/critical_answer.h"

namespace modgraph {

/// "3 modules", "1 module", "4.2 MB" (of 10^6 bytes), "12.345 s".
std::string amount_text(std::uint64_t amount, PathWeight weight);

/// A JSON number, exact: modules, bytes or seconds.
std::string amount_number(std::uint64_t amount, PathWeight weight);

}  // namespace modgraph

#pragma once

// A fast keyed hash for short strings, for tables in memory only.
//
// Each 16 bytes are folded by one 64 x 64 -> 128 bit multiplication of two
// words, each masked with a secret (the construction of wyhash, Wang Yi 2019).
// The secrets are random per process: with public ones, a chosen word makes a
// factor zero and the rest of the key stops counting. Never store the value,
// never let it order anything that is printed.

#include <cstdint>
#include <string_view>

namespace modgraph {

/// The hash of `bytes` in this process. O(length).
std::uint64_t keyed_hash(std::string_view bytes);

}  // namespace modgraph

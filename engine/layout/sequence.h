#pragma once

// Numbers that look random and are the same on every machine.

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace modgraph {

/// The splitmix64 generator (S. Vigna, 2015).
class Sequence {
 public:
  explicit Sequence(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  /// One of 0 to count - 1; `count` is not 0.
  std::uint64_t below(std::uint64_t count) { return next() % count; }

 private:
  std::uint64_t state_;
};

inline void shuffle(std::span<std::uint32_t> items, Sequence& sequence) {
  for (std::size_t i = items.size(); i > 1; --i)
    std::swap(items[i - 1], items[sequence.below(i)]);
}

}  // namespace modgraph

#pragma once

// Strong ids: 32-bit numbers that cannot be mixed up. Conversion only through
// index(id) and the constructor of the enum.

#include <cstddef>
#include <cstdint>
#include <limits>

namespace modgraph {

/// A module version: a vertex of the requirement graph.
enum class NodeId : std::uint32_t {};

/// A module path: a vertex of the selected graph and of the path graph.
enum class ModuleId : std::uint32_t {};

template <class Id>
constexpr std::size_t index(Id id) {
  return static_cast<std::size_t>(id);
}

/// "No such vertex" in arrays of ids.
template <class Id>
inline constexpr Id kNone{std::numeric_limits<std::uint32_t>::max()};

/// Ids first..last (exclusive), for range-based loops and as a contiguous set.
template <class Id>
class IdRange {
 public:
  class Iterator {
   public:
    using difference_type = std::ptrdiff_t;
    using value_type = Id;
    constexpr Iterator() = default;
    constexpr explicit Iterator(std::uint32_t at) : at_(at) {}
    constexpr Id operator*() const { return Id{at_}; }
    constexpr Iterator& operator++() {
      ++at_;
      return *this;
    }
    constexpr Iterator operator++(int) {
      Iterator before = *this;
      ++at_;
      return before;
    }
    constexpr bool operator==(const Iterator&) const = default;

   private:
    std::uint32_t at_ = 0;
  };

  constexpr IdRange() = default;
  constexpr IdRange(std::uint32_t first, std::uint32_t last)
      : first_(first), last_(last) {}
  constexpr Iterator begin() const { return Iterator{first_}; }
  constexpr Iterator end() const { return Iterator{last_}; }
  constexpr std::size_t size() const { return last_ - first_; }
  constexpr bool empty() const { return first_ == last_; }
  constexpr Id front() const { return Id{first_}; }
  constexpr Id back() const { return Id{last_ - 1}; }
  constexpr bool contains(Id id) const {
    return index(id) >= first_ && index(id) < last_;
  }

 private:
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
};

}  // namespace modgraph

#pragma once

// Large arrays in large pages. On 10^7 requirements every look-up goes to a
// random place in some hundred megabytes: with pages of 4 KiB most of them also
// miss the processor's table of pages, and every page is a fault when it is
// first written.

#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace modgraph {

/// Asks for huge pages behind memory that was not written yet. Only a hint;
/// nothing happens to small pieces, or where the system has none.
void prefer_huge_pages(void* memory, std::size_t bytes);

/// Room for `count` elements, in huge pages when there are many.
template <class T>
void reserve_huge(std::vector<T>& v, std::size_t count) {
  if (count <= v.capacity()) return;
  // Not v.reserve(): it would write to the new memory before the hint.
  std::vector<T> bigger;
  bigger.reserve(count);
  prefer_huge_pages(bigger.data(), bigger.capacity() * sizeof(T));
  bigger.insert(bigger.end(), std::make_move_iterator(v.begin()),
                std::make_move_iterator(v.end()));
  v = std::move(bigger);
}

/// `count` copies of `value`.
template <class T>
std::vector<T> huge_vector(std::size_t count, const T& value = T()) {
  std::vector<T> out;
  reserve_huge(out, count);
  out.resize(count, value);
  return out;
}

/// push_back, with room that doubles as above.
template <class T>
void push_huge(std::vector<T>& v, const T& value) {
  constexpr std::size_t kFirst = 64;
  if (v.size() == v.capacity())
    reserve_huge(v, v.empty() ? kFirst : 2 * v.size());
  v.push_back(value);
}

}  // namespace modgraph

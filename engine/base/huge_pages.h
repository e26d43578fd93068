#pragma once

// Large arrays in large pages. On 10^7 requirements every look-up goes to a
// random place in some hundred megabytes: with pages of 4 KiB most of them also
// miss the processor's table of pages, and every page is a fault when it is
// first written.

#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace modgraph {

/// Asks for huge pages for memory that was not written yet. Only a hint;
/// nothing happens to small pieces, or where the system has none.
void prefer_huge_pages(void* memory, std::size_t bytes);

/// Memory of `count` zeroed elements, in huge pages when there are many, for
/// std::free(). Throws std::bad_alloc.
void* zeroed(std::size_t count, std::size_t element_bytes);

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

/// `count` zeroed elements for a table that is filled in random order. Large
/// ones come zeroed from the system: nothing writes them before they are used.
template <class T>
requires std::is_trivially_copyable_v<T>
class ZeroedTable {
 public:
  explicit ZeroedTable(std::size_t count)
      : size_(count), rows_(static_cast<T*>(zeroed(count, sizeof(T)))) {}

  std::size_t size() const { return size_; }
  T& operator[](std::size_t i) { return rows_.get()[i]; }
  const T& operator[](std::size_t i) const { return rows_.get()[i]; }
  const T* begin() const { return rows_.get(); }
  const T* end() const { return rows_.get() + size_; }

 private:
  struct Free {
    void operator()(T* rows) const { std::free(rows); }
  };
  std::size_t size_;
  std::unique_ptr<T, Free> rows_;
};

}  // namespace modgraph

#pragma once

// How far a JSON library has read: it does not say where a value stands.

#include <cstddef>
#include <iterator>

namespace modgraph {

/// Goes through a text and leaves word of how far it came.
class TracedIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TracedIterator(const char* at, const char** reached)
      : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  TracedIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  bool operator==(const TracedIterator& other) const {
    return at_ == other.at_;
  }
  bool operator!=(const TracedIterator& other) const {
    return at_ != other.at_;
  }

 private:
  const char* at_;
  const char** reached_;
};

}  // namespace modgraph

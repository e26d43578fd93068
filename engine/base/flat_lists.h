#pragma once

// Many short lists in two arrays, in place of a vector of vectors: a list costs
// four bytes beside its items.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

namespace modgraph {

/// FlatLists of at most 2^32 - 1 items in all.
template <class T>
class FlatLists {
 public:
  class Iterator {
   public:
    // NOLINTBEGIN(readability-identifier-naming): the library's names
    using difference_type = std::ptrdiff_t;
    using value_type = std::span<const T>;
    // NOLINTEND(readability-identifier-naming)
    Iterator() = default;
    Iterator(const FlatLists* lists, std::size_t at) : lists_(lists), at_(at) {}
    value_type operator*() const { return (*lists_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) { return {lists_, at_++}; }
    bool operator==(const Iterator&) const = default;

   private:
    const FlatLists* lists_ = nullptr;
    std::size_t at_ = 0;
  };

  std::size_t size() const { return ends_.size(); }
  bool empty() const { return ends_.empty(); }
  std::span<const T> operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return {items_.data() + begin, ends_[i] - begin};
  }
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size()}; }

  void push_back(std::span<const T> list) {
    items_.insert(items_.end(), list.begin(), list.end());
    ends_.push_back(static_cast<std::uint32_t>(items_.size()));
  }

 private:
  std::vector<std::uint32_t> ends_;
  std::vector<T> items_;
};

}  // namespace modgraph

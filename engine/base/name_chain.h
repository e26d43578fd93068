#pragma once

// Names in a row. The chains that prove findings come by the hundred thousand
// and have a dozen names each, so that they share one buffer.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace modgraph {

class NameChain {
 public:
  /// The names in their order; valid as long as the chain is not changed.
  class Iterator {
   public:
    using value_type = std::string_view;
    using difference_type = std::ptrdiff_t;

    Iterator() = default;
    Iterator(const NameChain* chain, std::size_t at) : chain_(chain), at_(at) {}

    std::string_view operator*() const { return (*chain_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++at_;
      return before;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const NameChain* chain_ = nullptr;
    std::size_t at_ = 0;
  };

  NameChain() = default;
  explicit NameChain(const std::vector<std::string>& names) {
    for (const std::string& name : names) push_back(name);
  }

  void reserve(std::size_t names, std::size_t bytes) {
    ends_.reserve(names);
    text_.reserve(bytes);
  }
  void push_back(std::string_view name) {
    append_to_last(name);
    end_last();
  }
  /// A name in pieces: any number of these, then end_last().
  void append_to_last(std::string_view piece) { text_.append(piece); }
  void end_last() { ends_.push_back(static_cast<std::uint32_t>(text_.size())); }

  bool empty() const { return ends_.empty(); }
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    const std::string_view text = text_;
    return text.substr(begin, ends_[i] - begin);
  }
  std::string_view front() const { return (*this)[0]; }
  std::string_view back() const { return (*this)[size() - 1]; }
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size()}; }

 private:
  std::string text_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace modgraph

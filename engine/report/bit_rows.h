#pragma once

// Many sets of small numbers, each a row of bits.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace modgraph {

class BitRows {
 public:
  BitRows(std::size_t rows, std::size_t bits)
      : words_((bits + 63) / 64), bits_(rows * words_, 0) {}

  void set(std::size_t row, std::size_t bit) {
    bits_[row * words_ + bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  bool test(std::size_t row, std::size_t bit) const {
    return (bits_[row * words_ + bit / 64] >> (bit % 64) & 1) != 0;
  }
  /// Whether a bit is set here and in a row of `other`.
  bool meets(std::size_t row, const BitRows& other, std::size_t at) const {
    for (std::size_t w = 0; w < words_; ++w)
      if ((bits_[row * words_ + w] & other.bits_[at * words_ + w]) != 0)
        return true;
    return false;
  }
  /// row |= rows[from] of `other`.
  void merge(std::size_t row, const BitRows& other, std::size_t from) {
    for (std::size_t w = 0; w < words_; ++w)
      bits_[row * words_ + w] |= other.bits_[from * words_ + w];
  }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
};

}  // namespace modgraph

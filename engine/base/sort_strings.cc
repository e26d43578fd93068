#include "engine/base/sort_strings.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace modgraph {
namespace {

struct Key {
  std::uint64_t word;    // the eight bytes at the current depth, big-endian
  std::uint32_t length;  // how many of them the string really has, at most 9
  std::uint32_t id;

  friend bool operator<(const Key& a, const Key& b) {
    if (a.word != b.word) return a.word < b.word;
    // A string that ends is less than one that goes on with a zero byte.
    return a.length != b.length ? a.length < b.length : a.id < b.id;
  }
};

// Keys that are equal before `depth` and not yet sorted behind it.
struct Range {
  std::size_t begin;
  std::size_t end;
  std::size_t depth;  // bytes
};

Key key_at(std::string_view text, std::size_t depth, std::uint32_t id) {
  const std::size_t left = text.size() - std::min(depth, text.size());
  std::uint64_t word = 0;
  if (left > 0)
    std::memcpy(&word, text.data() + depth, std::min<std::size_t>(left, 8));
  if constexpr (std::endian::native == std::endian::little)
    word = __builtin_bswap64(word);
  return {word, static_cast<std::uint32_t>(std::min<std::size_t>(left, 9)), id};
}

}  // namespace

std::vector<std::uint32_t> sorted_order(
    std::span<const std::string_view> strings) {
  std::vector<Key> keys;
  keys.reserve(strings.size());
  for (std::uint32_t i = 0; i < strings.size(); ++i) keys.push_back({0, 9, i});
  std::vector<Range> open{{0, keys.size(), 0}};
  while (!open.empty()) {
    const Range range = open.back();
    open.pop_back();
    for (std::size_t i = range.begin; i < range.end; ++i)
      keys[i] = key_at(strings[keys[i].id], range.depth, keys[i].id);
    std::sort(keys.begin() + static_cast<std::ptrdiff_t>(range.begin),
              keys.begin() + static_cast<std::ptrdiff_t>(range.end));
    for (std::size_t i = range.begin; i < range.end;) {
      std::size_t same = i + 1;
      while (same < range.end && keys[same].word == keys[i].word &&
             keys[same].length == keys[i].length)
        ++same;
      // Nine stands for "more than eight": only those have a next word.
      if (same - i > 1 && keys[i].length == 9)
        open.push_back({i, same, range.depth + 8});
      i = same;
    }
  }
  std::vector<std::uint32_t> out;
  out.reserve(keys.size());
  for (const Key& key : keys) out.push_back(key.id);
  return out;
}

}  // namespace modgraph

#include "engine/base/sort_strings.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "engine/base/huge_pages.h"
#include "engine/base/parallel.h"

namespace modgraph {
namespace {

struct Key {
  std::uint64_t word;    // the eight bytes at the current depth, big-endian
  std::uint32_t length;  // how many of them the string really has, at most 9
  std::uint32_t id;
};

// By what a key shows at its depth. A string that ends is less than one that
// goes on with a zero byte.
bool shows_less(const Key& a, const Key& b) {
  return a.word != b.word ? a.word < b.word : a.length < b.length;
}

bool less_or_earlier(const Key& a, const Key& b) {
  if (shows_less(a, b)) return true;
  return !shows_less(b, a) && a.id < b.id;
}

// Keys that are equal before `depth` and not yet sorted after it.
struct Range {
  std::size_t begin;
  std::size_t end;
  std::size_t depth;  // bytes
  int splits;         // left, until it looks like input made to be slow
};

// Ranges shorter than this are sorted whole, longer ones split in three.
constexpr std::size_t kShort = 32;

// How often good pivots would split a range, twice.
int max_splits(std::size_t length) {
  return 2 * static_cast<int>(std::bit_width(length));
}

Key key_at(std::string_view text, std::size_t depth, std::uint32_t id) {
  const std::size_t left = text.size() - std::min(depth, text.size());
  std::uint64_t word = 0;
  if (left > 0)
    std::memcpy(&word, text.data() + depth, std::min<std::size_t>(left, 8));
  if constexpr (std::endian::native == std::endian::little)
    word = __builtin_bswap64(word);
  return {word, static_cast<std::uint32_t>(std::min<std::size_t>(left, 9)), id};
}

const Key& middle(const Key& a, const Key& b, const Key& c) {
  if (shows_less(a, b)) return shows_less(b, c) ? b : shows_less(a, c) ? c : a;
  return shows_less(a, c) ? a : shows_less(b, c) ? c : b;
}

// Ranges that are still to be sorted. They have no key in common, so several of
// these may work on the same keys.
class StringSort {
 public:
  StringSort(std::span<const std::string_view> strings, std::span<Key> keys)
      : strings_(strings), keys_(keys) {}

  void open_all() { open(0, keys_.size(), 0); }
  void push(const Range& range) {
    if (range.end - range.begin > 1) open_.push_back(range);
  }

  // Sorts what is open; but ranges up to `longest` are left to others.
  std::vector<Range> sort_down_to(std::size_t longest) {
    std::vector<Range> left;
    while (!open_.empty()) {
      const Range range = open_.back();
      open_.pop_back();
      const std::size_t length = range.end - range.begin;
      if (length <= longest)
        left.push_back(range);
      else if (length < kShort || range.splits == 0)
        sort_whole(range);
      else
        split(range);
    }
    return left;
  }

 private:
  // Lets the keys show the word at `depth`.
  void open(std::size_t begin, std::size_t end, std::size_t depth) {
    constexpr std::size_t kAhead = 16;  // strings are anywhere in memory
    for (std::size_t i = begin; i < end; ++i) {
      if (i + kAhead < end)
        __builtin_prefetch(strings_[keys_[i + kAhead].id].data() + depth);
      keys_[i] = key_at(strings_[keys_[i].id], depth, keys_[i].id);
    }
    push({begin, end, depth, max_splits(end - begin)});
  }

  // Those that are equal to the middle one, between the lower and the higher.
  void split(const Range& range) {
    const std::size_t length = range.end - range.begin;
    const Key pivot =
        middle(keys_[range.begin], keys_[range.begin + length / 2],
               keys_[range.end - 1]);
    std::size_t low = range.begin;
    std::size_t high = range.end;
    for (std::size_t i = low; i < high;) {
      if (shows_less(keys_[i], pivot))
        std::swap(keys_[low++], keys_[i++]);
      else if (shows_less(pivot, keys_[i]))
        std::swap(keys_[i], keys_[--high]);
      else
        ++i;
    }
    push({range.begin, low, range.depth, range.splits - 1});
    push({high, range.end, range.depth, range.splits - 1});
    go_on(low, high, range.depth);
  }

  void sort_whole(const Range& range) {
    const auto begin = keys_.begin();
    std::sort(begin + static_cast<std::ptrdiff_t>(range.begin),
              begin + static_cast<std::ptrdiff_t>(range.end), less_or_earlier);
    for (std::size_t i = range.begin; i < range.end;) {
      std::size_t same = i + 1;
      while (same < range.end && !shows_less(keys_[i], keys_[same])) ++same;
      go_on(i, same, range.depth);
      i = same;
    }
  }

  // With keys that show the same. Nine means "more than eight": only those
  // have a next word. Others are the same string, by index.
  void go_on(std::size_t begin, std::size_t end, std::size_t depth) {
    if (end - begin < 2) return;
    if (keys_[begin].length == 9)
      open(begin, end, depth + 8);
    else
      std::sort(keys_.begin() + static_cast<std::ptrdiff_t>(begin),
                keys_.begin() + static_cast<std::ptrdiff_t>(end),
                less_or_earlier);
  }

  std::span<const std::string_view> strings_;
  std::span<Key> keys_;
  std::vector<Range> open_;
};

}  // namespace

std::vector<std::uint32_t> sorted_order(
    std::span<const std::string_view> strings) {
  std::vector<Key> keys;
  reserve_huge(keys, strings.size());
  for (std::uint32_t i = 0; i < strings.size(); ++i) keys.push_back({0, 9, i});

  StringSort top(strings, keys);
  top.open_all();
  // Pieces small enough for all cores to be busy to the end.
  constexpr std::size_t kPieces = 64;
  const std::size_t longest =
      keys.size() < kWorthThreads ? 0 : keys.size() / kPieces;
  const std::vector<Range> left = top.sort_down_to(longest);
  run_each(keys.size(), left.size(), [&](std::size_t i) {
    StringSort piece(strings, keys);
    piece.push(left[i]);
    piece.sort_down_to(0);
  });

  auto out = huge_vector<std::uint32_t>(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) out[i] = keys[i].id;
  return out;
}

}  // namespace modgraph

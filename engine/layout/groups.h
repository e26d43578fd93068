#pragma once

// Numbers grouped by a key, in one array: row k is what belongs to key k. The
// adjacency lists, layers and lanes of the layout are all of this shape.

#include <cstdint>
#include <span>
#include <vector>

namespace modgraph {

class Groups {
 public:
  Groups() = default;

  /// An empty row for each key below `count`.
  explicit Groups(std::uint32_t count) : offsets_(count + std::size_t{1}, 0) {}

  /// Item i goes to row keys[i]; rows are ascending. O(count + items).
  static Groups by_key(std::uint32_t count,
                       std::span<const std::uint32_t> keys) {
    Groups groups(count);
    groups.make_room(keys);
    std::vector<std::uint32_t> next = groups.offsets_;
    for (std::uint32_t i = 0; i < keys.size(); ++i)
      groups.items_[next[keys[i]]++] = i;
    return groups;
  }

  /// values[i] goes to row keys[i], in the order given. O(count + items).
  static Groups by_key(std::uint32_t count, std::span<const std::uint32_t> keys,
                       std::span<const std::uint32_t> values) {
    Groups groups = by_key(count, keys);
    for (std::uint32_t& item : groups.items_) item = values[item];
    return groups;
  }

  /// Adds one row after the last one.
  void append(std::span<const std::uint32_t> row) {
    items_.insert(items_.end(), row.begin(), row.end());
    offsets_.push_back(static_cast<std::uint32_t>(items_.size()));
  }

  std::uint32_t count() const {
    return static_cast<std::uint32_t>(offsets_.size() - 1);
  }
  /// Where row `key` begins in the numbering of all items.
  std::uint32_t first(std::uint32_t key) const { return offsets_[key]; }
  std::uint32_t item_count() const {
    return static_cast<std::uint32_t>(items_.size());
  }
  std::span<const std::uint32_t> operator[](std::uint32_t key) const {
    return {items_.data() + offsets_[key], offsets_[key + 1] - offsets_[key]};
  }
  std::span<std::uint32_t> operator[](std::uint32_t key) {
    return {items_.data() + offsets_[key], offsets_[key + 1] - offsets_[key]};
  }

 private:
  void make_room(std::span<const std::uint32_t> keys) {
    for (std::uint32_t key : keys) ++offsets_[key + std::size_t{1}];
    for (std::size_t k = 1; k < offsets_.size(); ++k)
      offsets_[k] += offsets_[k - 1];
    items_.resize(keys.size());
  }

  std::vector<std::uint32_t> offsets_{0};
  std::vector<std::uint32_t> items_;
};

}  // namespace modgraph

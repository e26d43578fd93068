#pragma once

// Strings to dense ids, in order of first appearance: the one hash table that
// input ever meets.
//
// Open addressing over 16-byte slots, at most 60 % full. A slot holds 32 bits
// of the hash, the id and where the bytes are, so that a hit costs two cache
// misses: the slot and the bytes. Keys are looked up in batches, which are
// prefetched in two steps before the first is compared: on large inputs the
// memory's latency is what counts. The bytes live in blocks of an arena and
// never move. The hash is keyed with random secrets per process, so nobody can
// prepare names that collide; ids do not depend on it.
//
// Not thread-safe.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/huge_pages.h"

namespace modgraph {

class Interner {
 public:
  Interner();

  /// The id of `key`; a new one if it was never seen. O(length) expected.
  std::uint32_t intern(std::string_view key);

  /// ids[i] = intern(keys[i]), for any number of keys; faster than one by one.
  /// Requires ids.size() >= keys.size().
  void intern(std::span<const std::string_view> keys,
              std::span<std::uint32_t> ids);

  /// Room for so many keys. What is not used is not touched: an estimate that is
  /// too high costs addresses, not memory.
  void reserve(std::size_t keys);

  /// Distinct keys so far.
  std::size_t size() const { return names_.size(); }

  /// The bytes of a key; valid while the arena lives.
  std::string_view name(std::uint32_t id) const { return names_[id]; }

  std::span<const std::string_view> names() const { return names_; }

  /// The memory that the names point into, for an owner that outlives the table.
  /// Nothing may be interned after it.
  std::vector<std::unique_ptr<char[]>> take_text() { return std::move(text_); }

 private:
  struct Slot {
    std::uint32_t hash;  // 0: empty
    std::uint32_t id;
    std::uint64_t place;  // address of the bytes << 16 | length, capped
  };

  static Slot make_slot(std::uint32_t hash, std::uint32_t id,
                        std::string_view bytes);
  bool holds(const Slot& slot, std::uint32_t hash, std::string_view key) const;
  // The first slot that is free or has this hash: most likely the key's.
  std::size_t likely_slot(std::uint32_t hash) const;
  // No slot before `at` can hold the key.
  std::uint32_t find_or_add(std::uint32_t hash, std::size_t at,
                            std::string_view key);
  std::string_view keep(std::string_view key);
  void grow(std::size_t keys);
  void insert(const Slot& slot);
  void widen(std::size_t slots);

  ZeroedTable<Slot> slots_;  // those from mask_ + 1 on wait for growth
  std::size_t mask_ = 0;
  std::vector<std::string_view> names_;
  std::vector<std::unique_ptr<char[]>> text_;
  char* free_ = nullptr;  // where the next name goes in the last block
  std::size_t left_ = 0;  // bytes left there
  std::size_t next_block_ = 0;
};

}  // namespace modgraph

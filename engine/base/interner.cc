#include "engine/base/interner.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <utility>

#include "engine/base/hash.h"
#include "engine/base/huge_pages.h"

namespace modgraph {
namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kFirstBlock = std::size_t{1} << 18;
constexpr std::size_t kLargestBlock = std::size_t{1} << 25;
constexpr std::size_t kBatch = 128;

// Slots needed to hold `keys` at a load of at most 0.6.
std::size_t slots_for(std::size_t keys) {
  std::size_t slots = kFirstSlots;
  while (keys * 10 > slots * 6) slots *= 2;
  return slots;
}

// A length that does not fit next to the address.
constexpr std::uint64_t kLong = 0xffff;

// Never 0, which marks an empty slot.
std::uint32_t short_hash(std::string_view key) {
  return std::max(static_cast<std::uint32_t>(keyed_hash(key)), 1u);
}

const char* address_of(std::uint64_t place) {
  // Addresses of user space have 47 bits on the machines we build for; what is
  // wider would not come back as itself, which make_slot() asserts.
  return reinterpret_cast<const char*>(place >> 16);
}

}  // namespace

Interner::Interner() : slots_(kFirstSlots), mask_(kFirstSlots - 1) {}

Interner::Slot Interner::make_slot(std::uint32_t hash, std::uint32_t id,
                                   std::string_view bytes) {
  const auto address = reinterpret_cast<std::uintptr_t>(bytes.data());
  const std::uint64_t length = std::min<std::uint64_t>(bytes.size(), kLong);
  const Slot slot{hash, id, std::uint64_t{address} << 16 | length};
  assert(address_of(slot.place) == bytes.data());
  return slot;
}

bool Interner::holds(const Slot& slot, std::uint32_t hash,
                     std::string_view key) const {
  if (slot.hash != hash) return false;
  const std::uint64_t length = slot.place & kLong;
  if (length == kLong) return names_[slot.id] == key;
  return length == key.size() &&
         std::memcmp(address_of(slot.place), key.data(), key.size()) == 0;
}

std::uint32_t Interner::intern(std::string_view key) {
  grow(names_.size() + 1);
  const std::uint32_t hash = short_hash(key);
  return find_or_add(hash, likely_slot(hash), key);
}

void Interner::intern(std::span<const std::string_view> keys,
                      std::span<std::uint32_t> ids) {
  std::array<std::uint32_t, kBatch> hashes;  // filled before they are read
  std::array<std::size_t, kBatch> places;
  for (std::size_t at = 0; at < keys.size(); at += kBatch) {
    const auto batch = keys.subspan(at, std::min(kBatch, keys.size() - at));
    grow(names_.size() + batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i) {
      hashes[i] = short_hash(batch[i]);
      __builtin_prefetch(&slots_[hashes[i] & mask_]);
    }
    // The slots are in the cache now: fetch the bytes they point at, which
    // often lie across two lines of it.
    for (std::size_t i = 0; i < batch.size(); ++i) {
      places[i] = likely_slot(hashes[i]);
      const std::uint64_t place = slots_[places[i]].place;
      __builtin_prefetch(address_of(place));
      __builtin_prefetch(address_of(place + (batch[i].size() << 16)));
    }
    for (std::size_t i = 0; i < batch.size(); ++i)
      ids[at + i] = find_or_add(hashes[i], places[i], batch[i]);
  }
}

std::size_t Interner::likely_slot(std::uint32_t hash) const {
  std::size_t at = hash & mask_;
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & mask_;
  return at;
}

std::uint32_t Interner::find_or_add(std::uint32_t hash, std::size_t at,
                                    std::string_view key) {
  while (slots_[at].hash != 0) {
    if (holds(slots_[at], hash, key)) return slots_[at].id;
    at = (at + 1) & mask_;
  }
  const auto id = static_cast<std::uint32_t>(names_.size());
  push_huge(names_, keep(key));
  slots_[at] = make_slot(hash, id, names_.back());
  return id;
}

std::string_view Interner::keep(std::string_view key) {
  if (key.empty()) return {};
  if (key.size() > left_) {
    next_block_ = std::clamp(2 * next_block_, kFirstBlock, kLargestBlock);
    left_ = std::max(next_block_, key.size());
    // Plain new: make_unique would zero memory that is about to be written.
    text_.emplace_back(new char[left_]);
    free_ = text_.back().get();
    prefer_huge_pages(free_, left_);
  }
  std::memcpy(free_, key.data(), key.size());
  const std::string_view kept(free_, key.size());
  free_ += key.size();
  left_ -= key.size();
  return kept;
}

void Interner::reserve(std::size_t keys) {
  reserve_huge(names_, keys);
  const std::size_t room = slots_for(keys);
  if (room <= slots_.size()) return;
  ZeroedTable<Slot> bigger(room);
  std::copy_n(slots_.begin(), mask_ + 1, &bigger[0]);
  slots_ = std::move(bigger);
}

void Interner::grow(std::size_t keys) {
  const std::size_t wanted = slots_for(keys);
  if (wanted <= mask_ + 1) return;
  if (wanted <= slots_.size()) return widen(wanted);
  const ZeroedTable<Slot> before =
      std::exchange(slots_, ZeroedTable<Slot>(wanted));
  mask_ = wanted - 1;
  for (const Slot& slot : before)
    if (slot.hash != 0) insert(slot);
}

void Interner::insert(const Slot& slot) {
  std::size_t at = slot.hash & mask_;
  while (slots_[at].hash != 0) at = (at + 1) & mask_;
  slots_[at] = slot;
}

// Into room that is there already, in place: the memory of a second table would
// have to be cleared first, which takes longer than the moving. A key goes to
// where it was or forward to the new part, so going up from a free slot it
// finds on its way none that are still to move. Keys in front of that slot may
// have come round the end of the table; they wait outside.
void Interner::widen(std::size_t slots) {
  const std::size_t before = mask_ + 1;
  mask_ = slots - 1;
  std::vector<Slot> round_the_end;
  std::size_t at = 0;
  for (; slots_[at].hash != 0; ++at)
    round_the_end.push_back(std::exchange(slots_[at], {}));
  for (; at < before; ++at)
    if (slots_[at].hash != 0) insert(std::exchange(slots_[at], {}));
  for (const Slot& slot : round_the_end) insert(slot);
}

}  // namespace modgraph

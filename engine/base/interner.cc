#include "engine/base/interner.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "engine/base/hash.h"

namespace modgraph {
namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kBlockBytes = std::size_t{1} << 18;
constexpr std::size_t kBatch = 64;

// Slots needed to hold `keys` at a load of at most 0.6.
std::size_t slots_for(std::size_t keys) {
  std::size_t slots = kFirstSlots;
  while (keys * 10 > slots * 6) slots *= 2;
  return slots;
}

}  // namespace

Interner::Interner() : slots_(kFirstSlots), mask_(kFirstSlots - 1) {}

std::uint32_t Interner::intern(std::string_view key) {
  grow(names_.size() + 1);
  return find_or_add(keyed_hash(key), key);
}

void Interner::intern(std::span<const std::string_view> keys,
                      std::span<std::uint32_t> ids) {
  std::array<std::uint64_t, kBatch> hashes;  // filled before it is read
  for (std::size_t at = 0; at < keys.size(); at += kBatch) {
    const auto batch = keys.subspan(at, std::min(kBatch, keys.size() - at));
    grow(names_.size() + batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i) {
      hashes[i] = keyed_hash(batch[i]);
      __builtin_prefetch(&slots_[hashes[i] & mask_]);
    }
    // The slot is in the cache now; fetch the name that it most likely is.
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const Slot& slot = slots_[hashes[i] & mask_];
      if (slot.used != 0) __builtin_prefetch(&names_[slot.id]);
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const Slot& slot = slots_[hashes[i] & mask_];
      if (slot.used != 0) __builtin_prefetch(names_[slot.id].data());
    }
    for (std::size_t i = 0; i < batch.size(); ++i)
      ids[at + i] = find_or_add(hashes[i], batch[i]);
  }
}

std::uint32_t Interner::find_or_add(std::uint64_t hash, std::string_view key) {
  std::uint64_t at = hash & mask_;
  while (slots_[at].used != 0) {
    if (slots_[at].hash == hash && names_[slots_[at].id] == key)
      return slots_[at].id;
    at = (at + 1) & mask_;
  }
  const auto id = static_cast<std::uint32_t>(names_.size());
  slots_[at] = {hash, id, 1};
  names_.push_back(keep(key));
  return id;
}

std::string_view Interner::keep(std::string_view key) {
  if (key.empty()) return {};
  if (key.size() > left_) {
    left_ = std::max(kBlockBytes, key.size());
    // Plain new: make_unique would zero memory that is about to be written.
    text_.emplace_back(new char[left_]);
    free_ = text_.back().get();
  }
  std::memcpy(free_, key.data(), key.size());
  const std::string_view kept(free_, key.size());
  free_ += key.size();
  left_ -= key.size();
  return kept;
}

void Interner::grow(std::size_t keys) {
  const std::size_t wanted = slots_for(keys);
  if (wanted <= slots_.size()) return;
  std::vector<Slot> bigger(wanted);
  const std::uint64_t mask = wanted - 1;
  for (const Slot& slot : slots_) {
    if (slot.used == 0) continue;
    std::uint64_t at = slot.hash & mask;
    while (bigger[at].used != 0) at = (at + 1) & mask;
    bigger[at] = slot;
  }
  slots_ = std::move(bigger);
  mask_ = mask;
}

}  // namespace modgraph

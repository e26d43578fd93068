#include "engine/model/go_sum.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/base/hash.h"

namespace modgraph {
namespace {

using Key = std::tuple<std::string_view, std::string_view>;

Key key(const GoSum& s) { return {s.path, s.version}; }

struct KeyOrder {
  bool operator()(const GoSum& s, const Key& k) const { return key(s) < k; }
  bool operator()(const Key& k, const GoSum& s) const { return k < key(s); }
};

std::uint64_t hash_of(const Key& key) {
  const auto& [path, version] = key;
  return keyed_hash(path) ^ (3 * keyed_hash(version));
}

bool is_checkable(const GoSum& s) { return s.hash.starts_with("h1:"); }

}  // namespace

GoSums::GoSums(std::vector<GoSum> sums, std::vector<std::string> files)
    : files_(std::move(files)) {
  struct Slot {
    std::uint64_t hash = 0;
    std::size_t index = 0;
  };
  std::vector<Slot> order(sums.size());
  for (std::size_t i = 0; i < sums.size(); ++i)
    order[i] = {hash_of(key(sums[i])), i};
  std::sort(order.begin(), order.end(), [&](const Slot& a, const Slot& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    const Key left = key(sums[a.index]), right = key(sums[b.index]);
    return left != right ? left < right : a.index < b.index;
  });
  sums_.reserve(sums.size());
  hashes_.reserve(sums.size());
  for (const Slot& slot : order) {
    sums_.push_back(std::move(sums[slot.index]));
    hashes_.push_back(slot.hash);
  }
}

std::span<const GoSum> GoSums::of(std::string_view path,
                                  std::string_view version) const {
  const Key wanted{path, version};
  const auto [first, last] =
      std::equal_range(hashes_.begin(), hashes_.end(), hash_of(wanted));
  const auto [begin, end] = std::equal_range(
      sums_.begin() + (first - hashes_.begin()),
      sums_.begin() + (last - hashes_.begin()), wanted, KeyOrder{});
  return {begin, end};
}

bool GoSums::has(std::string_view path, std::string_view version) const {
  const auto sums = of(path, version);
  return std::any_of(sums.begin(), sums.end(), is_checkable);
}

std::string_view GoSums::only(std::string_view path,
                              std::string_view version) const {
  std::string_view out;
  for (const GoSum& s : of(path, version)) {
    if (!is_checkable(s)) continue;
    if (!out.empty() && out != s.hash) return {};
    out = s.hash;
  }
  return out;
}

const GoSum* GoSums::against(std::string_view path, std::string_view version,
                             std::string_view hash) const {
  const auto sums = of(path, version);
  for (const GoSum& s : sums) {
    if (s.file != 0) continue;
    if (s.hash == hash) return nullptr;
    if (is_checkable(s)) return &s;
  }
  const auto found = std::find_if(sums.begin(), sums.end(), [&](const auto& s) {
    return is_checkable(s) && s.hash != hash;
  });
  return found == sums.end() ? nullptr : &*found;
}

}  // namespace modgraph

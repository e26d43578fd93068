#include "engine/model/go_sum.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/base/hash.h"

namespace modgraph {
namespace {

using Key = std::tuple<std::string_view, std::string_view>;

Key key(const GoSum& s) { return {s.path, s.version}; }

std::uint64_t hash_of(const Key& key) {
  const auto& [path, version] = key;
  return keyed_hash(path) ^ (3 * keyed_hash(version));
}

bool is_checkable(const GoSum& s) { return s.hash.starts_with("h1:"); }

}  // namespace

GoSums::GoSums(std::vector<GoSum> sums, std::vector<std::string> files,
               std::vector<std::unique_ptr<char[]>> texts)
    : files_(std::move(files)), texts_(std::move(texts)) {
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
    sums_.push_back(sums[slot.index]);
    hashes_.push_back(slot.hash);
  }
}

std::span<const GoSum> GoSums::of(std::string_view path,
                                  std::string_view version) const {
  const Key wanted{path, version};
  const std::uint64_t hash = hash_of(wanted);
  std::size_t begin = first_at(hash);
  const auto stands_at = [&](std::size_t i) {
    return i < sums_.size() && hashes_[i] == hash;
  };
  while (stands_at(begin) && key(sums_[begin]) != wanted) ++begin;
  std::size_t end = begin;
  while (stands_at(end) && key(sums_[end]) == wanted) ++end;
  return {sums_.data() + begin, end - begin};
}

// Hashes are spread evenly: how large one is nearly says where it is.
std::size_t GoSums::first_at(std::uint64_t hash) const {
  const auto size = static_cast<double>(hashes_.size());
  const double part = static_cast<double>(hash) * 0x1p-64;
  std::size_t at =
      std::min(static_cast<std::size_t>(part * size), hashes_.size());
  while (at > 0 && hashes_[at - 1] >= hash) --at;
  while (at < hashes_.size() && hashes_[at] < hash) ++at;
  return at;
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

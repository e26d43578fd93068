#include "engine/model/go_sum.h"

#include <algorithm>
#include <tuple>

namespace modgraph {
namespace {

using Key = std::tuple<std::string_view, std::string_view>;

Key key(const GoSum& s) { return {s.path, s.version}; }

bool is_checkable(const GoSum& s) { return s.hash.starts_with("h1:"); }

}  // namespace

GoSums::GoSums(std::vector<GoSum> sums) : sums_(std::move(sums)) {
  std::stable_sort(
      sums_.begin(), sums_.end(),
      [](const GoSum& a, const GoSum& b) { return key(a) < key(b); });
}

std::span<const GoSum> GoSums::of(std::string_view path,
                                  std::string_view version) const {
  const Key wanted{path, version};
  const auto begin =
      std::lower_bound(sums_.begin(), sums_.end(), wanted,
                       [](const GoSum& s, const Key& k) { return key(s) < k; });
  auto end = begin;
  while (end != sums_.end() && key(*end) == wanted) ++end;
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

}  // namespace modgraph

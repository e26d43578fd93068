// How far apart are two names?
// Idea: the usual table of distances between prefixes, of which only a band of
// 2 * limit + 1 diagonals can hold values up to the limit (E. Ukkonen,
// Algorithms for approximate string matching, 1985). A swap of neighbours
// counts as one edit (R. Wagner and R. Lowrance, 1975, without repeated edits
// of one place). A row in which nothing is within the limit ends the search.
// Tested by tests/engine/base/edit_distance_test.cc.

#include "engine/base/edit_distance.h"

#include <algorithm>
#include <array>
#include <vector>

namespace modgraph {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same(char a, char b) { return lower(a) == lower(b); }

// The distance, or limit + 1. `a` is the shorter one.
std::size_t banded_distance(std::string_view a, std::string_view b,
                            std::size_t limit) {
  const std::size_t far = limit + 1;
  // Row i, two rows before it and one to write: distances from the first i
  // bytes of `b` to every prefix of `a`.
  std::array<std::vector<std::size_t>, 3> rows;
  // Right of its band every row stays far: bands only move to the right.
  for (auto& row : rows) row.assign(a.size() + 1, far);
  for (std::size_t j = 0; j <= std::min(a.size(), limit); ++j) rows[0][j] = j;

  for (std::size_t i = 1; i <= b.size(); ++i) {
    const auto& before = rows[(i + 2) % 3];
    const auto& two_before = rows[(i + 1) % 3];
    auto& row = rows[i % 3];
    const std::size_t first = i > limit ? i - limit : 0;
    const std::size_t last = std::min(a.size(), i + limit);
    std::size_t best = far;
    for (std::size_t j = first; j <= last; ++j) {
      std::size_t distance = before[j] + 1;
      if (j > 0) {
        // Left of the band is what an earlier row left there.
        if (j > first) distance = std::min(distance, row[j - 1] + 1);
        const std::size_t edit = same(a[j - 1], b[i - 1]) ? 0 : 1;
        distance = std::min(distance, before[j - 1] + edit);
        if (i > 1 && j > 1 && same(a[j - 1], b[i - 2]) &&
            same(a[j - 2], b[i - 1]))
          distance = std::min(distance, two_before[j - 2] + 1);
      }
      row[j] = std::min(distance, far);
      best = std::min(best, row[j]);
    }
    if (best == far) return far;
  }
  return rows[b.size() % 3][a.size()];
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b,
                          std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  return banded_distance(a, b, limit);
}

std::optional<std::string_view> nearest(
    std::string_view name, std::span<const std::string_view> candidates) {
  constexpr std::size_t kMaxEdits = 4;
  if (name.size() < 2) return std::nullopt;
  std::size_t limit =
      std::min(kMaxEdits, std::max<std::size_t>(1, name.size() / 3));
  std::optional<std::string_view> found;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(name, candidate, limit);
    if (distance > limit) continue;
    found = candidate;
    if (distance == 0) break;
    limit = distance - 1;  // only a nearer one replaces it
  }
  return found;
}

}  // namespace modgraph

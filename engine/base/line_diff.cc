// Which lines were removed, and which were added?
// Idea: the furthest point of each diagonal that can be reached with d changes,
// for d = 0, 1, 2 ...; the furthest points are kept, so that the way can be
// walked back.
// Source: Myers 1986, the greedy algorithm.
// Tested by tests/engine/base/line_diff_test.cc.

#include "engine/base/line_diff.h"

#include <algorithm>

namespace modgraph {
namespace {

using Lines = std::vector<std::string_view>;
using Furthest = std::vector<std::ptrdiff_t>;  // by diagonal + offset

class Search {
 public:
  Search(const Lines& before, const Lines& after)
      : a_(before), b_(after), n_(length(before)), m_(length(after)) {}

  std::vector<LineHunk> run() {
    std::vector<Furthest> rounds;
    Furthest furthest(static_cast<std::size_t>(2 * (n_ + m_) + 3), 0);
    for (std::ptrdiff_t d = 0;; ++d) {
      // Only the diagonals -d-1 .. d+1 are looked at when walking back.
      rounds.emplace_back(furthest.begin() + offset(-d - 1),
                          furthest.begin() + offset(d + 1) + 1);
      if (round(furthest, d)) return walk_back(rounds, d);
    }
  }

 private:
  static std::ptrdiff_t length(const Lines& lines) {
    return static_cast<std::ptrdiff_t>(lines.size());
  }
  std::ptrdiff_t offset(std::ptrdiff_t k) const { return k + n_ + m_ + 1; }
  std::ptrdiff_t& at(Furthest& f, std::ptrdiff_t k) const {
    return f[static_cast<std::size_t>(offset(k))];
  }

  // Extends every diagonal by one change; true when the end is reached.
  bool round(Furthest& f, std::ptrdiff_t d) const {
    for (std::ptrdiff_t k = -d; k <= d; k += 2) {
      if (k > n_ || k < -m_) continue;
      std::ptrdiff_t x = goes_down(at(f, k - 1), at(f, k + 1), k, d)
                             ? at(f, k + 1)
                             : at(f, k - 1) + 1;
      while (x < n_ && x - k < m_ && same(x, x - k)) ++x;
      at(f, k) = x;
      if (x >= n_ && x - k >= m_) return true;
    }
    return false;
  }

  static bool goes_down(std::ptrdiff_t left, std::ptrdiff_t right,
                        std::ptrdiff_t k, std::ptrdiff_t d) {
    return k == -d || (k != d && left < right);
  }

  bool same(std::ptrdiff_t x, std::ptrdiff_t y) const {
    return a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(y)];
  }

  std::vector<LineHunk> walk_back(const std::vector<Furthest>& rounds,
                                  std::ptrdiff_t d) const {
    std::vector<LineHunk> out;
    std::ptrdiff_t x = n_, y = m_;
    for (; d > 0; --d) {
      const Furthest& f = rounds[static_cast<std::size_t>(d)];
      const auto seen = [&](std::ptrdiff_t k) {
        return f[static_cast<std::size_t>(k + d + 1)];
      };
      const std::ptrdiff_t k = x - y;
      const bool down = goes_down(seen(k - 1), seen(k + 1), k, d);
      const std::ptrdiff_t from = down ? k + 1 : k - 1;
      const std::ptrdiff_t px = seen(from), py = px - from;
      add(out, px, py, down);
      x = px;
      y = py;
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

  // One removed or added line, found from the end.
  static void add(std::vector<LineHunk>& out, std::ptrdiff_t x,
                  std::ptrdiff_t y, bool added) {
    const auto at = static_cast<std::size_t>(x);
    const auto to = static_cast<std::size_t>(y);
    const std::size_t removed = added ? 0 : 1;
    const bool touches = !out.empty() && out.back().at == at + removed &&
                         out.back().to == to + (1 - removed);
    if (!touches) out.push_back({at + removed, 0, to + (1 - removed), 0});
    LineHunk& hunk = out.back();
    hunk.at = at;
    hunk.to = to;
    (added ? hunk.added : hunk.removed) += 1;
  }

  const Lines& a_;
  const Lines& b_;
  std::ptrdiff_t n_, m_;
};

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

std::vector<LineHunk> line_diff(const std::vector<std::string_view>& before,
                                const std::vector<std::string_view>& after) {
  return Search(before, after).run();
}

}  // namespace modgraph

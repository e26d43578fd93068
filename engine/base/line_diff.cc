// Which lines were removed, and which were added?
// Idea: the furthest point of each diagonal that can be reached with d changes,
// for d = 0, 1, 2 ...; the furthest points are kept, so that the way can be
// walked back. Where that takes too many changes, lines that both texts have
// once cut them into pieces: the longest sequence of them that is in order in
// both. A piece that is still too different is replaced as a whole.
// Source: Myers 1986, the greedy algorithm; Cohen's "patience diff" for the
// pieces; Fredman 1975, longest increasing subsequences.
// Tested by tests/engine/base/line_diff_test.cc.

#include "engine/base/line_diff.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

namespace modgraph {
namespace {

using Lines = std::span<const std::string_view>;
using Furthest = std::vector<std::ptrdiff_t>;  // by diagonal + offset

// Above this many changes nobody reads them one by one; the walk back needs
// memory of the square of it.
constexpr std::ptrdiff_t kMaxChanges = 400;

class Search {
 public:
  Search(Lines before, Lines after)
      : a_(before), b_(after), n_(length(before)), m_(length(after)) {}

  // Nothing where kMaxChanges are not enough.
  std::optional<std::vector<LineHunk>> run() {
    std::vector<Furthest> rounds;
    Furthest furthest(static_cast<std::size_t>(2 * (n_ + m_) + 3), 0);
    for (std::ptrdiff_t d = 0; d <= kMaxChanges; ++d) {
      // Only the diagonals -d-1 .. d+1 are looked at when walking back.
      rounds.emplace_back(furthest.begin() + offset(-d - 1),
                          furthest.begin() + offset(d + 1) + 1);
      if (round(furthest, d)) return walk_back(rounds, d);
    }
    return std::nullopt;
  }

 private:
  static std::ptrdiff_t length(Lines lines) {
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

  Lines a_;
  Lines b_;
  std::ptrdiff_t n_, m_;
};

// The lines that occur once, as indices, in the order of what they say.
std::vector<std::size_t> unique_lines(Lines lines) {
  std::vector<std::size_t> order(lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
    return lines[x] != lines[y] ? lines[x] < lines[y] : x < y;
  });
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool twice =
        (i > 0 && lines[order[i - 1]] == lines[order[i]]) ||
        (i + 1 < order.size() && lines[order[i + 1]] == lines[order[i]]);
    if (!twice) out.push_back(order[i]);
  }
  return out;
}

struct Anchor {
  std::size_t a, b;  // the same line in both
};

// Lines that both have once, in the order of `before`.
std::vector<Anchor> shared_lines(Lines before, Lines after) {
  const auto x = unique_lines(before), y = unique_lines(after);
  std::vector<Anchor> out;
  for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    const int order = before[x[i]].compare(after[y[j]]);
    if (order == 0) out.push_back({x[i], y[j]});
    if (order <= 0) ++i;
    if (order >= 0) ++j;
  }
  std::sort(out.begin(), out.end(),
            [](const Anchor& p, const Anchor& q) { return p.a < q.a; });
  return out;
}

// The longest sequence of them that is in the order of `after` too.
std::vector<Anchor> longest_in_order(const std::vector<Anchor>& shared) {
  constexpr auto kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> ends;  // by length: the anchor that ends lowest
  std::vector<std::size_t> before(shared.size(), kNone);
  for (std::size_t i = 0; i < shared.size(); ++i) {
    const auto at = std::lower_bound(
        ends.begin(), ends.end(), shared[i].b,
        [&](std::size_t e, std::size_t b) { return shared[e].b < b; });
    if (at != ends.begin()) before[i] = *(at - 1);
    if (at == ends.end())
      ends.push_back(i);
    else
      *at = i;
  }
  std::vector<Anchor> out;
  for (std::size_t i = ends.empty() ? kNone : ends.back(); i != kNone;
       i = before[i])
    out.push_back(shared[i]);
  std::reverse(out.begin(), out.end());
  return out;
}

// Hunks of one piece of the texts after the other.
class Pieces {
 public:
  Pieces(Lines before, Lines after) : a_(before), b_(after) {}

  std::vector<LineHunk> run() {
    std::size_t x = 0, y = 0;
    for (const Anchor& anchor : longest_in_order(shared_lines(a_, b_))) {
      piece(x, anchor.a, y, anchor.b);
      x = anchor.a + 1;
      y = anchor.b + 1;
    }
    piece(x, a_.size(), y, b_.size());
    return std::move(out_);
  }

 private:
  void piece(std::size_t x, std::size_t x_end, std::size_t y,
             std::size_t y_end) {
    const Lines a = a_.subspan(x, x_end - x), b = b_.subspan(y, y_end - y);
    if (a.empty() && b.empty()) return;
    std::optional<std::vector<LineHunk>> found;
    if (!a.empty() && !b.empty()) found = Search(a, b).run();
    if (!found) found = {{0, a.size(), 0, b.size()}};
    for (LineHunk& hunk : *found) {
      hunk.at += x;
      hunk.to += y;
      join(hunk);
    }
  }

  void join(const LineHunk& hunk) {
    const bool touches = !out_.empty() &&
                         out_.back().at + out_.back().removed == hunk.at &&
                         out_.back().to + out_.back().added == hunk.to;
    if (!touches) return out_.push_back(hunk);
    out_.back().removed += hunk.removed;
    out_.back().added += hunk.added;
  }

  Lines a_;
  Lines b_;
  std::vector<LineHunk> out_;
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
  if (auto least = Search(before, after).run()) return std::move(*least);
  return Pieces(before, after).run();
}

}  // namespace modgraph

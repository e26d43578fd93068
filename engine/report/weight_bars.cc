#include "engine/report/weight_bars.h"

#include <algorithm>

namespace modgraph {
namespace {

struct Row {
  ModuleId parent{};
  std::uint32_t weight = 0;
  ModuleId module{};
};

// Rows of one parent are adjacent, the heaviest first; those without a parent,
// whose id is the highest, are last.
bool stands_before(const Row& a, const Row& b) {
  if (a.parent != b.parent) return a.parent < b.parent;
  if (a.weight != b.weight) return a.weight > b.weight;
  return a.module < b.module;
}

}  // namespace

WeightBars weight_bars(const Report& report, std::uint32_t least) {
  WeightBars out;
  if (report.brought_by.empty()) return out;
  std::vector<Row> rows;
  for (const ModuleRow& m : report.modules) {
    if (!m.exclusive) continue;
    if (*m.exclusive < least)
      ++out.thin;
    else
      rows.push_back(
          {report.brought_by[index(m.module)], *m.exclusive, m.module});
  }
  std::sort(rows.begin(), rows.end(), stands_before);
  const auto children = [&](ModuleId parent) {
    return std::equal_range(
        rows.begin(), rows.end(), Row{parent, 0, {}},
        [](const Row& a, const Row& b) { return a.parent < b.parent; });
  };
  const auto add = [&](ModuleId parent, std::uint32_t depth,
                       std::uint32_t begin) {
    const auto [first, last] = children(parent);
    for (auto row = first; row != last; ++row) {
      out.bars.push_back({row->module, depth, begin, row->weight});
      begin += row->weight;
    }
    return begin;
  };
  out.units = add(kNone<ModuleId>, 0, 0);
  for (std::size_t i = 0; i < out.bars.size(); ++i) {
    const WeightBar bar = out.bars[i];
    add(bar.module, bar.depth + 1, bar.begin);
  }
  return out;
}

}  // namespace modgraph

#include "exporters/text_table.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

namespace modgraph {

void TextTable::add(std::vector<std::string> row) {
  widths_.resize(std::max(widths_.size(), row.size()));
  for (std::size_t i = 0; i + 1 < row.size(); ++i)
    widths_[i] = std::max(widths_[i], row[i].size());
  rows_.push_back(std::move(row));
}

void TextTable::put(Sink& out) const {
  for (const std::vector<std::string>& row : rows_) {
    out.put("  ");
    for (std::size_t i = 0; i + 1 < row.size(); ++i)
      out.put(fmt::format("  {:>{}}", row[i], widths_[i]));
    out.put("  ").put(row.back()).put("\n");
  }
}

}  // namespace modgraph

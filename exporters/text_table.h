#pragma once

// Columns of numbers with a name behind them.

#include <string>
#include <vector>

#include "exporters/sink.h"

namespace modgraph {

/// Every row has as many cells as the head. All cells but the last are set to
/// the right; rows are indented by four.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> head) { add(std::move(head)); }
  void add(std::vector<std::string> row);
  void put(Sink& out) const;

 private:
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> widths_;
};

}  // namespace modgraph

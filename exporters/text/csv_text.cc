#include "exporters/text/csv_text.h"

#include "engine/base/printable.h"

namespace modgraph {

std::string csv_cell(std::string_view text) {
  std::string cell = printable(text);
  if (!cell.empty() &&
      std::string_view("=+-@").find(cell[0]) != std::string_view::npos)
    cell.insert(cell.begin(), '\'');
  if (cell.find_first_of(",\"'") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell)
    out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace modgraph

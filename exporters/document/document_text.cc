#include "exporters/document/document_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/printable.h"

namespace modgraph {
namespace {

void put_text_line(const Block& block, Sink& out) {
  out.put(std::string(2 * static_cast<std::size_t>(block.depth), ' '));
  for (const Piece& piece : block.pieces) out.put(printable(piece.text));
  out.put('\n');
}

void put_text_row(const Block& block, const std::vector<std::string>& cells,
                  const std::vector<std::size_t>& widths, Sink& out) {
  std::string line(2 * static_cast<std::size_t>(block.depth), ' ');
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += "  ";
    line += block.is_right[i] ? fmt::format("{:>{}}", cells[i], widths[i])
                              : fmt::format("{:<{}}", cells[i], widths[i]);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out.put(line).put('\n');
}

void put_text_table(const Block& block, Sink& out) {
  std::vector<std::vector<std::string>> rows{block.columns};
  for (const std::vector<Cell>& row : block.rows) {
    std::vector<std::string>& cells = rows.emplace_back();
    for (const Cell& cell : row) cells.push_back(printable(cell.text));
  }
  std::vector<std::size_t> widths(block.columns.size());
  for (const auto& row : rows)
    for (std::size_t i = 0; i < widths.size(); ++i)
      widths[i] = std::max(widths[i], row[i].size());
  for (const auto& row : rows) put_text_row(block, row, widths, out);
}

}  // namespace

void write_document_text(const Document& document, Length length, Sink& out) {
  for (const Block& block : blocks_of(document, length)) {
    if (block.kind == BlockKind::kBreak)
      out.put('\n');
    else if (block.kind == BlockKind::kTable)
      put_text_table(block, out);
    else
      put_text_line(block, out);
  }
}

}  // namespace modgraph

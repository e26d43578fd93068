#include "exporters/markdown/document_markdown.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "exporters/markdown/markdown_text.h"

namespace modgraph {
namespace {

// The blanks at both ends stay: they keep the pieces of a line apart. So does
// the punctuation of our own prose, which belongs to the names beside it.
std::string prose(const Piece& piece) {
  const std::string_view text = piece.text;
  const std::size_t begin =
      text.find_first_not_of(piece.is_ours ? " ,;:.)" : " ");
  if (begin == std::string_view::npos) return std::string(text);
  const std::size_t end = text.find_last_not_of(piece.is_ours ? " (" : " ") + 1;
  if (end <= begin) return std::string(text);  // " ("
  const std::string_view core = text.substr(begin, end - begin);
  return std::string(text.substr(0, begin)) +
         (core == "->" ? std::string("→") : markdown_sentence(core)) +
         std::string(text.substr(end));
}

std::string markdown_line(const std::vector<Piece>& pieces) {
  std::string out;
  for (const Piece& piece : pieces)
    out += piece.is_name && !piece.text.empty() ? code_span(piece.text)
                                                : prose(piece);
  return out;
}

std::string cell_text(const Cell& cell) {
  if (cell.text.empty()) return " ";
  return table_cell(cell.is_name ? code_span(cell.text)
                                 : markdown_sentence(cell.text));
}

void put_markdown_table(const Block& block, Sink& out) {
  out.put("\n|");
  for (const std::string& column : block.columns)
    out.put(" ").put(column).put(" |");
  out.put("\n|");
  for (const bool right : block.is_right) out.put(right ? " ---: |" : " --- |");
  out.put("\n");
  for (const std::vector<Cell>& row : block.rows) {
    out.put("|");
    for (const Cell& cell : row) out.put(" ").put(cell_text(cell)).put(" |");
    out.put("\n");
  }
  out.put("\n");
}

void put_block(const Block& block, Sink& out) {
  if (block.kind == BlockKind::kBreak) {
    out.put("\n");
  } else if (block.kind == BlockKind::kTable) {
    put_markdown_table(block, out);
  } else if (block.depth == 0) {
    out.put(block.kind == BlockKind::kTitle ? "### " : "")
        .put(markdown_line(block.pieces))
        .put("\n\n");
  } else {
    out.put(std::string(2 * static_cast<std::size_t>(block.depth - 1), ' '))
        .put("- ")
        .put(markdown_line(block.pieces))
        .put("\n");
  }
}

}  // namespace

void write_document_markdown(const Document& document, Length length,
                             Sink& out) {
  for (const Block& block : blocks_of(document, length)) put_block(block, out);
}

}  // namespace modgraph

#pragma once

// What people see of a document: lines, titles and tables, at depths. Text,
// Markdown and HTML each draw these and know nothing else.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/document/document.h"

namespace modgraph {

/// A part of a line. A name is a module, a version, a file or a command: code
/// in formats that have it. The text is not escaped, and foreign unless it is
/// said to be ours: what a sentence says between its fields.
struct Piece {
  std::string text;
  bool is_name = false;
  bool is_ours = false;
};

enum class BlockKind : std::uint8_t {
  kTitle,  // over what follows at a greater depth
  kLine,
  kTable,
  kBreak,  // what follows has nothing to do with what was before
};

struct Cell {
  std::string text;
  bool is_name = false;
};

struct Block {
  BlockKind kind = BlockKind::kLine;
  int depth = 0;
  std::vector<Piece> pieces;  // of a title or a line
  std::vector<std::string> columns;
  std::vector<bool> is_right;  // by column: numbers, set to the right
  std::vector<std::vector<Cell>> rows;
};

enum class Length : std::uint8_t { kShort, kWhole };

/// The blocks of a document. kShort: at most ListStyle::max_shown rows of a
/// list, and how many more there are. O(shown items).
std::vector<Block> blocks_of(const Document& document,
                             Length length = Length::kShort);

/// "4.2 MiB" of 2^20 bytes, "512 B".
std::string bytes_text(std::uint64_t bytes);

/// "12.345 s".
std::string seconds_text(std::uint64_t nanoseconds);

/// "12.3450001": for programs, to the nanosecond and without zeros at the end.
std::string exact_seconds(std::uint64_t nanoseconds);

/// A value that is no record and no list, as people read it.
std::string leaf_text(const Item& item);

}  // namespace modgraph

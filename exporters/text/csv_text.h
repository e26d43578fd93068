#pragma once

// Cells of tables in CSV (RFC 4180).

#include <string>
#include <string_view>

namespace modgraph {

/// One cell, quoted where it has to be. Control characters are escaped
/// (printable.h). A spreadsheet takes no cell for a formula: one that begins
/// as such has a ' in front.
std::string csv_cell(std::string_view text);

}  // namespace modgraph

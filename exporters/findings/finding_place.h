#pragma once

// Where formats that need a place for every finding put it.

#include <string>
#include <string_view>

#include "engine/report/report.h"

namespace modgraph {

/// Lines and columns (in code points) count from 1; end_column is 0 when the
/// end is not known.
struct FindingPlace {
  std::string file;
  int line = 1;
  int column = 1;
  int end_column = 0;
};

/// Its own place; for a finding without one, the beginning of the first input
/// that it was found in: go.mod, else go.work, else the first file.
FindingPlace place_of(const Report& report, const Finding& finding);

/// What a finding says in a few lines: its sentence, its notes, commands that
/// were tried. Printable (printable.h) but for the newlines between them.
std::string finding_paragraph(const Finding& finding);

/// A relative path as a URI reference: what is not a letter, a digit or one of
/// "-._~/" becomes percent escapes.
std::string uri_path(std::string_view path);

}  // namespace modgraph

#pragma once

// Findings, one line each, for editors, scripts and spreadsheets; and what the
// formats of findings share: their order, their place, their text.

#include <string>
#include <string_view>
#include <vector>

#include "engine/report/report.h"
#include "engine/report/repository_report.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// "FILE:LINE:COLUMN: LEVEL: MESSAGE [CODE NAME]", as compilers write and
/// editors read; suppressed findings are left out. Printable (printable.h).
void write_compact(const Report& report, Sink& out);

/// A table with a heading (RFC 4180): level, rule, name, file, line, column,
/// subjects ("path@version", separated by blanks), message, fingerprint,
/// suppressed (by what, or nothing).
void write_csv(const Report& report, Sink& out);

/// The same for the findings of all folders, with the folder as the first
/// column; it is empty for what is between them.
void write_folders_csv(const RepositoryReport& repository, Sink& out);

/// "1 error, 2 warnings": how many of each level from `lowest` on, without
/// those of which there are none; "" for nothing.
std::string counts_from(const Report& report, Level lowest);

/// Those that are not suppressed, in the order in which a maintainer should
/// look at them: errors before warnings before notes; within a level those with
/// a suggested fix, then the main modules' own, then those of dependencies.
std::vector<const Finding*> findings_in_order(const Report& report,
                                              Level lowest = Level::kNote);

/// Where formats that need a place for every finding put it. Lines and columns
/// (in code points) count from 1; end_column is 0 when the end is not known.
struct FindingPlace {
  std::string file;
  int line = 1;
  int column = 1;
  int end_column = 0;
};

/// Its own place; for a finding without one, the beginning of the first input
/// that it was found in: go.mod, else go.work, else the first file.
FindingPlace place_of(const Report& report, const Finding& finding);

/// "in 12 folders: a, b and 10 more" for a finding that several share; else "".
/// Printable (printable.h).
std::string sharing_folders(const Finding& finding);

/// What a finding says in a few lines: its sentence, its notes, commands that
/// were tried. Printable (printable.h) but for the newlines between them.
std::string finding_paragraph(const Finding& finding);

/// A relative path as a URI reference: what is not a letter, a digit or one of
/// "-._~/" becomes percent escapes.
std::string uri_path(std::string_view path);

}  // namespace modgraph

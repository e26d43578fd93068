#pragma once

// Findings, one line each, for editors, scripts and spreadsheets.

#include "engine/report/report.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// "FILE:LINE:COLUMN: LEVEL: MESSAGE [CODE NAME]", as compilers write and
/// editors read; suppressed findings are left out. Printable (printable.h).
void write_compact(const Report& report, Sink& out);

/// A table with a heading (RFC 4180): level, rule, name, file, line, column,
/// subjects ("path@version", separated by blanks), message, fingerprint,
/// suppressed (by what, or nothing).
void write_csv(const Report& report, Sink& out);

}  // namespace modgraph

#pragma once

// Many small files in one text file, in the format of Go's txtar archives
// (golang.org/x/tools/txtar): comments, then sections that begin with a line
// `-- NAME --`. Our inputs stand next to what is expected of them:
//
//   -- bad_time.json --
//   {"Path": "a.b/c", "Time": "yesterday"}
//   -- bad_time.want --
//   list.json:1:27: 'Time' is 'yesterday', which is not a time like ...
//
// One thing is ours. What a text file cannot show is escaped, and the name of
// its section says so, `-- NAME (escaped) --`: \xHH is one byte, \\ is a
// backslash, and a backslash at the end of a line takes its newline away.

#include <string>
#include <string_view>
#include <vector>

namespace modgraph::test {

struct TxtarFile {
  std::string name;
  std::string data;
};

struct Txtar {
  std::string comment;  // before the first section
  std::vector<TxtarFile> files;
};

/// Any text is an archive; a wrong escape stays as it is.
Txtar parse_txtar(std::string_view text);

/// The text of an archive. Data are escaped if they do not end with a newline,
/// are not UTF-8, or contain control characters other than tab and newline, a
/// byte order mark or a line that looks like the beginning of a section.
std::string format_txtar(const Txtar& archive);

/// The files of the archive at `path` below tests/ whose names do not end in
/// ".want", in their order.
std::vector<TxtarFile> txtar_inputs(const std::string& path);

/// What the archive at `path` expects of an input: its NAME.want, where the
/// input is NAME.anything; "" if it is missing. When golden files are renewed
/// it is `actual`, which becomes the section after the input.
///
///   CHECK(txtar_golden("importers/data/x.txtar", input.name, out) == out);
std::string txtar_golden(const std::string& path, const std::string& input,
                         const std::string& actual);

}  // namespace modgraph::test

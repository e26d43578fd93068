#pragma once

// The shape of a go.mod or go.work file: lines, blocks and the comments that
// belong to them, before anything is known about directives. Keeps what a
// printer needs to write the file back as `go mod edit -fmt` would.
//
// Everything lies in flat arrays of one file-sized structure and points into
// the text, so that a file costs a handful of allocations. Ranges are indices
// into the array named beside them.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "importers/go_mod_error.h"
#include "importers/go_mod_lexer.h"

namespace modgraph {

struct GoModRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// A comment with its slashes and without its line end. Size 0 stands for a
/// blank line inside a block, which formatting keeps.
struct GoModComment {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

/// Words up to the end of a line. `before` are the comments on the lines above
/// (into comments), `suffix` those behind the words (into suffix_comments).
struct GoModLine {
  GoModRange tokens;
  GoModRange before;
  GoModRange suffix;
};

/// What stands in parentheses. A comment behind the '(' is open_suffix; the
/// comments between the last line and the ')' are close_before.
struct GoModBlock {
  GoModRange lines;  // into lines
  GoModRange open_suffix;
  GoModRange close_before;
  GoModRange close_suffix;
  std::uint32_t open = 0;  // byte of the '('
  std::uint32_t close = 0;
};

enum class GoModStatementKind : std::uint8_t {
  kComments,  // a group of comments with a blank line behind it
  kLine,
  kBlock,
};

struct GoModStatement {
  GoModStatementKind kind = GoModStatementKind::kLine;
  std::uint32_t line = 0;   // into lines: the words of a line, the words before
                            // the '(', or comments alone
  std::uint32_t block = 0;  // into blocks, for kBlock
};

struct GoModSyntax {
  GoModSource source;
  std::vector<GoModToken> tokens;
  std::vector<GoModComment> comments;         // on lines of their own
  std::vector<GoModComment> suffix_comments;  // behind words
  std::vector<GoModLine> lines;
  std::vector<GoModBlock> blocks;
  std::vector<GoModStatement> statements;
  GoModRange orphans;  // suffix comments that belong to nothing
  Errors errors;       // what could not be read, and is left out above

  std::span<const GoModToken> tokens_of(const GoModLine& line) const {
    return std::span(tokens).subspan(line.tokens.first, line.tokens.count);
  }
  std::string_view text(const GoModToken& token) const {
    return token.text(source.text);
  }
  std::string_view text(const GoModComment& comment) const {
    return source.text.substr(comment.begin, comment.size);
  }
};

/// Splits a file, of at most kMaxGoModBytes, into statements. All syntax
/// errors are found: the parser goes on behind each. O(length).
GoModSyntax parse_go_mod_syntax(const GoModSource& source);

/// The largest file that is read, bytes; the go command's own limit for the
/// go.mod of a dependency is 16 MiB.
inline constexpr std::size_t kMaxGoModBytes = std::size_t{64} << 20;

}  // namespace modgraph

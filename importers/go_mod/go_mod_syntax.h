#pragma once

// The syntax of a go.mod or go.work file: words, lines, blocks and the comments
// that belong to them, before anything is known about directives. Keeps what a
// printer needs to write the file back as `go mod edit -fmt` would.
//
// Words (go.dev/ref/mod#go-mod-file-lexical) are cut as the go command cuts
// them, which differs from the reference manual in places:
//  * Words are runs of printable characters except ( ) [ ] { } and the comma,
//    which are words of their own. "//" ends a word and starts a comment.
//  * A "..." string may hold a line break after a backslash.
//  * Bytes that are not UTF-8 read as U+FFFD, which is printable.
//
// The tree is a few flat arrays of one structure and points into the text, so
// that a file costs a handful of allocations. The comment on each range names
// the array that its indices are into.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "importers/go_mod/go_mod_error.h"

namespace modgraph {

// -------------------------------------------------------------------- words

enum class GoModTokenKind : std::uint8_t {
  kEnd,            // of the file; also ends a line
  kNewline,        //
  kLineComment,    // a comment on a line of its own; its newline is part of it
  kSuffixComment,  // a comment after words; likewise, so it ends the line
  kWord,           // example.com/m, v1.2.3, =>, go
  kString,         // "..." or `...`, quotes included
  kOpen,           // (
  kClose,          // )
  kPunctuation,    // [ ] { } ,
  kFault,          // not a word: see GoModFault; the lexer goes on after it
};

/// Why there is no word here.
enum class GoModFault : std::uint8_t {
  kNone,
  kByteOrderMark,     // at the start of the file
  kCharacter,         // one that no word can hold
  kBlockComment,      // a slash and a star, up to a star and a slash
  kOpenBlockComment,  // a slash and a star without an end
  kNewlineInString,   // at the newline
  kEndInString,       // at the opening quote
};

/// Whether the lexer skipped words after a fault, to the end of the line.
inline bool loses_words(GoModFault fault) {
  return fault != GoModFault::kByteOrderMark &&
         fault != GoModFault::kBlockComment;
}

/// A piece of the file. A comment's text has no line end; a fault's text starts
/// at what is wrong.
struct GoModToken {
  std::uint32_t begin = 0;  // bytes from the start of the file
  std::uint32_t size = 0;
  std::uint32_t line = 0;  // where it begins, from 1
  GoModTokenKind kind = GoModTokenKind::kEnd;
  GoModFault fault = GoModFault::kNone;
  bool has_quote = false;  // a word with ", ' or ` somewhere in it

  std::string_view text(std::string_view file) const {
    return file.substr(begin, size);
  }
};

/// True for what ends a line of words.
inline bool ends_line(GoModTokenKind kind) {
  return kind == GoModTokenKind::kEnd || kind == GoModTokenKind::kNewline ||
         kind == GoModTokenKind::kSuffixComment;
}

/// Cuts a file into tokens, one per call, in O(length) over all calls. Requires
/// a text under 4 GiB that outlives it.
class GoModLexer {
 public:
  explicit GoModLexer(std::string_view text) : text_(text) {}

  /// The next token; kEnd from the end of the file on.
  GoModToken next();

 private:
  GoModToken token(GoModTokenKind kind, std::size_t begin) const;
  GoModToken fault(GoModFault what, std::size_t at, std::size_t end);
  GoModToken comment(std::size_t begin);
  GoModToken string(std::size_t begin);
  GoModToken word(std::size_t begin);
  std::size_t word_character(std::size_t at) const;
  GoModToken no_word(std::size_t at);
  GoModToken block_comment(std::size_t begin);
  std::size_t line_end(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  bool line_has_words_ = false;
  bool last_block_comment_ = false;  // no star and slash are left ahead
};

// ------------------------------------------------------------ lines and blocks

/// A number of bytes or things in a file, which is under 4 GiB.
inline std::uint32_t count_of(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

struct GoModRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// A comment with its slashes and without its line end. Size 0 means a blank
/// line inside a block, which formatting keeps.
struct GoModComment {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

/// Words up to the end of a line. `before` are the comments on the lines above
/// (into comments), `suffix` those after the words (into suffix_comments).
struct GoModLine {
  GoModRange tokens;
  GoModRange before;
  GoModRange suffix;
};

/// The lines in parentheses. A comment after the '(' is open_suffix; the
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
  kComments,  // a group of comments, followed by a blank line
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
  NamedText source;
  std::vector<GoModToken> tokens;
  std::vector<GoModComment> comments;         // on lines of their own
  std::vector<GoModComment> suffix_comments;  // after words
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
/// errors are found: the parser goes on after each. O(length).
GoModSyntax parse_go_mod_syntax(const NamedText& source);

/// The largest file that is read, bytes; the go command's own limit for the
/// go.mod of a dependency is 16 MiB.
inline constexpr std::size_t kMaxGoModBytes = std::size_t{64} << 20;

}  // namespace modgraph

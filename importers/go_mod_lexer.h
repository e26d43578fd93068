#pragma once

// The words of a go.mod or go.work file (go.dev/ref/mod#go-mod-file-lexical),
// cut as the go command cuts them, which differs from the reference manual in
// places:
//  * Words are runs of printable characters except ( ) [ ] { } and the comma,
//    which are words of their own. "//" ends a word and starts a comment.
//  * A "..." string may hold a line break behind a backslash.
//  * Bytes that are not UTF-8 read as U+FFFD, which is printable.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace modgraph {

enum class GoModTokenKind : std::uint8_t {
  kEnd,            // of the file; also ends a line
  kNewline,        //
  kLineComment,    // a comment on a line of its own; its newline is part of it
  kSuffixComment,  // a comment behind words; likewise, so it ends the line
  kWord,           // example.com/m, v1.2.3, =>, go
  kString,         // "..." or `...`, quotes included
  kOpen,           // (
  kClose,          // )
  kPunctuation,    // [ ] { } ,
  kFault,          // no word: see GoModFault; the lexer goes on behind it
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

/// Whether the lexer gave up words behind a fault, to the end of the line.
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

/// True for what stands at the end of a line of words.
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

}  // namespace modgraph

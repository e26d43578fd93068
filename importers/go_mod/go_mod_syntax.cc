// What are the lines, blocks and comments of this file?
// Idea: one pass of the parser with one token of lookahead from the lexer, by
// the go command's grammar:
//  * a '(' opens a block only at the end of a line; "( )" is an empty block;
//  * comment lines belong to the line that follows them; with a blank line in
//    between, to nothing;
//  * a comment after words belongs to the last thing that ended before it and
//    that ended on the line it began on. A line of words can be longer than
//    that: a string may hold an escaped line break.
// After an error the parser goes on with the next line.
// Source: the behaviour of golang.org/x/mod/modfile as of Go 1.26.
// Cost: O(length).
// Tested by tests/importers/go_mod/go_mod_lexer_test.cc and
// go_mod_syntax_test.cc.

#include "importers/go_mod/go_mod_syntax.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "engine/base/unicode.h"
#include "engine/base/utf8.h"
#include "importers/go_mod/go_mod_directives.h"

namespace modgraph {
namespace {

using TokenKind = GoModTokenKind;

// What a byte is at the start of a token; within a word, quotes are ordinary.
enum class ByteClass : std::uint8_t {
  kBad,  // control characters
  kWord,
  kQuote,
  kSlash,
  kWide,  // part of a character beyond ASCII
  kBlank,
  kNewline,
  kPunctuation,
};

constexpr std::array<ByteClass, 256> byte_classes() {
  std::array<ByteClass, 256> classes{};
  for (std::size_t c = 0; c < 256; ++c)
    classes[c] = c >= 0x80               ? ByteClass::kWide
                 : c > 0x20 && c != 0x7f ? ByteClass::kWord
                                         : ByteClass::kBad;
  const auto set = [&](std::string_view characters, ByteClass what) {
    for (const char c : characters)
      classes[static_cast<unsigned char>(c)] = what;
  };
  set(" \t\r", ByteClass::kBlank);
  set("()[]{},", ByteClass::kPunctuation);
  set("\"`'", ByteClass::kQuote);
  classes['\n'] = ByteClass::kNewline;
  classes['/'] = ByteClass::kSlash;
  return classes;
}

constexpr std::array<ByteClass, 256> kByteClasses = byte_classes();

ByteClass class_of(char c) {
  return kByteClasses[static_cast<unsigned char>(c)];
}

GoModTokenKind punctuation_kind(char c) {
  if (c == '(') return TokenKind::kOpen;
  return c == ')' ? TokenKind::kClose : TokenKind::kPunctuation;
}

}  // namespace

GoModToken GoModLexer::next() {
  while (at_ < text_.size() && class_of(text_[at_]) == ByteClass::kBlank) ++at_;
  if (at_ == text_.size()) return token(TokenKind::kEnd, at_);

  const std::size_t begin = at_;
  const char c = text_[begin];
  if (c == '\n') {
    ++at_;
    const GoModToken newline = token(TokenKind::kNewline, begin);
    ++line_;
    line_has_words_ = false;
    return newline;
  }
  if (text_.substr(begin, 2) == "//") return comment(begin);

  line_has_words_ = true;
  if (class_of(c) == ByteClass::kPunctuation) {
    ++at_;
    return token(punctuation_kind(c), begin);
  }
  if (c == '"' || c == '`') return string(begin);
  return word(begin);
}

// A token from `begin` to where the lexer is.
GoModToken GoModLexer::token(GoModTokenKind kind, std::size_t begin) const {
  GoModToken out;
  out.begin = static_cast<std::uint32_t>(begin);
  out.size = static_cast<std::uint32_t>(at_ - begin);
  out.line = line_;
  out.kind = kind;
  return out;
}

GoModToken GoModLexer::fault(GoModFault what, std::size_t at, std::size_t end) {
  at_ = end;
  GoModToken out = token(TokenKind::kFault, at);
  out.fault = what;
  return out;
}

// Something that begins like a word but is not one.
GoModToken GoModLexer::no_word(std::size_t at) {
  if (text_[at] == '/') return block_comment(at);
  if (at == 0 && text_.starts_with("\xef\xbb\xbf"))
    return fault(GoModFault::kByteOrderMark, at, at + 3);
  return fault(GoModFault::kCharacter, at, line_end(at));
}

// The search for the end of a comment fails at most once, which keeps the whole
// file linear.
GoModToken GoModLexer::block_comment(std::size_t begin) {
  const std::size_t close = last_block_comment_ ? std::string_view::npos
                                                : text_.find("*/", begin + 2);
  last_block_comment_ = close == std::string_view::npos;
  if (last_block_comment_)
    return fault(GoModFault::kOpenBlockComment, begin, line_end(begin));
  const GoModToken out = fault(GoModFault::kBlockComment, begin, close + 2);
  for (const char c : out.text(text_)) line_ += c == '\n' ? 1 : 0;
  return out;
}

std::size_t GoModLexer::line_end(std::size_t at) const {
  return std::min(text_.find('\n', at), text_.size());
}

GoModToken GoModLexer::comment(std::size_t begin) {
  at_ = line_end(begin);
  GoModToken out = token(
      line_has_words_ ? TokenKind::kSuffixComment : TokenKind::kLineComment,
      begin);
  if (at_ < text_.size()) {
    // A carriage return belongs to the line end only if there is one.
    if (text_[at_ - 1] == '\r') --out.size;
    ++at_;
    ++line_;
    line_has_words_ = false;
  }
  return out;
}

GoModToken GoModLexer::string(std::size_t begin) {
  const char quote = text_[begin];
  std::uint32_t lines = 0;
  for (std::size_t at = begin + 1; at < text_.size(); ++at) {
    const char c = text_[at];
    if (c == quote) {
      at_ = at + 1;
      GoModToken out = token(TokenKind::kString, begin);
      out.has_quote = true;
      line_ += lines;
      return out;
    }
    if (c == '\n') {
      line_ += lines;
      return fault(GoModFault::kNewlineInString, at, at);
    }
    if (c == '\\' && quote == '"') {
      ++at;
      if (at < text_.size() && text_[at] == '\n') ++lines;
    }
  }
  const GoModToken out = fault(GoModFault::kEndInString, begin, text_.size());
  line_ += lines;
  return out;
}

// Bytes of the character beyond ASCII at `at`; 0 if no word can hold it.
std::size_t GoModLexer::word_character(std::size_t at) const {
  const CodePoint character = first_code_point(text_.substr(at));
  const bool fits = is_printable(character.value) && !is_space(character.value);
  return fits ? character.length : 0;
}

GoModToken GoModLexer::word(std::size_t begin) {
  bool has_quote = false;
  std::size_t at = begin;
  while (at < text_.size()) {
    const ByteClass what = class_of(text_[at]);
    if (what == ByteClass::kWord) {
      ++at;
    } else if (what == ByteClass::kSlash) {
      const char after = at + 1 < text_.size() ? text_[at + 1] : '\0';
      if (after == '/' || after == '*') break;
      ++at;
    } else if (what == ByteClass::kQuote) {
      has_quote = true;
      ++at;
    } else if (what == ByteClass::kWide) {
      const std::size_t length = word_character(at);
      if (length == 0) break;
      at += length;
    } else {
      break;
    }
  }
  if (at == begin) return no_word(begin);
  at_ = at;
  GoModToken out = token(TokenKind::kWord, begin);
  out.has_quote = has_quote;
  return out;
}

namespace {

// What to say about a piece of the file that is not a word.
GoModComplaint complaint_about(GoModFault fault, std::string_view text) {
  switch (fault) {
    case GoModFault::kByteOrderMark:
      return {"unexpected byte order mark (U+FEFF)",
              "save the file as UTF-8 without a byte order mark"};
    case GoModFault::kBlockComment:
    case GoModFault::kOpenBlockComment:
      return {"a comment begins with //; there are no /* */ comments here"};
    case GoModFault::kNewlineInString:
      return {"unexpected newline: the string is not closed",
              "a string ends on its own line"};
    case GoModFault::kEndInString:
      return {"unexpected end of file: the string is not closed"};
    case GoModFault::kCharacter:
    case GoModFault::kNone:
      break;
  }
  return {
      fmt::format("unexpected character U+{:04X}",
                  static_cast<std::uint32_t>(first_code_point(text).value))};
}

// A line of words while they arrive.
struct OpenLine {
  GoModLine line;
  GoModToken start;
  bool broken = false;  // has a fault and is left out
};

class Parser {
 public:
  explicit Parser(const NamedText& source);
  GoModSyntax parse() &&;

 private:
  // What a comment after words would belong to now.
  enum class Owner : std::uint8_t { kNothing, kLine, kOpen, kClose };

  GoModToken take() { return std::exchange(peek_, lexer_.next()); }
  void complain(const GoModToken& at, GoModComplaint complaint);

  void keep_comment(const GoModToken& comment);
  void keep_blank_line(const GoModBlock& block);
  GoModRange take_comments();
  void close_comment_group();
  void own_suffixes(Owner owner, std::size_t index);
  GoModRange& suffix_of_owner();
  void end_of_line(const GoModToken& end);

  OpenLine open_line();
  void add_word(OpenLine& open, const GoModToken& token);
  bool finish_words(OpenLine& open);
  void add_line(GoModStatementKind kind, const GoModLine& line);
  void parse_statement();

  bool opens_block(const OpenLine& open, const GoModToken& token) const;
  void parse_block(OpenLine head, const GoModToken& open);
  void parse_block_line(GoModBlock& block);
  void close_block(const OpenLine& head, std::uint32_t head_line,
                   GoModBlock& block);
  void complain_unclosed(const OpenLine& head);
  void free_swallowed_lines(GoModBlock& block);

  GoModLexer lexer_;
  GoModToken peek_;
  GoModSyntax out_;
  GoModRange pending_;            // comment lines that belong to nothing yet
  std::uint32_t fault_line_ = 0;  // of the last fault
  Owner owner_ = Owner::kNothing;
  std::size_t owner_index_ = 0;  // into lines, else into blocks
};

Parser::Parser(const NamedText& source) : lexer_(source.text) {
  out_.source = source;
  // Real files have lines of about 40 bytes with three words.
  out_.tokens.reserve(source.text.size() / 12 + 8);
  out_.lines.reserve(source.text.size() / 40 + 4);
  peek_ = lexer_.next();
}

GoModSyntax Parser::parse() && {
  while (peek_.kind != TokenKind::kEnd) {
    if (peek_.kind == TokenKind::kNewline) {
      take();
      close_comment_group();
    } else if (peek_.kind == TokenKind::kLineComment) {
      keep_comment(take());
    } else {
      parse_statement();
    }
  }
  close_comment_group();
  return std::move(out_);
}

void Parser::complain(const GoModToken& at, GoModComplaint complaint) {
  add_error(out_.errors,
            go_mod_error(out_.source, at.begin, at.line, std::move(complaint)));
}

// ---------------------------------------------------------------- comments

void Parser::keep_comment(const GoModToken& comment) {
  out_.comments.push_back({comment.begin, comment.size});
  ++pending_.count;
}

// One blank line between things in a block stays; more of them are one.
void Parser::keep_blank_line(const GoModBlock& block) {
  const bool keeps = pending_.count == 0 ? block.lines.count > 0
                                         : out_.comments.back().size > 0;
  if (!keeps) return;
  out_.comments.push_back({});
  ++pending_.count;
}

GoModRange Parser::take_comments() {
  return std::exchange(pending_, {count_of(out_.comments.size()), 0});
}

// Comments alone, between blank lines.
void Parser::close_comment_group() {
  if (pending_.count == 0) return;
  GoModLine group;
  group.before = take_comments();
  add_line(GoModStatementKind::kComments, group);
  own_suffixes(Owner::kLine, out_.lines.size() - 1);
}

void Parser::own_suffixes(Owner owner, std::size_t index) {
  owner_ = owner;
  owner_index_ = index;
}

GoModRange& Parser::suffix_of_owner() {
  switch (owner_) {
    case Owner::kLine:
      return out_.lines[owner_index_].suffix;
    case Owner::kOpen:
      return out_.blocks[owner_index_].open_suffix;
    case Owner::kClose:
      return out_.blocks[owner_index_].close_suffix;
    case Owner::kNothing:
      break;
  }
  return out_.orphans;
}

void Parser::end_of_line(const GoModToken& end) {
  if (end.kind != TokenKind::kSuffixComment) return;
  GoModRange& suffix = suffix_of_owner();
  if (suffix.count == 0) suffix.first = count_of(out_.suffix_comments.size());
  ++suffix.count;
  out_.suffix_comments.push_back({end.begin, end.size});
}

// ------------------------------------------------------------------- lines

OpenLine Parser::open_line() {
  OpenLine open;
  open.line.tokens.first = count_of(out_.tokens.size());
  open.line.before = take_comments();
  open.start = peek_;
  return open;
}

void Parser::add_word(OpenLine& open, const GoModToken& token) {
  if (token.kind != TokenKind::kFault) {
    out_.tokens.push_back(token);
    ++open.line.tokens.count;
    return;
  }
  // One fault per line says enough, and keeps the excerpts linear.
  if (token.line != fault_line_)
    complain(token, complaint_about(token.fault, token.text(out_.source.text)));
  fault_line_ = token.line;
  open.broken |= loses_words(token.fault);
}

void Parser::add_line(GoModStatementKind kind, const GoModLine& line) {
  out_.statements.push_back({kind, count_of(out_.lines.size()), 0});
  out_.lines.push_back(line);
}

// True when the line is one to keep.
bool Parser::finish_words(OpenLine& open) {
  if (!open.broken && open.line.tokens.count > 0) return true;
  out_.tokens.resize(open.line.tokens.first);
  open.line.tokens.count = 0;
  return false;
}

void Parser::parse_statement() {
  OpenLine open = open_line();
  for (;;) {
    const GoModToken token = take();
    if (ends_line(token.kind)) {
      if (finish_words(open)) {
        add_line(GoModStatementKind::kLine, open.line);
        if (token.line == open.start.line)
          own_suffixes(Owner::kLine, out_.lines.size() - 1);
      }
      return end_of_line(token);
    }
    if (opens_block(open, token)) return parse_block(open, token);
    add_word(open, token);
  }
}

// ------------------------------------------------------------------ blocks

// Whether `token`, with nothing but a ')' after it, begins a block. A line with
// a fault may also end in '('.
bool Parser::opens_block(const OpenLine& open, const GoModToken& token) const {
  if (token.kind == TokenKind::kFault)
    return ends_line(peek_.kind) &&
           trim_space(token.text(out_.source.text)).ends_with('(');
  if (token.kind != TokenKind::kOpen) return false;
  if (open.line.tokens.count == 0 && !open.broken) return false;
  if (peek_.kind != TokenKind::kClose) return ends_line(peek_.kind);
  GoModLexer ahead = lexer_;
  return ends_line(ahead.next().kind);
}

void Parser::parse_block(OpenLine head, const GoModToken& open) {
  if (open.kind == TokenKind::kFault) add_word(head, open);
  const bool keep = finish_words(head);
  const std::uint32_t head_line = count_of(out_.lines.size());
  out_.lines.push_back(head.line);
  // Blocks do not nest, so the reference stays valid.
  GoModBlock& block = out_.blocks.emplace_back();
  block.open = open.begin;
  block.lines.first = count_of(out_.lines.size());
  own_suffixes(Owner::kOpen, out_.blocks.size() - 1);

  while (peek_.kind != TokenKind::kClose && peek_.kind != TokenKind::kEnd) {
    if (peek_.kind == TokenKind::kSuffixComment) {
      end_of_line(take());  // after the '('
    } else if (peek_.kind == TokenKind::kNewline) {
      take();
      keep_blank_line(block);
    } else if (peek_.kind == TokenKind::kLineComment) {
      keep_comment(take());
    } else {
      parse_block_line(block);
    }
  }

  if (keep)
    out_.statements.push_back({GoModStatementKind::kBlock, head_line,
                               count_of(out_.blocks.size()) - 1});
  if (peek_.kind == TokenKind::kClose)
    return close_block(head, head_line, block);
  complain_unclosed(head);
  free_swallowed_lines(block);
}

void Parser::parse_block_line(GoModBlock& block) {
  OpenLine open = open_line();
  GoModToken token = take();
  for (; !ends_line(token.kind); token = take()) add_word(open, token);
  if (finish_words(open)) {
    ++block.lines.count;
    out_.lines.push_back(open.line);
    if (token.line == open.start.line)
      own_suffixes(Owner::kLine, out_.lines.size() - 1);
  }
  end_of_line(token);
}

void Parser::close_block(const OpenLine& head, std::uint32_t head_line,
                         GoModBlock& block) {
  const GoModToken close = take();
  block.close = close.begin;
  const GoModRange before = take_comments();
  // A blank line at the end of a block is not kept.
  const bool only_blank = before.count == 1 && out_.comments.back().size == 0;
  if (!only_blank) block.close_before = before;
  if (close.line == head.start.line)
    own_suffixes(Owner::kLine, head_line);  // of the whole "name ( )"
  else
    own_suffixes(Owner::kClose, out_.blocks.size() - 1);

  if (!ends_line(peek_.kind) && peek_.kind != TokenKind::kFault)
    complain(peek_, {"syntax error: a ')' must be the last word of its line"});
  OpenLine rest = open_line();
  while (!ends_line(peek_.kind)) add_word(rest, take());
  rest.broken = true;
  finish_words(rest);
  end_of_line(take());
}

void Parser::complain_unclosed(const OpenLine& head) {
  const std::string_view text = out_.source.text;
  complain(
      head.start,
      {fmt::format("syntax error: unterminated block; the file ends at "
                   "{}:{}:{} without its ')'",
                   out_.source.file, peek_.line, column_of(text, text.size())),
       "put ')' on a line of its own after the block"});
}

// An unclosed block swallows the directives after it. What looks like a
// directive is read as one again, so that the errors are the right ones.
void Parser::free_swallowed_lines(GoModBlock& block) {
  const std::uint32_t end = block.lines.first + block.lines.count;
  std::uint32_t line = block.lines.first;
  const auto words = [&] { return out_.tokens_of(out_.lines[line]); };
  const auto is_directive = [&] {
    return words().size() > 1 && find_directive(out_.text(words()[0]));
  };
  while (line < end && !is_directive()) ++line;
  block.lines.count = line - block.lines.first;
  for (; line < end && words().back().kind != TokenKind::kOpen; ++line)
    out_.statements.push_back({GoModStatementKind::kLine, line, 0});
}

}  // namespace

GoModSyntax parse_go_mod_syntax(const NamedText& source) {
  return Parser(source).parse();
}

}  // namespace modgraph

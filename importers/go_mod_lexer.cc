#include "importers/go_mod_lexer.h"

#include <algorithm>
#include <array>

#include "engine/base/unicode.h"
#include "engine/base/utf8.h"

namespace modgraph {
namespace {

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
  if (c == '(') return GoModTokenKind::kOpen;
  return c == ')' ? GoModTokenKind::kClose : GoModTokenKind::kPunctuation;
}

}  // namespace

GoModToken GoModLexer::next() {
  while (at_ < text_.size() && class_of(text_[at_]) == ByteClass::kBlank) ++at_;
  if (at_ == text_.size()) return token(GoModTokenKind::kEnd, at_);

  const std::size_t begin = at_;
  const char c = text_[begin];
  if (c == '\n') {
    ++at_;
    const GoModToken newline = token(GoModTokenKind::kNewline, begin);
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

// A token from `begin` to where the lexer stands.
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
  GoModToken out = token(GoModTokenKind::kFault, at);
  out.fault = what;
  return out;
}

// What begins like a word and is none.
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
  GoModToken out = token(line_has_words_ ? GoModTokenKind::kSuffixComment
                                         : GoModTokenKind::kLineComment,
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
      GoModToken out = token(GoModTokenKind::kString, begin);
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
  GoModToken out = token(GoModTokenKind::kWord, begin);
  out.has_quote = has_quote;
  return out;
}

}  // namespace modgraph

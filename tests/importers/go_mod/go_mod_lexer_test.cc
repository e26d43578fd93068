#include "importers/go_mod/go_mod_syntax.h"

#include <string>

#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string fault_name(GoModFault fault) {
  switch (fault) {
    case GoModFault::kByteOrderMark:
      return "bom";
    case GoModFault::kCharacter:
      return "character";
    case GoModFault::kBlockComment:
      return "block-comment";
    case GoModFault::kOpenBlockComment:
      return "open-block-comment";
    case GoModFault::kNewlineInString:
      return "newline-in-string";
    case GoModFault::kEndInString:
      return "end-in-string";
    case GoModFault::kNone:
      break;
  }
  return "none";
}

// Words as they are, newlines as "|", comments in <>, comments on a line of
// their own in <<>>, faults as !name.
std::string token_words(std::string_view text) {
  GoModLexer lexer(text);
  std::string out;
  for (;;) {
    const GoModToken token = lexer.next();
    if (token.kind == GoModTokenKind::kEnd) return out;
    if (!out.empty()) out += ' ';
    const std::string piece(token.text(text));
    switch (token.kind) {
      case GoModTokenKind::kNewline:
        out += '|';
        break;
      case GoModTokenKind::kLineComment:
        out += "<<" + piece + ">>";
        break;
      case GoModTokenKind::kSuffixComment:
        out += "<" + piece + ">";
        break;
      case GoModTokenKind::kFault:
        out += "!" + fault_name(token.fault);
        break;
      default:
        out += piece;
    }
  }
}

TEST_CASE("lines are cut into words") {
  CHECK(token_words("") == "");
  CHECK(token_words(" \t\r ") == "");
  CHECK(token_words("module example.com/m\n") == "module example.com/m |");
  CHECK(token_words("require\ta  v1.0.0") == "require a v1.0.0");
  CHECK(token_words("a\r\nb\r\n") == "a | b |");
  CHECK(token_words("a\rb") == "a b");
}

TEST_CASE("punctuation needs no space around it") {
  CHECK(token_words("foo, v1") == "foo , v1");
  CHECK(token_words("require(a)") == "require ( a )");
  CHECK(token_words("[v1,v2]{x}") == "[ v1 , v2 ] { x }");
  CHECK(token_words("a=>b") == "a=>b");
}

TEST_CASE("comments end words and run to the end of the line") {
  CHECK(token_words("// one\na // two\n") == "<<// one>> a <// two>");
  CHECK(token_words("v1.0.0//indirect") == "v1.0.0 <//indirect>");
  CHECK(token_words("\t// own line\r\n") == "<<// own line>>");
  CHECK(token_words("// cr at the end\r") == "<<// cr at the end\r>>");
  CHECK(token_words("a/b//") == "a/b <//>");
  CHECK(token_words("// bytes \xff are fine") == "<<// bytes \xff are fine>>");
}

TEST_CASE("strings keep their quotes") {
  CHECK(token_words("\"a b\" `c d`") == "\"a b\" `c d`");
  CHECK(token_words("\"a\\\"b\"c") == "\"a\\\"b\" c");
  CHECK(token_words("`a\\`b") == "`a\\` b");
  CHECK(token_words("\"//\" // x") == "\"//\" <// x>");
  CHECK(token_words("a\"b c\"") == "a\"b c\"");
  CHECK(token_words("'x y'") == "'x y'");
}

TEST_CASE("a string may hold an escaped line break") {
  const std::string_view text = "\"a\\\nb\" // c\nd";
  CHECK(token_words(text) == "\"a\\\nb\" <// c> d");
  GoModLexer lexer(text);
  CHECK(lexer.next().line == 1);
  CHECK(lexer.next().line == 2);
  CHECK(lexer.next().line == 3);
}

TEST_CASE("words hold any printable character") {
  CHECK(token_words("caf\u00e9 \u4e2d") == "caf\u00e9 \u4e2d");
  // A byte that is no UTF-8 reads as U+FFFD, which prints.
  CHECK(token_words("a\xff\x62") == "a\xff\x62");
}

TEST_CASE("what is no word is a fault, and the lexer goes on") {
  CHECK(token_words("a \x01 b\nc") == "a !character | c");
  CHECK(token_words(std::string_view("a\0b\nc", 5)) == "a !character | c");
  CHECK(token_words("a\x7f\nb") == "a !character | b");
  CHECK(token_words("a\u00a0b\nc") == "a !character | c");
  CHECK(token_words("a\u200b\nc") == "a !character | c");
  CHECK(token_words("\ufeffmodule m") == "!bom module m");
  CHECK(token_words("a \ufeffmodule m\nb") == "a !character | b");
  CHECK(token_words("a\v\nb") == "a !character | b");
  CHECK(token_words("\"a b\nc") == "!newline-in-string | c");
  CHECK(token_words("`a\nc") == "!newline-in-string | c");
  CHECK(token_words("a \"b\\") == "a !end-in-string");
  CHECK(token_words("a `b") == "a !end-in-string");
}

TEST_CASE("block comments are faults to their end") {
  CHECK(token_words("a /* b */ c\nd") == "a !block-comment c | d");
  CHECK(token_words("a/* b\n c */ d\ne") == "a !block-comment d | e");
  CHECK(token_words("a /* b\nc") == "a !open-block-comment | c");
  CHECK(token_words("/*/ a\nb") == "!open-block-comment | b");
  CHECK(token_words("/* a\nb */ // c\n") == "!block-comment <// c>");
}

TEST_CASE("tokens know their line and place") {
  const std::string_view text = "a\n  /* x\n y */ bc";
  GoModLexer lexer(text);
  CHECK(lexer.next().begin == 0);
  CHECK(lexer.next().line == 1);  // the newline
  const GoModToken fault = lexer.next();
  CHECK(fault.line == 2);
  CHECK(fault.begin == 4);
  const GoModToken last = lexer.next();
  CHECK(last.line == 3);
  CHECK(last.text(text) == "bc");
  CHECK(lexer.next().kind == GoModTokenKind::kEnd);
  CHECK(lexer.next().kind == GoModTokenKind::kEnd);
}

TEST_CASE("many block comments without an end take linear time") {
  // Each looks for the end of the file only if the one before it found one: a
  // quadratic lexer would need minutes here.
  std::string text;
  for (int i = 0; i < 2'000'000; ++i) text += "/*\n";
  GoModLexer lexer(text);
  std::size_t faults = 0;
  for (GoModToken token = lexer.next(); token.kind != GoModTokenKind::kEnd;
       token = lexer.next())
    faults += token.kind == GoModTokenKind::kFault ? 1 : 0;
  CHECK(faults == 2'000'000);
}

}  // namespace
}  // namespace modgraph

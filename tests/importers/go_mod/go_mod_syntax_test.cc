#include "importers/go_mod/go_mod_syntax.h"

#include <string>

#include "tests/support/test.h"

namespace modgraph {
namespace {

// A syntax tree in one line: statements between " ; ", words between spaces,
// comments as <// x>, comments above a line as ^<// x>, blank lines in a block
// as ^<>; those of the '(' and ')' stand behind them.
class Picture {
 public:
  explicit Picture(const GoModSyntax& syntax) : syntax_(syntax) {}

  std::string draw() {
    for (const GoModStatement& statement : syntax_.statements) {
      if (!out_.empty()) out_ += " ; ";
      draw(statement);
    }
    if (syntax_.orphans.count > 0) {
      out_ += " ; orphans";
      suffix(syntax_.orphans);
    }
    return out_;
  }

 private:
  void draw(const GoModStatement& statement) {
    const GoModLine& line = syntax_.lines[statement.line];
    if (statement.kind != GoModStatementKind::kBlock) return draw(line);
    const GoModBlock& block = syntax_.blocks[statement.block];
    before(line.before);
    words(line);
    out_ += " (";
    suffix(block.open_suffix);
    for (std::uint32_t i = 0; i < block.lines.count; ++i) {
      out_ += i == 0 ? " " : " , ";
      draw(syntax_.lines[block.lines.first + i]);
    }
    out_ += " ";
    before(block.close_before);
    out_ += ")";
    suffix(block.close_suffix);
    if (line.suffix.count > 0) out_ += " whole";
    suffix(line.suffix);
  }

  void draw(const GoModLine& line) {
    before(line.before);
    words(line);
    suffix(line.suffix);
  }

  void words(const GoModLine& line) {
    bool first = true;
    for (const GoModToken& word : syntax_.tokens_of(line)) {
      if (!first) out_ += ' ';
      first = false;
      out_ += syntax_.text(word);
    }
  }

  void before(GoModRange range) {
    for (std::uint32_t i = 0; i < range.count; ++i) {
      out_ += "^<";
      out_ += syntax_.text(syntax_.comments[range.first + i]);
      out_ += "> ";
    }
  }

  void suffix(GoModRange range) {
    for (std::uint32_t i = 0; i < range.count; ++i) {
      out_ += " <";
      out_ += syntax_.text(syntax_.suffix_comments[range.first + i]);
      out_ += ">";
    }
  }

  const GoModSyntax& syntax_;
  std::string out_;
};

// The tree, and the errors as "!line:column".
std::string shape(std::string_view text) {
  const GoModSyntax syntax = parse_go_mod_syntax({"go.mod", text});
  std::string out = Picture(syntax).draw();
  for (const Error& error : syntax.errors)
    out += " !" + std::to_string(error.where.line) + ":" +
           std::to_string(error.where.column);
  return out;
}

TEST_CASE("lines and blocks are statements") {
  CHECK(shape("") == "");
  CHECK(shape("\n\n") == "");
  CHECK(shape("module m\n\ngo 1.21") == "module m ; go 1.21");
  CHECK(shape("require (\n\ta v1\n\tb v1\n)\n") == "require ( a v1 , b v1 )");
  CHECK(shape("require (\n)") == "require ( )");
  CHECK(shape("a b (\n)") == "a b ( )");
}

TEST_CASE("a parenthesis opens a block only at the end of a line") {
  CHECK(shape("require ( )\n") == "require ( )");
  CHECK(shape("require ( ) x") == "require ( ) x");
  CHECK(shape("require (a v1)") == "require ( a v1 )");
  CHECK(shape("x ( ) (\n)") == "x ( ) ( )");
  CHECK(shape("(\n") == "(");
  CHECK(shape("( (\n)") == "( ( )");
  CHECK(shape(")") == ")");
}

TEST_CASE("in a block a parenthesis closes only at the start of a line") {
  CHECK(shape("r (\n a )\n b (\n)\n") == "r ( a ) , b ( )");
}

TEST_CASE("comments above belong to what follows without a blank line") {
  CHECK(shape("// a\n// b\nmodule m\n") == "^<// a> ^<// b> module m");
  CHECK(shape("// a\n\nmodule m\n") == "^<// a>  ; module m");
  CHECK(shape("module m\n// a\n") == "module m ; ^<// a> ");
  CHECK(shape("// a\nr (\n)") == "^<// a> r ( )");
}

TEST_CASE("comments behind words belong to them") {
  CHECK(shape("a // x\nb//y") == "a <// x> ; b <//y>");
  CHECK(shape("r ( // x\n a // y\n) // z\n") == "r ( <// x> a <// y> ) <// z>");
  CHECK(shape("r ( ) // x") == "r ( ) whole <// x>");
}

TEST_CASE("blank lines in a block are kept once, and not at its ends") {
  CHECK(shape("r (\n\n\n a\n\n\n b\n\n)\n") == "r ( a , ^<> b )");
  CHECK(shape("r (\n // x\n\n\n a\n)") == "r ( ^<// x> ^<> a )");
  CHECK(shape("r (\n a\n\n // x\n\n // y\n)") ==
        "r ( a ^<> ^<// x> ^<> ^<// y> )");
  CHECK(shape("r (\n\n)") == "r ( )");
}

TEST_CASE("a comment behind an escaped line break belongs to the line before") {
  // So says the go command: what ends on a later line than it began takes no
  // comment.
  CHECK(shape("a\nb \"\\\n\" // x") == "a <// x> ; b \"\\\n\"");
  CHECK(shape("a // w\nb \"\\\n\" // x") == "a <// w> <// x> ; b \"\\\n\"");
  CHECK(shape("b \"\\\n\" // x") == "b \"\\\n\" ; orphans <// x>");
  CHECK(shape("// c\n\nb \"\\\n\" // x") == "^<// c>  <// x> ; b \"\\\n\"");
  CHECK(shape("r (\n \"\\\n\" // x\n)") == "r ( <// x> \"\\\n\" )");
  CHECK(shape("b \"\\\n\" ( ) // x") == "b \"\\\n\" ( ) <// x>");
}

TEST_CASE("behind an error the next line is read") {
  CHECK(shape("a\nb \x01 c\nd") == "a ; d !2:3");
  CHECK(shape("a \"b\nc 'd\ne") == "c 'd ; e !1:5");
  CHECK(shape("r (\n a \x01\n b\n)") == "r ( b ) !2:4");
  CHECK(shape("r (\n a\n) b \x01\nc") == "r ( a ) ; c !3:3 !3:5");
  CHECK(shape("r (\n a\n) \x01\nc") == "r ( a ) ; c !3:3");
}

TEST_CASE("words around a closed block comment are read") {
  CHECK(shape("a /* x */ b") == "a b !1:3");
  CHECK(shape("r /* x */ (\n a\n)\nb") == "r ( a ) ; b !1:3");
  CHECK(shape("a /* x") == " !1:3");
}

TEST_CASE("a broken line may open a block, which is left out") {
  CHECK(shape("r \x01 (\n a\n)\nb") == "b !1:3");
}

TEST_CASE("a block that is not closed is an error at its start") {
  CHECK(shape("a\nr (\n b c\n") == "a ; r ( b c ) !2:1");
}

TEST_CASE("directives swallowed by a block are freed again") {
  CHECK(shape("require (\n a v1\nexclude b v1\nreplace c => d\n") ==
        "require ( a v1 ) ; exclude b v1 ; replace c => d !1:1");
  // Not behind what may be another block: its lines are no directives.
  CHECK(shape("require (\n a v1\nexclude b v1\nreplace (\n c => d\n") ==
        "require ( a v1 ) ; exclude b v1 !1:1");
}

TEST_CASE("columns count code points") {
  CHECK(shape("\u00e9\u4e2d\xff \x01") == " !1:5");
}

}  // namespace
}  // namespace modgraph

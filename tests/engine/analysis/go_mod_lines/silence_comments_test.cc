#include "engine/analysis/go_mod_lines/silence_comments.h"

#include "importers/go_mod/go_mod.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "rules [facts] reason (until)", one after the other; what is broken with a
// '!' and why.
std::string silences(const std::string& lines) {
  const Manifest manifest = parse_go_mod("go.mod", lines).value();
  const SilenceComments found = silence_comments(manifest);
  std::string out;
  for (const Silence& s : found.silences) {
    for (const std::string& rule : s.rules) out += rule + " ";
    out += "[";
    for (const std::string& fact : s.facts)
      out += fact + (&fact == &s.facts.back() ? "" : ", ");
    out += "] " + s.reason;
    if (!s.until.empty()) out += " (" + s.until + ")";
    out += "; ";
  }
  for (const BrokenSilence& b : found.broken)
    out += "!" + std::to_string(b.silence.where.line) + " " + b.why + "; ";
  return out;
}

// The mended comments.
std::string mended(const std::string& comment) {
  const Manifest manifest =
      parse_go_mod("go.mod", "module a\nrequire b v1.0.0 " + comment + "\n")
          .value();
  const SilenceComments found = silence_comments(manifest);
  std::string out;
  for (const BrokenIndirect& b : found.broken_indirect)
    out += b.mended + (b.repeats ? " (twice)" : "");
  return out;
}

TEST_CASE("a comment beside a line is about it") {
  CHECK(
      silences("module a\nrequire b v1.0.0 // modgraph:ignore MG2002 -- wanted"
               "\n") == "MG2002 [require b] wanted; ");
  CHECK(silences("module a\nrequire b v1.0.0 //modgraph:ignore MG2002 -- wanted"
                 "\n") == "MG2002 [require b] wanted; ");
  CHECK(silences("module a\nrequire b v1.0.0 // indirect; modgraph:ignore "
                 "MG2002,MG3001 -- two of them until=2026-03-01\n") ==
        "MG2002 MG3001 [require b] two of them (2026-03-01); ");
  CHECK(silences("module a\nrequire (\n\tb v1.0.0\n\tc v1.0.0 // "
                 "modgraph:ignore direct-raised, MG3001 -- x -- y\n)\n") ==
        "direct-raised MG3001 [require c] x -- y; ");
}

TEST_CASE("one above a line is about it, above a block about all of it") {
  CHECK(silences("module a\n// modgraph:ignore MG5001 -- a fork\n// of ours\n"
                 "replace b => ../b\n") == "MG5001 [replace b] a fork; ");
  CHECK(silences("module a\n// modgraph:ignore MG3001 -- held\nrequire (\n"
                 "\tb v1.0.0\n\tc v1.0.0\n)\n") ==
        "MG3001 [require b, require c] held; ");
  CHECK(silences("module a\nrequire (\n\t// modgraph:ignore MG3001 -- held\n"
                 "\tb v1.0.0\n\tc v1.0.0\n)\n") == "MG3001 [require b] held; ");
}

TEST_CASE("above module it is about the file") {
  CHECK(silences("// modgraph:ignore MG2003 -- both are fine\nmodule a\n") ==
        "MG2003 [] both are fine; ");
  CHECK(silences("module a // modgraph:ignore MG2003 -- both are fine\n") ==
        "MG2003 [module] both are fine; ");
}

TEST_CASE("what cannot silence says why") {
  CHECK(silences("module a\ngo 1.21 // modgraph:ignore MG2005\n") ==
        "!2 gives no reason; ");
  CHECK(silences("module a\ngo 1.21 // modgraph:ignore -- wanted\n") ==
        "!2 names no rule; ");
  CHECK(silences("module a\ngo 1.21 // modgraph:ignore MG2005 -- x "
                 "until=2026-02-30\n") ==
        "!2 ends on no day that there is: until=2026-02-30; ");
  CHECK(silences("module a\n// modgraph:ignore MG2005 -- lost\n\ngo 1.21\n") ==
        "!2 stands above no directive; ");
  CHECK(silences("module a\n// modgraph:ignore MG2005 -- last\n") ==
        "!2 stands above no directive; ");
  CHECK(
      silences("module a\ngo 1.21 // modgraph:ignored MG2005 -- x\n").empty());
  CHECK(
      silences("module a\ngo 1.21 // see xmodgraph:ignore MG1 -- x\n").empty());
}

TEST_CASE("a comment that makes a line direct is mended") {
  CHECK(mended("// indirect // see #12") == "// indirect; see #12");
  CHECK(mended("// indirect see #12") == "// indirect; see #12");
  CHECK(mended("// see #12 // indirect") == "// indirect; see #12");
  CHECK(mended("// indirect;see #12") == "// indirect; see #12");
  CHECK(mended("// indirect; indirect // see #12") ==
        "// indirect; see #12 (twice)");
  CHECK(mended("// indirect; indirect") == "// indirect (twice)");
}

TEST_CASE("and one that Go reads as it was meant is left alone") {
  for (const char* const comment :
       {"// indirect", "//indirect", "// indirect; see #12", "// see #12",
        "// indirectly used", "// not indirect", ""}) {
    CAPTURE(comment);
    CHECK(mended(comment).empty());
  }
}

}  // namespace
}  // namespace modgraph

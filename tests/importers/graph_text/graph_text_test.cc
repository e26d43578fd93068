#include "importers/graph_text/graph_text.h"

#include "tests/support/golden.h"
#include "tests/support/test.h"
#include "tests/support/txtar.h"

namespace modgraph {
namespace {

// "a -> b@v1.0.0; ..." in the order of ids, or the error as the user reads it.
std::string graph_of(std::string_view text, std::size_t piece = 1 << 20) {
  GraphTextReader reader("g");
  const auto shown = [](const Errors& errors) {
    const Error& e = errors.front();
    return "g:" + std::to_string(e.where.line) + ":" +
           std::to_string(e.where.column) + ": " + e.message;
  };
  for (std::size_t at = 0; at < text.size(); at += piece)
    if (auto fed = reader.feed(text.substr(at, piece)); !fed)
      return shown(fed.error());
  auto parsed = std::move(reader).finish();
  if (!parsed) return shown(parsed.error());
  const bool cut = parsed->ends_inside_line;
  const ModuleGraph g = std::move(parsed->builder).freeze().value();
  std::string out;
  for (NodeId from : g.nodes())
    for (NodeId to : g.requirements(from))
      out += (out.empty() ? "" : "; ") + g.name(from) + " -> " + g.name(to);
  return out + (cut ? " (cut)" : "");
}

TEST_CASE("a line is a requirement") {
  CHECK(graph_of("m a@v1.0.0\nm b@v1.2.0\na@v1.0.0 b@v1.1.0\n") ==
        "a@v1.0.0 -> b@v1.1.0; m -> a@v1.0.0; m -> b@v1.2.0");
}

TEST_CASE("line ends: LF, CRLF, none at the end; blank lines; tabs") {
  CHECK(graph_of("m a@v1.0.0\r\nm b@v1.0.0\r\n") ==
        "m -> a@v1.0.0; m -> b@v1.0.0");
  CHECK(graph_of("m a@v1.0.0\n\n  \nm b@v1.0.0") ==
        "m -> a@v1.0.0; m -> b@v1.0.0 (cut)");
  CHECK(graph_of("m\ta@v1.0.0\n m  b@v1.0.0 \n") ==
        "m -> a@v1.0.0; m -> b@v1.0.0");
}

TEST_CASE("a byte order mark in front is no part of the first name") {
  CHECK(graph_of("\xef\xbb\xbfm a@v1.0.0\n") == "m -> a@v1.0.0");
}

TEST_CASE("of several wrong lines the first is reported") {
  CHECK(graph_of("m a@v1\nm a@x\nm\n") ==
        "g:2:5: 'x' is not a version of the form v1.2.3");
}

TEST_CASE("repeated lines and the order of a source are kept") {
  CHECK(graph_of("m b@v1.0.0\nm a@v1.0.0\nm b@v1.0.0\n") ==
        "m -> b@v1.0.0; m -> a@v1.0.0; m -> b@v1.0.0");
}

TEST_CASE("go, toolchain and several main modules") {
  CHECK(graph_of("m go@1.21\nn go@1.22rc1\ngo@1.21 toolchain@go1.21\nm "
                 "toolchain@default\n") ==
        "go@1.21 -> toolchain@go1.21; m -> go@1.21; m -> toolchain@default; "
        "n -> go@1.22rc1");
}

TEST_CASE("chunks may be cut anywhere") {
  const std::string text =
      "m a@v1.0.0\r\nm bb@v1.2.0\na@v1.0.0 bb@v1.1.0\n\nbb@v1.2.0 c@v1.0.0";
  const std::string whole = graph_of(text);
  for (std::size_t piece = 1; piece <= text.size(); ++piece)
    CHECK(graph_of(text, piece) == whole);
}

TEST_CASE("more lines than a batch holds, from many sources") {
  std::string text;
  for (int i = 0; i < 1000; ++i)
    text += "m" + std::to_string(i / 3) + " a" + std::to_string(i % 100) +
            "@v1." + std::to_string(i) + ".0\n";
  const std::string whole = graph_of(text);
  CHECK(whole.find("m0 -> a2@v1.2.0; m1 -> a3@v1.3.0") != std::string::npos);
  CHECK(graph_of(text, 7) == whole);
}

TEST_CASE("every bad text gets its sentence") {
  const std::string bad = "importers/data/graph_text/bad.txtar";
  std::size_t files = 0;
  for (const auto& [name, text] : test::txtar_inputs(bad)) {
    const auto parsed = parse_graph_text(name, text);
    INFO(name);
    REQUIRE_FALSE(parsed.has_value());
    const Error& e = parsed.error().front();
    const std::string sentence = std::to_string(e.where.line) + ":" +
                                 std::to_string(e.where.column) + ": " +
                                 e.message + "\n  = " + e.hint + "\n";
    CHECK(test::txtar_golden(bad, name, sentence) == sentence);
    ++files;
  }
  CHECK(files >= 20);
}

TEST_CASE("an over-long line is refused without being kept") {
  const std::string longest(GraphTextReader::kLongestLine + 1, 'a');
  CHECK(graph_of("m a@v1.0.0\n" + longest) ==
        "g:2:1: the line is longer than 1048576 bytes");
  CHECK(graph_of(longest + "\n", 4096) ==
        "g:1:1: the line is longer than 1048576 bytes");
  const std::string name(GraphTextReader::kLongestLine - 9, 'a');
  CHECK(graph_of(name + " b@v1.0.0\n").size() > name.size());
}

TEST_CASE("every prefix of an example is a graph or a positioned error") {
  const std::string text = test::test_data("cli/data/shop.txt");
  const std::string_view whole = text;
  std::size_t graphs = 0;
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const std::string_view prefix = whole.substr(0, length);
    const auto parsed = parse_graph_text("g", prefix);
    if (!parsed) continue;
    ++graphs;
    // A cut inside a line is never silent.
    CHECK(parsed->ends_inside_line == !prefix.ends_with('\n'));
  }
  CHECK(graphs > 8);
}

}  // namespace
}  // namespace modgraph

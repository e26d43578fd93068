#include "exporters/markdown/markdown_text.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("code spans hold any text") {
  CHECK(code_span("golang.org/x/net") == "`golang.org/x/net`");
  CHECK(code_span("a`b``c") == "```a`b``c```");
  CHECK(code_span("`a`") == "`` `a` ``");
  CHECK(code_span(" a ") == "`  a  `");
  CHECK(code_span("") == "`  `");
  CHECK(code_span("a\nb\x1b[0m") == "`a\\x0ab\\x1b[0m`");
}

TEST_CASE("ordinary words stay, everything else is code") {
  CHECK(markdown_sentence("2 major versions of one module are selected") ==
        "2 major versions of one module are selected");
  CHECK(markdown_sentence("go.mod requires 'golang.org/x/net' v0.33.0, no") ==
        "`go.mod` requires `golang.org/x/net` `v0.33.0`, no");
  CHECK(markdown_sentence("a@v1 -> b@v2") == "`a@v1` \u2192 `b@v2`");
  CHECK(markdown_sentence("`modgraph why M` shows all") ==
        "`modgraph why M` shows all");
  CHECK(markdown_sentence("a pre-release (see below)") ==
        "a pre-release (see below)");
}

TEST_CASE("nothing of what GitHub reads is left as text") {
  CHECK(markdown_sentence("@everyone #123 GH-12 :+1:") ==
        "`@everyone` `#123` `GH-12` `:+1`:");
  CHECK(markdown_sentence("www.x.com https://x me@x.com") ==
        "`www.x.com` `https://x` `me@x.com`");
  CHECK(markdown_sentence("see deadbeef1 and 1234567") ==
        "see `deadbeef1` and `1234567`");
  CHECK(markdown_sentence("<b> [a](b) ![c] | *d* ~e~ $f$") ==
        "`<b>` `[a](b`) `![c]` `|` `*d*` `~e~` `$f$`");
  CHECK(markdown_sentence("1. one") == "`1.` one");
  CHECK(markdown_sentence("- --- === # >") == "`-` `---` `===` `#` `>`");
  CHECK(markdown_sentence("a\n# b") == "`a\\x0a#` b");
}

TEST_CASE("fences are longer than any run of backticks inside") {
  CHECK(code_block("sh", "go mod tidy\n") == "```sh\ngo mod tidy\n```\n");
  CHECK(code_block("sh", "a\n````\nb") == "`````sh\na\n````\nb\n`````\n");
}

}  // namespace
}  // namespace modgraph

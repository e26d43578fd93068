#include "engine/report/views/link_template.h"

#include "tests/support/pictures.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string link(std::string_view text, std::string_view path,
                 std::string_view version) {
  const auto links = LinkTemplate::parse(text);
  return links ? links->link(path, version) : "refused";
}

bool refused(std::string_view text) { return !LinkTemplate::parse(text); }

TEST_CASE("places of a template take path, version, or both") {
  CHECK(link("https://pkg.go.dev/{module}", "a.example/b", "v1.2.3") ==
        "https://pkg.go.dev/a.example/b@v1.2.3");
  CHECK(link("https://pkg.go.dev/{module}", "a.example/b", "") ==
        "https://pkg.go.dev/a.example/b");
  CHECK(link("http://x.example/?p={path}&v={version}#top", "a/b", "v1.0.0") ==
        "http://x.example/?p=a/b&v=v1.0.0#top");
  CHECK(link("http://x.example/?p={path}&v={version}", "a/b", "") == "");
}

TEST_CASE("what is put in cannot leave its place") {
  CHECK(link("https://x.example/{path}", "a b\"<>&?#%", "v1") ==
        "https://x.example/a%20b%22%3C%3E%26%3F%23%25");
  CHECK(link("https://x.example/{module}", "a", "v1.0.0+incompatible") ==
        "https://x.example/a@v1.0.0%2Bincompatible");
  CHECK(link("https://x.example/m/{path}", "../../login", "v1") == "");
  CHECK(link("https://x.example/m/{path}", "a/./b", "v1") == "");
  CHECK(link("https://x.example/{path}", "/evil.example", "v1") == "");
  CHECK(link("https://x.example/{path}", "a//b", "v1") == "");
  CHECK(link("https://x.example/{path}", "", "v1") == "");
}

TEST_CASE("only web addresses with a host of their own are templates") {
  CHECK(refused("javascript:alert({path})"));
  CHECK(refused("data:text/html,{path}"));
  CHECK(refused("//x.example/{path}"));
  CHECK(refused("HTTPS:{path}"));
  CHECK(refused("https://{path}/"));
  CHECK(refused("https://x.example{path}"));
  CHECK(refused("https://user@x.example/{path}"));
  CHECK(refused("https:///{path}"));
  CHECK(refused("https://x.example/"));
  CHECK(refused("https://x.example/{name}"));
  CHECK(refused("https://x.example/{path"));
  CHECK(refused("https://x.example/\"{path}"));
  CHECK(refused("https://x.example/ {path}"));
  CHECK(refused(""));
}

TEST_CASE("a template for lines takes a file and a line, and no module") {
  const auto links =
      LinkTemplate::parse("https://forge.example/x/blob/main/{file}#L{line}");
  REQUIRE(links);
  CHECK(links->is_for_lines());
  CHECK(links->line_link("go.mod", 7) ==
        "https://forge.example/x/blob/main/go.mod#L7");
  CHECK(links->line_link("a b/go.mod", 0) ==
        "https://forge.example/x/blob/main/a%20b/go.mod#L1");
  CHECK(links->line_link("../go.mod", 7) == "");
  CHECK(links->line_link("/etc/go.mod", 7) == "");
  CHECK(links->link("a.example/a", "v1.0.0") == "");
  CHECK(
      LinkTemplate::parse("https://x.example/{path}")->line_link("go.mod", 1) ==
      "");
  CHECK(refused("https://x.example/{file}?m={module}"));
  CHECK(refused("https://{file}/"));
  CHECK(refused("javascript:open({line})"));
}

TEST_CASE("hostile names make links of harmless characters, or none") {
  for (const std::string& text : test::hostile_texts()) {
    const std::string out =
        link("https://x.example/{path}?v={version}", text, text);
    CAPTURE(text.substr(0, 60));
    CHECK((out.empty() || out.starts_with("https://x.example/")));
    CHECK(out.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRS"
                                "TUVWXYZ0123456789-._~:/?=@%") ==
          std::string::npos);
  }
}

TEST_CASE("main modules and piles have no link") {
  const auto links = LinkTemplate::parse("https://x.example/{path}");
  REQUIRE(links);
  const Picture p = with_links(test::every_sign(), *links);
  CHECK(p.boxes[0].link.empty());
  CHECK(p.boxes[3].link.empty());
  CHECK(p.boxes[1].link == "https://x.example/example.com/cart");
}

}  // namespace
}  // namespace modgraph

#include "importers/go_env/go_variables.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string folders(std::string_view list) {
  std::string out;
  for (const std::string& f : proxy_folders(list))
    out += (out.empty() ? "" : " ") + f;
  return out;
}

TEST_CASE("GOPROXY names folders with file://") {
  CHECK(folders("") == "");
  CHECK(folders("file:///a") == "/a");
  CHECK(folders("file:///a,file:///b|file:///c/") == "/a /b /c");
  CHECK(folders(" ,, |\tfile:///a\n, ") == "/a");
  CHECK(folders("FILE:///a") == "/a");
  CHECK(folders("file:/a") == "/a");
  CHECK(folders("file://") == "/");
  CHECK(folders("file:////a") == "//a");
  CHECK(folders("file:///a#") == "/a");
}

TEST_CASE("the path of a file:// URL is percent-encoded") {
  CHECK(proxy_folders("file:///a%20b") == std::vector<std::string>{"/a b"});
  CHECK(folders("file:///%C3%a9%2F%25+") == "/\xc3\xa9/%+");
  CHECK(folders("file:///a%2") == "");
  CHECK(folders("file:///a%zz") == "");
  CHECK(folders("file:///a%00") == "");
  CHECK(folders(std::string_view("file:///a\0b", 11)) == "");
  CHECK(folders("file:///a\nb") == "");
  CHECK(folders("file:///a\x7f") == "");
}

TEST_CASE("off and direct end the list") {
  CHECK(folders("off") == "");
  CHECK(folders("file:///a,off,file:///b") == "/a");
  CHECK(folders("file:///a|direct|file:///b") == "/a");
  CHECK(folders("file:///a,direct,nonsense") == "/a");
}

TEST_CASE("proxies of the network are passed over") {
  CHECK(folders("https://proxy.example.com,file:///a") == "/a");
  CHECK(folders("http://proxy.example.com|file:///a") == "/a");
  CHECK(folders("proxy.example.com,file:///a") == "/a");
  CHECK(folders("proxy.example.com/sub:8080,file:///a") == "/a");
}

TEST_CASE("with one bad entry no proxy is asked") {
  for (const char* bad :
       {"proxy", "/a", "ftp://a.example.com", "file://host/a", "file:///a?b",
        "file:///a#b", "file:///a?", "://", "1x://y"}) {
    INFO(bad);
    CHECK(folders(std::string("file:///a,") + bad) == "");
    CHECK(folders(std::string(bad) + ",file:///a") == "");
  }
}

}  // namespace
}  // namespace modgraph

#include "importers/go_env/go_environment.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

using Texts = std::map<std::string, std::string>;

// Variables, and files by name; Go is installed in /go unless they say so.
Result<GoEnvironment> read_environment(
    const Texts& variables, const Texts& files = {},
    const GoEnvironmentOptions& options = {}) {
  const auto find = [](const Texts& in, const std::string& name) {
    const auto at = in.find(name);
    return at == in.end() ? std::nullopt : std::optional(at->second);
  };
  GoEnvironmentInput input;
  input.variable = [&](const std::string& name) {
    return find(variables, name).value_or("");
  };
  input.file = [&](const std::string& name) { return find(files, name); };
  input.installed_root = [] { return std::string("/go"); };
  return go_environment(input, options);
}

std::string cache_setting(const Texts& variables, const Texts& files = {}) {
  const auto out = read_environment(variables, files);
  return out ? out->module_cache : "error: " + out.error().front().message;
}

std::string work_setting(const Texts& variables, const Texts& files = {}) {
  const auto out = read_environment(variables, files);
  return out ? out->work : "error: " + out.error().front().message;
}

std::string error(const Texts& variables) {
  const auto out = read_environment(variables);
  return out ? "" : out.error().front().message;
}

TEST_CASE("a variable goes before the user's file and the distribution's") {
  const Texts files{{"/h/.config/go/env", "GOWORK=/user\n"},
                    {"/go/go.env", "GOWORK=/dist\n"}};
  CHECK(work_setting({{"HOME", "/h"}, {"GOWORK", "/own"}}, files) == "/own");
  CHECK(work_setting({{"HOME", "/h"}}, files) == "/user");
  CHECK(work_setting({{"HOME", "/h"}, {"GOENV", "off"}}, files) == "/dist");
  CHECK(work_setting({{"HOME", "/h"}, {"GOENV", "off"}}) == "");
  // Empty is the same as not set, but for a line of the user's file.
  CHECK(work_setting({{"HOME", "/h"}, {"GOWORK", ""}}, files) == "/user");
  CHECK(work_setting({{"HOME", "/h"}}, {{"/h/.config/go/env", "GOWORK="},
                                        {"/go/go.env", "GOWORK=/dist"}}) == "");
}

TEST_CASE("the user's file is where GOENV, XDG_CONFIG_HOME or HOME say") {
  const Texts files{{"/e", "GOWORK=/by-goenv"},
                    {"/x/go/env", "GOWORK=/by-xdg"},
                    {"/h/.config/go/env", "GOWORK=/by-home"}};
  const Texts all{{"GOENV", "/e"}, {"XDG_CONFIG_HOME", "/x"}, {"HOME", "/h"}};
  CHECK(work_setting(all, files) == "/by-goenv");
  CHECK(work_setting({{"XDG_CONFIG_HOME", "/x"}, {"HOME", "/h"}}, files) ==
        "/by-xdg");
  CHECK(work_setting({{"HOME", "/h"}}, files) == "/by-home");
  CHECK(work_setting({}, files) == "");
  // A relative one is an error to Go, which then reads none.
  CHECK(work_setting({{"XDG_CONFIG_HOME", "x"}, {"HOME", "/h"}},
                     {{"x/go/env", "GOWORK=/a"},
                      {"/h/.config/go/env", "GOWORK=/b"}}) == "");
  // A file that cannot be read is as good as none; GOENV in it means nothing.
  CHECK(work_setting({{"GOENV", "/nowhere"}, {"HOME", "/h"}}, files) == "");
  CHECK(work_setting({{"GOENV", "/e"}}, {{"/e", "GOENV=off\nGOWORK=/w"}}) ==
        "/w");
}

TEST_CASE("lines of a settings file") {
  const auto in = [](const std::string& text) {
    return work_setting({{"GOENV", "/e"}}, {{"/e", text}});
  };
  CHECK(in("GOWORK=/a\nGOWORK=/b") == "/b");
  CHECK(in("GOWORK=/a=b\n") == "/a=b");
  CHECK(in("# GOWORK=/a\n GOWORK=/b\nGOWORK =/c\ngowork=/d\nGOWORK\n") == "");
  CHECK(in("GOWORKS=/a\nXGOWORK=/b") == "");
  CHECK(in("GOWORK=/a \r\n") == "/a \r");
  CHECK(in("GOWORK=\"/a\"") == "error: invalid GOWORK: not an absolute path");
  CHECK(in(std::string("\0\xff\nGOWORK=/a", 12)) == "/a");
}

TEST_CASE("GOROOT says where go.env is") {
  const Texts files{{"/go/go.env", "GOWORK=/installed"},
                    {"/r/go.env", "GOWORK=/r\nGOROOT=/go"}};
  CHECK(work_setting({}, files) == "/installed");
  CHECK(work_setting({{"GOROOT", "/r//x/.."}}, files) == "/r");
  CHECK(read_environment({{"GOROOT", "/r//x/.."}}, files)->root == "/r");
  const Texts user{{"/e", "GOROOT=/r"}, {"/r/go.env", "GOWORK=/r"}};
  CHECK(work_setting({{"GOENV", "/e"}}, user) == "/r");
}

TEST_CASE("the module cache is GOMODCACHE, or below GOPATH, or below HOME") {
  const Texts all{{"GOMODCACHE", "/c"}, {"GOPATH", "/p"}, {"HOME", "/h"}};
  CHECK(cache_setting(all) == "/c");
  CHECK(cache_setting({{"GOPATH", "/p:/q"}, {"HOME", "/h"}}) == "/p/pkg/mod");
  CHECK(cache_setting({{"HOME", "/h"}}) == "/h/go/pkg/mod");
  CHECK(cache_setting({}) == "");
  CHECK(cache_setting({{"GOPATH", ":/q"}, {"HOME", "/h"}}) == "");
  CHECK(cache_setting({{"GOENV", "/e"}, {"HOME", "/h"}},
                      {{"/e", "GOPATH=/p"}}) == "/p/pkg/mod");
  // The folder of Go itself is nobody's GOPATH, unless it is named.
  CHECK(cache_setting({{"HOME", "/h"}, {"GOROOT", "/h/go"}}) == "");
  CHECK(cache_setting({{"GOPATH", "/go"}}) == "/go/pkg/mod");
}

TEST_CASE("what the go command refuses is refused in its words") {
  CHECK(error({{"GO111MODULE", "on"}}) == "");
  CHECK(error({{"GO111MODULE", "auto"}}) == "");
  CHECK(error({{"GO111MODULE", "off"}}) ==
        "modules disabled by GO111MODULE=off; see 'go help modules'");
  CHECK(error({{"GO111MODULE", "On"}}) ==
        "unknown environment setting GO111MODULE=On");
  CHECK(error({{"GOMODCACHE", "c"}}) ==
        "GOMODCACHE entry is relative; must be absolute path: \"c\"");
  CHECK(error({{"GOPATH", "/p::q"}}) ==
        "GOPATH entry is relative; must be absolute path: \"q\"");
  CHECK(error({{"GOPATH", "~/go"}}) ==
        "GOPATH entry cannot start with shell metacharacter '~': \"~/go\"");
  CHECK(error({{"GOWORK", "go.work"}}) ==
        "invalid GOWORK: not an absolute path");
  CHECK(error({{"GOFLAGS", "-mod mod"}}) ==
        "parsing $GOFLAGS: non-flag \"mod\"");
  CHECK(error({{"GOFLAGS", "-modfile"}}) ==
        "flag needs an argument: -modfile (from $GOFLAGS)");
  CHECK(read_environment(
            {{"GOWORK", "w"}, {"GO111MODULE", "off"}, {"GOFLAGS", "-mod"}})
            .error()
            .size() == 3);
}

TEST_CASE("options count as variables") {
  GoEnvironmentOptions options;
  options.instead = {{"GOMODCACHE", "/c"}, {"GOWORK", "off"}};
  const auto out =
      read_environment({{"GOMODCACHE", "bad"}, {"GOWORK", "bad"}}, {}, options);
  REQUIRE(out);
  CHECK(out->module_cache == "/c");
  CHECK(out->work == "off");
}

TEST_CASE("GOFLAGS gives -mod to commands that have it, and -modfile to all") {
  const Texts variables{{"GOFLAGS", "-mod=vendor -modfile=x.mod -v"}};
  CHECK(read_environment(variables)->mod == "vendor");
  GoEnvironmentOptions graph;
  graph.has_mod_flag = false;
  CHECK(read_environment(variables, {}, graph)->mod == "");
  CHECK(read_environment(variables, {}, graph)->mod_file == "x.mod");
  CHECK(read_environment({{"GOFLAGS", "-mod"}}, {}, graph));
  CHECK_FALSE(read_environment({{"GOFLAGS", "-mod"}}));
}

TEST_CASE("file:// entries of GOPROXY are folders to look in") {
  const auto out = read_environment(
      {{"GOENV", "/e"}}, {{"/e", "GOPROXY=file:///a%20b,off,file:///c"}});
  CHECK(out->proxies == std::vector<std::string>{"/a b"});
}

}  // namespace
}  // namespace modgraph

// The quick reader of plain go.mod files: what it takes, what it leaves to the
// full reader, and that both say the same of any bytes.

#include "importers/go_mod/go_mod_summary.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "importers/go_mod/go_mod.h"
#include "tests/support/environment.h"
#include "tests/support/go_mod_texts.h"
#include "tests/support/golden.h"
#include "tests/support/summary_facts.h"
#include "tests/support/test.h"
#include "tests/support/txtar.h"

namespace modgraph::test {
namespace {

std::string plain(const std::string& text) {
  const auto summary = summarize_plain_go_mod(text);
  return summary ? facts(*summary) : "not plain";
}

std::string full(const std::string& text) {
  return summary_facts(parse_go_mod_lax("go.mod", text));
}

// With whatever reader it takes.
std::string summary(const std::string& text) {
  const auto out = summarize_go_mod("go.mod", text);
  return out ? facts(*out) : "no manifest";
}

// Only comments and directives that do not matter.
std::string requires_nothing(const std::string& text) {
  return plain("module m\n" + text) == "m go :" ? "yes" : "no";
}

TEST_CASE("plain files are read in one pass") {
  CHECK(plain("") == " go :");
  CHECK(plain("module example.com/m\n\ngo 1.21\n") == "example.com/m go 1.21:");
  CHECK(plain("module m // why\n\trequire\ta.b/c v1.2.3 // indirect") ==
        "m go : a.b/c@v1.2.3");
  CHECK(plain("// first\nmodule m\r\nrequire (\r\n\t// some\r\n\r\n"
              "\ta.b/c v1.0.0\r\n\ta.b/c v1.1.0//indirect\r\n) // end\r\n") ==
        "m go : a.b/c@v1.0.0 a.b/c@v1.1.0");
  CHECK(plain("require a v1.0.0-pre.1+incompatible\n"
              "require b v0.0.0-20200102030405-abcdefabcdef\n"
              "require a.b/v2 v2.0.0\nrequire c v5.0.0+incompatible\n"
              "require gopkg.in/yaml.v2 v2.4.0\n"
              "require gopkg.in/check.v1 v0.0.0-20161208181325-20d25e280405\n"
              "require a.b/go1.2 v1.0.0\n") ==
        " go : a@v1.0.0-pre.1+incompatible "
        "b@v0.0.0-20200102030405-abcdefabcdef a.b/v2@v2.0.0 "
        "c@v5.0.0+incompatible gopkg.in/yaml.v2@v2.4.0 "
        "gopkg.in/check.v1@v0.0.0-20161208181325-20d25e280405 "
        "a.b/go1.2@v1.0.0");
}

TEST_CASE("what resolving does not need is stepped over") {
  CHECK(requires_nothing("replace a => ../a\nexclude b v1.0.0\n") == "yes");
  CHECK(requires_nothing("replace (\n\ta => b v1.0.0\n\n\tc => d v1\n)\n") ==
        "yes");
  CHECK(requires_nothing("retract [v1.0.0, v1.2.0] // oh\nretract v1\n") ==
        "yes");
  CHECK(requires_nothing("retract (\n\tv1.0.0\n\t[v1.1.0, v1.2.0]\n)\n") ==
        "yes");
  CHECK(requires_nothing("toolchain go1.22.0\ntool a/b\ntool (\n\tc\n)\n"
                         "godebug default=go1.21\n") == "yes");
  CHECK(requires_nothing("// /* \x01 \xff \"\n") == "yes");
}

TEST_CASE("anything out of the ordinary is left to the full reader") {
  const std::vector<std::string> texts{
      "module \"m\"\n",
      "module `m`\n",
      "module m'\n",
      "module m\nmodule n\n",
      "module\n",
      "module m n\n",
      "module (\n\tm\n)\n",
      "\xef\xbb\xbfmodule m\n",
      "module m\xc3\xa9\n",
      "module m\x01\n",
      "module m\vn\n",
      "module m/*x*/\n",
      "go 1.21\ngo 1.21\n",
      "go 1.21.x\n",
      "go v1.21\n",
      "go 1.021\n",
      "go (\n\t1.21\n)\n",
      "require a\n",
      "require a v1\n",
      "require a v1.2\n",
      "require a v1.2.3+meta\n",
      "require a v1.2.3-01\n",
      "require a v1.2.3-\n",
      "require a v1.2.3-a..b\n",
      "require a v1.02.3\n",
      "require a v1.2.3.4\n",
      "require a 1.2.3\n",
      "require a master\n",
      "require a v1.2.3 x\n",
      "require a v2.0.0\n",
      "require a/v2 v1.0.0\n",
      "require a/v1 v1.0.0\n",
      "require a/v1. v1.0.0\n",
      "require gopkg.in/yaml v2.0.0\n",
      "require gopkg.in/yaml.v2 v1.0.0\n",
      "require a v1.0.0+incompatible-x\n",
      "require ( a v1.0.0 )\n",
      "require ()\n",
      "require (\n\ta v1.0.0\n",
      "require (\n\ta v1.0.0)\n",
      "require (\n\ta v1.0.0\n) b v1.0.0\n",
      "require (\n\t(\n)\n",
      "require x (\n\ta v1.0.0\n)\n",
      "require)\n",
      ")\n",
      "replace a => \"b\" v1.0.0\n",
      "replace (\n\ta => b v1.0.0\n",
      "exclude a v1.0.0 (\n)\n",
      "retract {v1.0.0}\n",
      "ignore ./x\n",
      "unknown x\n",
      "Require a v1.0.0\n",
  };
  for (const std::string& text : texts) {
    INFO(text);
    CHECK(plain(text) == "not plain");
    CHECK(summary(text) == full(text));
  }
}

// How many of these texts were plain; what they say is compared.
std::size_t check_agreement(const std::string& text) {
  const std::string quick = plain(text);
  if (quick == "not plain") return 0;
  INFO(text);
  REQUIRE(quick == full(text));
  return 1;
}

TEST_CASE("files cut off anywhere say the same to both readers") {
  const std::string data = "importers/data/go_mod/";
  std::vector<std::string> texts;
  for (const std::string& name : test_files(data + "good"))
    if (name.ends_with(".mod"))
      texts.push_back(test_data(data + "good/" + name));
  for (const TxtarFile& file : txtar_inputs(data + "bad.txtar"))
    if (file.name.ends_with(".mod")) texts.push_back(file.data);
  std::size_t compared = 0;
  for (const std::string& text : texts) {
    for (std::size_t i = 0; i <= text.size(); ++i) {
      compared += check_agreement(text.substr(0, i));
      compared += check_agreement(text.substr(i));
      if (i < text.size())
        compared += check_agreement(text.substr(0, i) + text.substr(i + 1));
    }
  }
  report("go.mod summary", compared, "cut files compared");
  CHECK(compared > 1000);
}

std::vector<std::string> real_texts() {
  std::vector<std::string> out{
      "module a.b/c\n\ngo 1.21\n\nrequire (\n\td.e/f v1.2.3 // indirect\n"
      "\tg.h/i/v2 v2.0.0-rc.1\n)\n\nreplace d.e/f => ../f\n"};
  if (const auto root = go_root()) {
    for (std::string& text : go_mod_texts(*root))
      out.push_back(std::move(text));
  } else {
    skip("go.mod summary", "the go command's scripts: no Go here");
  }
  if (const auto folder = corpus()) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(*folder + "/real"))
      if (entry.path().filename() == "go.mod")
        out.push_back(read_file(entry.path()));
    std::ifstream lines(*folder + "/worlds.jsonl");
    for (std::string line; std::getline(lines, line);) {
      const auto world = nlohmann::json::parse(line);
      for (const auto& text : world["mods"])
        out.push_back(text.get<std::string>());
    }
  }
  return out;
}

TEST_CASE("real files, and changed ones, say the same to both readers") {
  Random random(20263);
  std::size_t files = 0, compared = 0;
  for (const std::string& text : real_texts()) {
    ++files;
    compared += check_agreement(text);
    for (int i = 0; i < 10; ++i)
      compared += check_agreement(changed_go_mod(random, text));
    // One byte is another one, or the end of the file.
    constexpr std::string_view kBytes = "\n\t ()/v2.x0+-\"`\r,[]";
    for (int i = 0; i < 10 && !text.empty(); ++i) {
      std::string other = text;
      const std::size_t at = below(random, other.size());
      if (below(random, 3) == 0)
        other.resize(at);
      else
        other[at] = kBytes[below(random, kBytes.size())];
      compared += check_agreement(other);
    }
  }
  report("go.mod summary", files, "real files, and 20 changes of each");
  report("go.mod summary", compared, "of them plain and compared");
  CHECK(compared > files);
}

}  // namespace
}  // namespace modgraph::test

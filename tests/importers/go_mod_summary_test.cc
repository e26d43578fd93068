#include "importers/go_mod_summary.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "importers/go_mod.h"
#include "tests/support/environment.h"
#include "tests/support/go_mod_texts.h"
#include "tests/support/random_text.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

std::string words(const ModuleSummary& summary) {
  std::string out = summary.path + " go" + summary.go_version;
  for (const ModuleVersion& m : summary.require)
    out += " " + m.path + "@" + m.version;
  return out;
}

std::string by_parser(const std::string& text) {
  const auto manifest = parse_go_mod_lax("go.mod", text);
  if (!manifest) return "refused";
  ModuleSummary out;
  if (manifest->module) out.path = manifest->module->path;
  if (manifest->go) out.go_version = manifest->go->version;
  for (const Requirement& r : manifest->require)
    out.require.push_back(r.module);
  return words(out);
}

// Says nothing when the two agree, or when the file is not plain.
std::string disagreement(const std::string& text) {
  const auto plain = summarize_plain_go_mod(text);
  if (!plain) return "";
  const std::string parser = by_parser(text);
  return words(*plain) == parser ? "" : words(*plain) + "\nnot " + parser;
}

std::string summary_of(const std::string& text) {
  const auto plain = summarize_plain_go_mod(text);
  CHECK(disagreement(text) == "");
  return plain ? words(*plain) : "not plain";
}

TEST_CASE("plain files are read in one pass") {
  CHECK(summary_of("module a.b/c\n\ngo 1.21.3\n\nrequire d.e/f v1.2.3\n") ==
        "a.b/c go1.21.3 d.e/f@v1.2.3");
  CHECK(
      summary_of("module a.b/c // hello\nrequire (\n\td.e/f v1.0.0 // indirect"
                 "\n\n\t// a comment\n\td.e/f/v2 v2.0.0-rc.1\n)\n") ==
      "a.b/c go d.e/f@v1.0.0 d.e/f/v2@v2.0.0-rc.1");
  CHECK(summary_of("module a.b/c\nreplace (\n\tx.y/z => ../z\n)\n"
                   "replace x.y/z v1.0.0 => x.y/w v2.0.0+incompatible\n"
                   "exclude x.y/z v1.0.0\ntoolchain go1.22.0\n") == "a.b/c go");
  CHECK(summary_of("module gopkg.in/yaml.v3\nrequire gopkg.in/check.v1 "
                   "v0.0.0-20161208181325-20d25e280405") ==
        "gopkg.in/yaml.v3 go "
        "gopkg.in/check.v1@v0.0.0-20161208181325-20d25e280405");
}

TEST_CASE("the unusual is left to the parser") {
  for (const std::string text : {"module \"a.b/c\"\n",
                                 "module a.b/c\r\n",
                                 "module a\nmodule b\n",
                                 "require a.b/c v1.2\n",
                                 "require a.b/c master\n",
                                 "require a.b/c v1.0.0+meta\n",
                                 "require a.b/c v2.0.0\n",
                                 "require a.b/c/v2 v1.0.0\n",
                                 "require a.b/c/v1 v1.0.0\n",
                                 "require a.b/c v1.0.0//indirect\n",
                                 "require (\n\ta.b/c v1.0.0\n",
                                 "require ( a.b/c v1.0.0 )\n",
                                 "require(\n)\n",
                                 "future thing\n",
                                 "retract v1.0.0\n",
                                 "go 1.x\n",
                                 "go (\n1.21\n)\n",
                                 "/* c */\n",
                                 "require (\n)\n)\n",
                                 "require a.b/\xc3\xa4 v1.0.0\n",
                                 "// \xff\n",
                                 "require (\n)x\n",
                                 "require ) v1.0.0\n",
                                 "module a (\n"}) {
    INFO(text);
    CHECK(summary_of(text) == "not plain");
  }
}

std::vector<std::string> real_texts() {
  std::vector<std::string> out{
      "module a.b/c\n\ngo 1.21\n\nrequire (\n\td.e/f v1.2.3 // indirect\n"
      "\tg.h/i/v2 v2.0.0-rc.1\n)\n\nreplace d.e/f => ../f\n"};
  if (const auto root = go_root())
    for (std::string& text : go_mod_texts(*root))
      out.push_back(std::move(text));
  if (const auto folder = corpus()) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(*folder + "/real"))
      if (entry.path().filename() == "go.mod")
        out.push_back(read_file(entry.path()));
    std::ifstream lines(*folder + "/worlds.jsonl");
    for (std::string line; std::getline(lines, line);) {
      const auto world = nlohmann::json::parse(line);
      for (const auto& text : world["mods"]) out.push_back(text);
    }
  }
  return out;
}

TEST_CASE("both readings agree on real files, and on changed ones") {
  std::size_t compared = 0, plain = 0;
  Random random(20263);
  const auto check = [&](const std::string& text) {
    const std::string found = disagreement(text);
    if (!found.empty()) {
      INFO(text);
      CHECK(found == "");
    }
    ++compared;
    if (summarize_plain_go_mod(text)) ++plain;
  };
  for (const std::string& text : real_texts()) {
    check(text);
    for (int i = 0; i < 5; ++i) check(changed_go_mod(random, text));
    // One byte is another one, or the end of the file.
    constexpr std::string_view kBytes = "\n\t ()/v2.x0+-\"`\r,[]";
    for (int i = 0; i < 10 && !text.empty(); ++i) {
      std::string other = text;
      const std::size_t at = below(random, other.size());
      if (below(random, 3) == 0)
        other.resize(at);
      else
        other[at] = kBytes[below(random, kBytes.size())];
      check(other);
    }
  }
  CHECK(plain > 0);
  report("go.mod summaries", compared,
         "comparisons, " + std::to_string(plain) + " of plain files");
}

}  // namespace
}  // namespace modgraph::test

// Holds the sources to the rules of the house. First planted mistakes, to show
// that each rule can be broken and what is said then; last the real tree.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/house_rules.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// What is wrong with one file, a sentence a line.
std::string check(const std::string& path, std::string_view text) {
  std::string out;
  for (const std::string& sentence : broken_rules(path, text)) {
    if (!out.empty()) out += '\n';
    out += sentence;
  }
  return out;
}

TEST_CASE("a room includes itself and the rooms below it") {
  CHECK(check("engine/model/a.h",
              "#include \"engine/model/ids.h\"\n"
              "#include \"engine/base/result.h\"\n"
              "#include <vector>\n")
            .empty());
  CHECK(check("engine/model/a.h",
              "#pragma once\n"
              "#include \"importers/go_mod.h\"\n") ==
        "engine/model/a.h:2: engine/model may not include "
        "\"importers/go_mod.h\"; the rooms it may use: engine/base");
  CHECK(check("engine/base/a.cc", "#include \"engine/model/ids.h\"\n") ==
        "engine/base/a.cc:1: engine/base may not include "
        "\"engine/model/ids.h\"; the rooms it may use: none");
  CHECK(check("exporters/a.cc", "#include \"importers/go_mod.h\"\n") ==
        "exporters/a.cc:1: exporters may not include \"importers/go_mod.h\"; "
        "the rooms it may use: engine/base, engine/model, engine/findings, "
        "engine/advice, engine/report, engine/document, engine/layout");
  CHECK(check("cli/a.cc", "#include \"exporters/json.h\"\n").empty());
}

TEST_CASE("the product does not include its tests") {
  CHECK(check("cli/a.cc", "#include \"tests/support/test.h\"\n") ==
        "cli/a.cc:1: cli may not include \"tests/support/test.h\": tests are "
        "not the product");
}

TEST_CASE("includes are written from the root, files stand in a room") {
  CHECK(check("cli/a.cc", "#include \"options.h\"\n") ==
        "cli/a.cc:1: \"options.h\" is in no room; write it from the "
        "repository's root");
  CHECK(check("engine/other/a.cc", "") ==
        "engine/other/a.cc: is in no room of the house");
}

TEST_CASE("the engine is pure") {
  CHECK(check("engine/report/a.cc", "#include <fstream>\n") ==
        "engine/report/a.cc:1: the engine is pure and may not include "
        "<fstream>");
  CHECK(check("importers/a.cc", "#include <fstream>\n").empty());
}

TEST_CASE("heavy libraries stay in the .cc files of their rooms") {
  CHECK(check("importers/a.cc", "#include <nlohmann/json.hpp>\n").empty());
  CHECK(check("importers/a.h", "#include <nlohmann/json.hpp>\n") ==
        "importers/a.h:1: <nlohmann/json.hpp> is heavy: include it in a .cc "
        "file, not in a header");
  CHECK(check("cli/a.cc", "\n#include <nlohmann/json.hpp>\n") ==
        "cli/a.cc:2: cli may not include <nlohmann/json.hpp>; the rooms that "
        "may: importers");
  CHECK(check("exporters/a.cc", "#include <catch2/catch.hpp>\n") ==
        "exporters/a.cc:1: exporters may not include <catch2/catch.hpp>; the "
        "rooms that may: none");
}

TEST_CASE("banned words, but not in comments and not inside other words") {
  CHECK(check("cli/a.cc", "int x;\nstd::system(\"rm\");\n") ==
        "cli/a.cc:2: system( is banned: a shell would read our arguments");
  CHECK(
      check("importers/a.cc", "std::unordered_map<std::string_view, int> m;") ==
      "importers/a.cc:1: unordered_map<std::string is banned: chosen names "
      "make it quadratic");
  CHECK(check("cli/a.cc",
              "// system() would be wrong here\n"
              "check_file_system(path);\n")
            .empty());
  CHECK(check("tests/cli/a_test.cc", "std::system(\"ls\");\n").empty());
}

TEST_CASE("an analysis says who tests it") {
  CHECK(check("engine/analysis/a.cc",
              "// Is it?\n//\n// Tested by a_test.cc.\n"
              "int a;\n")
            .empty());
  CHECK(check("engine/analysis/a.cc", "// Is it?\nint a;\n// Tested by\n") ==
        "engine/analysis/a.cc: the opening comment does not say \"Tested by\"");
}

TEST_CASE("the tests that a file names are there") {
  const std::vector<std::string> files = {
      "tests/engine/analysis/graph/a_test.cc", "tests/engine/model/b_test.cc",
      "tests/oracle/oracle.py"};
  const auto check_tests = [&](std::string_view comment) {
    std::string out;
    for (const std::string& sentence : missing_tests(
             {"engine/analysis/graph/a.cc", std::string(comment)}, files))
      out += sentence + '\n';
    return out;
  };
  CHECK(check_tests("// Cost: low. Tested by a_test.cc.\n").empty());
  CHECK(check_tests("/// Tested by tests/engine/model/b_test.cc and\n"
                    "/// tests/oracle/oracle.py: all of it. Not by c.py.\n")
            .empty());
  CHECK(
      check_tests("// Tested by\n// b_test.cc, a_test.cc.\n\nint c_test;\n") ==
      "engine/analysis/graph/a.cc: tested by b_test.cc, which is not "
      "there\n");
  CHECK(check_tests("// Tested by tests/engine/analysis/a_test.cc.\n") ==
        "engine/analysis/graph/a.cc: tested by "
        "tests/engine/analysis/a_test.cc, which is not there\n");
}

TEST_CASE("no file of a room reaches itself through includes") {
  const auto include = [](const char* path) {
    return "#include \"" + std::string(path) + "\"\n";
  };
  // A pair is one unit; other rooms do not count, they have their own rule.
  CHECK(include_rings({{"engine/model/a.h", ""},
                       {"engine/model/a.cc", include("engine/model/a.h")},
                       {"engine/model/b.h", include("engine/model/a.h")},
                       {"engine/base/c.h", include("engine/model/b.h")}})
            .empty());
  // A planted ring of three, closed by a .cc file, and one of two.
  const std::vector<std::string> rings =
      include_rings({{"engine/model/a.h", include("engine/model/b.h")},
                     {"engine/model/b.h", include("engine/model/c.h")},
                     {"engine/model/c.h", ""},
                     {"engine/model/c.cc", include("engine/model/a.h")},
                     {"engine/model/d.h", include("engine/model/a.h")},
                     {"engine/layout/p.h", include("engine/layout/q/r.h")},
                     {"engine/layout/q/r.h", include("engine/layout/p.h")}});
  REQUIRE(rings.size() == 2);
  CHECK(rings[0] ==
        "engine/layout: these include each other: engine/layout/p, "
        "engine/layout/q/r");
  CHECK(rings[1] ==
        "engine/model: these include each other: engine/model/a, "
        "engine/model/b, engine/model/c");
}

// Every file of the project that matters here, relative to its root, sorted.
std::vector<std::string> sources(const std::filesystem::path& root) {
  std::vector<std::string> out;
  for (const char* folder :
       {"engine", "importers", "exporters", "cli", "tests", "bench"}) {
    if (!std::filesystem::exists(root / folder)) continue;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension();
      if (extension == ".h" || extension == ".cc" || extension == ".py" ||
          extension == ".sh")
        out.push_back(entry.path().lexically_relative(root).generic_string());
    }
  }
  std::ranges::sort(out);
  return out;
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& sentence : sentences) out += sentence + '\n';
  return out;
}

TEST_CASE("the sources keep the rules of the house") {
  const std::filesystem::path root = MODGRAPH_SOURCE_DIR;
  const std::vector<std::string> paths = sources(root);
  std::vector<SourceFile> files;
  for (const std::string& path : paths) {
    if (!path.ends_with(".h") && !path.ends_with(".cc")) continue;
    std::ifstream in(root / path, std::ios::binary);
    files.push_back({path, {std::istreambuf_iterator<char>(in), {}}});
  }
  CHECK(files.size() > 40);
  std::string broken;
  for (const SourceFile& file : files) {
    broken += joined(broken_rules(file.path, file.text));
    broken += joined(missing_tests(file, paths));
  }
  CHECK(broken == "");
  CHECK(joined(include_rings(files)) == "");
}

}  // namespace
}  // namespace modgraph

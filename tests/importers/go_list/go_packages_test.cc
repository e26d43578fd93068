#include "importers/go_list/go_packages.h"

#include "importers/json/json_trace.h"
#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "line 1 main x/a (lib): fmt x/b | line 2 x/b v1.0.0 dep: ", or the error as
// "3:7 message".
std::string read_packages(std::string_view text) {
  const auto parsed = parse_go_packages("packages.json", text);
  if (!parsed) {
    const Error& e = parsed.error().front();
    CHECK(e.where.file == "packages.json");
    CHECK_FALSE(e.hint.empty());
    return std::to_string(e.where.line) + ":" + std::to_string(e.where.column) +
           " " + e.message;
  }
  std::string out;
  for (const PackageInfo& p : *parsed) {
    out += (out.empty() ? "line " : " | line ") + std::to_string(p.line) + " " +
           p.import_path;
    if (!p.name.empty()) out += " (" + p.name + ")";
    if (!p.for_test.empty()) out += " for " + p.for_test;
    if (!p.module.path.empty())
      out += " of " + p.module.path + "@" + p.module.version;
    if (p.module.main) out += " main";
    if (p.standard) out += " std";
    if (p.dep_only) out += " dep";
    if (p.has_test_imports) out += " tests";
    for (const std::string& import : p.imports) out += " <" + import + ">";
  }
  return out;
}

TEST_CASE("package data: the fields that are asked about") {
  CHECK(read_packages(R"({
	"Dir": "/x",
	"ImportPath": "x.example/m/a [x.example/m/a.test]",
	"Name": "a",
	"ForTest": "x.example/m/a",
	"Module": {
		"Path": "x.example/m",
		"Main": true,
		"Dir": "/x",
		"Error": {"Err": "none"}
	},
	"GoFiles": ["a.go"],
	"Imports": ["fmt", "y.example/b"],
	"Deps": ["fmt"],
	"TestImports": ["testing"]
}
{
	"ImportPath": "y.example/b",
	"Module": {"Path": "y.example", "Version": "v1.2.0",
	           "Replace": {"Path": "../y", "Version": "v9.0.0"}},
	"DepOnly": true,
	"Incomplete": false
}
{"ImportPath": "fmt", "Standard": true, "DepOnly": true}
)") == "line 1 x.example/m/a [x.example/m/a.test] (a) for x.example/m/a of "
       "x.example/m@ main tests <fmt> <y.example/b> | "
       "line 17 y.example/b of y.example@v1.2.0 dep | line 24 fmt std dep");
}

TEST_CASE("package data: spacing, order, null and repeats") {
  CHECK(read_packages(
            R"({"Imports":["b"],"ImportPath":"a"}{"ImportPath":"b"})") ==
        "line 1 a <b> | line 1 b");
  CHECK(read_packages("\xef\xbb\xbf{\"ImportPath\": \"a\"}\r\n\r\n") ==
        "line 1 a");
  CHECK(read_packages(R"({"ImportPath":"a","Imports":null,"Module":null})") ==
        "line 1 a");
  CHECK(read_packages(R"({"ImportPath":"b","ImportPath":"a",
                     "Imports":["x"],"Imports":["y"]})") == "line 1 a <y>");
  CHECK(read_packages(R"({"ImportPath":"a","TestImports":[],"Size":-1.5e3})") ==
        "line 1 a");
}

// "message at file:line:column by a > b", one a row.
std::string package_errors(std::string_view text) {
  const auto parsed = parse_go_packages("packages.json", text);
  REQUIRE(parsed.has_value());
  std::string out;
  const auto add = [&](const PackageError& e) {
    out += e.message + " at " + e.where.file + ":" +
           std::to_string(e.where.line) + ":" + std::to_string(e.where.column) +
           " by";
    for (const std::string& path : e.import_stack) out += " " + path;
    out += "\n";
  };
  for (const PackageInfo& p : *parsed) {
    if (p.error) add(*p.error);
    for (const PackageError& e : p.deps_errors) add(e);
  }
  return out;
}

TEST_CASE("package data: what could not be loaded") {
  CHECK(package_errors(R"({"ImportPath": "l.example/p", "DepOnly": true,
    "Error": {"ImportStack": ["m.example/a", "n.example/b"],
              "Pos": "../cache/n.example/b@v1.0.0/f.go:3:8",
              "Err": "ambiguous import"}}
   {"ImportPath": "m.example/a", "Incomplete": true, "DepsErrors": [
     {"ImportStack": ["m.example/a"], "Pos": "a.go:7:2", "Err": "one"},
     {"ImportStack": null, "Pos": "", "Err": "two"}]})") ==
        "ambiguous import at ../cache/n.example/b@v1.0.0/f.go:3:8 by "
        "m.example/a n.example/b\n"
        "one at a.go:7:2 by m.example/a\n"
        "two at :0:0 by\n");
  CHECK(package_errors(R"({"ImportPath": "a", "Error": null,
                           "DepsErrors": []})")
            .empty());
  CHECK(package_errors(R"({"ImportPath": "a", "Error": {"Err": "e",
                           "Pos": "C:/a.go:12"}})") ==
        "e at C:/a.go:12:0 by\n");
  CHECK(read_packages(R"({"ImportPath": "a", "DepsErrors": ["b"]})") ==
        "1:36 an element of 'DepsErrors' is a string, where `go list` writes "
        "an object");
  CHECK(read_packages(R"({"ImportPath": "a", "DepsErrors": {}})") ==
        "1:35 'DepsErrors' is an object, where `go list` writes a list of "
        "objects");
}

TEST_CASE("package data: text that is cut off") {
  CHECK(read_packages("{\"ImportPath\": \"a\"}\n{\n\"ImportPath\": \"b\",\n") ==
        "4:1 the text ends inside the object of line 2");
  CHECK(read_packages("{\"ImportPath\": \"a") ==
        "1:18 the text ends inside the object of line 1");
}

TEST_CASE("package data: what is no package") {
  CHECK(read_packages(R"({"Path": "x.example/m", "Version": "v1.0.0"})") ==
        "1:1 this object describes no package: it has no ImportPath");
  CHECK(read_packages("[{\"ImportPath\": \"a\"}]") ==
        "1:1 this is a JSON list, where `go list -json` writes one object "
        "after the other");
  CHECK(read_packages("{\"ImportPath\": \"a\"}\ngo: warning: x\n") ==
        "2:1 there is a message of the go command among the objects");
  CHECK(read_packages("{\"ImportPath\": \"a\"}\n,\n{}") ==
        "2:1 this is a JSON list, where `go list -json` writes one object "
        "after the other");
  CHECK(read_packages("package a") ==
        "1:1 '{' is expected here, where the next object begins");
  CHECK(read_packages("\xff\xfe{") == "1:1 this text is UTF-16, not UTF-8");
  CHECK(read_packages(" \n") == "1:1 there is no package in this list");
}

TEST_CASE("package data: fields of the wrong type") {
  CHECK(read_packages(R"({"ImportPath": 1})") ==
        "1:16 'ImportPath' is a number, where `go list` writes a string");
  CHECK(read_packages("{\"ImportPath\": \"a\",\n \"Imports\": \"b\"}") ==
        "2:13 'Imports' is a string, where `go list` writes a list of strings");
  CHECK(read_packages(R"({"ImportPath": "a", "Imports": [1]})") ==
        "1:33 an element of 'Imports' is a number, where `go list` writes a "
        "string");
  CHECK(read_packages(R"({"ImportPath": "a", "Imports": [null]})")
            .starts_with("1:33 an element of 'Imports' is null"));
  CHECK(read_packages(R"({"ImportPath": "a", "Imports": [["b"]]})")
            .starts_with("1:33 an element of 'Imports' is a list"));
  CHECK(read_packages(R"({"ImportPath": "a", "Module": []})") ==
        "1:31 'Module' is a list, where `go list` writes an object");
  CHECK(read_packages(R"({"ImportPath": "a", "Standard": {}})") ==
        "1:33 'Standard' is an object, where `go list` writes true or false");
  CHECK(read_packages(R"({"ImportPath": "a", "Module": {"Path": "/x"}})")
            .starts_with("1:1 the module of 'a' has the path '/x': "));
}

TEST_CASE("package data: nesting has a limit") {
  const auto nested = [](std::size_t depth) {
    return R"({"ImportPath": "a", "Other": )" + std::string(depth - 1, '[') +
           std::string(depth - 1, ']') + "}";
  };
  CHECK(read_packages(nested(kDeepestJson)) == "line 1 a");
  const auto refused = parse_go_packages("p", nested(kDeepestJson + 1));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().front().kind == ErrorKind::kLimit);
  CHECK_FALSE(parse_go_packages("p", nested(2'000'000)).has_value());
}

TEST_CASE(
    "package data: every prefix is read or refused, never more than is there") {
  const std::string text =
      "{\"ImportPath\": \"a\", \"Module\": {\"Path\": \"m.example/a\"}, "
      "\"Imports\": [\"b\"]}\n{\"ImportPath\": \"b\", \"DepOnly\": true}\n";
  const std::string_view whole = text;
  std::size_t read = 0;
  for (std::size_t end = 0; end <= text.size(); ++end) {
    const auto parsed = parse_go_packages("p", whole.substr(0, end));
    if (!parsed) continue;
    CHECK(parsed->size() <= 2);
    ++read;
  }
  CHECK(read == 4);  // behind either object, and behind its newline
}

TEST_CASE("package data of real modules") {
  const auto folder = test::corpus();
  if (!folder) return test::skip("go_packages", "MODGRAPH_CORPUS is not set");
  std::size_t count = 0;
  for (const char* name : {"nats", "opa"}) {
    const auto parsed = parse_go_packages(
        name, test::read_file(*folder + "/real/" + name + "/packages.json"));
    REQUIRE(parsed.has_value());
    count += parsed->size();
  }
  CHECK(count == 283 + 982);
  test::report("go_packages", count, "packages");
}

}  // namespace
}  // namespace modgraph

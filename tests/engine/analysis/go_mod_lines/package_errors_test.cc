#include "engine/analysis/go_mod_lines/package_errors.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

constexpr std::string_view kAmbiguous =
    "ambiguous import: found package u.example/enc/codec in multiple modules:\n"
    "\tu.example/enc v1.1.4 (/cache/u.example/enc@v1.1.4/codec)\n"
    "\tu.example/enc/codec v1.2.9 (/cache/u.example/enc/codec@v1.2.9)";

PackageError error_at(std::string_view message, int line) {
  PackageError out;
  out.message = message;
  out.where = {"f.go", line, 8};
  return out;
}

// "package at line: module@version ...", one a row.
std::string failures(const std::vector<PackageInfo>& packages) {
  std::string out;
  for (const FailedImport& f : failed_imports(packages)) {
    out += f.package + " at " + std::to_string(f.error.where.line) + ":";
    for (const ModuleVersion& m : f.modules)
      out += " " + m.path + "@" + m.version;
    out += "\n";
  }
  return out;
}

std::string ambiguous(std::string_view message) {
  std::string out;
  for (const ModuleVersion& m : ambiguous_modules(message))
    out += "[" + m.path + "|" + m.version + "]";
  return out;
}

TEST_CASE("an ambiguous import names the modules that have the package") {
  CHECK(ambiguous(kAmbiguous) ==
        "[u.example/enc|v1.1.4][u.example/enc/codec|v1.2.9]");
  CHECK(ambiguous("ambiguous import: found package m.example/a/b in multiple "
                  "modules:\n\tm.example/a (/home/a/b)\n"
                  "\tm.example/a/b v1.0.0 (/cache/b)") ==
        "[m.example/a|][m.example/a/b|v1.0.0]");
  CHECK(ambiguous("no required module provides package x.example/y").empty());
  CHECK(ambiguous("ambiguous import: found package a in multiple directories:"
                  "\n\t/a\n\t/b")
            .empty());
  CHECK(ambiguous("").empty());
}

TEST_CASE("an error is told once, of the package that it is about") {
  std::vector<PackageInfo> packages(3);
  packages[0].import_path = "u.example/enc/codec";
  packages[0].error = error_at(kAmbiguous, 3);
  packages[1].import_path = "g.example/framework";
  packages[1].deps_errors = {error_at(kAmbiguous, 3)};
  packages[2].import_path = "m.example/web";
  packages[2].deps_errors = {error_at(kAmbiguous, 3), error_at("other", 9)};
  CHECK(failures(packages) ==
        "u.example/enc/codec at 3: u.example/enc@v1.1.4 "
        "u.example/enc/codec@v1.2.9\n"
        " at 9:\n");
}

TEST_CASE("data without dependencies names the package in the message") {
  std::vector<PackageInfo> packages(1);
  packages[0].import_path = "m.example/web";
  packages[0].deps_errors = {error_at(kAmbiguous, 3)};
  CHECK(failures(packages) ==
        "u.example/enc/codec at 3: u.example/enc@v1.1.4 "
        "u.example/enc/codec@v1.2.9\n");
}

}  // namespace
}  // namespace modgraph

#include "engine/resolve/vendor_consistency.h"

#include "tests/support/test.h"
#include "tests/support/vendored_project.h"

namespace modgraph {
namespace {

using test::inconsistencies;

const std::string kMain = "go.mod: module m; go 1.20; ";

TEST_CASE("what go.mod requires is marked explicit") {
  const std::string files = kMain + "require a v1.0.0; require b v1.1.0";
  CHECK(inconsistencies({files,
                         "# a v1.0.0 | ## explicit | a | # b v1.1.0 | "
                         "## explicit; go 1.20"}) == "");
  CHECK(inconsistencies({files, "# a v1.0.0 | a | # b v1.0.0 | ## explicit"}) ==
        "a@v1.0.0: is explicitly required in go.mod, but not marked as "
        "explicit in vendor/modules.txt | b@v1.1.0: is explicitly required in "
        "go.mod, but not marked as explicit in vendor/modules.txt");
}

TEST_CASE("what is marked explicit is required, if packages come from it") {
  CHECK(inconsistencies({kMain,
                         "# a v1.0.0 | ## explicit | a | # b v1.0.0 | "
                         "## explicit"}) ==
        "a@v1.0.0: is marked as explicit in vendor/modules.txt, but not "
        "explicitly required in go.mod");
}

TEST_CASE("replacements are the same on both sides") {
  const std::string files = kMain +
                            "require a v1.0.0; replace a => ./a; replace b "
                            "v1.2.0 => f v1.0.0";
  const std::string a = "# a v1.0.0 => ./a | ## explicit | ";
  CHECK(inconsistencies({files, a + "# a => ./a | # b v1.2.0 => f v1.0.0"}) ==
        "");
  CHECK(inconsistencies({files, a + "# b v1.2.0 => f v1.1.0"}) ==
        "a: is replaced in go.mod, but not marked as replaced in "
        "vendor/modules.txt | b@v1.2.0: is replaced by f@v1.0.0 in go.mod, but "
        "marked as replaced by f@v1.1.0 in vendor/modules.txt");
  CHECK(inconsistencies({kMain, "# a v1.0.0 => ./a | # c => ./c"}) ==
        "a@v1.0.0: is marked as replaced in vendor/modules.txt, but not "
        "replaced in go.mod | c: is marked as replaced in vendor/modules.txt, "
        "but not replaced in go.mod");
}

TEST_CASE("below go 1.14 only contradictions count") {
  const std::string old =
      "go.mod: module m; go 1.13; require a v1.0.0; require b v1.0.0; replace "
      "c => ./c; replace d v1.0.0 => ./d; replace e v1.0.0 => ./e";
  CHECK(inconsistencies({old, "# a v1.0.0 | a | # e v1.0.0 => ./e | e"}) == "");
  CHECK(inconsistencies({old, "# a v1.2.0 | a | # e v1.0.0 | e"}) ==
        "a@v1.0.0: is explicitly required in go.mod, but vendor/modules.txt "
        "indicates a@v1.2.0 | e@v1.0.0: is replaced in go.mod, but not marked "
        "as replaced in vendor/modules.txt");
  const std::string none = "go.mod: module m; require a v1.0.0";
  CHECK(inconsistencies({none, ""}) == "");
}

TEST_CASE("a workspace is one project") {
  const std::string files =
      "go.work: go 1.20; use ./x; use ./y | "
      "x/go.mod: module x; go 1.20; require a v1.0.0; replace y => ../y | "
      "y/go.mod: module y; go 1.20; require b v1.0.0; replace b => ./b";
  CHECK(inconsistencies(
            {files,
             "## workspace | # a v1.0.0 | ## explicit | a | # b v1.0.0 "
             "=> ./y/b | ## explicit | b | # b => ./y/b"}) == "");
  CHECK(inconsistencies(
            {files,
             "# a v1.0.0 | ## explicit | # b v1.0.0 => ./b | ## "
             "explicit | # b => ./b | # c v1.0.0 | ## explicit | c | # "
             "d => ./d"}) ==
        "b: is replaced by ./b in y/go.mod, but marked as replaced by ./b in "
        "vendor/modules.txt | c@v1.0.0: is marked as explicit in "
        "vendor/modules.txt, but not explicitly required in a go.mod | d: is "
        "marked as replaced in vendor/modules.txt, but not replaced in the "
        "workspace");
}

TEST_CASE("go.work is named where its replacement counts") {
  CHECK(inconsistencies({"go.work: go 1.20; use ./x; replace a => ./w | "
                         "x/go.mod: module x; go 1.20; replace a => ./v",
                         ""}) ==
        "a: is replaced in go.work, but not marked as replaced in "
        "vendor/modules.txt");
}

TEST_CASE("all of them are one error") {
  const test::VendoredProject project{kMain + "require a v1.0.0", ""};
  const MainModules mains = main_modules_of(project);
  const auto found = vendor_inconsistencies(mains, Replacements(mains),
                                            vendored_modules_of(project));
  REQUIRE(found.size() == 1);
  CHECK(found[0].where.file == "go.mod");
  CHECK(found[0].where.line == 3);
  const Errors errors = inconsistent_vendoring(mains, found);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].message ==
        "inconsistent vendoring in /world:\n\ta@v1.0.0: is explicitly required "
        "in go.mod, but not marked as explicit in vendor/modules.txt\n\n\tTo "
        "ignore the vendor directory, use -mod=readonly or -mod=mod.\n\tTo "
        "sync the vendor directory, run:\n\t\tgo mod vendor");
  CHECK(inconsistent_vendoring(mains, {}).empty());
}

}  // namespace
}  // namespace modgraph

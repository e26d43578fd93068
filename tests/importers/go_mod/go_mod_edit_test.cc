#include "importers/go_mod/go_mod_edit.h"

#include <string>

#include "tests/support/edit_cases.h"
#include "tests/support/manifest_facts.h"
#include "tests/support/test.h"
#include "tests/support/txtar.h"

namespace modgraph {
namespace {

std::string outcome(const Result<EditedGoMod>& edited) {
  if (edited) return edited->text;
  std::string out;
  for (const Error& error : edited.error())
    out += "refused: " + error.message + "\n";
  return out;
}

std::string outcome(const test::EditCase& c) {
  const auto edits = test::edits_of(c);
  return outcome(c.kind == ManifestKind::kGoMod
                     ? edit_go_mod("go.mod", c.before, edits)
                     : edit_go_work("go.work", c.before, edits));
}

TEST_CASE("edits give the files that they gave before") {
  for (const test::EditCase& c : test::edit_cases()) {
    INFO(c.command);
    const std::string actual = outcome(c);
    CHECK(test::txtar_golden(test::kEditCases, c.name, actual) == actual);
  }
}

// Whether an edit of go 1.22 changes other lines.
bool reformats(const std::string& text) {
  const ManifestEdit edit{EditKind::kGo, {"", "1.22"}};
  return edit_go_mod("go.mod", text, std::span(&edit, 1)).value().reformats;
}

TEST_CASE("an edit says that it formats the rest of the file") {
  CHECK_FALSE(reformats("module m\n\ngo 1.21\n"));
  CHECK(reformats("module m\n\n\ngo 1.21\n"));
  CHECK(reformats("module m\ngo 1.21\n"));
  CHECK(
      reformats("module m\n\nrequire (\n\tb.c/d v1.0.0\n\ta.b/c v1.0.0\n)\n"));
  CHECK(reformats("module m\n\nrequire a.b/c v1.2\n"));
  CHECK_FALSE(
      reformats("module m\n\nrequire (\n\ta.b/c v1.0.0\n\tb.c/d v1.0.0\n)\n"));
}

TEST_CASE("all edits that are refused are named") {
  const std::vector<ManifestEdit> edits = {
      {EditKind::kRequire, {"a.b/c", "v1 0"}},
      {EditKind::kDropRequire, {"", ""}},
      {EditKind::kRequire, {"a.b/c", "v1.0.0"}},
      {EditKind::kGo, {"", "go1.22"}}};
  const auto edited = edit_go_mod("go.mod", "module m\n", edits);
  REQUIRE_FALSE(edited);
  CHECK(edited.error().size() == 3);
  for (const Error& error : edited.error())
    CHECK(error.kind == ErrorKind::kUsage);
}

TEST_CASE("files that cannot be read are not edited") {
  const auto edited = edit_go_mod("x/go.mod", "module m\nrequire (\n", {});
  REQUIRE_FALSE(edited);
  CHECK(edited.error()[0].where.file == "x/go.mod");
  CHECK_FALSE(edit_go_work("go.work", "require a.b/c v1.0.0\n", {}));
  CHECK_FALSE(edit_go_mod("go.mod", "use ./a\n", {}));
}

TEST_CASE("edits of a long file take linear time") {
  std::string text = "module m\n\nrequire (\n";
  for (int i = 0; i < 200'000; ++i)
    text += "\ta.b/c" + std::to_string(i) + " v1.0.0\n";
  text += ")\n";
  std::vector<ManifestEdit> edits;
  for (int i = 0; i < 20; ++i)
    edits.push_back(
        {EditKind::kRequire, {"x.y/" + std::to_string(i), "v1.0.0"}});
  const auto edited = edit_go_mod("go.mod", text, edits);
  REQUIRE(edited);
  CHECK(edited->text.size() > text.size());
}

}  // namespace
}  // namespace modgraph

#include "exporters/go_output/go_mod_json.h"

#include <string>

#include "importers/go_mod/go_mod.h"
#include "tests/support/golden.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string json(const std::string& name, const std::string& text) {
  const auto manifest = name.ends_with(".work") ? parse_go_work(name, text)
                                                : parse_go_mod(name, text);
  REQUIRE(manifest);
  return go_mod_json(*manifest);
}

// The expected files were written by `go mod edit -json` and
// `go work edit -json` of Go 1.26.
TEST_CASE("manifests are written as the go command writes them") {
  for (const std::string& name :
       test::test_files("importers/data/go_mod/good")) {
    INFO(name);
    const std::string out =
        json(name, test::test_data("importers/data/go_mod/good/" + name));
    CHECK(test::golden("exporters/golden/go_mod/" + name + ".json", out) ==
          out);
  }
}

TEST_CASE("strings can stand inside HTML") {
  const auto path = [](const std::string& text) {
    Manifest manifest;
    manifest.kind = ManifestKind::kGoWork;
    manifest.use.push_back({text, {}});
    const std::string out = go_mod_json(manifest);
    const std::size_t begin = out.find("DiskPath\": ") + 11;
    return out.substr(begin, out.find("\n\t\t}") - begin);
  };
  CHECK(path("a/b") == R"("a/b")");
  CHECK(path("<a> & 'b'") == R"("\u003ca\u003e \u0026 'b'")");
  CHECK(path("\"\\") == R"("\"\\")");
  CHECK(path("\b\f\n\r\t\x01\x1f\x7f") ==
        "\"\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\"");
  CHECK(path("\u00e9\u4e2d\U0001f600") == "\"\u00e9\u4e2d\U0001f600\"");
  CHECK(path("\u2028\u2029") == R"("\u2028\u2029")");
  CHECK(path("a\xff\xc3z") == R"("a\ufffd\ufffdz")");
  CHECK(path("\ufffd") == "\"\ufffd\"");
}

TEST_CASE("empty lists are null, empty names are left out") {
  CHECK(go_mod_json({}) ==
        "{\n\t\"Module\": {\n\t\t\"Path\": \"\"\n\t},\n"
        "\t\"Require\": null,\n\t\"Exclude\": null,\n\t\"Replace\": null,\n"
        "\t\"Retract\": null,\n\t\"Tool\": null,\n\t\"Ignore\": null\n}\n");
  Manifest work;
  work.kind = ManifestKind::kGoWork;
  CHECK(go_mod_json(work) == "{\n\t\"Use\": null,\n\t\"Replace\": null\n}\n");
}

TEST_CASE("of what repeats itself, one remains") {
  const std::string out = json("go.mod",
                               "replace a => ./first\nreplace a => ./last\n"
                               "exclude a v1.0.0\nexclude a v1.0.0\n"
                               "tool t\ntool t\nignore i\nignore i\n");
  CHECK(out.find("first") == std::string::npos);
  CHECK(out.find("last") != std::string::npos);
  CHECK(out.find("v1.0.0") == out.rfind("v1.0.0"));
  CHECK(out.find("\"t\"") == out.rfind("\"t\""));
  CHECK(out.find("\"i\"") == out.rfind("\"i\""));
}

}  // namespace
}  // namespace modgraph

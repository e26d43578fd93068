#include "exporters/go_output/go_list_json.h"

#include <filesystem>

#include "importers/go_list/go_list_json.h"
#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

std::string written_again(const std::string& text) {
  const auto modules = parse_go_list("list.json", text);
  REQUIRE(modules.has_value());
  std::string out;
  Sink sink([&](std::string_view bytes) {
    out += bytes;
    return true;
  });
  write_go_list_json(*modules, sink);
  sink.flush();
  return out;
}

TEST_CASE("what was read is written as it was") {
  const std::string text = R"({
	"Path": "example.com/a",
	"Main": true,
	"Dir": "/src/\u003ca\u0026b\u003e",
	"GoMod": "/src/go.mod",
	"GoVersion": "1.22"
}
{
	"Path": "example.com/b",
	"Version": "v1.0.0",
	"Versions": [
		"v1.0.0",
		"v1.1.0"
	],
	"Replace": {
		"Path": "./b",
		"Dir": "/src/b",
		"GoMod": "/src/b/go.mod"
	},
	"Update": {
		"Path": "example.com/b",
		"Version": "v1.1.0",
		"Time": "2024-02-29T12:00:00Z"
	},
	"Indirect": true,
	"Dir": "/src/b",
	"GoMod": "/src/b/go.mod",
	"Retracted": [
		"by accident"
	],
	"Deprecated": "use c",
	"Error": {
		"Err": "no luck"
	},
	"Sum": "h1:x",
	"GoModSum": "h1:y"
}
)";
  CHECK(written_again(text) == text);
}

TEST_CASE("recorded lists are written as they were") {
  const auto folder = corpus();
  if (!folder) return skip("go_list_json", "MODGRAPH_CORPUS is not set");
  std::size_t compared = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(*folder + "/real")) {
    const std::string name = entry.path().filename();
    if (name != "list.json" && name != "list-u.json") continue;
    const std::string text = read_file(entry.path());
    INFO(entry.path());
    CHECK((written_again(text) == text));
    ++compared;
  }
  CHECK(compared > 0);
  report("go_list_json", compared, "lists");
}

}  // namespace
}  // namespace modgraph::test

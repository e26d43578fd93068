// Every file in data/go_mod/bad.txtar is refused, with the sentences after it:
// NAME.mod is read by parse_go_mod, NAME.lax.mod as a dependency's,
// NAME.main.mod as the main module's, NAME.work as a workspace.

#include <string>

#include "importers/go_mod/go_mod.h"
#include "tests/support/environment.h"
#include "tests/support/manifest_facts.h"
#include "tests/support/test.h"
#include "tests/support/txtar.h"

namespace modgraph {
namespace {

const std::string kBad = "importers/data/go_mod/bad.txtar";

Result<Manifest> parse(const std::string& name, const std::string& text) {
  const bool is_main = name.find(".main.") != std::string::npos;
  if (name.ends_with(".work"))
    return is_main ? parse_main_go_work("go.work", text)
                   : parse_go_work("go.work", text);
  if (name.ends_with(".lax.mod")) return parse_go_mod_lax("go.mod", text);
  return is_main ? parse_main_go_mod("go.mod", text)
                 : parse_go_mod("go.mod", text);
}

TEST_CASE("bad files are refused with helpful sentences") {
  std::size_t count = 0;
  for (const auto& [name, text] : test::txtar_inputs(kBad)) {
    INFO(name);
    const auto manifest = parse(name, text);
    REQUIRE_FALSE(manifest);
    const std::string file = name.ends_with(".work") ? "go.work" : "go.mod";
    CHECK(test::misplaced(manifest.error(), file, text) == "");
    const std::string read = test::sentences(manifest.error());
    CHECK(test::txtar_golden(kBad, name, read) == read);
    ++count;
  }
  test::report("bad go.mod files", count, "files with their sentences");
  CHECK(count > 50);
}

}  // namespace
}  // namespace modgraph

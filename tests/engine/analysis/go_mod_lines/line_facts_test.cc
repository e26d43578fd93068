#include "engine/analysis/go_mod_lines/line_facts.h"

#include "importers/go_mod/go_mod.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("a line is named by what it is about, without what changes") {
  const Manifest manifest =
      parse_go_mod("go.mod",
                   "module a\n\ngo 1.21\n\nrequire b v1.0.0\n\nrequire (\n"
                   "\tc.d/e v1.2.0 // indirect\n)\n\nreplace b => ../b\n"
                   "replace c.d/e v1.2.0 => ../e\nexclude f v1.0.0\n"
                   "retract v0.1.0\n")
          .value();
  const std::vector<LineFact> facts = line_facts(manifest);
  std::string all;
  for (const LineFact& f : facts)
    all += std::to_string(f.line) + "/" + std::to_string(f.block_line) + " " +
           f.name + "; ";
  CHECK(all ==
        "1/0 module; 3/0 go; 5/0 require b; 8/7 require c.d/e; 11/0 replace b; "
        "12/0 replace c.d/e@v1.2.0; 13/0 exclude f@v1.0.0; 14/0 retract "
        "v0.1.0; ");
  CHECK(fact_at(facts, 8)->name == "require c.d/e");
  CHECK(fact_at(facts, 7) == nullptr);
  CHECK(fact_at(facts, 99) == nullptr);
}

}  // namespace
}  // namespace modgraph

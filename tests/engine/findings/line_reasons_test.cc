#include "engine/findings/line_reasons.h"

#include "importers/go_mod/go_mod.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string note_at(const LineReasons& reasons, int line) {
  Finding finding;
  finding.location = Location{"go.mod", line, 1, 0, {}, {}};
  reasons.add_to(finding);
  return finding.notes.empty() ? "" : finding.notes.front();
}

TEST_CASE("a finding about a line says why the line is there") {
  Project project;
  project.manifests.push_back(
      *parse_main_go_mod("go.mod",
                         "module example.com/m\n\n"
                         "require example.com/a v1.0.0 // indirect; keep\n"
                         "require example.com/b v1.0.0 // indirect\n"
                         "// a fork\n"
                         "replace example.com/c => ../c\n"));
  const LineReasons reasons(project);
  CHECK(note_at(reasons, 3) == "the line gives a reason: keep");
  CHECK(note_at(reasons, 4).empty());
  CHECK(note_at(reasons, 6) == "the line gives a reason: a fork");
  CHECK(note_at(reasons, 1).empty());
}

}  // namespace
}  // namespace modgraph

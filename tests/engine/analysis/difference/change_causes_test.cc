#include "engine/analysis/difference/change_causes.h"

#include "tests/support/test.h"
#include "tests/support/world_differences.h"

namespace modgraph::test {
namespace {

// "+B: require A (m A@v1.2.0 B@v1.1.0)": each change with its causes and, in
// brackets, the witness.
std::string causes(const std::string& before, const std::string& after,
                   const std::string& modules) {
  const ProjectDifference found = difference_of_worlds(before, after, modules);
  const auto short_text = [](std::string text) {
    for (const std::string_view cut : {"example.com/", "go.mod: "})
      for (auto at = text.find(cut); at != text.npos; at = text.find(cut))
        text.erase(at, cut.size());
    return text;
  };
  std::string out;
  for (const ModuleMove& m : found.moves) {
    out += m.kind == MoveKind::kAdded        ? "+"
           : m.kind == MoveKind::kRemoved    ? "-"
           : m.kind == MoveKind::kUpgraded   ? "^"
           : m.kind == MoveKind::kDowngraded ? "v"
                                             : "=";
    out += short_text(m.path);
    for (std::size_t i = 0; i < m.causes.size(); ++i) {
      out += "; " + short_text(edit_name(found.edits[m.causes[i]])) + " (";
      for (const std::string& name : m.witnesses[i])
        out += (out.ends_with('(') ? "" : " ") + short_text(name);
      out += ")";
    }
    out += "\n";
  }
  return out;
}

TEST_CASE("a line brings its module and what that requires") {
  CHECK(
      causes("m/1.20: A1", "m/1.20: A2", "A1/1.20: | A2/1.20: B1 | B1/1.20:") ==
      "^A; require A: v1.1.0 -> v1.2.0 (m A@v1.2.0)\n"
      "+B; require A: v1.1.0 -> v1.2.0 (m A@v1.2.0 B@v1.1.0)\n");
}

TEST_CASE("what goes was held by lines together") {
  CHECK(causes("m/1.20: A1 B1",
               "m/1.20:", "A1/1.20: C1 | B1/1.20: C1 | C1/1.20:") ==
        "-A; require A: v1.1.0 -> none (m A@v1.1.0)\n"
        "-B; require B: v1.1.0 -> none (m B@v1.1.0)\n"
        "-C; require A: v1.1.0 -> none (m A@v1.1.0 C@v1.1.0); "
        "require B: v1.1.0 -> none (m B@v1.1.0 C@v1.1.0)\n");
}

TEST_CASE("the edit of its own line comes first, then primary ones") {
  CHECK(causes("m/1.20: A1", "m/1.20: A2 C2",
               "A1/1.20: C1 | A2/1.20: C2 | "
               "C1/1.20: | C2/1.20:") ==
        "^A; require A: v1.1.0 -> v1.2.0 (m A@v1.2.0)\n"
        "^C; require C: none -> v1.2.0 (m C@v1.2.0); "
        "require A: v1.1.0 -> v1.2.0 (m A@v1.2.0 C@v1.2.0)\n");
}

TEST_CASE("an indirect line counts where nothing else brings the version") {
  CHECK(causes("m/1.20: A1", "m/1.20: A1 B2?",
               "A1/1.20: B1 | B1/1.20: | "
               "B2/1.20:") ==
        "^B; require B: none -> v1.2.0 // indirect (m B@v1.2.0)\n");
  CHECK(causes("m/1.20: A1", "m/1.20: A2 B2?",
               "A1/1.20: B1 | A2/1.20: B2 | "
               "B1/1.20: | B2/1.20:") ==
        "^A; require A: v1.1.0 -> v1.2.0 (m A@v1.2.0)\n"
        "^B; require A: v1.1.0 -> v1.2.0 (m A@v1.2.0 B@v1.2.0)\n");
}

TEST_CASE("an exclusion that goes, and a folder that says something else") {
  CHECK(causes("m/1.20: A1 -C1", "m/1.20: A1",
               "A1/1.20: C1 | C1/1.20: | "
               "C2/1.20:") ==
        "+C; exclude C v1.1.0: there -> none (m A@v1.1.0 C@v1.1.0)\n");
  CHECK(causes("m/1.20: A1 A=>./d | d/1.20: B1",
               "m/1.20: A1 A=>./d | d/1.20: B2",
               "A1/1.20: | B1/1.20: | B2/1.20:") ==
        "^B; d/require B: v1.1.0 -> v1.2.0 (m A@v1.1.0 B@v1.2.0)\n");
}

TEST_CASE("another replacement, by its line") {
  CHECK(causes("m/1.20: A1", "m/1.20: A1 A=>B1", "A1/1.20: | B1/1.20:") ==
        "=A; replace A: none -> B v1.1.0 ()\n");
}

}  // namespace
}  // namespace modgraph::test

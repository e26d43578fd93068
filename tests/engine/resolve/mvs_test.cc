#include "engine/resolve/mvs.h"

#include "tests/support/mvs_table.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

// The language of the worlds is explained in tests/support/mvs_table.h.
std::string answer(std::string_view world, std::string_view key) {
  return MvsWorld(world).answer(key);
}

std::string build_list(std::string_view world) {
  return answer(world, "build " + words({MvsWorld(world).first()}));
}

TEST_CASE("the build list has the highest version of everything met") {
  CHECK(build_list("A:") == "A");
  CHECK(build_list("A: B1 C2 | B1: D3") == "A B1 C2 D3");
  CHECK(build_list("A: B1 C1 | B1: D1 | C1: D2") == "A B1 C1 D2");
  CHECK(build_list("A: B1 C1 | B1: D2 | C1: D1") == "A B1 C1 D2");
  CHECK(build_list("A: C1 B1") == "A B1 C1");
  CHECK(build_list("A: B1 B2 B1") == "A B2");
  CHECK(build_list("A: B9 | B9: C1 | C1: B10") == "A B9 C1");
}

TEST_CASE("a higher version further down wins over the one asked for") {
  CHECK(build_list("A: B1 C1 | C1: B2") == "A B2 C1");
  CHECK(build_list("A: B1 | B1: C1 | C1: D1 | D1: B3") == "A B3 C1 D1");
}

TEST_CASE("versions that are not selected still count") {
  // B1 gives way to B2, which needs nothing; what B1 asked for stays.
  CHECK(build_list("A: B1 C1 | B1: E1 | C1: B2") == "A B2 C1 E1");
  // And so does what that asks for, at every depth.
  CHECK(build_list("A: B1 C1 | B1: E1 | E1: F2 | C1: B2 E2 | E2:") ==
        "A B2 C1 E2 F2");
}

TEST_CASE("loops end") {
  CHECK(build_list("A: B1 | B1: C1 | C1: B1") == "A B1 C1");
  CHECK(build_list("A: B1 | B1: B1") == "A B1");
  CHECK(build_list("A: B1 | B1: C1 | C1: B2 | B2: C2 | C2: B1") == "A B2 C2");
}

TEST_CASE("the target is the highest version of itself") {
  CHECK(build_list("A: B1 | B1: A9") == "A B1");
  CHECK(build_list("A: A B1") == "A B1");
  // An old version of the target brings its requirements along.
  CHECK(build_list("A: B1 | B1: A1 | A1: C1") == "A B1 C1");
}

TEST_CASE("none is nothing") {
  CHECK(build_list("A: Bnone C1 | C1: Dnone") == "A C1");
  CHECK(build_list("A: Bnone C1 | C1: B1") == "A B1 C1");
}

TEST_CASE("several targets come first, in their order") {
  const MvsWorld world("Z: B1 | M: B2 C1 | B2: A1");
  const std::vector<ModuleVersion> targets = {{"Z", ""}, {"M", ""}, {"Z", ""}};
  CHECK(words(*modgraph::build_list(targets, world.requirements())) ==
        "Z M A1 B2 C1");
}

TEST_CASE("an error names a shortest path to the module that failed") {
  CHECK(build_list("A: !") == "error: broken go.mod");
  CHECK(build_list("A: B1 | B1: !") == "error: B@1: broken go.mod");
  CHECK(build_list("A: B1 | B1: C1 | C1: D1 | D1: !") ==
        "error: B@1 requires\n\tC@1 requires\n\tD@1: broken go.mod");
  CHECK(build_list("A: B1 C1 | B1: D1 | D1: E1 | C1: E1 | E1: !") ==
        "error: C@1 requires\n\tE@1: broken go.mod");
  // The first of two, in the order of requirements, level by level.
  CHECK(build_list("A: C1 B1 | B1: ! | C1: D1 | D1: !") ==
        "error: B@1: broken go.mod");
  CHECK(answer("A: B1 | B2: C1 | C1: !", "upgrade A B2") ==
        "error: B@2 requires\n\tC@1: broken go.mod");
  CHECK(answer("A: B1 | B1: C1", "upgrade A D1") == "error: D@1: missing");
  CHECK(answer("A: !", "upgrade A B1") == "error: broken go.mod");
}

TEST_CASE("an upgrade raises what was asked for and keeps the rest") {
  const std::string_view world =
      "A: B1 C1 | B1: D1 | B2: D2 | B3: E1 | C1: D1 | D3:";
  CHECK(answer(world, "upgrade A B2") == "A B2 C1 D2");
  CHECK(answer(world, "upgrade A D3") == "A B1 C1 D3");
  CHECK(answer(world, "upgrade A E1") == "A B1 C1 D1 E1");
  CHECK(answer(world, "upgrade A B2 B3 B2") == "A B3 C1 D1 E1");
  CHECK(answer(world, "upgrade A B2 E1 E1") == "A B2 C1 D2 E1");
  CHECK(answer(world, "upgrade A") == "A B1 C1 D1");
}

TEST_CASE("a raised module keeps what its old version asked for") {
  CHECK(answer("A: B1 | B1: C1 | B2:", "upgrade A B2") == "A B2 C1");
  CHECK(answer("A: B1 | B1: C1 | B2: C2", "upgrade A B2") == "A B2 C2");
}

TEST_CASE("upgrading everything takes the latest of everything") {
  CHECK(answer("A: B1 | B1: C1 | B2: | C3:", "upgrade* A") == "A B2 C3");
  CHECK(answer("A: B1 | B2: D1 | D4:", "upgrade* A") == "A B2 D4");
  CHECK(answer("A: B1 | B1: | B2.hidden:", "upgrade* A") == "A B1");
  CHECK(answer("A: B2.hidden | B1:", "upgrade* A") == "A B2.hidden");
  CHECK(answer("A: B1 | B2: A2 | A2: C1", "upgrade* A") == "A B2 C1");
  // The target itself is not looked up.
  CHECK(answer("A1.hidden: B1 | B2:", "upgrade* A1.hidden") == "A1.hidden B2");
  CHECK(answer("A: B1.hidden", "upgrade* A") ==
        "error: B@1.hidden: no version");
}

TEST_CASE("minimal requirements leave out what others imply") {
  CHECK(answer("A: B1 C1 D1 | B1: C1", "req A") == "B1 D1");
  CHECK(answer("A: B1 C1 D1 | B1: C1", "req A C") == "B1 C1 D1");
  CHECK(answer("A: B1 C1 D1 | B1: C1", "req A D D C") == "B1 C1 D1");
  CHECK(answer("A: B1 | B1: C1 | C1: D1", "req A") == "B1");
  CHECK(answer("A: B1 | B1: C1 | C1: D1", "req A D") == "B1 D1");
  // C2 is what the build has, and B1 implies only C1.
  CHECK(answer("A: B1 C2 | B1: C1", "req A") == "B1 C2");
  // An unselected version implies what it requires all the same.
  CHECK(answer("A: B1 C1 | B1: D1 | C1: D2 | D1: E1", "req A") == "B1 C1");
  CHECK(answer("A: B1 Cnone", "req A") == "B1");
  CHECK(answer("A: B1", "req A X") == "B1");
  CHECK(answer("A:", "req A") == "");
  CHECK(answer("A: B1 | B1: !", "req A") == "error: B@1: broken go.mod");
}

TEST_CASE("of a loop, one module is required") {
  CHECK(answer("A: B1 C1 | B1: C1 | C1: B1", "req A") == "B1");
  CHECK(answer("A: C1 B1 | B1: C1 | C1: B1", "req A") == "B1");
  CHECK(answer("A: B1 C1 | B1: C1 | C1: B1", "req A C") == "C1");
  CHECK(answer("A: B1 | B1: A1 | A1: C1", "req A") == "B1");
}

TEST_CASE("requirements after an upgrade keep its build list") {
  CHECK(answer("A: B1 C1 | B1: D1 | B2: D1 | C1: D1", "upgradereq A B2") ==
        "B2 C1");
  // B1 brought D2 in; once B2 does not, it has to be written down, unless
  // another module still leads to B1.
  CHECK(answer("A: B1 | B2: | B1: D2", "upgradereq A B2") == "B2 D2");
  CHECK(answer("A: B1 C1 | B2: | C1: B1 | B1: D2", "upgradereq A B2") ==
        "B2 C1");
  CHECK(answer("A: D1 | D1: E2 | D2: E1 | E3:", "upgradereq A D2 E3") ==
        "D2 E3");
  CHECK(answer("A: !", "upgradereq A B2") == "error: broken go.mod");
}

TEST_CASE("a downgrade lowers what needs too much") {
  CHECK(answer("A: B2 | B1: C1 | B2: C2", "downgrade A C1") == "A B1 C1");
  CHECK(answer("A: B3 | B1: C1 | B2: C2 | B3: C3", "downgrade A C2") ==
        "A B2 C2");
  // Everything needs C2: nothing of B is left.
  CHECK(answer("A: B2 | B1: C2 | B2: C2 | C1:", "downgrade A C1") == "A C1");
  CHECK(answer("A: B2 D1 | B2: C2 | B1:", "downgrade A Cnone") == "A B1 D1");
  // Through any chain, and through a loop.
  CHECK(answer("A: B2 | B2: C1 | C1: D1 | D1: E2 | B1: | E1:",
               "downgrade A E1") == "A B1 E1");
  CHECK(answer("A: B2 | B2: C1 | C1: B2 D2 | B1: | D1:", "downgrade A D1") ==
        "A B1 D1");
}

TEST_CASE("a downgrade raises nothing") {
  // B1 would do but for C2, which is above what the build has.
  CHECK(answer("A: B2 C1 | B2: D2 | B1: C2 | D1:", "downgrade A D1") ==
        "A C1 D1");
  // Asking for more than there is changes nothing.
  CHECK(answer("A: B1 | B2:", "downgrade A B2") == "A B1");
  // A module that nobody had before may come in with a lower version.
  CHECK(answer("A: B2 | B1: C1 | B2: D2 | D1:", "downgrade A D1") ==
        "A B1 C1 D1");
}

TEST_CASE("a downgrade goes to versions that nobody lists, if asked to") {
  const std::string_view world = "A: B4 | B3.hidden: | B2: | B4: C2 | C1:";
  CHECK(answer(world, "downgrade A B3.hidden") == "A B3.hidden C2");
  CHECK(answer(world, "downgrade A C1") == "A B2 C1");
  CHECK(answer("A: B4 | B3.hidden: | B4:", "downgrade A B3.hidden") ==
        "A B3.hidden");
}

TEST_CASE("what a lowered version asked for goes when it is not selected") {
  // B steps down to B1, which wants E1; but C1 holds B at B2.hidden, and then
  // nobody wants E.
  CHECK(answer("A: B3 C2 | B1: E1 | B2.hidden: | B3: D2 | C1: B2.hidden |"
               "C2: D2 | D1:",
               "downgrade A D1") == "A B2.hidden C1 D1");
}

TEST_CASE("a version whose go.mod is broken is stepped over") {
  CHECK(answer("A: B3 | B1: | B2: ! | B3: C2 | C1:", "downgrade A C1") ==
        "A B1 C1");
  CHECK(answer("A: B1 | B1: !", "downgrade A C1") ==
        "error: B@1: broken go.mod");
}

// Module "0", which is the target, requires "1", which requires "2", ...
Requirements chain_of(const std::vector<ModuleVersion>& modules) {
  Requirements out;
  out.required = [&modules](const ModuleVersion& m)
      -> tl::expected<std::span<const ModuleVersion>, std::string> {
    const std::size_t next = std::stoul(m.path) + 1;
    return std::span(modules).subspan(next, next < modules.size() ? 1 : 0);
  };
  return out;
}

TEST_CASE("a chain of 200,000 modules needs no deep stack") {
  std::vector<ModuleVersion> modules{{"0", ""}};
  while (modules.size() < 200'000)
    modules.push_back({std::to_string(modules.size()), "v1.0.0"});
  const Requirements world = chain_of(modules);
  CHECK(modgraph::build_list(modules[0], world)->size() == modules.size());
  CHECK(*minimal_requirements(modules[0], {}, world) ==
        std::vector{modules[1]});
  const std::vector<ModuleVersion> to = {
      {modules.back().path, std::string(kNoVersion)}};
  const auto none = [](const ModuleVersion&) {
    return std::string(kNoVersion);
  };
  CHECK(*downgrade(modules[0], to, world, none) == std::vector{modules[0]});
}

}  // namespace
}  // namespace modgraph::test

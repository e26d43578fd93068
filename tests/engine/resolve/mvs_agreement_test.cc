// Minimal version selection on random worlds: against the slow reference, and
// against what every answer has to satisfy.

#include <map>

#include "tests/support/environment.h"
#include "tests/support/mvs_table.h"
#include "tests/support/random_text.h"
#include "tests/support/reference_mvs.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

constexpr MvsWorldShape kLoops{};
constexpr MvsWorldShape kNoLoops{.loops = false};

using Versions = std::map<std::string, std::string>;

Versions by_path(const std::vector<ModuleVersion>& list) {
  Versions out;
  for (const ModuleVersion& m : list) out[m.path] = m.version;
  return out;
}

// Whether each module that both have is at most as high in `low` as in `high`.
bool not_above(const Versions& low, const Versions& high) {
  for (const auto& [path, version] : low)
    if (const auto other = high.find(path);
        other != high.end() && version > other->second)
      return false;
  return true;
}

bool has_all_paths_of(const Versions& big, const Versions& small) {
  for (const auto& [path, version] : small)
    if (!big.contains(path)) return false;
  return true;
}

struct Case {
  std::string text;
  MvsWorld world;
  Requirements requirements;
  ModuleVersion target{"A", ""};
  std::vector<ModuleVersion> list;

  explicit Case(std::string world_text)
      : text(std::move(world_text)),
        world(text),
        requirements(world.requirements()),
        list(build_list(target, requirements).value()) {}

  // The build list if the target required just these.
  std::vector<ModuleVersion> list_from(
      std::span<const ModuleVersion> required) const {
    return build_list(target, with_requirements(requirements, target, required))
        .value();
  }
};

TEST_CASE("build lists agree with the slow reference") {
  Random random(1);
  std::size_t compared = 0;
  for (; compared < 3'000; ++compared) {
    const Case c(random_mvs_world(random, kLoops));
    if (c.list == slow_build_list(c.target, c.requirements)) continue;
    CAPTURE(c.text);
    CHECK(words(c.list) == words(slow_build_list(c.target, c.requirements)));
  }
  report("build list agreement", compared, "random worlds");
}

TEST_CASE("minimal requirements give the same build list, and all are needed") {
  Random random(2);
  for (int i = 0; i < 1'000; ++i) {
    const Case c(random_mvs_world(random, kNoLoops));
    CAPTURE(c.text);
    const auto minimal =
        minimal_requirements(c.target, {}, c.requirements).value();
    CHECK(c.list_from(minimal) == c.list);
    for (std::size_t drop = 0; drop < minimal.size(); ++drop) {
      auto fewer = minimal;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(drop));
      CHECK(c.list_from(fewer) != c.list);
    }
  }
}

TEST_CASE("minimal requirements with loops give the same build list") {
  Random random(3);
  const std::vector<std::string> base = {"C", "E"};
  for (int i = 0; i < 1'000; ++i) {
    const Case c(random_mvs_world(random, kLoops));
    CAPTURE(c.text);
    const auto minimal =
        minimal_requirements(c.target, base, c.requirements).value();
    CHECK(c.list_from(minimal) == c.list);
    const Versions have = by_path(minimal);
    for (const std::string& path : base)
      CHECK(have.contains(path) == by_path(c.list).contains(path));
  }
}

TEST_CASE("an upgrade lowers and drops nothing, and its list is stable") {
  Random random(4);
  for (int i = 0; i < 1'000; ++i) {
    const Case c(random_mvs_world(random, kLoops));
    const auto to = random_modules(random, c.text);
    CAPTURE(c.text, words(to));
    const auto raised = upgrade(c.target, to, c.requirements).value();
    CHECK(not_above(by_path(c.list), by_path(raised)));
    CHECK(not_above(by_path(to), by_path(raised)));
    CHECK(has_all_paths_of(by_path(raised), by_path(c.list)));
    CHECK(c.list_from(raised) == raised);
    const auto required =
        upgrade_requirements(c.target, to, c.requirements).value();
    CHECK(c.list_from(required) == raised);
  }
}

TEST_CASE("upgrading everything reaches the latest version of everything") {
  Random random(5);
  for (int i = 0; i < 1'000; ++i) {
    const Case c(random_mvs_world(random, kLoops));
    CAPTURE(c.text);
    const auto raised =
        upgrade_all(c.target, c.requirements, c.world.latest()).value();
    CHECK(has_all_paths_of(by_path(raised), by_path(c.list)));
    for (const ModuleVersion& m : raised)
      CHECK(m.version == (m.path == "A" ? "" : std::to_string(kMvsVersions)));
  }
}

TEST_CASE("a downgrade raises nothing, and its list is stable") {
  Random random(6);
  std::size_t changed = 0;
  for (int i = 0; i < 2'000; ++i) {
    const Case c(random_mvs_world(random, kLoops));
    const auto to = random_modules(random, c.text);
    CAPTURE(c.text, words(to));
    const auto lowered =
        downgrade(c.target, to, c.requirements, c.world.previous()).value();
    CHECK(not_above(by_path(lowered), by_path(c.list)));
    for (const ModuleVersion& m : to)
      CHECK(not_above(by_path(lowered), {{m.path, m.version}}));
    CHECK(c.list_from(lowered) == lowered);
    if (lowered != c.list) ++changed;
  }
  CHECK(changed > 500);
}

}  // namespace
}  // namespace modgraph::test

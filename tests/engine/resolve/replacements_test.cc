#include "engine/resolve/replacements.h"

#include "tests/support/test.h"
#include "tests/support/world_words.h"

namespace modgraph::test {
namespace {

// What replaces a module version in a world, as it is shown and as it is read.
std::string replacement_of(std::string_view words, const std::string& path,
                           const std::string& version) {
  const auto mains = main_modules_of(world_of(words));
  REQUIRE(mains.has_value());
  const Replacements replacements(*mains);
  const auto found = replacements.find("example.com/" + path, version);
  if (!found) return "nothing";
  const auto name = [](const ModuleVersion& m) {
    return m.version.empty() ? m.path : m.path + "@" + m.version;
  };
  std::string out = name(found->shown);
  if (found->read != found->shown) out += " in " + name(found->read);
  return found->disputed_by != nullptr ? out + ", disputed" : out;
}

std::string conflict(std::string_view words) {
  const auto mains = main_modules_of(world_of(words));
  REQUIRE(mains.has_value());
  const Errors errors = Replacements(*mains).conflicts();
  return errors.empty() ? "none" : errors.front().message;
}

TEST_CASE("an exact replacement goes before one of all versions") {
  const char* const world = "m/1.20: A1 A=>B1 A1=>C1";
  CHECK(replacement_of(world, "A", "v1.1.0") == "example.com/C@v1.1.0");
  CHECK(replacement_of(world, "A", "v1.2.0") == "example.com/B@v1.1.0");
  CHECK(replacement_of(world, "A", "") == "example.com/B@v1.1.0");
  CHECK(replacement_of(world, "B", "v1.1.0") == "nothing");
}

TEST_CASE("folders are shown as written and read where they are") {
  CHECK(replacement_of("m/1.20: A=>./d", "A", "v1.1.0") == "./d in /world/d");
  // In a workspace they are seen from go.work.
  CHECK(replacement_of("work/1.20: x | x/1.20: A=>./d", "A", "v1.1.0") ==
        "./x/d in /world/x/d");
  CHECK(replacement_of("work/1.20: x A=>./d | x/1.20:", "A", "v1.1.0") ==
        "./d in /world/d");
}

TEST_CASE("go.work goes before its members, of which the last one counts") {
  CHECK(replacement_of("work/1.20: x A=>B1 | x/1.20: A1=>C1", "A", "v1.1.0") ==
        "example.com/B@v1.1.0");
  CHECK(replacement_of("work/1.20: x y | x/1.20: A1=>B1 | y/1.20: A=>C1", "A",
                       "v1.1.0") == "example.com/C@v1.1.0");
}

TEST_CASE("members that replace one version in two ways are disputed") {
  CHECK(replacement_of("work/1.20: x y | x/1.20: A=>B1 | y/1.20: A1=>C1", "A",
                       "v1.1.0") == "example.com/B@v1.1.0, disputed");
  CHECK(conflict("work/1.20: x y | x/1.20: A=>B1 | y/1.20: A=>C1") ==
        "conflicting replacements for example.com/A:\n\texample.com/B@v1.1.0"
        "\n\texample.com/C@v1.1.0");
  CHECK(conflict("work/1.20: x y | x/1.20: A=>B1 | y/1.20: A=>B1") == "none");
  CHECK(conflict("work/1.20: x y A=>D1 | x/1.20: A=>B1 | y/1.20: A=>C1") ==
        "none");
  // The same text is another folder in another module.
  CHECK(conflict("work/1.20: x y | x/1.20: A=>./d | y/1.20: A=>./d") ==
        "conflicting replacements for example.com/A:\n\t./x/d\n\t"
        "./y/d");
}

}  // namespace
}  // namespace modgraph::test

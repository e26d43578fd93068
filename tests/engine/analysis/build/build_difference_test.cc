#include "engine/analysis/build/build_difference.h"

#include "engine/resolve/resolved_project.h"
#include "tests/support/memory_source.h"
#include "tests/support/test.h"
#include "tests/support/world_words.h"

namespace modgraph::test {
namespace {

// "A1" of example.com/A v1.1.0.
std::string word(const std::string& path, const UsedVersion& used) {
  const std::string name = path.substr(path.find('/') + 1);
  std::string out = name + " " + used.version;
  if (used.replaced_by) out += " => " + used.replaced_by->path;
  return out;
}

std::string joined_names(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& name : all)
    out += (out.empty() ? "" : " ") + name.substr(name.find('/') + 1);
  return out;
}

// "+B v1.1.0 (by A@v1.2.0); ..."
std::string changes_text(const BuildDifference& found) {
  std::string out;
  for (const ModuleChange& c : found.modules) {
    if (!out.empty()) out += "; ";
    if (!c.before) {
      out += "+" + word(c.path, *c.after) + " (by " +
             joined_names(c.required_by_after) + ")";
    } else if (!c.after) {
      out += "-" + word(c.path, *c.before) + " (was by " +
             joined_names(c.required_by_before) + ")";
    } else {
      out += (c.direction > 0   ? "^"
              : c.direction < 0 ? "v"
                                : "=") +
             word(c.path, *c.before) + " -> " + c.after->version;
      if (c.after->replaced_by) out += " => " + c.after->replaced_by->path;
      out += " (by " + joined_names(c.required_by_after) + ")";
    }
  }
  return out + (out.empty() ? "" : " | ") + std::to_string(found.added) + " " +
         std::to_string(found.removed) + " " + std::to_string(found.changed);
}

// The difference between the builds of two worlds that have the same modules.
std::string difference(const std::string& before, const std::string& after,
                       const std::string& modules) {
  const ModuleWorld old_world = world_of(before + " | " + modules);
  const ModuleWorld new_world = world_of(after + " | " + modules);
  MemorySource source(old_world.modules);
  SummaryStore store(source);
  const auto old_mains = main_modules_of(old_world);
  const auto new_mains = main_modules_of(new_world);
  auto a = load(*old_mains, store), b = load(*new_mains, store);
  REQUIRE((a && b));
  const std::string out = changes_text(build_difference(*a, *b));
  CHECK(changes_text(build_difference(
            resolved_project(*old_mains, std::move(*a)),
            resolved_project(*new_mains, std::move(*b)))) == out);
  return out;
}

TEST_CASE("equal builds have no difference") {
  CHECK(difference("m/1.20: A1", "m/1.20: A1", "A1/1.20:") == "0 0 0");
}

TEST_CASE("what comes, what goes, and who asks or asked for it") {
  CHECK(difference("m/1.20: A1", "m/1.20: A2",
                   "A1/1.20: B1 | A2/1.20: C1 | B1/1.20: | C1/1.20:") ==
        "^A v1.1.0 -> v1.2.0 (by m); -B v1.1.0 (was by A@v1.1.0); "
        "+C v1.1.0 (by A@v1.2.0) | 1 1 1");
}

TEST_CASE("versions move up and down") {
  CHECK(difference("m/1.20: A1 B1", "m/1.20: A1",
                   "A1/1.20: C1 | B1/1.20: C2 | C1/1.20: | C2/1.20:") ==
        "-B v1.1.0 (was by m); vC v1.2.0 -> v1.1.0 (by A@v1.1.0) | 0 1 1");
}

TEST_CASE("another replacement is a change of its own") {
  CHECK(difference("m/1.20: A1", "m/1.20: A1 A=>B1", "A1/1.20: | B1/1.20:") ==
        "=A v1.1.0 -> v1.1.0 => example.com/B (by m) | 0 0 1");
}

TEST_CASE("go and toolchain are listed, but are no modules") {
  CHECK(difference("m/1.21: A1", "m/1.22: A1", "A1/1.20:") ==
        "^go 1.21 -> 1.22 (by m); ^toolchain go1.21 -> go1.22 (by go@1.22) | "
        "0 0 0");
}

}  // namespace
}  // namespace modgraph::test

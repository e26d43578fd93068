#include "engine/report/views/difference_view.h"

#include <algorithm>

#include "engine/resolve/resolved_project.h"
#include "tests/support/memory_source.h"
#include "tests/support/picture_words.h"
#include "tests/support/test.h"
#include "tests/support/world_words.h"

namespace modgraph::test {
namespace {

// The picture of the difference between two worlds of the same modules.
Picture difference(const std::string& before, const std::string& after,
                   const std::string& modules, const ViewLimits& limits = {}) {
  const ModuleWorld old_world = world_of(before + " | " + modules);
  const ModuleWorld new_world = world_of(after + " | " + modules);
  MemorySource source(old_world.modules);
  SummaryStore store(source);
  const auto old_mains = main_modules_of(old_world);
  const auto new_mains = main_modules_of(new_world);
  auto a = load(*old_mains, store), b = load(*new_mains, store);
  REQUIRE((a && b));
  const Project old_build = resolved_project(*old_mains, std::move(*a));
  const Project new_build = resolved_project(*new_mains, std::move(*b));
  WhatifAnswer answer;
  answer.file = "go.mod";
  answer.difference = build_difference(old_build, new_build);
  return difference_view(answer, old_build, new_build, limits);
}

TEST_CASE("no difference is the main module alone") {
  const Picture p = difference("m/1.20: A1", "m/1.20: A1", "A1/1.20:");
  CHECK(words_of(p) == "m |");
  CHECK(hidden_words(p) == "1 unchanged module");
}

TEST_CASE("what comes and goes hangs from who asks, or asked") {
  CHECK(
      words_of(difference("m/1.20: A1", "m/1.20: A2",
                          "A1/1.20: B1 | A2/1.20: C1 | B1/1.20: | C1/1.20:")) ==
      "m A{^} B{-} C{+} | m>A A>B- A>C");
}

TEST_CASE("a version that is lowered shows who asked, and who asks now") {
  CHECK(
      words_of(difference("m/1.20: A1 B1", "m/1.20: A1",
                          "A1/1.20: C1 | B1/1.20: C2 | C1/1.20: | C2/1.20:")) ==
      "m A B{-} C{v} | m>A m>B- A>C B>C-");
}

TEST_CASE("another replacement is a change") {
  CHECK(words_of(difference("m/1.20: A1", "m/1.20: A1 A=>B1",
                            "A1/1.20: | B1/1.20:")) == "m A{=} | m>A");
}

TEST_CASE("with little room changes of a kind share a box") {
  std::string removed;
  std::string modules = "A1/1.20:";
  for (char c = 'B'; c <= 'L'; ++c) {
    removed += std::string(" ") + c + "1";
    modules += std::string(" | ") + c + "1/1.20:";
  }
  const Picture p =
      difference("m/1.20: A1" + removed, "m/1.20: A1", modules, {6, 12});
  CHECK(p.boxes.size() <= 6);
  CHECK(p.lines.size() <= 12);
  CHECK(std::any_of(p.boxes.begin(), p.boxes.end(), [](const auto& b) {
    return b.kind == BoxKind::kGroup && b.change == BoxChange::kRemoved;
  }));
}

}  // namespace
}  // namespace modgraph::test

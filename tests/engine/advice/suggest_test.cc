// Advice in the words of tests/support/world_words.h: what is suggested, and
// that it was tried.

#include "engine/advice/suggest.h"

#include <sstream>

#include "engine/findings/judge.h"
#include "engine/resolve/resolved_project.h"
#include "tests/support/memory_source.h"
#include "tests/support/reference/edits.h"
#include "tests/support/test.h"
#include "tests/support/world_words.h"

namespace modgraph {
namespace {

struct Bench {
  MainModules world;
  test::MemorySource source;
  SummaryStore store;

  explicit Bench(const test::ModuleWorld& modules)
      : world(test::main_modules_of(modules).value()),
        source(modules.modules),
        store(source) {}

  Result<Tried> attempt(std::span<const MainEdit> edits) {
    MainModules mains = world;
    for (std::size_t i = 0; i < mains.modules.size(); ++i)
      for (const MainEdit& e : edits)
        if (e.module == i)
          mains.modules[i].manifest = apply_edits(
              std::move(mains.modules[i].manifest), std::span(&e.edit, 1));
    auto before = load(world, store);
    auto after = load(mains, store);
    if (!after) return fail(after.error());
    BuildDifference difference = build_difference(*before, *after);
    Project project = resolved_project(mains, std::move(*after));
    Analysis analysis = analyse(project);
    std::vector<Finding> findings = judge(project, analysis, {});
    return Tried{std::move(difference),
                 std::move(project),
                 std::move(analysis),
                 std::move(findings),
                 {},
                 false};
  }
};

// "MG2002 -require=...: +a -b c v1>v2"
std::string advice(std::string_view words, Level from = Level::kNote) {
  Bench bench(test::world_of(words));
  auto plain = bench.attempt({});
  if (!plain) return "error: " + plain.error().front().message;
  const RequirementLines lines(plain->project.manifests);
  SuggestOptions options;
  options.from = from;
  const SuggestResult found = suggest(
      {plain->project, plain->analysis, lines}, plain->findings,
      [&](std::span<const MainEdit> edits) { return bench.attempt(edits); },
      options);
  std::ostringstream out;
  for (const Advice& a : found.advice) {
    for (const SuggestedFix& s : a.suggestions) {
      out << (out.tellp() > 0 ? "; " : "")
          << plain->findings[a.finding].rule->code;
      for (const MainEdit& e : s.edits) out << " " << flag_of(e.edit);
      for (const std::string& m : s.effect.added) out << " +" << m;
      for (const std::string& m : s.effect.removed) out << " -" << m;
      for (const MovedModule& m : s.effect.changed)
        out << " " << m.module << " " << m.from << ">" << m.to;
      if (s.measure) out << " " << s.measure->before << ">" << s.measure->after;
    }
  }
  return out.str();
}

TEST_CASE("a raised line states what is built") {
  CHECK(advice("m/1.16: A1 B1 | A1: B2 | B1: | B2:", Level::kWarning) ==
        "MG2002 -require=example.com/B@v1.2.0");
  CHECK(advice("m/1.16: A1 B2 | A1: B2 | B2:", Level::kWarning).empty());
}

TEST_CASE("an old version is excluded when more leaves with it") {
  // B1 alone needs C1 and D1.
  CHECK(advice("m/1.16: A1 B2 | A1: B1 | B1: C1 | C1: D1 | B2: | D1:") ==
        "MG2001 -exclude=example.com/B@v1.1.0 -example.com/C@v1.1.0 "
        "-example.com/D@v1.1.0 6>3; MG3006 -exclude=example.com/B@v1.1.0 "
        "-example.com/C@v1.1.0 -example.com/D@v1.1.0 2>0; MG3006 "
        "-exclude=example.com/B@v1.1.0 -example.com/C@v1.1.0 "
        "-example.com/D@v1.1.0 2>0");
  // Nothing leaves but the version itself.
  CHECK(advice("m/1.16: A1 B2 | A1: B1 | B1: | B2:").empty());
}

TEST_CASE("advice that cannot be tried is not given") {
  // The version that is left when B2 is excluded is not known.
  CHECK(advice("m/1.16: A1 | A1: A1").empty());
}

TEST_CASE("what has to go is more than the edits take away themselves") {
  CHECK(improves({"", 10, 8}, 1));
  CHECK_FALSE(improves({"", 10, 9}, 1));
  CHECK_FALSE(improves({"", 10, 10}, 0));
  CHECK_FALSE(improves({"", 10, 11}, 0));
}

}  // namespace
}  // namespace modgraph

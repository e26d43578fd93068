#include "engine/findings/silences.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/findings/fingerprint.h"
#include "engine/findings/judge.h"
#include "importers/go_mod/go_mod.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// B is required at v1 and selected at v2 (MG2002), D and E are replaced by
// folders, which nothing uses (MG5001).
constexpr std::string_view kGraph = "A: B1 C1 | C1: B2";
constexpr std::string_view kGoMod =
    "module A\n"
    "\n"
    "require B v1.0.0\n"
    "require C v1.0.0\n"
    "replace D => ../d\n"
    "replace E => ../e\n";

Project silenced_project(std::string_view go_mod,
                         std::string_view graph = kGraph) {
  Project out;
  out.graph = test::module_graph(graph);
  out.graph_file = "graph.txt";
  out.manifests.push_back(
      parse_main_go_mod("go.mod", std::string(go_mod)).value());
  return out;
}

// "MG2002 B; MG9002 B": what counts, in report order. What is silenced stands
// in brackets with who did it: "[MG2002 B: comment]".
std::string judged(const Project& project, const Gate& gate) {
  std::string out;
  for (const Finding& f : judge(project, analyse(project), gate)) {
    if (f.rule->code.starts_with("MG8")) continue;
    std::string one(f.rule->code);
    for (const Subject& s : f.subjects) one += " " + s.module;
    if (f.suppressed) one = "[" + one + ": " + f.suppressed->by + "]";
    out += (out.empty() ? "" : "; ") + one;
  }
  return out;
}

std::string judged(const Gate& gate) {
  return judged(silenced_project(kGoMod), gate);
}

Silence ignoring(std::string rule, std::vector<std::string> modules = {},
                 std::string until = {}) {
  Silence out;
  out.rules = {std::move(rule)};
  out.modules = std::move(modules);
  out.reason = "known";
  out.until = std::move(until);
  out.where = {".modgraph.yaml", 4, 5};
  return out;
}

Gate gate_with(Silence silence) {
  Gate out;
  out.today = "2026-03-02";
  out.ignores.push_back(std::move(silence));
  out.folders = {{"go.mod", "services/a"}};
  return out;
}

BaselineEntry known(std::string rule, std::string subject,
                    std::uint64_t count = 1) {
  return {{std::move(rule), "A", std::move(subject)}, count, "old", {}};
}

Gate gate_with(std::vector<BaselineEntry> entries) {
  Gate out;
  out.baseline = {".modgraph-baseline.json", std::move(entries)};
  return out;
}

// The go.mod with a comment at the end of the line that begins so.
std::string with_comment(std::string_view line, std::string_view comment) {
  std::string out(kGoMod);
  const std::size_t at = out.find('\n', out.find(line));
  return out.insert(at, " " + std::string(comment));
}

TEST_CASE("without a gate nothing is silenced") {
  CHECK(judged(Gate{}) == "MG2002 B; MG5001 D; MG5001 E");
}

TEST_CASE("settings silence a rule, for a module or in a folder") {
  CHECK(judged(gate_with(ignoring("MG5001"))) ==
        "MG2002 B; [MG5001 D: config]; [MG5001 E: config]");
  CHECK(judged(gate_with(ignoring("direct-raised"))).starts_with("[MG2002"));
  CHECK(judged(gate_with(ignoring("MG5001", {"E"}))) ==
        "MG2002 B; MG5001 D; [MG5001 E: config]");
  CHECK(judged(gate_with(ignoring("MG5001", {"**", "!D"}))) ==
        "MG2002 B; MG5001 D; [MG5001 E: config]");
  Silence in_folder = ignoring("MG2002");
  in_folder.in = "services/**";
  CHECK(judged(gate_with(in_folder)).starts_with("[MG2002 B: config]"));
  in_folder.in = "tools/**";
  CHECK(judged(gate_with(in_folder)) == "MG2002 B; MG5001 D; MG5001 E");
}

TEST_CASE("a rule of the settings passes over modules") {
  Gate gate;
  gate.rules.levels.push_back({"MG5001", {}, {"D"}, {}});
  CHECK(judged(gate) == "MG2002 B; [MG5001 D: config]; MG5001 E");
}

TEST_CASE("a comment is about its line, wherever the line is") {
  const std::string beside =
      with_comment("replace D", "// modgraph:ignore MG5001 -- a branch");
  CHECK(judged(silenced_project(beside), {}) ==
        "MG2002 B; [MG5001 D: comment]; MG5001 E");
  CHECK(judged(silenced_project("// a line more\n" + beside), {}) ==
        "MG2002 B; [MG5001 D: comment]; MG5001 E");
  const std::string whole = "// modgraph:ignore MG5001 -- all of it\n";
  CHECK(judged(silenced_project(whole + std::string(kGoMod)), {}) ==
        "MG2002 B; [MG5001 D: comment]; [MG5001 E: comment]");
}

TEST_CASE("comments of another state count in the place of its own") {
  const Project head = silenced_project(
      with_comment("replace D", "// modgraph:ignore MG5001 -- trust me"));
  Gate gate;
  gate.comments.emplace();
  CHECK(judged(head, gate) == "MG2002 B; MG5001 D; MG5001 E");
  gate.comments = silences_of(head);
  CHECK(judged(silenced_project(kGoMod), gate) ==
        "MG2002 B; [MG5001 D: comment]; MG5001 E");
}

TEST_CASE("MG9001: an entry of the baseline that is not found any more") {
  CHECK(judged(gate_with({known("MG2002", "B"), known("MG5001", "D")})) ==
        "[MG2002 B: baseline]; [MG5001 D: baseline]; MG5001 E");
  const auto gone = gate_with({known("MG5001", "D"), known("MG5001", "Z")});
  CHECK(judged(gone) == "MG2002 B; [MG5001 D: baseline]; MG5001 E; MG9001 Z");
  // Of another main module, or of a rule that is left out, nothing is known.
  auto other = gone;
  other.baseline.entries.back().finding.main = "M";
  CHECK(judged(other) == "MG2002 B; [MG5001 D: baseline]; MG5001 E");
  auto off = gone;
  off.rules.allow = {"MG5001"};
  CHECK(judged(off) == "MG2002 B");
  // And of a build that is not known as a whole.
  Project partial = silenced_project(kGoMod);
  partial.partial_because.emplace_back("no cache");
  CHECK(judged(partial, gone).find("MG9001") == std::string::npos);
}

TEST_CASE("a ratchet makes an entry that is gone an error") {
  Gate gate = gate_with({known("MG5001", "Z")});
  const Project project = silenced_project(kGoMod);
  const auto level_of_stale = [&] {
    for (const Finding& f : judge(project, analyse(project), gate))
      if (f.rule->code == "MG9001") return f.level;
    return Level::kOff;
  };
  CHECK(level_of_stale() == Level::kNote);
  gate.ratchet = true;
  CHECK(level_of_stale() == Level::kError);
}

TEST_CASE("findings of one identity are counted") {
  const std::string twice =
      std::string(kGoMod) + "replace D v1.0.0 => ../one\n";
  const Project project = silenced_project(twice);
  CHECK(judged(project, gate_with({known("MG5001", "D")})) ==
        "MG2002 B; [MG5001 D: baseline]; MG5001 D; MG5001 E");
  CHECK(judged(project, gate_with({known("MG5001", "D", 2)})) ==
        "MG2002 B; [MG5001 D: baseline]; [MG5001 D: baseline]; MG5001 E");
  CHECK(judged(project, gate_with({known("MG5001", "D", 3)}))
            .ends_with("MG9001 D"));
}

TEST_CASE("a cycle that lost a member is known, a larger one is new") {
  const auto cycle = [](std::string_view graph, std::string members) {
    const Project project = silenced_project("module A\n", graph);
    return judged(project, gate_with({known("MG1001", std::move(members))}));
  };
  constexpr std::string_view kTwo = "A: B1 | B1: C1 | C1: B1";
  constexpr std::string_view kThree = "A: B1 | B1: C1 | C1: D1 | D1: B1";
  CHECK(cycle(kTwo, "B C").starts_with("[MG1001 B C: baseline]"));
  CHECK(cycle(kTwo, "B C D").starts_with("[MG1001 B C: baseline]"));
  CHECK(cycle(kTwo, "B D").starts_with("MG1001 B C"));
  CHECK(cycle(kThree, "B C").starts_with("MG1001 B C D"));
}

TEST_CASE("MG9002: a silence that silences nothing") {
  CHECK(judged(gate_with(ignoring("MG2002", {"Z"}))) ==
        "MG2002 B; MG5001 D; MG5001 E; MG9002 Z");
  CHECK(judged(gate_with(ignoring("MG2002", {"B"}))).find("MG9002") ==
        std::string::npos);
  // In other folders, and of rules that are left out, it may silence.
  Silence elsewhere = ignoring("MG2002", {"Z"});
  elsewhere.in = "tools/**";
  CHECK(judged(gate_with(elsewhere)).find("MG9002") == std::string::npos);
  Gate off = gate_with(ignoring("MG2002", {"Z"}));
  off.rules.allow = {"MG2002"};
  CHECK(judged(off).find("MG9002") == std::string::npos);
  CHECK(judged(silenced_project(with_comment(
                   "require B", "// modgraph:ignore MG5001 -- no fork here")),
               {})
            .ends_with("MG9002 B"));
}

TEST_CASE("MG9003: a comment that makes an indirect line direct") {
  const auto found = [](std::string_view comment) {
    return judged(silenced_project(with_comment("require C", comment)), {})
               .find("MG9003 C") != std::string::npos;
  };
  CHECK(found("// indirect // see #12"));
  CHECK(found("// indirect see #12"));
  CHECK(found("// indirect;see #12"));
  CHECK(found("// see #12 // indirect"));
  CHECK(found("// indirect; indirect // see #12"));
  CHECK_FALSE(found("// indirect"));
  CHECK_FALSE(found("// indirect; see #12"));
  CHECK_FALSE(found("// indirectly used"));
}

TEST_CASE("MG9004: a silence after its last day") {
  const auto on = [](std::string today) {
    Gate gate = gate_with(ignoring("MG2002", {"B"}, "2026-03-01"));
    gate.today = std::move(today);
    return judged(gate);
  };
  CHECK(on("2026-02-28").starts_with("[MG2002 B: config]"));
  CHECK(on("2026-03-01").starts_with("[MG2002 B: config]"));
  CHECK(on("2026-03-02") == "MG2002 B; MG5001 D; MG5001 E; MG9004 B");
  CHECK(on("") == "[MG2002 B: config]; MG5001 D; MG5001 E");
  // Another one that has not ended silences it.
  Gate both = gate_with(ignoring("MG2002", {"B"}, "2026-03-01"));
  both.ignores.push_back(ignoring("MG2002"));
  CHECK(judged(both) == "[MG2002 B: config]; MG5001 D; MG5001 E; MG9004 B");
}

TEST_CASE("MG9006: a comment without a reason silences nothing") {
  const auto with = [](std::string_view comment) {
    return judged(silenced_project(with_comment("require B", comment)), {});
  };
  CHECK(with("// modgraph:ignore MG2002") ==
        "MG2002 B; MG9006 B; MG5001 D; MG5001 E");
  CHECK(with("// modgraph:ignore MG2002 -- until=2026-02-30")
            .starts_with("MG2002 B; MG9006 B"));
  CHECK(with("// modgraph:ignore MG7777 -- no such rule")
            .starts_with("MG2002 B; MG9006 B"));
  CHECK(with("// modgraph:ignore MG2002 -- waiting")
            .starts_with("[MG2002 B: comment]"));
}

TEST_CASE("a fingerprint is that of the identity") {
  const Project project = silenced_project(kGoMod);
  const FingerprintOwners owners(project);
  for (const Finding& f : judge(project, analyse(project), Gate{})) {
    const FindingIdentity identity = identity_of(f, owners.of(f));
    CHECK(fingerprint(identity) == f.fingerprint);
  }
}

}  // namespace
}  // namespace modgraph

#include "engine/findings/policy_findings.h"

#include <algorithm>
#include <string>

#include "engine/findings/limit_findings.h"
#include "engine/findings/run_rules.h"
#include "importers/module_folder/config.h"
#include "tests/support/replacing_project.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// The policy of settings, as a user writes it.
Policy policy_of(std::string_view text) {
  return parse_config("c", "version: 1\npolicy:\n" + std::string(text) + "\n")
      .value()
      .policy;
}

Policy ban(std::string_view text) {
  return policy_of("  banned: [{" + std::string(text) + ", reason: unsafe}]");
}
Policy limit(std::string_view text) {
  return policy_of("  limits: {" + std::string(text) + "}");
}
Policy forbid(std::string_view text) {
  return policy_of("  forbidden-edges: [{" + std::string(text) +
                   ", reason: layers}]");
}
Policy replace_by(std::string_view text) {
  return policy_of("  replace: {" + std::string(text) + "}");
}

// "MG0001 B v1.0.0 at 3 by A B@v1.0.0; ...": subjects, line and witness of what
// the policy refuses.
std::string refused(const Project& project, Policy policy) {
  RuleSettings settings;
  settings.policy = std::move(policy);
  std::string out;
  for (const Finding& f : run_rules(project, analyse(project), settings)) {
    if (!f.rule->code.starts_with("MG0")) continue;
    out += (out.empty() ? "" : "; ") + std::string(f.rule->code);
    for (const Subject& s : f.subjects)
      out += " " + s.module + (s.version.empty() ? "" : " " + s.version);
    if (f.location) out += " at " + std::to_string(f.location->line);
    for (const NameChain& chain : f.witness) {
      out += " by";
      for (const std::string_view name : chain) out += " " + std::string(name);
    }
  }
  return out;
}

constexpr std::string_view kFiles =
    "module A; require B v1.0.0; require C v1.0.0";
// C brings D at v1, B has nothing.
const Project& brought() {
  static const Project kProject =
      test::project_with("A: B1 C1 | C1: D1 | D1: E1", kFiles);
  return kProject;
}

TEST_CASE("MG0001: a banned module, wherever it comes from") {
  CHECK(refused(brought(), ban("module: B")) ==
        "MG0001 B v1.0.0 at 2 by A B@v1.0.0");
  CHECK(refused(brought(), ban("module: D")) ==
        "MG0001 D v1.0.0 at 3 by A C@v1.0.0 D@v1.0.0");
  CHECK(refused(brought(), ban("module: Z")).empty());
  CHECK(refused(brought(), ban("module: '*'")).find("MG0001 A") ==
        std::string::npos);
}

TEST_CASE("a ban is about the versions that it names") {
  const auto banned = [](std::string_view versions) {
    return !refused(brought(),
                    ban("module: D, versions: '" + std::string(versions) + "'"))
                .empty();
  };
  CHECK(banned("v1.0.0"));
  CHECK_FALSE(banned("v1.0.1"));
  CHECK(banned(">= v1.0.0, < v1.1.0"));
  CHECK_FALSE(banned("> v1.0.0"));
  CHECK(banned("<= v1.0.0"));
  CHECK_FALSE(banned("< v1.0.0"));
}

TEST_CASE("a ban of direct requirements passes over the others") {
  CHECK_FALSE(refused(brought(), ban("module: B, direct: true")).empty());
  CHECK(refused(brought(), ban("module: D, direct: true")).empty());
  const Project indirect =
      test::project_with("A: B1 C1 | C1: B1",
                         "module A; require B v1.0.0 // indirect; require C "
                         "v1.0.0");
  CHECK(refused(indirect, ban("module: B, direct: true")).empty());
}

TEST_CASE("a ban is silent while only those who may require it do") {
  CHECK(refused(brought(), ban("module: D, allow-from: [C]")).empty());
  CHECK_FALSE(refused(brought(), ban("module: D, allow-from: [B]")).empty());
  const Project both = test::project_with("A: B1 C1 | B1: D1 | C1: D1", kFiles);
  CHECK_FALSE(refused(both, ban("module: D, allow-from: [C]")).empty());
  CHECK(refused(both, ban("module: D, allow-from: [C, B]")).empty());
  CHECK_FALSE(refused(brought(), ban("module: B, allow-from: [C]")).empty());
}

TEST_CASE(
    "who requires a lower version than the selected one requires it too") {
  const Project two =
      test::project_with("A: B1 C1 | B1: D1 | C1: D1.1", kFiles);
  CHECK(refused(two, ban("module: D, allow-from: [B, C]")).empty());
  CHECK_FALSE(refused(two, ban("module: D, allow-from: [C]")).empty());
  CHECK_FALSE(refused(two, ban("module: D, allow-from: [B]")).empty());
  // Nobody in the build requires D: an old version of B did.
  const Project nobody = test::project_with(
      "A: B2 C1 | C1: B1 | B1: D1", "module A; require B v1.1.0; require C v1");
  CHECK_FALSE(refused(nobody, ban("module: D, allow-from: [B]")).empty());
}

TEST_CASE(
    "an indirect line of one main module may be a direct one's elsewhere") {
  const Project work = test::project_with(
      "A: C1 D1 | B: D1 | C1: D1",
      "module A; require C v1.0.0; require D v1.0.0 // indirect | module B; "
      "require D v1.0.0 | go 1.21; use .; use ./1");
  CHECK(refused(work, ban("module: D, allow-from: [B, C]")).empty());
  CHECK_FALSE(refused(work, ban("module: D, allow-from: [C]")).empty());
}

TEST_CASE("a pruned go.mod lists what others bring: the chain shows who") {
  const Project pruned = test::project_with(
      "A: C1 D1 | C1: D1",
      "module A; require C v1.0.0; require D v1.0.0 // indirect");
  CHECK(refused(pruned, ban("module: D")) ==
        "MG0001 D v1.0.0 at 2 by A C@v1.0.0 D@v1.0.0");
  CHECK(refused(pruned, ban("module: D, versions: v1.0.0")) ==
        "MG0001 D v1.0.0 at 2 by A C@v1.0.0 D@v1.0.0");
  // Only our own line is left.
  const Project pinned = test::project_with(
      "A: C1 D1.5 | C1: D1",
      "module A; require C v1.0.0; require D v1.5.0 // indirect");
  CHECK(refused(pinned, ban("module: D, versions: '>= v1.5.0'")) ==
        "MG0001 D v1.5.0 at 3 by A D@v1.5.0");
}

TEST_CASE("a chain to a banned version ends in who requires that version") {
  const Project raised =
      test::project_with("A: B1 D1 | B1: C1 | C1: D1.1",
                         "module A; require B v1.0.0; require D v1.0.0");
  CHECK(refused(raised, ban("module: D, versions: v1.1.0")) ==
        "MG0001 D v1.1.0 at 3 by A B@v1.0.0 C@v1.0.0 D@v1.1.0");
}

TEST_CASE("a ban is about what is built") {
  const Project fork = test::project_with(
      "A: B1", "module A; require B v1.0.0; replace B => F v2.0.0");
  CHECK(refused(fork, ban("module: F")) ==
        "MG0001 F v2.0.0 at 2 by A B@v1.0.0");
  CHECK_FALSE(refused(fork, ban("module: B")).empty());
  CHECK(refused(fork, ban("module: B, versions: v1.0.0")).empty());
  const Project other_version = test::project_with(
      "A: B1", "module A; require B v1.0.0; replace B => B v1.5.0");
  CHECK(refused(other_version, ban("module: B, versions: v1.0.0")).empty());
  CHECK(refused(other_version, ban("module: B, versions: v1.5.0")) ==
        "MG0001 B v1.5.0 at 2 by A B@v1.0.0");
}

TEST_CASE("an entry of the policy has a level of its own") {
  CHECK(refused(brought(), ban("module: B, level: none")).empty());
  RuleSettings settings;
  settings.policy = ban("module: B, level: warning");
  for (const Finding& f : run_rules(brought(), analyse(brought()), settings))
    if (f.rule->code == "MG0001") CHECK(f.level == Level::kWarning);
}

TEST_CASE("MG0002: a build that is larger than its limits") {
  CHECK(refused(brought(), limit("modules: 4")) == "MG0002 modules at 1");
  CHECK(refused(brought(), limit("modules: 5")).empty());
  CHECK(refused(brought(), limit("direct: 1")) == "MG0002 direct at 1");
  CHECK(refused(brought(), limit("direct: 2")).empty());
  CHECK(refused(brought(), limit("longest-chain: 3")) ==
        "MG0002 longest-chain at 1");
  CHECK(refused(brought(), limit("longest-chain: 4")).empty());
}

TEST_CASE("a go line may not be above its limit") {
  const Project go = test::project_with("A: B1", "module A; go 1.22.3");
  CHECK(refused(go, limit("go: '1.21'")) == "MG0002 go 1.22.3 at 2");
  CHECK(refused(go, limit("go: '1.22.3'")).empty());
  CHECK(refused(go, limit("go: '1.23'")).empty());
}

TEST_CASE("a limit that names a language version allows its releases") {
  const Project go = test::project_with("A: B1", "module A; go 1.25.3");
  CHECK(refused(go, limit("go: '1.25'")).empty());
  CHECK(refused(go, limit("go: '1.24'")) == "MG0002 go 1.25.3 at 2");
  CHECK(refused(go, limit("go: '1.25.2'")) == "MG0002 go 1.25.3 at 2");
  const Project early = test::project_with("A: B1", "module A; go 1.26rc1");
  CHECK(refused(early, limit("go: '1.25'")) == "MG0002 go 1.26rc1 at 2");
}

TEST_CASE("main modules may not require a module at too many versions") {
  const Project two = test::project_with(
      "A: C1 | B: C1.1",
      "module A; require C v1.0.0 | module B; require C v1.1.0 | go 1.21; "
      "use .; use ./1");
  CHECK(refused(two, limit("drift: 1")) == "MG0002 C v1.0.0 C v1.1.0 at 2");
  CHECK(refused(two, limit("drift: 2")).empty());
}

TEST_CASE("a new direct dependency may bring too much") {
  const Project& head = brought();
  const Project base =
      test::project_with("A: B1", "module A; require B v1.0.0");
  const Analysis analysis = analyse(head);
  const RequirementLines lines(head.manifests);
  const auto found = [&](const Policy& policy, const Project& before) {
    std::string out;
    for (const Finding& f :
         new_dependency_findings({head, analysis, lines, &policy}, before))
      out += f.message + "\n";
    return out;
  };
  CHECK(found(limit("new-exclusive: 2"), base) ==
        "the new dependency 'C' brings 3 modules, and the limit "
        "`new-exclusive` is 2\n");
  CHECK(found(limit("new-exclusive: 3"), base).empty());
  CHECK(found(limit("new-exclusive: 2"), head).empty());
  CHECK(found(limit("modules: 1"), base).empty());
}

TEST_CASE("MG0003: a chain to what is forbidden") {
  CHECK(refused(brought(), forbid("from: A, to: E")) ==
        "MG0003 A E v1.0.0 at 3 by A C@v1.0.0 D@v1.0.0 E@v1.0.0");
  CHECK(refused(brought(), forbid("from: C, to: E")) ==
        "MG0003 C v1.0.0 E v1.0.0 at 3 by C@v1.0.0 D@v1.0.0 E@v1.0.0");
  CHECK(refused(brought(), forbid("from: B, to: E")).empty());
  CHECK(refused(brought(), forbid("from: E, to: C")).empty());
  // What lies behind one that is told is not told again.
  CHECK(refused(brought(), forbid("from: A, to: '[DE]'")).empty());
  CHECK(refused(brought(), forbid("from: A, to: '**'")).find("MG0003 A D") ==
        std::string::npos);
}

TEST_CASE("what is forbidden may match both ends") {
  const Project inner =
      test::project_with("a/x: a/y1 | a/y1: a/old1 | a/old1: a/old/z1",
                         "module a/x; require "
                         "a/y v1.0.0");
  CHECK(refused(inner, forbid("from: 'a/**', to: 'a/old'")) ==
        "MG0003 a/y v1.0.0 a/old v1.0.0 at 2 by a/y@v1.0.0 a/old@v1.0.0");
  CHECK(refused(inner, forbid("from: 'a/**', to: 'a/old/**'"))
            .find("a/old v1.0.0 a/old/z v1.0.0") != std::string::npos);
}

TEST_CASE("each module that leads to what is forbidden is told") {
  // Both on their own: what one does must not hide the other.
  const Project both = test::project_with("A: B1 C1 | B1: D1 | C1: D1", kFiles);
  CHECK(refused(both, forbid("from: '*', to: D")) ==
        "MG0003 B v1.0.0 D v1.0.0 at 2 by B@v1.0.0 D@v1.0.0; "
        "MG0003 C v1.0.0 D v1.0.0 at 3 by C@v1.0.0 D@v1.0.0");
  // A leads there by B alone, which is told.
  const Project nested = test::project_with("x/a: x/b1 | x/b1: D1",
                                            "module x/a; require x/b v1.0.0");
  CHECK(refused(nested, forbid("from: 'x/*', to: D")) ==
        "MG0003 x/b v1.0.0 D v1.0.0 at 2 by x/b@v1.0.0 D@v1.0.0");
  // x/a leads to t/d itself, and to t/e by x/b alone.
  const Project own =
      test::project_with("x/a: C1 x/b1 | C1: t/d1 | x/b1: t/e1",
                         "module x/a; require C v1.0.0; require x/b v1.0.0");
  CHECK(refused(own, forbid("from: 'x/*', to: 't/*'")) ==
        "MG0003 x/a t/d v1.0.0 at 2 by x/a C@v1.0.0 t/d@v1.0.0; "
        "MG0003 x/b v1.0.0 t/e v1.0.0 at 3 by x/b@v1.0.0 t/e@v1.0.0");
}

TEST_CASE(
    "of too many chains of an entry some are told, and that there are more") {
  std::string graph = "A:";
  std::string files = "module A";
  for (int i = 0; i <= 1'000; ++i) {
    const std::string name = "t/m" + std::to_string(i) + "x";
    graph += " " + name + "1";
    files += "; require " + name + " v1.0.0";
  }
  const Project many = test::project_with(graph, files);
  RuleSettings settings;
  settings.policy = forbid("from: A, to: 't/*'");
  std::size_t told = 0;
  std::size_t cut = 0;
  for (const Finding& f : run_rules(many, analyse(many), settings)) {
    if (f.rule->code != "MG0003") continue;
    ++told;
    for (const std::string& note : f.notes)
      if (note.starts_with("there are more")) ++cut;
  }
  CHECK(told == 1'000);
  CHECK(cut == 1);
}

TEST_CASE("a forbidden edge may be about requirements of its own go.mod") {
  CHECK(refused(brought(), forbid("from: A, to: E, direct: true")).empty());
  CHECK(refused(brought(), forbid("from: D, to: E, direct: true")) ==
        "MG0003 D v1.0.0 E v1.0.0 at 3 by D@v1.0.0 E@v1.0.0");
  // An `// indirect` line follows from what others require.
  const Project indirect = test::project_with(
      "A: C1 D1 | C1: D1",
      "module A; require C v1.0.0; require D v1.0.0 // indirect");
  CHECK(refused(indirect, forbid("from: A, to: D, direct: true")).empty());
  CHECK(refused(indirect, forbid("from: A, to: D")) ==
        "MG0003 A D v1.0.0 at 2 by A C@v1.0.0 D@v1.0.0");
}

TEST_CASE("MG0004: a replacement that leads where it may not") {
  const Project project = test::project_with(
      "A: B1 C1",
      "module A; require B v1.0.0; require C v1.0.0; replace B => "
      "F v1.0.0; replace C => ./c");
  CHECK(refused(project, replace_by("allow: [F, './**']")).empty());
  CHECK(refused(project, replace_by("allow: [F]")) == "MG0004 C at 5");
  CHECK(refused(project, replace_by("allow: ['./**']")) == "MG0004 B at 4");
  CHECK(refused(project, replace_by("versions-only: true")) == "MG0004 C at 5");
  CHECK(refused(project, replace_by("allow: []")) ==
        "MG0004 B at 4; MG0004 C at 5");
}

TEST_CASE("a folder is where its path leads, however it is written") {
  const auto denied = [](std::string_view folder, std::string_view pattern) {
    const Project project = test::project_with(
        "A: C1",
        "module A; require C v1.0.0; replace C => " + std::string(folder));
    return !refused(project,
                    replace_by("allow: ['" + std::string(pattern) + "']"))
                .empty();
  };
  CHECK_FALSE(denied("./c", "./**"));
  CHECK_FALSE(denied("./x/../c/", "./c"));
  CHECK_FALSE(denied("../y", "../**"));
  CHECK_FALSE(denied("/y", "/**"));
  CHECK(denied("../y", "./**"));
  CHECK(denied("./../y", "./**"));
  CHECK(denied("./c/../../y", "./**"));
  CHECK(denied("../y/../../z", "../z"));
}

TEST_CASE("an entry's level counts before that of its rule") {
  RuleSettings settings;
  settings.policy = ban("module: B, level: note");
  settings.policy.banned.push_back(ban("module: C").banned.front());
  const auto levels = [&] {
    std::string out;
    for (const Finding& f : run_rules(brought(), analyse(brought()), settings))
      if (f.rule->code == "MG0001")
        out +=
            f.subjects.front().module + std::string(level_name(f.level)) + " ";
    return out;
  };
  CHECK(levels() == "Cerror Bnote ");
  settings.levels.push_back({"MG0001", Level::kWarning, {}, {}});
  CHECK(levels() == "Cwarning Bnote ");
  settings.levels.back().level = Level::kOff;
  CHECK(levels() == "Bnote ");
  // Of one level, one finding's own and the other's not.
  settings.policy.banned.front().level = Level::kError;
  settings.levels.back().level = Level::kWarning;
  CHECK(levels() == "Berror Cwarning ");
  settings.policy.banned.front().level = Level::kNote;
  settings.deny.emplace_back("MG0001");  // the command line counts first
  CHECK(levels() == "Berror Cerror ");
}

// "note go; error B": level and first subject of what is refused.
std::string levels_of(const Project& project, Policy policy) {
  RuleSettings settings;
  settings.policy = std::move(policy);
  std::string out;
  for (const Finding& f : run_rules(project, analyse(project), settings))
    if (f.rule->code.starts_with("MG0"))
      out += (out.empty() ? "" : "; ") + std::string(level_name(f.level)) +
             " " + f.subjects.front().module;
  return out;
}

TEST_CASE("what a graph alone does not show is said to be unknown") {
  const Project graph = test::graph_project("A: B1 C1 | C1: D1");
  CHECK(levels_of(graph, ban("module: D, direct: true")).empty());
  CHECK(levels_of(graph, ban("module: B, direct: true")) == "note B");
  CHECK(levels_of(graph, ban("module: B")) == "error B");
  CHECK(levels_of(graph, limit("direct: 9")) == "note direct");
  CHECK(levels_of(graph, limit("go: '1.25'")) == "note go");
  CHECK(levels_of(graph, limit("longest-chain: 2")) == "error longest-chain");
  CHECK(levels_of(graph, forbid("from: A, to: D")) == "error A");
}

TEST_CASE("what a module list alone does not show is said to be unknown") {
  Project list = test::graph_project("A: B1 D1");
  list.requirements_known = false;
  CHECK(levels_of(list, limit("longest-chain: 1")) == "note longest-chain");
  CHECK(levels_of(list, limit("modules: 1")) == "error modules");
  CHECK(levels_of(list, forbid("from: A, to: D")) == "note A");
  CHECK(levels_of(list, forbid("from: A, to: D, level: none")).empty());
  CHECK(levels_of(list, ban("module: D")) == "error D");
}

TEST_CASE("what is found in a partial graph says so") {
  Project partial = test::project_with("A: B1 C1 | C1: D1 | D1: E1", kFiles);
  partial.partial_because.emplace_back("B is not in the module cache");
  const auto says = [&](Policy policy) {
    RuleSettings settings;
    settings.policy = std::move(policy);
    for (const Finding& f : run_rules(partial, analyse(partial), settings))
      if (f.rule->code.starts_with("MG0"))
        return std::find(f.notes.begin(), f.notes.end(),
                         "the graph is partial: B is not in the module "
                         "cache") != f.notes.end();
    return false;
  };
  CHECK(says(ban("module: D")));
  CHECK(says(limit("modules: 1")));
  CHECK(says(limit("longest-chain: 1")));
  CHECK_FALSE(says(limit("direct: 1")));
  CHECK(says(forbid("from: A, to: E")));
  CHECK_FALSE(says(forbid("from: A, to: B, direct: true")));
}

}  // namespace
}  // namespace modgraph

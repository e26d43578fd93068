// MG2003 to MG2009: what triggers them, and what nearly does.

#include <memory>

#include "engine/findings/run_rules.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Project project_of(std::string_view graph,
                   std::initializer_list<std::string_view> mods = {}) {
  Project out;
  out.graph = test::module_graph(graph);
  out.graph_file = "graph.txt";
  for (std::string_view mod : mods) {
    out.manifests.push_back(test::manifest(mod));
    out.manifests.back().file = out.manifests.back().module->path + "/go.mod";
  }
  return out;
}

ModuleInfo row(std::string_view word) {
  const ModuleVersion module = test::module_version(word);
  ModuleInfo out;
  out.path = module.path;
  out.version = module.version;
  return out;
}

std::string finding_text(const Finding& f) {
  std::string out = std::string(level_name(f.level)) + ": " + f.message;
  for (const std::string& note : f.notes) out += "; " + note;
  return out;
}

// The findings of one rule: "warning: message; note; note".
std::string found(std::string_view rule, const Project& project,
                  const RuleSettings& settings = {}) {
  std::string out;
  for (const Finding& f : run_rules(project, analyse(project), settings))
    if (f.rule->code == rule)
      out += (out.empty() ? "" : " | ") + finding_text(f);
  return out;
}

std::string between(const Project& a, const Project& b,
                    const RuleSettings& settings = {}) {
  const Project* const builds[] = {&a, &b};
  std::string out;
  for (const Finding& f :
       run_cross_module_rules(builds, cross_module_drift(builds), settings))
    out += (out.empty() ? "" : " | ") + finding_text(f);
  return out;
}

TEST_CASE("MG2003 split-major") {
  CHECK(found("MG2003", project_of("A: x/m@v1.0.0 B1 | B1: x/m/v2@v2.1.0")) ==
        "note: 2 major versions of one module are selected: x/m@v1.0.0 and "
        "x/m/v2@v2.1.0; x/m@v1.0.0 is required by A; x/m/v2@v2.1.0 is required "
        "by B@v1.0.0");
  CHECK(found("MG2003", project_of("A: x/m@v5.9.0+incompatible "
                                   "x/m/v5@v5.9.0"))
            .ends_with("one major version is there twice, under two paths: its "
                       "types do not fit each other"));
  CHECK(
      found("MG2003", project_of("A: x/m@v1.0.0 B1 | B1: x/m@v1.9.0")).empty());
}

TEST_CASE("MG2004 prerelease-selected") {
  CHECK(found("MG2004", project_of("A: B1 C1 | B1: C@v1.5.0-rc.1")) ==
        "note: the pre-release v1.5.0-rc.1 of 'C' is selected over release "
        "v1.0.0; v1.5.0-rc.1 is required by B@v1.0.0; v1.0.0 is required by A");
  CHECK(found("MG2004", project_of("A: B1 C@v1.5.0-rc.1 | B1: C1.5")).empty());
}

TEST_CASE("MG2005 go-line-forced") {
  Project raised = project_of("A: B1 go1.22 | B1: go1.22", {"A: B1"});
  raised.manifests[0].go = VersionDirective{"1.21", {3, 1, 3, 8, 0, 0, 0}};
  CHECK(found("MG2005", raised) ==
        "note: the go line says 1.21, but dependencies require 1.22; go 1.22 "
        "is required by B@v1.0.0");
  raised.manifests[0].go->version = "1.22";
  CHECK(found("MG2005", raised) ==
        "note: the go line cannot be lower than 1.22: dependencies require it; "
        "go 1.22 is required by B@v1.0.0");
  raised.manifests[0].go->version = "1.22.1";
  CHECK(found("MG2005", raised).empty());
}

TEST_CASE("MG2006 cross-module-drift in a workspace") {
  CHECK(found("MG2006",
              project_of("A: C1 | B: C2", {"A: C1", "B: | indirect: C2"})) ==
        "note: main modules disagree on 'C': required at 2 versions, v1.0.0 to "
        "v2.0.0; v1.0.0 is required by A; v2.0.0 is required by B; in A: go "
        "get C@v2.0.0");
  CHECK(found("MG2006", project_of("A: C1 | B: C2", {"A: C1", "B: C2"}))
            .starts_with("warning: "));
  CHECK(
      found("MG2006", project_of("A: C2 | B: C2", {"A: C2", "B: C2"})).empty());
  CHECK(found("MG2006", project_of("A: C1 | B: C2",
                                   {"A: | indirect: C1", "B: | indirect: C2"}))
            .starts_with("note: "));
  Project workspace = project_of("A: C1 | B: C2", {"A: C1", "B: C2"});
  workspace.work.emplace();
  CHECK(found("MG2006", workspace)
            .ends_with("`go work sync` writes the selected version into all "
                       "members"));
}

TEST_CASE("MG2006 cross-module-drift between folders") {
  const Project a = project_of("A: C1 | C1: D1", {"A: C1 D1"});
  const Project b = project_of("B: C2 | C2: D1", {"B: C2 D1"});
  CHECK(between(a, b) ==
        "warning: main modules disagree on 'C': required at 2 versions, v1.0.0 "
        "to v2.0.0, selected at 2 versions, v1.0.0 to v2.0.0; v1.0.0 is "
        "required and selected by A; v2.0.0 is required and selected by B; in "
        "A: go get C@v2.0.0");
  CHECK(between(a, a).empty());
  CHECK(between(a, b, {.allow = {"MG2006"}}).empty());
  CHECK(between(a, b, {.deny = {"MG2006"}}).starts_with("error: "));
}

TEST_CASE("MG2010 update-needed") {
  Project project = project_of("A: B1 C1 | B1: C2", {"A: B1 C1"});
  CHECK(found("MG2010", project).empty());
  project.resolved.emplace();
  project.update = GoModUpdate{"A/go.mod", {{"C", "v1.0.0", "v2.0.0"}}};
  CHECK(found("MG2010", project) ==
        "error: the go command refuses A/go.mod: C v1.0.0 -> v2.0.0; C v2.0.0 "
        "is required by B@v1.0.0; with -mod=readonly, the default, it says: "
        "updates to go.mod needed");
  CHECK(found("MG2002", project).starts_with("error: "));
  project.update->lines.push_back({"D", "v1.0.0", ""});
  CHECK(found("MG2010", project)
            .starts_with("error: the go command refuses A/go.mod: 2 lines need "
                         "an update"));
}

TEST_CASE("MG2011 older-by-date") {
  const std::string commit = "v0.0.0-20210128214336-420b1d36250f";
  const auto tagged_in = [&](std::string year) {
    Project out = project_of("A: x/m@" + commit + " B1 | B1: x/m@v1.9.0");
    out.metadata.modules = {{{"x/m", "v1.9.0"}, year + "-02-27T10:00:00Z", {}}};
    return found("MG2011", out);
  };
  CHECK(tagged_in("2018") ==
        "warning: 'x/m' v1.9.0 of 2018-02-27 is selected over " + commit +
            " of 2021-01-28; v1.9.0 is required by B@v1.0.0; " + commit +
            " is required by A; newer by version, older by date");
  CHECK(tagged_in("2022").empty());
}

TEST_CASE("MG2007 retracted-selected") {
  Project project = project_of("A: B1");
  project.module_info.push_back(row("B1"));
  project.module_info[0].retracted = {"loses lines"};
  project.module_info[0].update = std::make_unique<ModuleRecord>();
  project.module_info[0].update->version = "v1.1.0";
  CHECK(found("MG2007", project) ==
        "warning: 'B' v1.0.0 is selected, but its authors retracted it; "
        "rationale: loses lines; the latest version is v1.1.0; required by A");
  project.module_info[0].version = "v0.9.0";
  CHECK(found("MG2007", project).empty());
}

TEST_CASE("MG2007: without a later version it is ours where our line says so") {
  const auto with = [](std::string_view lines) {
    Project project = project_of("A: B1", {lines});
    project.module_info.push_back(row("B1"));
    project.module_info[0].retracted = {"loses lines"};
    for (const Finding& f : run_rules(project, analyse(project), {}))
      if (f.rule->code == "MG2007")
        return std::string(f.owner == Owner::kOurs ? "ours: " : "") +
               f.notes.at(1);
    return std::string();
  };
  CHECK(with("A: B1") ==
        "ours: no later version is listed: require an earlier one, or replace "
        "it");
  CHECK(with("A: | indirect: B1") == "required by A");
}

TEST_CASE("MG2008 deprecated-selected") {
  Project project = project_of("A: B1");
  project.module_info.push_back(row("B1"));
  CHECK(found("MG2008", project).empty());
  project.module_info[0].deprecated = "use C";
  CHECK(found("MG2008", project) ==
        "note: 'B' is deprecated by its authors; its authors say: use C; "
        "required by A");
  // Our own line can be moved to what they say.
  Project direct = project_of("A: B1", {"A: B1"});
  direct.module_info.push_back(row("B1"));
  direct.module_info[0].deprecated = "use C";
  CHECK(found("MG2008", direct).starts_with("warning: "));
}

TEST_CASE("MG2009 outdated") {
  Project project = project_of("A: B1");
  project.module_info.push_back(row("B1"));
  CHECK(found("MG2009", project).empty());
  project.module_info[0].update = std::make_unique<ModuleRecord>();
  project.module_info[0].update->version = "v1.1.0";
  CHECK(found("MG2009", project).empty());  // off
  const RuleSettings wanted{.warn = {"MG2009"}};
  CHECK(found("MG2009", project, wanted) ==
        "warning: 'B' v1.0.0 is selected, the latest version is v1.1.0");
  project.module_info[0].replace = std::make_unique<ModuleRecord>();
  CHECK(found("MG2009", project, wanted).empty());
}

}  // namespace
}  // namespace modgraph

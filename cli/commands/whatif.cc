// modgraph whatif: what would an edit of go.mod change? With --goal: which
// edits are the fewest that reach a goal?

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "cli/flags/picture_flags.h"
#include "cli/pictures.h"
#include "cli/project/find_module.h"
#include "cli/project/go_mod_edits.h"
#include "cli/project/versions_at_hand.h"
#include "cli/terminal/diagnostics.h"
#include "engine/advice/edit_checks.h"
#include "engine/advice/goal.h"
#include "engine/advice/repair.h"
#include "engine/analysis/build/build_difference.h"
#include "engine/analysis/build/lowered_modules.h"
#include "engine/analysis/go_mod_lines/orphans.h"
#include "engine/base/file_path.h"
#include "engine/base/printable.h"
#include "engine/base/shell_word.h"
#include "engine/model/selected_graph.h"
#include "engine/report/answers/goal.h"
#include "engine/report/answers/whatif.h"
#include "engine/report/views/difference_view.h"
#include "engine/resolve/resolved_project.h"
#include "importers/go_mod/go_mod.h"
#include "importers/go_mod/go_mod_edit.h"

namespace modgraph {
namespace {

struct EditFlag {
  const char* name;
  EditKind kind;
  const char* value;
  const char* help;
};

constexpr std::array kEditFlags = {
    EditFlag{"--require", EditKind::kRequire, "M@V",
             "Require this version of a module"},
    EditFlag{"--drop", EditKind::kDropRequire, "M",
             "Drop the requirement of a module"},
    EditFlag{"--exclude", EditKind::kExclude, "M@V", "Exclude a version"},
    EditFlag{"--dropexclude", EditKind::kDropExclude, "M@V",
             "Drop an exclusion"},
    EditFlag{"--replace", EditKind::kReplace, "M[@V]=N[@V]",
             "Replace a module, or one version of it"},
    EditFlag{"--dropreplace", EditKind::kDropReplace, "M[@V]",
             "Drop a replacement"},
    EditFlag{"--go", EditKind::kGo, "V", "Set the go line"},
    EditFlag{"--toolchain", EditKind::kToolchain, "NAME",
             "Set the toolchain line, or none"},
};

struct WhatifOptions : QuestionOptions {
  std::vector<ManifestEdit> edits;  // in the order of the command line
  std::string goal;
  std::uint64_t max_trials = 2000;
  bool apply = false;
  bool orphans = false;
  bool allow_downgrade = false;
};

Error needs_resolving() {
  return usage_error(
      "an edit is tried by resolving the module again, which graph text does "
      "not allow",
      "name a folder with a go.mod, or none");
}

// The main module that is edited: the only one, or the member of a workspace
// that the folder lies in.
Result<std::size_t> edited_module(const Resolution& r) {
  const auto& modules = r.mains.modules;
  if (!r.mains.is_workspace()) return std::size_t{0};
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < modules.size(); ++i) {
    const std::string& at = modules[i].folder;
    const bool inside = r.folder == at || r.folder.starts_with(at + "/");
    if (inside && (!found || at.size() > modules[*found].folder.size()))
      found = i;
  }
  if (found) return *found;
  std::string members;
  for (const MainModule& m : modules)
    members += (members.empty() ? "" : ", ") + m.manifest.file;
  return fail(usage_error("which go.mod of the workspace is edited?",
                          "run it in the folder of one: " + members));
}

// `go mod edit` says nothing of a dropped requirement that is not there, and a
// misspelt module would look like one that does not matter.
Result<void> check_drops(const Manifest& manifest,
                         const std::vector<ManifestEdit>& edits) {
  std::vector<std::string_view> required;
  for (const Requirement& r : manifest.require)
    required.push_back(r.module.path);
  Errors errors;
  for (const ManifestEdit& edit : edits) {
    const std::string& path = edit.module.path;
    if (edit.kind == EditKind::kRequire) required.push_back(path);
    if (edit.kind != EditKind::kDropRequire ||
        std::find(required.begin(), required.end(), path) != required.end())
      continue;
    errors.push_back(usage_error(
        fmt::format("--drop {}: no line of {} requires it", printable(path),
                    printable(manifest.file)),
        did_you_mean(path, required,
                     fmt::format("to find edits that remove it: modgraph "
                                 "whatif --goal drop:{}",
                                 printable(path)))));
  }
  if (!errors.empty()) return fail(std::move(errors));
  return {};
}

// The modules that the message lists, one on each line behind the first:
// "\n\tpath@version required by ...".
std::string missing_modules(std::string_view message) {
  constexpr std::size_t kMax = 5;
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = message.find("\n\t"); at != std::string_view::npos;
       at = message.find("\n\t", at + 1)) {
    const std::string_view line = message.substr(at + 2);
    if (++count <= kMax)
      out += " " + shell_word(line.substr(0, line.find_first_of(", \n")));
  }
  return count <= kMax ? out : "";
}

// The go command would fetch for its own go.mod what is missing, but not for
// the edited one.
Errors with_downloads(Errors errors) {
  for (Error& e : errors) {
    if (e.kind != ErrorKind::kEnvironment ||
        e.hint.find("--goal resolve") != std::string::npos)
      continue;
    const std::string modules = missing_modules(e.message);
    if (!modules.empty()) e.hint = "fetch it: go mod download" + modules;
  }
  return errors;
}

std::string file_of(const Resolution& r, std::size_t module) {
  return r.mains.is_workspace()
             ? join_path(r.mains.modules[module].folder, "go.mod")
             : r.files.mod;
}

// A go.mod after edits, and the build that it leads to.
struct EditedBuild {
  EditedGoMod text;
  Project project;
  std::vector<std::string> notes;
};

Result<EditedBuild> edited_build(const Resolution& r, std::size_t module,
                                 std::span<const ManifestEdit> edits) {
  const Manifest& before = r.mains.modules[module].manifest;
  auto text = edit_go_mod(before.file, before.text, edits);
  if (!text) return fail(std::move(text.error()));
  auto manifest = parse_main_go_mod(before.file + " (edited)", text->text);
  if (!manifest) return fail(std::move(manifest.error()));
  MainModules mains = r.mains;
  mains.modules[module].manifest = std::move(*manifest);
  auto build = load(mains, *r.shared->store, r.load_options);
  if (!build) return fail(with_downloads(std::move(build.error())));
  std::vector<std::string> notes = std::move(build->notes);
  return EditedBuild{std::move(*text),
                     resolved_project(std::move(mains), std::move(*build)),
                     std::move(notes)};
}

// The edits, and those that drop the `// indirect` lines which only the dropped
// requirements need.
std::vector<ManifestEdit> with_orphans(const Project& project,
                                       std::size_t module,
                                       const std::vector<ManifestEdit>& edits,
                                       WhatifAnswer& answer) {
  const ModuleGraph& graph = project.graph;
  std::vector<ModuleId> dropped;
  for (const ManifestEdit& e : edits)
    if (e.kind == EditKind::kDropRequire)
      if (const auto m = graph.find(e.module.path)) dropped.push_back(*m);
  std::vector<ManifestEdit> out = edits;
  if (dropped.empty()) return out;
  const Digraph<ModuleId> selected = selected_graph(graph);
  for (const ModuleId m :
       DroppedLines(project, selected).orphans_of(module, dropped)) {
    answer.orphans.emplace_back(graph.path(m));
    out.push_back({EditKind::kDropRequire, {std::string(graph.path(m)), ""}});
  }
  return out;
}

// How many modules leave with the lines alone, and with the lines that only
// they need: of the two, the one that is not the answer itself is tried here.
void count_removed(const Asked& asked, std::size_t module,
                   std::span<const ManifestEdit> other, bool other_is_alone,
                   WhatifAnswer& answer) {
  const std::size_t own = effect_of(answer.difference).removed.size();
  std::optional<std::size_t> count = own;
  if (!answer.orphans.empty()) {
    const auto build = edited_build(*asked.imported.resolution, module, other);
    count.reset();
    if (build)
      count = effect_of(build_difference(asked.project(), build->project))
                  .removed.size();
  }
  answer.removed_alone = other_is_alone ? count : own;
  answer.removed_with_orphans = other_is_alone ? own : count;
}

bool drops_requirements(const std::vector<ManifestEdit>& edits) {
  return std::any_of(edits.begin(), edits.end(), [](const ManifestEdit& e) {
    return e.kind == EditKind::kDropRequire;
  });
}

Result<Answer> answer_whatif(const Asked& asked, const WhatifOptions& options) {
  if (!asked.imported.resolution) return fail(needs_resolving());
  const Resolution& r = *asked.imported.resolution;
  const auto module = edited_module(r);
  // Files that contradict each other come before the choice of one.
  if (!module) return fail(r.failure.empty() ? module.error() : r.failure);
  const Manifest& before = r.mains.modules[*module].manifest;
  if (auto checked = check_drops(before, options.edits); !checked)
    return fail(std::move(checked.error()));

  const auto answer = std::make_shared<WhatifAnswer>();
  answer->file = before.file;
  if (!r.failure.empty())
    answer->error_before = first_line(r.failure.front().message);
  const std::vector<ManifestEdit> all =
      with_orphans(asked.project(), *module, options.edits, *answer);
  const std::vector<ManifestEdit>& edits =
      options.orphans ? all : options.edits;
  for (const ManifestEdit& edit : edits) answer->edits.push_back(flag_of(edit));
  auto build = edited_build(r, *module, edits);
  if (!build) return fail(std::move(build.error()));
  answer->file_changes = build->text.text != before.text;
  answer->reformats = build->text.reformats;
  const Diagnostics to{asked.global.colour};
  answer->partial_because = build->project.partial_because;
  print_notes(build->notes, answer->partial_because, to);
  const auto after = std::make_shared<Project>(std::move(build->project));
  answer->difference = build_difference(asked.project(), *after);
  if (!r.failure.empty()) keep_dependencies(answer->difference);
  answer->lowered = lowered_modules(
      answer->difference,
      [&](const ModuleVersion& m) { return publish_time(m, r.environment); });
  if (r.failure.empty() && drops_requirements(options.edits))
    count_removed(asked, *module, options.orphans ? options.edits : all,
                  options.orphans, *answer);

  if (options.apply && answer->file_changes) {
    const auto written = write_go_mod(file_of(r, *module), build->text.text);
    if (!written) return fail(written.error());
    answer->applied = true;
    if (answer->reformats)
      print_note(before.file +
                     " was not formatted: other lines of it changed too, as "
                     "`go mod edit` changes them",
                 to);
  }
  Answer out{whatif_document(*answer)};
  out.draw = [answer, after,
              &project = asked.project()](const PictureOptions& how) {
    return difference_view(*answer, project, *after, limits_of(how));
  };
  return out;
}

// The goal, about a module that can be gone. Requires words that were checked.
Result<Goal> goal_of(const std::string& words, const ModuleGraph& graph) {
  auto goal = parse_goal(words);
  const auto node = find_module(graph, goal->path);
  if (!node) return fail(node.error());
  if (graph.is_main(*node))
    return fail(usage_error(
        fmt::format("--goal: {} is a main module", printable(goal->path)),
        "name a module that main modules require, directly or not"));
  return std::move(*goal);
}

// What speaks against writing the first set unasked; "" for nothing.
Result<void> check_downgrade(const Goal& goal, const GoalPlan& plan) {
  for (const LoweredModule& m : plan.lowered)
    if (m.module != goal.path || goal.kind != GoalKind::kCap)
      return fail(usage_error(
          "--apply: the first set of edits " + lowered_text(m),
          "if that is meant, add --allow-downgrade; or make another set"));
  return {};
}

// To make it resolve is the only goal of a build that does not.
Result<Answer> repair_answer(const Asked& asked, const WhatifOptions& options) {
  const Resolution& r = *asked.imported.resolution;
  if (options.goal != "resolve") {
    Errors errors = r.failure;
    errors.front().hint =
        "first find edits with which it resolves: modgraph whatif --goal "
        "resolve";
    return fail(std::move(errors));
  }
  const auto simulator = edit_simulator(r, asked.project());
  if (!simulator) return fail(simulator.error());
  RepairOptions limits;
  limits.max_trials = options.max_trials;
  Repair repair = search_repair(*simulator, limits);
  if (!repair.fix) return fail(r.failure);
  GoalPlan plan;
  plan.search.trials = repair.trials;
  plan.search.stopped_early = true;  // not all sets were tried
  plan.search.sets.push_back(repair.fix->edits);
  plan.fixes.push_back(std::move(*repair.fix));
  GoalAnswer answer{
      options.goal, plan, {}, false, first_line(r.failure.front().message)};
  if (options.apply) {
    const auto written = write_edits(r, plan.fixes.front().files);
    if (!written) return fail(written.error());
    answer.applied = true;
  }
  return Answer{goal_document(answer)};
}

Result<Answer> make_goal_answer(const Asked& asked,
                                const WhatifOptions& options) {
  if (!asked.imported.resolution) return fail(needs_resolving());
  const Resolution& r = *asked.imported.resolution;
  if (!r.failure.empty()) return repair_answer(asked, options);
  if (options.goal == "resolve") {
    GoalPlan plan;
    plan.holds_already = true;
    return Answer{goal_document({options.goal, plan, {}})};
  }
  const auto goal = goal_of(options.goal, asked.project().graph);
  if (!goal) return fail(goal.error());
  const auto simulator = edit_simulator(r, asked.project());
  if (!simulator) return fail(simulator.error());
  GoalOptions limits;
  limits.max_trials = options.max_trials;
  const GoalPlan plan = plan_goal(*goal, *simulator, limits);
  GoalAnswer answer{options.goal, plan, limits};
  if (options.apply && !plan.fixes.empty()) {
    if (!options.allow_downgrade)
      if (auto checked = check_downgrade(*goal, plan); !checked)
        return fail(std::move(checked.error()));
    const auto written = write_edits(r, plan.fixes.front().files);
    if (!written) return fail(written.error());
    answer.applied = true;
  }
  return Answer{goal_document(answer)};
}

void add_edits(Flags& flags, std::vector<ManifestEdit>& edits) {
  flags.group("Edits, in the order given");
  for (const EditFlag& flag : kEditFlags)
    flags.each(
        flag.name, flag.value,
        [&edits, kind = flag.kind](const std::string& value) -> Result<void> {
          auto edit = read_edit_flag(kind, value, ManifestKind::kGoMod);
          if (!edit) return fail(std::move(edit.error()));
          edits.push_back(std::move(*edit));
          return {};
        },
        flag.help);
}

Result<void> check_whatif(const WhatifOptions& options) {
  if (options.goal.empty() && options.edits.empty())
    return fail(usage_error(
        "no edit is named",
        "name one, modgraph whatif --drop MODULE, or a goal: --goal "
        "drop:MODULE"));
  if (options.goal.empty()) return {};
  if (options.goal != "resolve" && !parse_goal(options.goal))
    return fail(usage_error(
        fmt::format("--goal: '{}' is not a goal", printable(options.goal)),
        "write drop:MODULE, cap:MODULE@VERSION, break:MODULE or resolve"));
  if (!options.edits.empty())
    return fail(usage_error("--goal searches for edits, and edits are named",
                            "leave out --goal, or the edits"));
  for (const OutputOption& output : options.outputs)
    if (find_picture_format(output.format) != nullptr)
      return fail(usage_error(
          fmt::format("there is no picture of a goal: -f {}", output.format),
          "write another format, or draw one of the sets: modgraph whatif "
          "with its edits"));
  return {};
}

RunCommand declare_whatif(Flags& flags) {
  const auto options = std::make_shared<WhatifOptions>();
  add_resolved_inputs(flags, options->inputs);
  add_edits(flags, options->edits);
  add_outputs(flags, document_and_picture_formats(), options->outputs);
  flags.flag("--apply", options->apply, "Write go.mod as `go mod edit` would");
  flags.flag("--orphans", options->orphans,
             "With --drop: drop the indirect lines that only it needs, too");
  flags.group("A goal in the place of edits");
  flags.text("--goal", "GOAL", options->goal,
             "Search the smallest sets of edits: drop:MODULE, "
             "cap:MODULE@VERSION, break:MODULE for the cycle that it is on, or "
             "resolve");
  flags.flag("--allow-downgrade", options->allow_downgrade,
             "Let --apply write a set that lowers other modules");
  flags.number("--max-trials", "N", options->max_trials, {1, 1'000'000},
               "Resolve at most N sets of edits (default 2000)");
  add_picture_flags(flags, options->picture);
  flags.check([options] { return check_whatif(*options); });
  return [options](const GlobalOptions& global) {
    if (!options->goal.empty()) {
      Wanted wanted = kGraphAlone;
      wanted.even_without_build = true;
      return answer_question(*options, global, wanted, [&](const Asked& asked) {
        return make_goal_answer(asked, *options);
      });
    }
    Wanted wanted = kGraphAlone;
    wanted.as_go_list = true;
    wanted.even_without_build = true;
    return answer_question(*options, global, wanted, [&](const Asked& asked) {
      return answer_whatif(asked, *options);
    });
  };
}

}  // namespace

extern const Command kWhatifCommand;
const Command kWhatifCommand{
    "whatif",
    "what would an edit of go.mod change?",
    R"(  modgraph whatif --drop golang.org/x/net
      what leaves the build, or moves, without that requirement
  modgraph whatif --drop golang.org/x/net --orphans
      and without the indirect lines that only it needs
  modgraph whatif --require golang.org/x/net@v0.38.0 --json
  modgraph whatif --replace golang.org/x/net=../net --apply
      and write go.mod, as `go mod edit` would
  modgraph whatif --drop golang.org/x/net -f svg:without-net.svg
      the difference as a picture
  modgraph whatif --goal drop:golang.org/x/net
      the fewest edits after which it is not in the build list

Nothing is fetched: a version whose go.mod is not in the module cache is named.
)",
    declare_whatif,
    &kWhatifShape,
    &kGoalShape,
};

}  // namespace modgraph

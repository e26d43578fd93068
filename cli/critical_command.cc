#include "cli/critical_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "cli/command_words.h"
#include "engine/report/critical_answer.h"
#include "exporters/critical.h"
#include "importers/module_cache/module_sizes.h"

namespace modgraph {
namespace {

constexpr std::array kWeights = {PathWeight::kModules, PathWeight::kBytes,
                                 PathWeight::kDownload, PathWeight::kBuild};

// Without a word: what the inputs can tell most about.
PathWeight wanted_weight(const Asked& asked) {
  for (const PathWeight weight : kWeights)
    if (asked.options.weight == path_weight_name(weight)) return weight;
  return asked.imported.project.timings ? PathWeight::kBuild
                                        : PathWeight::kModules;
}

// What is read for each module of the build list.
std::vector<ListedModule> listed(const Project& project) {
  return project.resolved ? *project.resolved
                          : listed_modules(project.graph, project.manifests);
}

// Where the go command says that each module lies.
std::map<std::string_view, std::string_view> folders_in_facts(
    const Project& project) {
  std::map<std::string_view, std::string_view> out;
  for (const ModuleFacts& facts : project.facts)
    out[facts.path] = facts.replace ? facts.replace->dir : facts.dir;
  return out;
}

Result<ModuleWeights> sizes(const ImportedProject& imported) {
  const Project& project = imported.project;
  const ModuleGraph& graph = project.graph;
  ModuleWeights out = unit_weights(graph);
  out.weight = PathWeight::kBytes;
  out.of.assign(graph.module_count(), 0);
  out.known.assign(graph.module_count(), false);
  const auto folders = folders_in_facts(project);
  std::vector<ModuleToMeasure> asked;
  std::vector<ModuleId> modules;
  for (const ListedModule& m : listed(project)) {
    if (graph.is_main(m.node)) continue;  // no archive, and not a dependency
    ModuleToMeasure& one = asked.emplace_back();
    one.module = {std::string(graph.path(m.node)),
                  std::string(graph.version(m.node))};
    if (const auto folder = folders.find(graph.path(m.node));
        folder != folders.end())
      one.folder = folder->second;
    if (m.replaced_by) one.module = *m.replaced_by;
    modules.push_back(graph.module_of(m.node));
  }
  const auto found = module_sizes(asked, imported.module_cache);
  bool any = false;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i]) continue;
    any = true;
    out.of[index(modules[i])] = found[i]->bytes;
    out.known[index(modules[i])] = true;
    if (found[i]->unpacked) ++out.unpacked;
  }
  if (!any && !found.empty())
    return fail(
        {ErrorKind::kEnvironment,
         imported.module_cache.empty()
             ? "no module cache is named, so that no size is known"
             : fmt::format("{} has no module of this build: neither archives "
                           "nor folders",
                           imported.module_cache),
         {},
         {},
         "name one that has, with --modcache, or run `go mod download`"});
  return out;
}

Result<ModuleWeights> times(const Asked& asked, PathWeight weight) {
  const Project& project = asked.imported.project;
  if (weight == PathWeight::kDownload && project.timings->from_actions())
    return fail(usage_error(
        fmt::format("{} says how long building took, not downloading",
                    project.timings->file),
        "name a table of `module,seconds`"));
  return weights_of_timings(*asked.analysis.timings, weight);
}

Result<ModuleWeights> weights_for(const Asked& asked) {
  const PathWeight weight = wanted_weight(asked);
  switch (weight) {
    case PathWeight::kModules:
      break;
    case PathWeight::kBytes:
      return sizes(asked.imported);
    case PathWeight::kDownload:
    case PathWeight::kBuild:
      return times(asked, weight);
  }
  return unit_weights(asked.imported.project.graph);
}

// Before anything is read.
void check_flags(const QuestionOptions& options) {
  if (!options.inputs.timings.empty()) return;
  if (options.weight == path_weight_name(PathWeight::kDownload))
    throw CLI::ValidationError(
        "--weight download", "needs --timings FILE, a table of module,seconds");
  if (options.weight == path_weight_name(PathWeight::kBuild))
    throw CLI::ValidationError(
        "--weight build",
        "needs --timings FILE, which `go build -a -debug-actiongraph=FILE "
        "./...` writes, or a table of module,seconds");
}

}  // namespace

void add_critical_flags(CLI::App& command, QuestionOptions& options) {
  command
      .add_option("--weight", options.weight,
                  "What a module weighs: modules (one each), bytes, download "
                  "or build (default: build with --timings, else modules)")
      ->option_text("WHAT")
      ->check(CLI::IsMember({"modules", "bytes", "download", "build"}));
  command
      .add_option("--timings", options.inputs.timings,
                  "What `go build -debug-actiongraph` wrote, or a table of "
                  "module,seconds")
      ->option_text("FILE");
  command.parse_complete_callback([&options] { check_flags(options); });
}

Result<void> answer_critical(const Asked& asked, Sink& out) {
  const auto weights = weights_for(asked);
  if (!weights) return fail(weights.error());
  const CriticalAnswer answer =
      critical_answer(asked.imported.project, asked.analysis, *weights);
  asked.options.json ? write_critical_json(answer, out)
                     : write_critical_text(answer, out);
  return {};
}

}  // namespace modgraph

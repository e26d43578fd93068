// modgraph critical: what is the longest chain of the build?

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "engine/model/build_list.h"
#include "engine/report/answers/critical.h"
#include "importers/module_cache/module_sizes.h"

namespace modgraph {
namespace {

constexpr std::array kWeights = {PathWeight::kModules, PathWeight::kBytes,
                                 PathWeight::kDownload, PathWeight::kBuild};

struct CriticalOptions : QuestionOptions {
  std::string weight;
};

// Where the go command says that each module lies.
std::map<std::string_view, std::string_view> listed_folders(
    const Project& project) {
  std::map<std::string_view, std::string_view> out;
  for (const ModuleInfo& info : project.module_info)
    out[info.path] = info.replace ? info.replace->dir : info.dir;
  return out;
}

// A main module has no archive, and is no dependency.
std::vector<ListedModule> dependencies_of(const Project& project) {
  std::vector<ListedModule> out =
      project.resolved ? *project.resolved
                       : listed_modules(project.graph, project.manifests);
  out.erase(std::remove_if(out.begin(), out.end(),
                           [&](const ListedModule& m) {
                             return project.graph.is_main(m.node);
                           }),
            out.end());
  return out;
}

Error no_sizes(const std::string& module_cache) {
  return environment_error(
      module_cache.empty()
          ? std::string("the sizes of modules are not known: there is no "
                        "module cache")
          : fmt::format("{} has no module of this build", module_cache),
      "name the module cache with --modcache, or run `go mod download`");
}

Result<ModuleWeights> sizes(const ImportedProject& imported) {
  const ModuleGraph& graph = imported.project.graph;
  ModuleWeights out;
  out.weight = PathWeight::kBytes;
  out.of.assign(graph.module_count(), 0);
  out.known.assign(graph.module_count(), false);
  const auto folders = listed_folders(imported.project);
  const std::vector<ListedModule> modules = dependencies_of(imported.project);
  std::vector<ModuleToMeasure> wanted;
  for (const ListedModule& m : modules) {
    const std::string_view path = graph.path(m.node);
    ModuleToMeasure& one = wanted.emplace_back();
    one.module = m.replaced_by
                     ? *m.replaced_by
                     : ModuleVersion{std::string(path),
                                     std::string(graph.version(m.node))};
    if (const auto folder = folders.find(path); folder != folders.end())
      one.folder = folder->second;
  }
  const auto found = module_sizes(wanted, imported.module_cache);
  bool any = false;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i]) continue;
    any = true;
    const std::size_t m = index(graph.module_of(modules[i].node));
    out.of[m] = found[i]->bytes;
    out.known[m] = true;
    if (found[i]->unpacked) ++out.unpacked;
  }
  if (!any && !found.empty()) return fail(no_sizes(imported.module_cache));
  return out;
}

// Without a name: what the inputs can tell most about.
PathWeight wanted_weight(const std::string& name, const Project& project) {
  for (const PathWeight weight : kWeights)
    if (name == path_weight_name(weight)) return weight;
  return project.timings ? PathWeight::kBuild : PathWeight::kModules;
}

Result<ModuleWeights> weights_for(const ImportedProject& imported,
                                  const Analysis& analysis, PathWeight weight) {
  const Project& project = imported.project;
  if (weight == PathWeight::kModules) return unit_weights(project.graph);
  if (weight == PathWeight::kBytes) return sizes(imported);
  if (weight == PathWeight::kDownload && project.timings->from_actions())
    return fail(
        usage_error(fmt::format("{} has times of building, not of downloading",
                                project.timings->file),
                    "--timings takes a table of module,seconds too"));
  return weights_of_timings(*analysis.timings, weight);
}

// Before anything is read.
Result<void> check_critical(const CriticalOptions& options) {
  if (!options.inputs.timings.empty()) return {};
  if (options.weight == path_weight_name(PathWeight::kDownload))
    return fail(usage_error("--weight download needs --timings FILE",
                            "a table of module,seconds"));
  if (options.weight == path_weight_name(PathWeight::kBuild))
    return fail(usage_error(
        "--weight build needs --timings FILE",
        "`go build -a -debug-actiongraph=FILE ./...` writes it, or a table of "
        "module,seconds"));
  return {};
}

RunCommand declare_critical(Flags& flags) {
  const auto options = std::make_shared<CriticalOptions>();
  add_inputs(flags, options->inputs);
  add_timings(flags, options->inputs);
  flags.group("Options");
  add_outputs(flags, document_formats(), options->outputs);
  std::vector<std::string_view> names;
  for (const PathWeight weight : kWeights)
    names.push_back(path_weight_name(weight));
  flags.choice("--weight", "WHAT", options->weight, std::move(names),
               "What a module weighs: modules (one each), bytes, download or "
               "build (default: build with --timings, else modules)");
  flags.check([options] { return check_critical(*options); });
  return [options](const GlobalOptions& global) {
    return answer_question(
        *options, global, kGraphAlone,
        [&](const Asked& asked) -> Result<Answer> {
          const Project& project = asked.project();
          const Analysis analysis = analyse(project);
          const auto weights =
              weights_for(asked.imported, analysis,
                          wanted_weight(options->weight, project));
          if (!weights) return fail(weights.error());
          return Answer{critical_document(project, analysis, *weights)};
        });
  };
}

}  // namespace

extern const Command kCriticalCommand;
const Command kCriticalCommand{
    "critical",
    "what is the longest chain of the build?",
    R"(  modgraph critical
      the longest chain of requirements
  modgraph critical --weight bytes
      the heaviest one, by sizes in the module cache
  go build -a -debug-actiongraph=actions.json ./...
  modgraph critical --timings actions.json
      what every build waits for, and which modules are bottlenecks
  modgraph critical --weight download --timings seconds.csv --json
)",
    declare_critical,
    &kCriticalShape,
};

}  // namespace modgraph

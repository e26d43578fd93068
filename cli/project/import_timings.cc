#include "cli/project/import_timings.h"

#include <fmt/core.h>

#include <utility>

#include "cli/terminal/paths.h"
#include "cli/terminal/read_file.h"
#include "engine/analysis/build/module_timings.h"
#include "engine/base/sha256.h"
#include "importers/timings/timings.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxTimingsBytes = std::uint64_t{1} << 30;

Result<BuildTimings> read_timings(const InputPlan& plan,
                                  std::vector<InputDigest>& inputs) {
  const std::string name = shown_path(plan.timings, plan.path_base);
  const auto text = read_file(plan.timings, kMaxTimingsBytes);
  if (!text) return fail(text.error());
  inputs.push_back({"timings", name, sha256_hex(*text)});
  return parse_timings(name, *text);
}

// What cannot be put to a module is missing from every sum.
void add_reasons(Project& project) {
  const BuildTimings& timings = *project.timings;
  const auto unknown = module_timings(project.graph, timings).unknown;
  if (!unknown.empty())
    project.partial_because.push_back(fmt::format(
        "{} and the graph are of different builds: they disagree about '{}'{}",
        timings.file, unknown.front().name,
        unknown.size() == 1 ? ""
                            : fmt::format(" and {} more", unknown.size() - 1)));
  if (!timings.missing.empty())
    project.partial_because.push_back(
        fmt::format("{} names actions that it does not have", timings.file));
}

}  // namespace

void import_timings(const InputPlan& plan, Result<ImportedProject>& imported) {
  std::vector<InputDigest> inputs;
  auto timings = read_timings(plan, inputs);
  if (!imported) {
    if (!timings)
      for (Error& e : timings.error()) imported.error().push_back(std::move(e));
    return;
  }
  if (!timings) {
    imported = fail(std::move(timings.error()));
    return;
  }
  imported->inputs.push_back(std::move(inputs.front()));
  imported->project.timings = std::move(*timings);
  add_reasons(imported->project);
}

}  // namespace modgraph

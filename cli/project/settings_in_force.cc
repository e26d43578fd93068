#include "cli/project/settings_in_force.h"

#include <fmt/core.h>

#include "cli/terminal/read_file.h"
#include "engine/base/printable.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

struct NamedInput {
  std::string_view kind;
  const ConfigValue& value;
};

std::vector<NamedInput> inputs_named(const Config& config) {
  std::vector<NamedInput> out;
  const auto add = [&](std::string_view kind, const ConfigValue& value) {
    if (!value.value.empty()) out.push_back({kind, value});
  };
  add("graph", config.graph);
  for (const ConfigValue& mod : config.mod) add("mod", mod);
  add("list", config.list);
  add("packages", config.packages);
  add("timings", config.timings);
  return out;
}

}  // namespace

SettingsInForce settings_in_force(const Settings& settings,
                                  const std::string& shown) {
  const Config& c = settings.config;
  SettingsInForce out;
  out.file = settings.file.empty() ? "" : shown;
  out.sha256 = settings.sha256;
  out.of_repository = settings.of_repository;
  out.fail_on = {c.fail_on.value, c.fail_on.where};
  const SettingsUsed used = settings_used(settings, FailOn::kOpen);
  out.not_followed = used.ignored;
  if (c.fail_on.value.empty() || !out.not_followed.empty())
    out.fail_on = {"error", {}};
  for (const NamedInput& input : inputs_named(c))
    out.inputs.push_back({input.kind, {input.value.value, input.value.where}});
  out.rules = c.rules;
  out.ignore = c.ignore;
  out.policy = c.policy;
  out.baseline = {c.baseline.value, c.baseline.where};
  out.ratchet = c.ratchet;
  out.ratchet_where = c.ratchet_where;
  return out;
}

Errors faults_of_inputs(const Settings& settings,
                        const std::string& repository) {
  Errors out;
  for (const NamedInput& input : inputs_named(settings.config)) {
    auto path = path_in(settings, input.value, repository);
    if (!path)
      out.insert(out.end(), path.error().begin(), path.error().end());
    else if (*path != kStandardInput && !is_there(*path))
      out.push_back(usage_error(
          input.value.where,
          fmt::format("there is no file '{}'", printable(input.value.value)),
          "names are relative to the folder of the settings"));
  }
  return out;
}

}  // namespace modgraph

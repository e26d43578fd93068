#include "cli/project/placeholder_causes.h"

#include <algorithm>

#include "engine/resolve/load_errors.h"
#include "importers/module_cache/dependency_replacements.h"

namespace modgraph {
namespace {

// As many as the error lists.
constexpr std::size_t kMostCauses = 5;

}  // namespace

Errors with_placeholder_causes(Errors errors,
                               std::span<const FaultyModule> faults,
                               std::span<const std::string> roots) {
  std::string causes;
  std::size_t count = 0;
  for (const FaultyModule& fault : faults) {
    const ModuleVersion& by = fault.required_by;
    if (!fault.is_missing || by.version.empty() ||
        !is_placeholder_version(fault.module.version))
      continue;
    if (++count > kMostCauses) break;
    const ReplacingModule requirer{by, by};
    for (const DependencyReplacement& r :
         dependency_replacements({&requirer, 1}, roots))
      if (r.directive.old.path == fault.module.path)
        causes += "\n\t" + module_name(by) + " replaces " + fault.module.path +
                  " with " + module_name(r.directive.replacement) +
                  ", which does not apply here";
  }
  const auto missing = std::find_if(
      errors.begin(), errors.end(),
      [](const Error& e) { return e.kind == ErrorKind::kEnvironment; });
  if (missing != errors.end()) missing->message += causes;
  return errors;
}

}  // namespace modgraph

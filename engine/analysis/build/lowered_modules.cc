// Which modules of a build go back: to a lower version, or to a higher one that
// was published years before?
//
// Idea: what counts is what is built, so replacements count as what replaces.
// The order of versions is not that of time: a tag without go.mod of 2018,
// v17.12.1-ce+incompatible, is above every pseudo-version of the years after.
// Source: go.dev/ref/mod#pseudo-versions for the time in them.
// Cost: O(modules that change). Tested by lowered_modules_test.cc.

#include "engine/analysis/build/lowered_modules.h"

#include <cstddef>
#include <optional>

#include "engine/base/calendar.h"
#include "engine/model/module_kind.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

ModuleVersion built(const std::string& path, const UsedVersion& used) {
  return used.replaced_by ? *used.replaced_by
                          : ModuleVersion{path, used.version};
}

std::string shown(const std::string& path, const ModuleVersion& module) {
  return module.path == path ? module.version
                             : module.path + " " + module.version;
}

std::optional<LoweredModule> lowered(const ModuleChange& change,
                                     const PublishTime& published) {
  const ModuleVersion from = built(change.path, *change.before);
  const ModuleVersion to = built(change.path, *change.after);
  if (from == to || from.version.empty() || to.version.empty())
    return std::nullopt;
  LoweredModule out{
      change.path, shown(change.path, from), shown(change.path, to), {}, {}};
  if (from.path == to.path && compare_semver(to.version, from.version) < 0)
    return out;
  out.from_day = publish_day(from, published);
  out.to_day = publish_day(to, published);
  if (!is_years_older(out.to_day, out.from_day)) return std::nullopt;
  return out;
}

}  // namespace

std::string publish_day(const ModuleVersion& module,
                        const PublishTime& published) {
  if (const auto time = pseudo_version_time(module.version); !time.empty())
    return day_text(time);
  return published ? published(module).substr(0, 10) : std::string();
}

bool is_years_older(std::string_view to_day, std::string_view from_day) {
  if (to_day.size() != 10 || from_day.size() != 10) return false;
  // The day a year later; years of four digits compare as text.
  std::string later(to_day);
  for (std::size_t at = 4; at-- > 0;) {
    if (later[at] != '9') {
      ++later[at];
      break;
    }
    later[at] = '0';
  }
  return later < from_day;
}

std::vector<LoweredModule> lowered_modules(const BuildDifference& difference,
                                           const PublishTime& published) {
  std::vector<LoweredModule> out;
  for (const ModuleChange& change : difference.modules) {
    if (!change.before || !change.after ||
        module_kind(change.path) != ModuleKind::kModule)
      continue;
    if (auto one = lowered(change, published)) out.push_back(std::move(*one));
  }
  return out;
}

std::string lowered_text(const LoweredModule& module) {
  const std::string moved =
      module.module + " " + module.from + " -> " + module.to;
  if (module.to_day.empty()) return "lowers " + moved;
  return "takes " + moved +
         ", newer by version, older by date: " + module.from_day + " -> " +
         module.to_day;
}

}  // namespace modgraph

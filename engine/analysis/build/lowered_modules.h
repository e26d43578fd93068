#pragma once

// Which modules of a build go back: to a lower version, or to a higher one that
// was published years before?

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/build/build_difference.h"

namespace modgraph {

/// When a module version was published, RFC 3339; "" where it is not known.
using PublishTime = std::function<std::string(const ModuleVersion& module)>;

/// The day on which a version was published, "2021-01-28": of a pseudo-version
/// as its name says, else as `published` knows; "" where nothing does.
std::string publish_day(const ModuleVersion& module,
                        const PublishTime& published);

/// Whether `to` was published more than a year before `from`. Less says
/// nothing: a patch of an old release is often newer than the next release.
bool is_years_older(std::string_view to_day, std::string_view from_day);

struct LoweredModule {
  std::string module;
  std::string from;  // versions, of what replaces the module where it does
  std::string to;
  // Where the version is higher, and the day is years before; else "".
  std::string from_day;
  std::string to_day;
};

/// Of the modules that are in both builds, by path; go and toolchain are none.
/// A folder has no version and no day, and two replacements by different
/// modules are compared by their days alone.
std::vector<LoweredModule> lowered_modules(const BuildDifference& difference,
                                           const PublishTime& published);

/// "lowers example.com/m v1.2.0 -> v1.1.0"; with days, "takes example.com/m
/// v1.0.1 -> v2.0.0, newer by version, older by date: 2021-01-28 ->
/// 2018-02-27".
std::string lowered_text(const LoweredModule& module);

}  // namespace modgraph

#pragma once

// What else can be done with minimal version selection: raising and lowering
// modules of a build list, as in R. Cox, "Minimal Version Selection", 2018. The
// go command's own table of cases has these too, so they show that build_list()
// and minimal_requirements() are what other answers can be built from. (`go
// get` works differently today.)

#include <functional>
#include <span>
#include <string>
#include <tl/expected.hpp>

#include "engine/resolve/mvs.h"

namespace modgraph::test {

/// Another version of a module: the latest, or the one just below; kNoVersion
/// when there is none below, itself when nothing is newer.
using OtherVersion =
    std::function<tl::expected<std::string, std::string>(const ModuleVersion&)>;

/// The same requirements, but `module` requires `list`. All must outlive it.
Requirements with_requirements(const Requirements& requirements,
                               const ModuleVersion& module,
                               std::span<const ModuleVersion> list);

/// The build list after the given modules have been raised, or added.
Selection upgrade(const ModuleVersion& target,
                  std::span<const ModuleVersion> to,
                  const Requirements& requirements);

/// The build list after every module has been raised to its latest version.
Selection upgrade_all(const ModuleVersion& target,
                      const Requirements& requirements,
                      const OtherVersion& latest);

/// What the target has to require so that upgrade() becomes its build list.
Selection upgrade_requirements(const ModuleVersion& target,
                               std::span<const ModuleVersion> to,
                               const Requirements& requirements);

/// The build list after the given modules have been lowered, by lowering or
/// dropping whatever needs more; never by raising anything. kNoVersion drops.
Selection downgrade(const ModuleVersion& target,
                    std::span<const ModuleVersion> to,
                    const Requirements& requirements,
                    const OtherVersion& previous);

}  // namespace modgraph::test

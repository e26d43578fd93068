#pragma once

// The options that say what the input is: the same on every command that takes
// inputs.

#include <string>
#include <vector>

#include "cli/flags/flags.h"
#include "cli/options.h"

namespace modgraph {

/// [PATH...], --graph, --mod, --list, --go, --path-base and how to resolve.
void add_inputs(Flags& flags, InputOptions& inputs);

/// The same without --go, for a command that resolves in process and whose --go
/// is something else.
void add_resolved_inputs(Flags& flags, InputOptions& inputs);

/// The same for a command that is about modules: MODULE... [PATH...]. A word is
/// a path when it is "-", begins with "." or "/", ends with "/..." or names
/// something that is there; else a module. With kOne, a second module is an
/// error; without any module, parsing fails.
enum class ModuleWords { kOne, kSeveral };
void add_modules_and_inputs(Flags& flags, ModuleWords how,
                            std::vector<std::string>& modules,
                            InputOptions& inputs);

/// How a module is resolved in process.
void add_resolving(Flags& flags, ResolveOptions& resolve);

/// --packages FILE and --timings FILE, of the commands that use them.
void add_packages(Flags& flags, InputOptions& inputs);
void add_timings(Flags& flags, InputOptions& inputs);

}  // namespace modgraph

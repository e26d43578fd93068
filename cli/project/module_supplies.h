#pragma once

// How the modules of a build are had: when they were published and how large
// they are, by the module cache; which of them no proxy has, by the go
// command's settings.

#include "cli/options.h"
#include "cli/project/resolve_project.h"
#include "engine/model/module_metadata.h"
#include "engine/model/project.h"

namespace modgraph {

/// Of a resolved build. What the cache lacks is left out, and folders outside of
/// the repository: whoever wrote a `replace` line is not shown what they hold.
BuildMetadata supplies_of(const Resolution& resolution);

/// Of recorded text: what the settings say, and sizes where a cache is named.
BuildMetadata supplies_of(const Project& project,
                          const ResolveOptions& options);

}  // namespace modgraph

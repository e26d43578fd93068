#pragma once

// Edits of the go.mod files of a build that was resolved: simulated, and
// written.

#include <span>

#include "cli/project/resolve_project.h"
#include "engine/advice/edit_simulator.h"

namespace modgraph {

/// Simulates edits of the main modules of `resolution`, from which `project`
/// was made. Both must outlive it. `policy` is what its findings are made
/// under. Fails as EditSimulator::make() does.
Result<EditSimulator> edit_simulator(const Resolution& resolution,
                                     const Project& project,
                                     const Policy& policy = {});

/// Writes the files as they are after the edits, each whole or not at all.
/// Fails (kIo) with the first that cannot be written; those before it are.
Result<void> write_edits(const Resolution& resolution,
                         std::span<const EditedFile> files);

}  // namespace modgraph

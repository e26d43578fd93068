#pragma once

// Edits of the go.mod files of a build that was resolved: simulated, and
// written.

#include <span>
#include <string>
#include <string_view>

#include "cli/project/resolve_project.h"
#include "engine/advice/edit_simulator.h"

namespace modgraph {

/// Simulates edits of the main modules of `resolution`, from which `project`
/// was made. Both must outlive it. `gate` is what its findings are judged
/// by. Fails as EditSimulator::make() does.
Result<EditSimulator> edit_simulator(const Resolution& resolution,
                                     const Project& project,
                                     const Gate& gate = {});

/// Writes a go.mod, whole or not at all. Fails (kIo) when it may not be written,
/// and when it is a link out of its repository: whoever put the link there does
/// not choose what is written elsewhere.
Result<void> write_go_mod(const std::string& path, std::string_view text);

/// Writes the files as they are after the edits, each whole or not at all.
/// Fails (kIo) with the first that cannot be written; those before it are.
Result<void> write_edits(const Resolution& resolution,
                         std::span<const EditedFile> files);

}  // namespace modgraph

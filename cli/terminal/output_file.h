#pragma once

// Writing results: a file is replaced whole or not at all, and success means
// that every byte was accepted.

#include <functional>
#include <optional>
#include <string>

#include "engine/base/result.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// Runs `write` with a sink that leads to `path` ("" is standard output). A
/// regular file is written beside itself, synced and renamed over the old one,
/// keeping its mode; a symbolic link is followed, to what is not there yet too; a
/// device or pipe is written in place. A file that may not be written is not
/// replaced either. Fails (kIo) with the file and the system's reason; standard output
/// whose reader is gone ends the process by SIGPIPE.
Result<void> write_output(const std::string& path,
                          const std::function<void(Sink&)>& write);

/// The file that writing to `path` makes or replaces: a link stays a link, and
/// what it leads to need not be there yet. None, and ELOOP, for links that lead
/// nowhere.
std::optional<std::string> written_file(std::string path);

/// Makes an interruption (SIGINT, SIGTERM, SIGHUP) remove the unfinished file
/// before the process ends by that signal, and turns writing into a closed pipe
/// into an error instead of a signal. Call once, at the start.
void install_signal_handlers();

}  // namespace modgraph

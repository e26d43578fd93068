#pragma once

// The bytes of `go list -m -json`: one object after the other.

#include <span>

#include "engine/model/module_info.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// Fields that are empty or false are left out, as the go command does.
void write_go_list_json(std::span<const ModuleInfo> modules, Sink& out);

}  // namespace modgraph

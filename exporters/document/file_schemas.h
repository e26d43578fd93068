#pragma once

// The JSON Schemas (2020-12) of files that modgraph reads and people or other
// programs write: .modgraph.yaml and the baseline. What the readers of both
// accept and refuse is held against them by tests/cli/settings.py.
// Tested by tests/exporters/document/file_schemas_test.cc.

#include <span>
#include <string_view>

#include "exporters/text/sink.h"

namespace modgraph {

struct FileSchema {
  std::string_view name;  // `modgraph schema NAME`
  std::string_view says;  // what it is of; a phrase without a full stop
  void (*write)(Sink& out);
};

std::span<const FileSchema> file_schemas();

}  // namespace modgraph

// Tested by tests/cli/manifest_command_test.cc.

#include "cli/manifest_command.h"

#include <utility>

#include "exporters/go_mod_json.h"
#include "importers/go_mod.h"

namespace modgraph {

Result<std::string> manifest_json(std::string_view file_name,
                                  std::string text) {
  return (file_name.ends_with(".work")
              ? parse_go_work(file_name, std::move(text))
              : parse_go_mod(file_name, std::move(text)))
      .map(go_mod_json);
}

}  // namespace modgraph

// Tested by tests/cli/manifest_command_test.cc.

#include "cli/manifest_command.h"

#include <utility>

#include "cli/diagnostics.h"
#include "cli/output_file.h"
#include "cli/read_file.h"
#include "exporters/go_mod_json.h"
#include "importers/go_mod/go_mod.h"

namespace modgraph {

Result<std::string> manifest_json(std::string_view file_name,
                                  std::string text) {
  return (file_name.ends_with(".work")
              ? parse_go_work(file_name, std::move(text))
              : parse_go_mod(file_name, std::move(text)))
      .map(go_mod_json);
}

ExitCode run_manifest(const ManifestOptions& options,
                      const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  if (!options.json)
    return report_errors({{ErrorKind::kUsage,
                           "no form of output is named",
                           {},
                           {},
                           "name one: modgraph manifest --json FILE"}},
                         to);
  const auto json = read_file(options.file, kMostManifestBytes)
                        .and_then([&](std::string text) {
                          return manifest_json(options.file, std::move(text));
                        });
  if (!json) return report_errors(json.error(), to);
  const auto written = write_output("", [&](Sink& out) { out.put(*json); });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

}  // namespace modgraph

// modgraph manifest: a go.mod or go.work file as data, byte for byte as
// `go mod edit -json` and `go work edit -json` print it.

#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/flags/output_flags.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "cli/terminal/read_file.h"
#include "exporters/go_output/go_mod_json.h"
#include "importers/go_mod/go_mod.h"
#include "importers/module_cache/linked_file.h"

namespace modgraph {
namespace {

struct ManifestOptions {
  std::vector<std::string> files;
  std::vector<OutputOption> outputs;
};

Result<std::string> json_of(const std::string& file, std::string text) {
  return (file.ends_with(".work") ? parse_go_work(file, std::move(text))
                                  : parse_go_mod(file, std::move(text)))
      .map(go_mod_json);
}

ExitCode run_manifest(const ManifestOptions& options,
                      const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const std::string& file = options.files.front();
  const auto text = read_file(file, kMaxManifestBytes);
  if (!text) return report_errors(text.error(), to);
  const auto json = json_of(file, *text);
  if (!json) return report_errors(unquoted_if_link(file, json.error()), to);
  for (const OutputOption& output : options.outputs) {
    const auto written =
        write_output(output.path, [&](Sink& out) { out.put(*json); });
    if (!written) return report_errors(written.error(), to);
  }
  return ExitCode::kClean;
}

RunCommand declare_manifest(Flags& flags) {
  const auto options = std::make_shared<ManifestOptions>();
  flags.words("FILE", "A go.mod file, or a go.work file by its name",
              options->files);
  add_outputs(flags, {"json"}, options->outputs);
  flags.check([options]() -> Result<void> {
    if (options->files.size() != 1)
      return fail(usage_error(options->files.empty()
                                  ? "no file is named"
                                  : "several files are named",
                              "name one: modgraph manifest go.mod"));
    return {};
  });
  return [options](const GlobalOptions& global) {
    return run_manifest(*options, global);
  };
}

}  // namespace

extern const Command kManifestCommand;
const Command kManifestCommand{
    "manifest",
    "a go.mod or go.work file as JSON, as `go mod edit -json` prints it",
    R"(  modgraph manifest go.mod
)",
    declare_manifest,
};

}  // namespace modgraph

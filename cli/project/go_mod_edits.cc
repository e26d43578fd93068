#include "cli/project/go_mod_edits.h"

#include <utility>

#include "cli/project/versions_at_hand.h"
#include "cli/terminal/output_file.h"
#include "cli/terminal/paths.h"
#include "engine/base/file_path.h"
#include "importers/go_mod/go_mod.h"
#include "importers/go_mod/go_mod_edit.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

Result<EditedManifest> edited(const Manifest& manifest,
                              std::span<const ManifestEdit> edits) {
  auto text = edit_go_mod(manifest.file, manifest.text, edits);
  if (!text) return fail(std::move(text.error()));
  auto parsed = parse_main_go_mod(manifest.file, std::move(text->text));
  if (!parsed) return fail(std::move(parsed.error()));
  return EditedManifest{std::move(*parsed), text->reformats};
}

}  // namespace

Result<EditSimulator> edit_simulator(const Resolution& resolution,
                                     const Project& project, const Gate& gate) {
  const GoEnvironment& environment = resolution.environment;
  return EditSimulator::make(
      {project, resolution.mains, *resolution.shared->store,
       resolution.load_options, resolution.sums, resolution.is_vendored,
       [&environment](const ModuleVersion& module) {
         return publish_time(module, environment);
       },
       [&environment](const std::string& path) {
         return versions_at_hand(path, environment);
       },
       gate},
      edited);
}

Result<void> write_go_mod(const std::string& path, std::string_view text) {
  if (!lies_inside(path, repository_root(parent_path(path))))
    return fail({ErrorKind::kIo,
                 path + " is a link out of the repository, and is not written",
                 {},
                 {},
                 "apply the edits there, where the file is"});
  return write_output(path, [&](Sink& out) { out.put(text); });
}

Result<void> write_edits(const Resolution& resolution,
                         std::span<const EditedFile> files) {
  const MainModules& mains = resolution.mains;
  for (const EditedFile& f : files)
    for (const MainModule& m : mains.modules) {
      if (m.manifest.file != f.file) continue;
      const std::string path = mains.is_workspace()
                                   ? join_path(m.folder, "go.mod")
                                   : resolution.files.mod;
      auto written = write_go_mod(path, f.after);
      if (!written) return written;
    }
  return {};
}

}  // namespace modgraph

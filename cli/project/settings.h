#pragma once

// The settings that apply to a folder, and how far they are trusted: whoever
// opens a pull request writes .modgraph.yaml too.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "engine/base/result.h"
#include "engine/report/settings_used.h"
#include "importers/module_folder/config.h"

namespace modgraph {

struct Settings {
  Config config;
  std::string file;  // as errors name it; "": there are none
  std::string sha256;
  /// The file is in the repository: it names files in there only, and makes the
  /// gate no wider.
  bool of_repository = false;
  bool of_commit = false;  // read from a commit, as which `file` names it
  std::vector<std::string> used;  // the inputs that they name: "graph: g.txt"
};

/// Those of --config, else of the nearest .modgraph.yaml. Fails (kUsage) with
/// what is wrong in them, and when that is a link or no regular file.
Result<Settings> read_settings(const std::string& folder,
                               const GlobalOptions& global);

/// Parses settings. Fails (kUsage) as parse_config() does, and at a name that is
/// no rule's.
Result<Config> config_of(const std::string& file, std::string_view text);

/// The path of a file that settings name, relative to their own place. Fails
/// (kUsage) where settings of a repository name standard input, a file outside
/// of it, also through a link, or something that is no regular file.
Result<std::string> path_in(const Settings& settings, const ConfigValue& named,
                            const std::string& repository);

/// What says from which level on findings fail.
enum class FailOn : std::uint8_t {
  kNone,  // nothing: it is a question that has no findings
  kOpen,  // the settings may
  kGiven  // the command line or the environment
};

/// What answers say about them: what they set, and what is not followed.
SettingsUsed settings_used(const Settings& settings, FailOn said);

}  // namespace modgraph

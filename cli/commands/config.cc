// modgraph config: the settings of a folder, made, shown and checked.

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/analyze/gate_state.h"
#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/output_flags.h"
#include "cli/project/settings_draft_of.h"
#include "cli/project/settings_in_force.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "cli/terminal/paths.h"
#include "engine/base/printable.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

constexpr const char* kSettingsName = ".modgraph.yaml";

struct ConfigOptions {
  std::vector<std::string> words;
  std::string action;
  std::string folder = ".";
  std::string file;  // PATH, where that is the settings themselves
  bool origin = false;
  std::vector<OutputOption> outputs;
};

// Settings, and how they are called.
struct FoundSettings {
  Settings settings;
  std::string shown;
  std::string repository;
};

Result<FoundSettings> find_settings(const ConfigOptions& options,
                                    GlobalOptions global) {
  if (!options.file.empty() && !global.config.empty())
    return fail(usage_error(
        fmt::format("two files of settings: {} and {}",
                    printable(global.config), printable(options.file)),
        "name one of them"));
  if (!options.file.empty()) global.config = options.file;
  auto settings = read_settings(options.folder, global);
  if (!settings) return fail(std::move(settings.error()));
  FoundSettings out{std::move(*settings), "", repository_root(options.folder)};
  out.shown = shown_path(out.settings.file, naming_base(options.folder));
  return out;
}

ExitCode show(const ConfigOptions& options, const GlobalOptions& global) {
  const auto found = find_settings(options, global);
  if (!found) return report_errors(found.error(), {global.colour});
  const SettingsInForce in_force =
      settings_in_force(found->settings, found->shown);
  return write_answer({settings_document(in_force, options.origin), nullptr},
                      options.outputs, {}, global);
}

// What is wrong besides the settings' own text.
Errors faults_around(const FoundSettings& found, const std::string& folder) {
  Errors out = faults_of_inputs(found.settings, found.repository);
  GatePlace place;
  place.folder = real_path(folder);
  place.root = real_path(found.repository);
  if (auto state = gate_state_here(place, found.settings, ""); !state)
    out.insert(out.end(), state.error().begin(), state.error().end());
  return out;
}

std::string verified_words(const FoundSettings& found) {
  std::string out = fmt::format("{}: no mistakes", printable(found.shown));
  const SettingsUsed used = settings_used(found.settings, FailOn::kOpen);
  for (std::size_t i = 0; i < used.sets.size(); ++i)
    out += (i == 0 ? "; sets " : ", ") + printable(used.sets[i]);
  for (const std::string& ignored : used.ignored)
    out += fmt::format("; {} is not followed", printable(ignored));
  return out + "\n";
}

ExitCode verify(const ConfigOptions& options, const GlobalOptions& global) {
  const Diagnostics to{global.colour, true};
  const auto found = find_settings(options, global);
  if (!found) return report_errors(found.error(), to);
  if (found->settings.file.empty())
    return report_errors(
        {usage_error("there are no settings here to look at",
                     "`modgraph config init` writes a first .modgraph.yaml")},
        to);
  if (const Errors faults = faults_around(*found, options.folder);
      !faults.empty())
    return report_errors(faults, to);
  const auto written =
      write_output("", [&](Sink& out) { out.put(verified_words(*found)); });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

Error not_overwritten(const std::string& file) {
  return usage_error(
      fmt::format("{} is there, and is not overwritten", printable(file)),
      "`modgraph config verify` looks for mistakes in it");
}

ExitCode init(const ConfigOptions& options, const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const std::string file =
      (std::filesystem::path(options.folder) / kSettingsName)
          .lexically_normal()
          .string();
  if (!options.file.empty())
    return report_errors({not_overwritten(options.file)}, to);
  if (is_there(file) || disk().is_link(file))
    return report_errors({not_overwritten(file)}, to);
  if (const std::string above = find_config(options.folder); !above.empty())
    print_note(
        fmt::format("{} counts no more for this folder: only the nearest "
                    "settings do",
                    above),
        to);
  std::string unknown;
  const SettingsDraft draft =
      settings_draft_of(options.folder, global, unknown);
  if (!unknown.empty())
    print_note("what is found here is not known: " + unknown, to);
  auto written =
      write_output(file, [&](Sink& out) { write_settings_draft(draft, out); });
  if (written)
    written = write_output("", [&](Sink& out) {
      out.put(fmt::format("{} is written\n", printable(file)));
    });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

bool only_prints_text(const std::vector<OutputOption>& outputs) {
  return outputs.size() == 1 && outputs.front().format == "text" &&
         outputs.front().path.empty();
}

// PATH is a folder, or a file of settings; one that is called as settings are is
// looked for in its folder, as all others do.
Result<void> take_path(const std::string& path, ConfigOptions& options) {
  const std::filesystem::path parent =
      std::filesystem::path(path).parent_path();
  const std::string folder = parent.empty() ? "." : parent.string();
  if (is_folder(path)) {
    options.folder = path;
  } else if (std::filesystem::path(path).filename() == kSettingsName &&
             is_folder(folder)) {
    options.folder = folder;
  } else if (is_there(path)) {
    options.folder = folder;
    options.file = path;
  } else {
    return fail(
        usage_error(fmt::format("there is no folder '{}'", printable(path)),
                    "name one, or a file of settings"));
  }
  return {};
}

Result<void> take_words(ConfigOptions& options) {
  constexpr const char* kActions = "say init, show or verify";
  if (options.words.empty())
    return fail(
        usage_error("what to do with the settings is not said", kActions));
  options.action = options.words.front();
  if (options.action != "init" && options.action != "show" &&
      options.action != "verify")
    return fail(usage_error(
        fmt::format("'{}' is nothing that is done with settings",
                    printable(options.action)),
        did_you_mean(options.action, {"init", "show", "verify"}, kActions)));
  if (options.words.size() > 2)
    return fail(usage_error("several folders are named", "name one"));
  if (options.words.size() == 2)
    if (auto taken = take_path(options.words.back(), options); !taken)
      return taken;
  if (options.action != "show" &&
      (options.origin || !only_prints_text(options.outputs)))
    return fail(usage_error("only `config show` has formats and --origin",
                            "leave them out"));
  return {};
}

RunCommand declare_config(Flags& flags) {
  const auto o = std::make_shared<ConfigOptions>();
  flags.words("init|show|verify [PATH]",
              "What to do, and the folder whose settings are meant (default: "
              "this one), or the file itself",
              o->words);
  flags.flag("--origin", o->origin,
             "show: also where each value is set, as FILE:LINE");
  add_outputs(flags, document_formats(), o->outputs);
  flags.check([o] { return take_words(*o); });
  return [o](const GlobalOptions& global) {
    if (o->action == "init") return init(*o, global);
    return o->action == "show" ? show(*o, global) : verify(*o, global);
  };
}

}  // namespace

extern const Command kConfigCommand;
const Command kConfigCommand{
    "config",
    "the settings of a folder: what they say, and whether they are right",
    R"(  modgraph config init
      write a first .modgraph.yaml, with what may be set and what is found today
  modgraph config show --origin
      what counts here, and which line says so
  modgraph config verify
      exit 2 with every mistake; reads no go.mod
)",
    declare_config,
    &kSettingsInForceShape,
};

}  // namespace modgraph

#include "cli/edit_flags.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "cli/picture_flags.h"
#include "importers/go_mod/go_mod_edit.h"

namespace modgraph {
namespace {

struct EditFlag {
  const char* name;  // with its dashes
  EditKind kind;
  const char* argument;
  const char* help;
};

constexpr std::array kEditFlags = {
    EditFlag{"--require", EditKind::kRequire, "M@V",
             "Require this version of a module"},
    EditFlag{"--drop", EditKind::kDropRequire, "M",
             "Drop the requirement of a module"},
    EditFlag{"--exclude", EditKind::kExclude, "M@V", "Exclude a version"},
    EditFlag{"--dropexclude", EditKind::kDropExclude, "M@V",
             "Drop an exclusion"},
    EditFlag{"--replace", EditKind::kReplace, "M[@V]=N[@V]",
             "Replace a module, or one version of it"},
    EditFlag{"--dropreplace", EditKind::kDropReplace, "M[@V]",
             "Drop a replacement"},
    EditFlag{"--go", EditKind::kGo, "V", "Set the go line"},
    EditFlag{"--toolchain", EditKind::kToolchain, "NAME",
             "Set the toolchain line, or none"},
};

}  // namespace

void add_edit_flags(CLI::App& command, EditWords& words) {
  for (const EditFlag& flag : kEditFlags)
    command
        .add_option(flag.name, words[static_cast<std::size_t>(flag.kind)],
                    flag.help)
        ->option_text(flag.argument)
        ->group("Edits, in the order given")
        ->allow_extra_args(false);
}

void add_whatif_flags(CLI::App& command, WhatifOptions& options) {
  command
      .add_option("--goal", options.goal,
                  "Search the smallest set of edits: drop:MODULE, "
                  "cap:MODULE@VERSION, or break:MODULE for its loop")
      ->option_text("GOAL");
  command
      .add_option("--max-trials", options.most_trials,
                  "Resolve at most N times for a goal (default 2000)")
      ->option_text("N")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}));
  command.add_flag("--apply", options.apply,
                   "Write go.mod as `go mod edit` would");
  command.add_flag("--json", options.json, "The answer as JSON: -f json");
  command
      .add_option(
          "-f,--format", options.format,
          "text (default), json, dot, svg or mermaid, to PATH or standard "
          "output")
      ->option_text("FORMAT[:PATH]");
  add_picture_flags(command, options.picture);
}

Result<std::vector<ManifestEdit>> edits_in_order(const CLI::App& command,
                                                 const EditWords& words) {
  std::vector<ManifestEdit> out;
  Errors errors;
  EditWords rest = words;
  for (auto& list : rest) std::reverse(list.begin(), list.end());
  for (const CLI::Option* option : command.parse_order()) {
    const auto flag = std::find_if(
        kEditFlags.begin(), kEditFlags.end(),
        [&](const EditFlag& f) { return option->check_lname(f.name + 2); });
    if (flag == kEditFlags.end()) continue;
    auto& left = rest[static_cast<std::size_t>(flag->kind)];
    if (left.empty()) continue;
    auto edit = read_edit_flag(flag->kind, left.back(), ManifestKind::kGoMod);
    left.pop_back();
    if (edit)
      out.push_back(std::move(*edit));
    else
      errors.push_back(std::move(edit.error().front()));
  }
  if (!errors.empty()) return fail(std::move(errors));
  return out;
}

}  // namespace modgraph

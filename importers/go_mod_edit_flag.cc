// Source: the behaviour of `go mod edit` and `go work edit` as of Go 1.26.
// Tested by tests/importers/go_mod_edit_flag_test.cc.

#include "importers/go_mod_edit_flag.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/go_quote.h"
#include "engine/base/unicode.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"
#include "importers/go_mod_words.h"

namespace modgraph {
namespace {

// A module version, or why there is none.
using Reading = tl::expected<ModuleVersion, std::string>;

tl::unexpected<std::string> refuse(std::string why) {
  return tl::unexpected<std::string>(std::move(why));
}

Refusal refused_path(std::string_view path) {
  const Refusal why = check_import_path(path);
  if (!why) return std::nullopt;
  return fmt::format("malformed import path {}: {}", quote_go_string(path),
                     *why);
}

// The two sides of the first '@'. Without one, the version is "".
Reading split(std::string_view argument) {
  const std::size_t at = argument.find('@');
  if (at == std::string_view::npos)
    return ModuleVersion{std::string(argument), ""};
  const std::string_view version = argument.substr(at + 1);
  if (version.starts_with('-') || version.starts_with('/'))
    return refuse("invalid module version " + quote_go_string(version));
  return ModuleVersion{std::string(trim_space(argument.substr(0, at))),
                       std::string(trim_space(version))};
}

Reading read_path_version(std::string_view argument) {
  Reading module = split(argument);
  if (!module) return module;
  if (argument.find('@') == std::string_view::npos)
    return refuse("need path@version");
  if (const Refusal why = refused_path(module->path))
    return refuse("invalid path: " + *why);
  if (must_quote_go_mod_word(module->version))
    return refuse("invalid version " + quote_go_string(module->version));
  return module;
}

Reading read_path(std::string_view argument) {
  if (argument.find('@') != std::string_view::npos)
    return refuse("need just path, not path@version");
  if (const Refusal why = refused_path(argument))
    return refuse("invalid path: " + *why);
  return ModuleVersion{std::string(argument), ""};
}

// What a side of a replacement may be beside a module.
enum class Folders : std::uint8_t {
  kNone,
  kWhole,    // a folder is the whole argument, '@' included
  kVersion,  // go.work: what stands behind '@' is a version even then
};

Reading read_side(std::string_view side, std::string_view argument,
                  Folders folders) {
  if (folders == Folders::kWhole && is_directory_path(argument))
    return ModuleVersion{std::string(argument), ""};
  Reading module = split(argument);
  if (!module) return module;
  const Refusal why = refused_path(module->path);
  if (why && (folders != Folders::kVersion || !is_directory_path(module->path)))
    return refuse(fmt::format("invalid {} path: {}", side, *why));
  if (module->path != argument && must_quote_go_mod_word(module->version))
    return refuse(fmt::format("invalid {} version: {}", side,
                              quote_go_string(module->version)));
  return module;
}

Folders folders_in(ManifestKind file) {
  return file == ManifestKind::kGoMod ? Folders::kWhole : Folders::kVersion;
}

tl::expected<ManifestEdit, std::string> read_replace(std::string_view argument,
                                                     ManifestKind file) {
  const std::size_t equals = argument.find('=');
  if (equals == std::string_view::npos)
    return refuse("need old[@v]=new[@w] (missing =)");
  const std::string_view behind = trim_space(argument.substr(equals + 1));
  if (behind.starts_with('>'))
    return refuse("separator between old and new is =, not =>");
  Reading old =
      read_side("old", trim_space(argument.substr(0, equals)), Folders::kNone);
  if (!old) return refuse(std::move(old.error()));
  Reading substitute = read_side("new", behind, folders_in(file));
  if (!substitute) return refuse(std::move(substitute.error()));
  if (substitute->path == behind && !is_directory_path(behind))
    return refuse("unversioned new path must be local directory");
  return ManifestEdit{EditKind::kReplace, std::move(*old),
                      std::move(*substitute)};
}

// The form that a version of this path has.
std::string version_form(std::string_view major) {
  constexpr std::string_view kUnstable = "-unstable";
  if (major.empty()) return "v1.2.3";
  if (major.ends_with(kUnstable)) major.remove_suffix(kUnstable.size());
  return std::string(major.substr(1)) + ".2.3";
}

// Why a version of this path cannot be excluded.
Refusal refused_exclusion(const ModuleVersion& module) {
  const PathParts path = split_path_version(module.path);
  const auto invalid = [&](const std::string& why) {
    return fmt::format("version {} invalid: {}",
                       quote_go_string(module.version), why);
  };
  if (module.version.empty() ||
      canonical_version(module.version) != module.version)
    return invalid("must be of the form " + version_form(path.major));
  if (!path.ok) return std::nullopt;
  const Refusal why = check_path_major(module.version, path.major);
  if (!why) return std::nullopt;
  if (!path.major.empty()) return invalid(*why);
  return invalid(fmt::format("should be {0}+incompatible (or module {1}/{2})",
                             module.version, module.path,
                             semver_major(module.version)));
}

Reading read_exclude(std::string_view argument) {
  Reading module = read_path_version(argument);
  if (!module) return module;
  if (const Refusal why = refused_exclusion(*module)) return refuse(*why);
  return module;
}

Reading read_go(std::string_view argument) {
  if (argument != "none" && !is_go_line_version(argument))
    return refuse(
        "invalid -go option; expecting something like \"-go 1.23.0\"");
  return ModuleVersion{"", std::string(argument)};
}

Reading read_toolchain(std::string_view argument) {
  if (argument != "none" && !is_toolchain_line_name(argument))
    return refuse(
        "invalid -toolchain option; expecting something like \"-toolchain "
        "go1.23.0\"");
  return ModuleVersion{"", std::string(argument)};
}

bool has_flag(EditKind kind, ManifestKind file) {
  return file == ManifestKind::kGoMod || kind == EditKind::kReplace ||
         kind == EditKind::kDropReplace || kind == EditKind::kGo ||
         kind == EditKind::kToolchain;
}

tl::expected<ManifestEdit, std::string> read(EditKind kind,
                                             std::string_view argument,
                                             ManifestKind file) {
  if (!has_flag(kind, file)) return refuse("go.work has no such directive");
  const auto edit = [kind](ModuleVersion module) {
    return ManifestEdit{kind, std::move(module), {}};
  };
  switch (kind) {
    case EditKind::kRequire:
    case EditKind::kDropExclude:
      return read_path_version(argument).map(edit);
    case EditKind::kExclude:
      return read_exclude(argument).map(edit);
    case EditKind::kDropRequire:
      return read_path(argument).map(edit);
    case EditKind::kDropReplace:
      return read_side("old", argument, folders_in(file)).map(edit);
    case EditKind::kGo:
      return read_go(argument).map(edit);
    case EditKind::kToolchain:
      return read_toolchain(argument).map(edit);
    case EditKind::kReplace:
      break;
  }
  return read_replace(argument, file);
}

// Of several flags for the go or toolchain line, the go command sees the last.
// It applies them before all others.
std::vector<ManifestEdit> in_order(std::span<const ManifestEdit> edits) {
  std::vector<ManifestEdit> ordered;
  for (const EditKind kind : {EditKind::kGo, EditKind::kToolchain}) {
    const auto last =
        std::find_if(edits.rbegin(), edits.rend(),
                     [&](const auto& each) { return each.kind == kind; });
    if (last != edits.rend()) ordered.push_back(*last);
  }
  for (const ManifestEdit& each : edits)
    if (each.kind != EditKind::kGo && each.kind != EditKind::kToolchain)
      ordered.push_back(each);
  return ordered;
}

}  // namespace

Result<ManifestEdit> read_edit_flag(EditKind kind, std::string_view argument,
                                    ManifestKind file) {
  auto edit = read(kind, argument, file);
  if (edit) return std::move(*edit);
  Error error;
  error.kind = ErrorKind::kUsage;
  error.message =
      fmt::format("-{}={}: {}", flag_name(kind), argument, edit.error());
  return fail(std::move(error));
}

Result<std::vector<ManifestEdit>> read_edits(
    std::span<const ManifestEdit> edits, ManifestKind kind) {
  std::vector<ManifestEdit> out;
  Errors errors;
  for (const ManifestEdit& each : in_order(edits)) {
    auto edit = read_edit_flag(each.kind, flag_argument(each), kind);
    if (edit)
      out.push_back(std::move(*edit));
    else
      std::move(edit.error().begin(), edit.error().end(),
                std::back_inserter(errors));
  }
  if (!errors.empty()) return fail(std::move(errors));
  return out;
}

}  // namespace modgraph

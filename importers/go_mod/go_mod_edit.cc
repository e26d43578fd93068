// Idea: the reader says what each line means and the draft where it is; the
// editor keeps, per directive, a list that joins the two, in the order in which
// the go command would see it: new lines last. A removed line leaves an entry
// without a name.
// Source: the behaviour of `go mod edit` and `go work edit` as of Go 1.26.
// Tested by tests/importers/go_mod/go_mod_edit_test.cc,
// go_mod_edit_flag_test.cc and go_mod_edit_agreement_test.cc.

#include "importers/go_mod/go_mod_edit.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/go_quote.h"
#include "engine/base/unicode.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"
#include "importers/go_mod/go_mod.h"
#include "importers/go_mod/go_mod_directives.h"
#include "importers/go_mod/go_mod_draft.h"

namespace modgraph {

// -------------------------------------------------------------------- flags

namespace {

// A module version, or why the flag is refused.
using FlagModule = tl::expected<ModuleVersion, std::string>;

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
FlagModule split_version(std::string_view argument) {
  const std::size_t at = argument.find('@');
  if (at == std::string_view::npos)
    return ModuleVersion{std::string(argument), ""};
  const std::string_view version = argument.substr(at + 1);
  if (version.starts_with('-') || version.starts_with('/'))
    return refuse("invalid module version " + quote_go_string(version));
  return ModuleVersion{std::string(trim_space(argument.substr(0, at))),
                       std::string(trim_space(version))};
}

FlagModule read_version_flag(std::string_view argument) {
  FlagModule module = split_version(argument);
  if (!module) return module;
  if (argument.find('@') == std::string_view::npos)
    return refuse("need path@version");
  if (const Refusal why = refused_path(module->path))
    return refuse("invalid path: " + *why);
  if (must_quote_go_mod_word(module->version))
    return refuse("invalid version " + quote_go_string(module->version));
  return module;
}

FlagModule read_path_flag(std::string_view argument) {
  if (argument.find('@') != std::string_view::npos)
    return refuse("need just path, not path@version");
  if (const Refusal why = refused_path(argument))
    return refuse("invalid path: " + *why);
  return ModuleVersion{std::string(argument), ""};
}

// What a side of a replacement may be besides a module.
enum class Folders : std::uint8_t {
  kNone,
  kWhole,    // a folder is the whole argument, '@' included
  kVersion,  // go.work: the text after '@' is a version even then
};

FlagModule read_side(std::string_view side, std::string_view argument,
                     Folders folders) {
  if (folders == Folders::kWhole && is_directory_path(argument))
    return ModuleVersion{std::string(argument), ""};
  FlagModule module = split_version(argument);
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

tl::expected<ManifestEdit, std::string> read_replace_flag(
    std::string_view argument, ManifestKind file) {
  const std::size_t equals = argument.find('=');
  if (equals == std::string_view::npos)
    return refuse("need old[@v]=new[@w] (missing =)");
  const std::string_view behind = trim_space(argument.substr(equals + 1));
  if (behind.starts_with('>'))
    return refuse("separator between old and new is =, not =>");
  FlagModule old =
      read_side("old", trim_space(argument.substr(0, equals)), Folders::kNone);
  if (!old) return refuse(std::move(old.error()));
  FlagModule substitute = read_side("new", behind, folders_in(file));
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

FlagModule read_exclude_flag(std::string_view argument) {
  FlagModule module = read_version_flag(argument);
  if (!module) return module;
  if (const Refusal why = refused_exclusion(*module)) return refuse(*why);
  return module;
}

FlagModule read_go_flag(std::string_view argument) {
  if (argument != "none" && !is_go_line_version(argument))
    return refuse(
        "invalid -go option; expecting something like \"-go 1.23.0\"");
  return ModuleVersion{"", std::string(argument)};
}

FlagModule read_toolchain_flag(std::string_view argument) {
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

tl::expected<ManifestEdit, std::string> read_flag(EditKind kind,
                                                  std::string_view argument,
                                                  ManifestKind file) {
  if (!has_flag(kind, file)) return refuse("go.work has no such directive");
  const auto edit = [kind](ModuleVersion module) {
    return ManifestEdit{kind, std::move(module), {}};
  };
  switch (kind) {
    case EditKind::kRequire:
    case EditKind::kDropExclude:
      return read_version_flag(argument).map(edit);
    case EditKind::kExclude:
      return read_exclude_flag(argument).map(edit);
    case EditKind::kDropRequire:
      return read_path_flag(argument).map(edit);
    case EditKind::kDropReplace:
      return read_side("old", argument, folders_in(file)).map(edit);
    case EditKind::kGo:
      return read_go_flag(argument).map(edit);
    case EditKind::kToolchain:
      return read_toolchain_flag(argument).map(edit);
    case EditKind::kReplace:
      break;
  }
  return read_replace_flag(argument, file);
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
  auto edit = read_flag(kind, argument, file);
  if (edit) return std::move(*edit);
  return fail(usage_error(
      fmt::format("-{}={}: {}", flag_name(kind), argument, edit.error())));
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

namespace {

using EditWords = GoModDraft::Words;

// A line and what it is about: the module that is required, excluded or
// replaced, or the path of a tool.
struct Entry {
  ModuleVersion about;
  std::optional<DraftLine> line;  // nothing: it is gone
};
using Entries = std::vector<Entry>;

class Editor {
 public:
  explicit Editor(const Manifest& manifest);

  void apply(const ManifestEdit& edit);
  std::string finish() &&;

 private:
  // Take the words of a file as they were meant into the draft.
  DraftLine keep_path(const std::string& path, const SourceSpan& where);
  Entry keep(const ModuleVersion& module, const SourceSpan& where);
  Entry keep(const Replacement& replacement);
  void keep(const Retraction& retraction);

  void set_go(const std::string& version);
  void set_toolchain(const std::string& name);
  void require(const ModuleVersion& module);
  void drop_require(const std::string& path);
  void exclude(const ModuleVersion& module);
  void replace(const ModuleVersion& old, const ModuleVersion& by);

  void drop(Entry& entry);
  void drop(Entries& entries, const ModuleVersion& module);
  template <class Iterator>
  void drop_repeated(Iterator first, Iterator last);
  void add(Entries& entries, const ModuleVersion& about,
           const EditWords& words);

  ManifestKind kind_;
  GoModDraft draft_;
  std::optional<DraftLine> module_, go_, toolchain_;
  std::string go_version_;
  Entries require_, exclude_, replace_, tool_, ignore_;
};

// ------------------------------------------------------- what is in the file

Editor::Editor(const Manifest& manifest)
    : kind_(manifest.kind), draft_(manifest.file, manifest.text) {
  if (manifest.module)
    module_ = keep_path(manifest.module->path, manifest.module->where);
  if (manifest.go) {
    go_ = draft_.line_at(manifest.go->where.byte);
    go_version_ = manifest.go->version;
  }
  if (manifest.toolchain)
    toolchain_ = draft_.line_at(manifest.toolchain->where.byte);
  for (const Requirement& each : manifest.require)
    require_.push_back(keep(each.module, each.where));
  for (const Exclusion& each : manifest.exclude)
    exclude_.push_back(keep(each.module, each.where));
  for (const Replacement& each : manifest.replace)
    replace_.push_back(keep(each));
  for (const Retraction& each : manifest.retract) keep(each);
  for (const PathDirective& each : manifest.tool)
    tool_.push_back({{each.path, ""}, keep_path(each.path, each.where)});
  for (const PathDirective& each : manifest.ignore)
    ignore_.push_back({{each.path, ""}, keep_path(each.path, each.where)});
  for (const PathDirective& each : manifest.use)
    keep_path(each.path, each.where);
}

DraftLine Editor::keep_path(const std::string& path, const SourceSpan& where) {
  const DraftLine line = draft_.line_at(where.byte);
  draft_.set_argument(line, 0, go_mod_word(path));
  return line;
}

Entry Editor::keep(const ModuleVersion& module, const SourceSpan& where) {
  const DraftLine line = keep_path(module.path, where);
  draft_.set_argument(line, 1, module.version);
  return {module, line};
}

Entry Editor::keep(const Replacement& replacement) {
  const ModuleVersion& old = replacement.old;
  const ModuleVersion& by = replacement.replacement;
  const DraftLine line = keep_path(old.path, replacement.where);
  if (!old.version.empty()) draft_.set_argument(line, 1, old.version);
  const std::size_t arrow = old.version.empty() ? 1 : 2;
  draft_.set_argument(line, arrow + 1, go_mod_word(by.path));
  if (!by.version.empty()) draft_.set_argument(line, arrow + 2, by.version);
  return {old, line};
}

// Retracted versions lose their quotes even when they need them.
void Editor::keep(const Retraction& retraction) {
  const DraftLine line = draft_.line_at(retraction.where.byte);
  if (draft_.argument(line, 0) != "[")
    return draft_.set_argument(line, 0, retraction.low);
  draft_.set_argument(line, 1, retraction.low);
  draft_.set_argument(line, 3, retraction.high);
}

// -------------------------------------------------------------------- edits

void Editor::apply(const ManifestEdit& edit) {
  switch (edit.kind) {
    case EditKind::kRequire:
      return require(edit.module);
    case EditKind::kDropRequire:
      return drop_require(edit.module.path);
    case EditKind::kExclude:
      return exclude(edit.module);
    case EditKind::kDropExclude:
      return drop(exclude_, edit.module);
    case EditKind::kReplace:
      return replace(edit.module, edit.replacement);
    case EditKind::kDropReplace:
      return drop(replace_, edit.module);
    case EditKind::kGo:
      return set_go(edit.module.version);
    case EditKind::kToolchain:
      return set_toolchain(edit.module.version);
  }
}

void Editor::set_go(const std::string& version) {
  const bool drops = version == "none";
  go_version_ = drops ? "" : version;
  if (drops) {
    if (go_) draft_.remove(*go_);
    go_.reset();
    return;
  }
  const EditWords words = {"go", version};
  if (go_)
    draft_.set_words(*go_, words);
  else if (kind_ == ManifestKind::kGoWork)
    go_ = draft_.add_at_start(words);
  else
    go_ =
        module_ ? draft_.add_behind(*module_, words) : draft_.add_at_end(words);
}

void Editor::set_toolchain(const std::string& name) {
  if (name == "none") {
    if (toolchain_) draft_.remove(*toolchain_);
    toolchain_.reset();
    return;
  }
  const EditWords words = {"toolchain", name};
  if (toolchain_)
    draft_.set_words(*toolchain_, words);
  else if (go_)
    toolchain_ = draft_.add_behind(*go_, words);
  else if (kind_ == ManifestKind::kGoWork)
    toolchain_ = draft_.add_at_start(words);
  else
    toolchain_ =
        module_ ? draft_.add_behind(*module_, words) : draft_.add_at_end(words);
}

void Editor::require(const ModuleVersion& module) {
  const EditWords words = {"require", go_mod_word(module.path), module.version};
  bool found = false;
  for (Entry& each : require_) {
    if (each.about.path != module.path) continue;
    if (std::exchange(found, true))
      drop(each);
    else
      draft_.set_words(*each.line, words);
  }
  if (!found) require_.push_back({module, draft_.add_to_last_block(words)});
}

void Editor::drop_require(const std::string& path) {
  for (Entry& each : require_)
    if (each.about.path == path) drop(each);
}

void Editor::exclude(const ModuleVersion& module) {
  for (const Entry& each : exclude_)
    if (each.about == module) return;
  add(exclude_, module, {"exclude", go_mod_word(module.path), module.version});
}

void Editor::replace(const ModuleVersion& old, const ModuleVersion& by) {
  EditWords words = {"replace", go_mod_word(old.path)};
  if (!old.version.empty()) words.push_back(old.version);
  words.push_back("=>");
  words.push_back(go_mod_word(by.path));
  if (!by.version.empty()) words.push_back(by.version);

  bool found = false;
  for (Entry& each : replace_) {
    if (each.about.path != old.path) continue;
    if (!old.version.empty() && each.about.version != old.version) continue;
    // The entry goes on to be about the version that it was about.
    if (std::exchange(found, true))
      drop(each);
    else
      draft_.set_words(*each.line, words);
  }
  if (!found) add(replace_, old, words);
}

// Behind the last line about the same path.
void Editor::add(Entries& entries, const ModuleVersion& about,
                 const EditWords& words) {
  const auto near = std::find_if(
      entries.rbegin(), entries.rend(),
      [&](const Entry& each) { return each.about.path == about.path; });
  const DraftLine line = near == entries.rend()
                             ? draft_.add_at_end(words)
                             : draft_.add_behind(*near->line, words);
  entries.push_back({about, line});
}

void Editor::drop(Entry& entry) {
  if (entry.line) draft_.remove(*entry.line);
  entry = {};
}

void Editor::drop(Entries& entries, const ModuleVersion& module) {
  for (Entry& each : entries)
    if (each.about == module) drop(each);
}

// ------------------------------------------------------------------ the end

template <class Iterator>
void Editor::drop_repeated(Iterator first, Iterator last) {
  std::set<ModuleVersion> seen;
  for (; first != last; ++first)
    if (!seen.insert(first->about).second && first->line)
      draft_.remove(*first->line);
}

std::string Editor::finish() && {
  drop_repeated(exclude_.begin(), exclude_.end());
  drop_repeated(replace_.rbegin(), replace_.rend());  // the last one counts
  drop_repeated(tool_.begin(), tool_.end());
  drop_repeated(ignore_.begin(), ignore_.end());
  // A go line of another form than a semantic version, 1.21rc1, is below all.
  const bool by_version =
      !go_version_.empty() && compare_semver("v" + go_version_, "v1.21") >= 0;
  return std::move(draft_).finish(by_version ? ExcludeOrder::kByVersion
                                             : ExcludeOrder::kByWords);
}

EditedGoMod edited(const Manifest& manifest,
                   const std::vector<ManifestEdit>& edits) {
  EditedGoMod out;
  out.text = Editor(manifest).finish();
  out.reformats = out.text != manifest.text;
  if (edits.empty()) return out;
  Editor editor(manifest);
  for (const ManifestEdit& each : edits) editor.apply(each);
  out.text = std::move(editor).finish();
  return out;
}

}  // namespace

Result<EditedGoMod> edit_go_mod(std::string_view file_name, std::string text,
                                std::span<const ManifestEdit> edits) {
  const auto read = read_edits(edits, ManifestKind::kGoMod);
  if (!read) return fail(read.error());
  const auto manifest = parse_go_mod(file_name, std::move(text));
  if (!manifest) return fail(manifest.error());
  return edited(*manifest, *read);
}

Result<EditedGoMod> edit_go_work(std::string_view file_name, std::string text,
                                 std::span<const ManifestEdit> edits) {
  const auto read = read_edits(edits, ManifestKind::kGoWork);
  if (!read) return fail(read.error());
  const auto manifest = parse_go_work(file_name, std::move(text));
  if (!manifest) return fail(manifest.error());
  return edited(*manifest, *read);
}

}  // namespace modgraph

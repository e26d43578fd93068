#include "importers/module_folder/main_files.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/base/parallel.h"
#include "importers/go_mod/go_mod.h"
#include "importers/module_cache/linked_file.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxManifestBytes = std::uint64_t{64} << 20;

// What Git LFS leaves in the place of a file.
constexpr std::string_view kLfsPointer = "version https://git-lfs";

// With at least this many go.mod files, threads pay off.
constexpr std::size_t kWorthThreadsFiles = 8;

// The nearest file of this name in the folder or above it; "" without one. As
// for the go command, anything counts that is not a folder: what cannot be read
// is then an error, not a reason to take another file further up.
std::string search_upward(const FileTree& tree, std::string folder,
                          const std::string& name,
                          const std::string& never_above) {
  while (true) {
    std::string file = join_path(folder, name);
    if (tree.is_there(file) && !tree.is_folder(file)) return file;
    std::string parent = parent_path(folder);
    const bool stop =
        parent == folder || (!never_above.empty() && parent == never_above);
    if (stop) return {};
    folder = std::move(parent);
  }
}

std::string shown_name(const std::string& file,
                       const MainFilesOptions& options) {
  if (options.shown_from.empty() || !is_absolute_path(file)) return file;
  const auto relative = relative_path(options.shown_from, file);
  // A path that goes up far is harder to read than the whole name.
  return relative && !relative->starts_with("../../../") ? *relative : file;
}

Result<std::string> read_manifest_text(const std::string& file,
                                       const MainFilesOptions& options) {
  auto text = options.tree->read(file, kMaxManifestBytes);
  if (text && text->starts_with(kLfsPointer))
    return fail(io_error(
        fmt::format("{} is a pointer of Git LFS, not the file itself",
                    shown_name(file, options)),
        "the go command cannot read it either: `git lfs pull`, or keep the "
        "file out of LFS"));
  if (text) return std::move(*text);
  return fail(io_error(fmt::format(
      "cannot read {}: {}", shown_name(file, options), text.error().reason)));
}

Result<Manifest> read_go_mod(const std::string& file,
                             const MainFilesOptions& options) {
  auto text = read_manifest_text(file, options);
  if (!text) return fail(std::move(text.error()));
  auto manifest =
      parse_main_go_mod(shown_name(file, options), std::move(*text));
  if (!manifest)
    return fail(
        unquoted_if_link(*options.tree, file, std::move(manifest.error())));
  return std::move(*manifest);
}

Result<MainModules> read_single(const MainFiles& files,
                                const MainFilesOptions& options) {
  auto manifest = read_go_mod(files.mod, options);
  if (!manifest) return fail(std::move(manifest.error()));
  MainModules out;
  out.folder = files.folder;
  out.modules.push_back({std::move(*manifest), files.folder});
  return out;
}

// What each `use` line names, absolute; a folder may be used once.
Result<std::vector<std::string>> used_folders(const Manifest& work,
                                              const std::string& folder) {
  std::vector<std::string> out;
  std::map<std::string, int> seen;
  Errors errors;
  for (const PathDirective& use : work.use) {
    std::string at = is_absolute_path(use.path) ? clean_path(use.path)
                                                : join_path(folder, use.path);
    const auto [first, is_new] = seen.emplace(at, use.where.line);
    if (!is_new)
      errors.push_back(input_error(
          SourcePosition{work.file, use.where.line, use.where.column},
          fmt::format("path '{}' appears multiple times in workspace; it is "
                      "in line {} too",
                      at, first->second)));
    out.push_back(std::move(at));
  }
  if (!errors.empty()) return fail(std::move(errors));
  return out;
}

// The go.mod of a folder that a `use` line names.
Result<Manifest> read_member(const std::string& folder,
                             const MainFilesOptions& options) {
  const std::string file = join_path(folder, "go.mod");
  if (!options.confine.empty() &&
      !(lies_inside(*options.tree, folder, options.confine) &&
        lies_inside(*options.tree, file, options.confine)))
    return fail(environment_error(fmt::format(
        "{} is outside of {}", shown_name(file, options), options.confine)));
  return read_go_mod(file, options);
}

Result<MainModules> read_workspace(const MainFiles& files,
                                   const MainFilesOptions& options) {
  auto text = read_manifest_text(files.work, options);
  if (!text) return fail(std::move(text.error()));
  auto work =
      parse_main_go_work(shown_name(files.work, options), std::move(*text));
  if (!work)
    return fail(
        unquoted_if_link(*options.tree, files.work, std::move(work.error())));
  MainModules out;
  out.folder = files.folder;
  out.work = std::move(*work);
  const auto folders = used_folders(*out.work, files.folder);
  if (!folders) return fail(folders.error());
  if (folders->empty())
    return fail(environment_error(
        "no modules were found in the current workspace; see 'go help work'"));

  std::vector<Result<Manifest>> read_files(folders->size());
  run_pieces(
      folders->size(),
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          read_files[i] = read_member((*folders)[i], options);
      },
      kWorthThreadsFiles);
  Errors errors;
  for (std::size_t i = 0; i < folders->size(); ++i) {
    if (read_files[i]) {
      out.modules.push_back({std::move(*read_files[i]), (*folders)[i]});
      continue;
    }
    for (Error& e : read_files[i].error()) {
      if (e.where.file.empty()) {
        e.message = fmt::format(
            "cannot load module {} listed in go.work "
            "file: {}",
            shown_name((*folders)[i], options), e.message);
        const PathDirective& line = out.work->use[i];
        const SourceSpan& use = line.where;
        if (e.hint.empty())
          e.hint = "if it is gone for good: go work edit -dropuse=" + line.path;
        e.where = {out.work->file, use.line, use.column};
      }
      errors.push_back(std::move(e));
    }
  }
  if (!errors.empty()) return fail(std::move(errors));
  return out;
}

}  // namespace

Result<MainFiles> find_main_files(const MainFilesOptions& options) {
  MainFiles out;
  if (options.work != "off") {
    const bool named = !options.work.empty() && options.work != "auto";
    out.work = named ? clean_path(options.work)
                     : search_upward(*options.tree, options.folder, "go.work",
                                     options.go_root);
  }
  if (!out.work.empty()) {
    if (!options.mod_file.empty())
      return fail(
          environment_error("-modfile cannot be used in workspace mode"));
    out.folder = parent_path(out.work);
    return out;
  }
  const std::string found =
      search_upward(*options.tree, options.folder, "go.mod", "");
  const bool in_temp = !found.empty() && !options.temp_folder.empty() &&
                       options.tree->real_path(parent_path(found)) ==
                           real_path(clean_path(options.temp_folder));
  if (found.empty() && !options.mod_file.empty())
    return fail(environment_error(
        "cannot find main module, but -modfile was set.\n\t-modfile cannot be "
        "used to set the module root directory."));
  if (found.empty() || in_temp)
    return fail(environment_error(
        fmt::format("go.mod file not found in {} or any parent directory",
                    shown_name(options.folder, options)),
        in_temp ? fmt::format("the go.mod in {} is ignored: that is the "
                              "folder for temporary files",
                              options.temp_folder)
                : "name a folder with a go.mod or go.work, or files: --graph, "
                  "--mod, --list"));
  out.folder = parent_path(found);
  out.mod = found;
  if (options.mod_file.empty()) return out;
  if (!options.mod_file.ends_with(".mod"))
    return fail(environment_error(
        fmt::format("-modfile={}: file does not have .mod extension",
                    shown_name(options.mod_file, options))));
  out.mod = is_absolute_path(options.mod_file)
                ? clean_path(options.mod_file)
                : join_path(options.folder, options.mod_file);
  return out;
}

Result<MainModules> read_main_modules(const MainFiles& files,
                                      const MainFilesOptions& options) {
  return files.work.empty() ? read_single(files, options)
                            : read_workspace(files, options);
}

}  // namespace modgraph

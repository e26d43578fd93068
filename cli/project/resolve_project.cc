#include "cli/project/resolve_project.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "cli/project/placeholder_causes.h"
#include "cli/project/vendor_mode.h"
#include "engine/base/file_path.h"
#include "engine/base/memory_error.h"
#include "importers/module_cache/go_sum.h"
#include "importers/module_cache/linked_file.h"
#include "importers/module_cache/module_cache.h"
#include "importers/module_cache/regular_file.h"
#include "importers/module_folder/main_files.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxSumBytes = std::uint64_t{1} << 30;

// Where the go command thinks it is: $PWD when that is this folder (so that
// links stay as the user sees them), else what the system says.
std::string current_folder() {
  const std::unique_ptr<char, decltype(&std::free)> name(get_current_dir_name(),
                                                         &std::free);
  if (!name) throw_if_out_of_memory(errno);
  return name ? std::string(name.get()) : std::string("/");
}

std::string absolute(const std::string& path) {
  return is_absolute_path(path) ? clean_path(path)
                                : join_path(current_folder(), path);
}

// Options go before the go command's settings.
Result<GoEnvironment> settings(const ResolveOptions& options, ResolveAs as) {
  // `go mod graph` has no such flag; analyses want only to know about the
  // vendor folder.
  GoEnvironmentOptions wanted;
  wanted.has_mod_flag = as != ResolveAs::kGraph;
  if (!options.work.empty())
    wanted.instead["GOWORK"] =
        options.work == "off" ? "off" : absolute(options.work);
  if (!options.module_cache.empty())
    wanted.instead["GOMODCACHE"] = absolute(options.module_cache);
  auto out = go_environment(wanted);
  if (!out) return out;
  if (as == ResolveAs::kAnalyze && out->mod != "vendor") out->mod.clear();
  if (!options.mod.empty()) out->mod = options.mod;
  if (!options.mod_file.empty()) out->mod_file = absolute(options.mod_file);
  if (out->module_cache.empty())
    return fail(environment_error(
        "module cache not found: neither GOMODCACHE nor GOPATH nor HOME is "
        "set",
        "name it: --modcache DIR"));
  return out;
}

// What stands in a go.sum file that may be missing; `shown` is its name in
// errors. `kept` becomes the text, which the sums point into.
Result<std::vector<GoSum>> read_sum_file(const FileTree& tree,
                                         const std::string& file,
                                         const std::string& shown,
                                         std::unique_ptr<char[]>& kept) {
  const auto text = tree.read(file, kMaxSumBytes);
  if (!text && text.error().missing) return std::vector<GoSum>{};
  if (text) {
    // Plain new: make_unique would write it twice.
    kept.reset(new char[text->size()]);
    std::copy(text->begin(), text->end(), kept.get());
    auto sums = parse_go_sum(shown, {kept.get(), text->size()});
    if (!sums)
      return fail(unquoted_if_link(tree, file, std::move(sums.error())));
    return std::move(*sums);
  }
  return fail({ErrorKind::kIo,
               fmt::format("cannot read {}: {}", shown, text.error().reason),
               {},
               {},
               {}});
}

// The go.sum beside a go.mod, or what takes its place.
std::string sum_file(const std::string& mod) {
  return mod.substr(0, mod.size() - std::string_view(".mod").size()) + ".sum";
}

// The build's own go.sum or go.work.sum, then those of a workspace's modules.
Result<GoSums> read_sums(const FileTree& tree, const MainModules& mains,
                         const MainFiles& files,
                         const std::string& shown_from) {
  std::vector<std::string> names;
  names.push_back(mains.is_workspace() ? files.work + ".sum"
                                       : sum_file(files.mod));
  if (mains.is_workspace())
    for (const MainModule& m : mains.modules)
      names.push_back(sum_file(join_path(m.folder, "go.mod")));

  std::vector<GoSum> sums;
  std::vector<std::unique_ptr<char[]>> texts;
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const std::string file = names[i];
    names[i] = relative_path(shown_from, file).value_or(file);
    std::unique_ptr<char[]> text;
    auto read = read_sum_file(tree, file, names[i], text);
    if (!read) return fail(std::move(read.error()));
    for (GoSum& s : *read) s.file = i;
    if (sums.empty())
      sums = std::move(*read);
    else
      sums.insert(sums.end(), read->begin(), read->end());
    texts.push_back(std::move(text));
  }
  // The go command calls the first one so, wherever it is.
  names[0] = mains.is_workspace() ? "go.work.sum" : "go.sum";
  return GoSums(std::move(sums), std::move(names), std::move(texts));
}

Result<ModMode> mode_of(const GoEnvironment& settings, bool is_workspace) {
  const std::string& mod = settings.mod;
  if (mod == "vendor") return ModMode::kMod;  // see vendor_mode.h
  if (!mod.empty() && mod != "mod" && mod != "readonly")
    return fail(usage_error(
        fmt::format("-mod={} is none of mod, readonly, vendor", mod)));
  if (is_workspace && mod == "mod")
    return fail(usage_error(
        "-mod may only be set to readonly or vendor when in workspace mode",
        "set GOWORK=off (or --work=off) to disable workspace mode"));
  return mod == "readonly" ? ModMode::kReadonly : ModMode::kMod;
}

MainFilesOptions search_options(const std::string& folder,
                                const GoEnvironment& environment,
                                const ResolveOptions& options,
                                const std::string& shown_from) {
  MainFilesOptions out;
  out.confine = options.confine.empty() ? "" : absolute(options.confine);
  out.folder = absolute(folder);
  out.work = environment.work;
  out.go_root = environment.root;
  out.mod_file = environment.mod_file;
  out.shown_from = shown_from;
  const char* const temp = std::getenv("TMPDIR");
  out.temp_folder = temp == nullptr || *temp == '\0' ? "/tmp" : temp;
  return out;
}

ModuleCacheOptions cache_options(const Resolution& resolution,
                                 const ResolveOptions& options,
                                 const std::string& shown_from) {
  ModuleCacheOptions out;
  out.roots = {
      join_path(resolution.environment.module_cache, "cache/download")};
  for (const std::string& proxy : resolution.environment.proxies)
    out.roots.push_back(proxy);
  out.confine = options.confine.empty() ? "" : absolute(options.confine);
  out.shown_from = shown_from;
  out.tree = resolution.tree;
  return out;
}

LoadOptions load_options(const Resolution& resolution,
                         const ResolveOptions& options, ResolveAs as) {
  LoadOptions out;
  out.mode = resolution.mode;
  out.mode_was_named = !resolution.environment.mod.empty();
  out.missing_go_line =
      as == ResolveAs::kList ? MissingGoLine::kRunning : MissingGoLine::kOldest;
  if (options.missing_closed) out.missing = MissingModules::kClosed;
  if (!options.go_version.empty()) out.go_version = options.go_version;
  if (options.go_version_strict) out.newer_go = NewerGo::kRefuse;
  if (resolution.sums.size() > 0)
    out.wrong_go_mod_sum = [&sums = resolution.sums](const ModuleVersion& m,
                                                     std::string_view sum) {
      return wrong_go_mod_sum(sums, m, sum);
    };
  if (resolution.mode == ModMode::kReadonly)
    out.has_go_mod_sum = [&sums = resolution.sums](const ModuleVersion& m) {
      return sums.has(m.path, m.version + "/go.mod");
    };
  return out;
}

std::shared_ptr<SharedModules> share_modules(ModuleCacheOptions cache) {
  auto out = std::make_shared<SharedModules>();
  out->source = std::make_unique<ModuleCache>(std::move(cache));
  out->store = std::make_unique<SummaryStore>(*out->source);
  return out;
}

// The build without a vendor folder.
Result<ResolvedBuild> load_build(const Resolution& resolution) {
  std::vector<FaultyModule> faults;
  LoadOptions options = resolution.load_options;
  options.faults = &faults;
  auto build = load(resolution.mains, *resolution.shared->store, options);
  if (build) return build;
  return fail(with_placeholder_causes(
      std::move(build.error()), faults,
      cache_options(resolution, {}, resolution.folder).roots));
}

// Fills in `build`.
Result<void> resolve(Resolution& resolution, const ResolveOptions& options,
                     ResolveAs as) {
  const VendorUse use = vendor_use(options, resolution.environment, as);
  resolution.is_vendored = use == VendorUse::kAlways;
  auto build = resolution.is_vendored ? build_from_vendor(resolution, as)
                                      : load_build(resolution);
  if (!build && use == VendorUse::kIfMissing) {
    resolution.is_vendored = true;
    build = build_from_vendor_instead(resolution, std::move(build.error()));
  }
  if (!build) return fail(std::move(build.error()));
  resolution.build = std::move(*build);
  return {};
}

}  // namespace

Result<std::unique_ptr<Resolution>> resolve_project(
    const std::string& folder, const ResolveOptions& options, ResolveAs as,
    GraphShape shape, const std::string& shown_from,
    std::shared_ptr<SharedModules> shared, WithoutBuild without,
    const FileTree& tree) {
  auto out = std::make_unique<Resolution>();
  out->tree = &tree;
  auto environment = settings(options, as);
  if (!environment) return fail(std::move(environment.error()));
  out->environment = std::move(*environment);

  MainFilesOptions where =
      search_options(folder, out->environment, options, shown_from);
  where.tree = &tree;
  auto files = find_main_files(where);
  if (!files) return fail(std::move(files.error()));
  out->folder = where.folder;
  out->files = std::move(*files);
  auto mains = read_main_modules(out->files, where);
  if (!mains) return fail(std::move(mains.error()));
  out->mains = std::move(*mains);
  auto mode = mode_of(out->environment, out->mains.is_workspace());
  if (!mode) return fail(std::move(mode.error()));
  out->mode = *mode;
  auto sums = read_sums(tree, out->mains, out->files, shown_from);
  if (!sums) return fail(std::move(sums.error()));
  out->sums = std::move(*sums);

  out->shared = shared
                    ? std::move(shared)
                    : share_modules(cache_options(*out, options, shown_from));
  out->load_options = load_options(*out, options, as);
  out->load_options.shape = shape;
  if (auto resolved = resolve(*out, options, as); !resolved) {
    if (without == WithoutBuild::kFail)
      return fail(std::move(resolved.error()));
    out->failure = std::move(resolved.error());
    out->is_vendored = false;
  }
  return out;
}

Resolution& keep_to_the_end(std::unique_ptr<Resolution> resolution) {
  // Stays for those who look for lost memory.
  [[gnu::used]] static Resolution* kept = nullptr;
  kept = resolution.release();
  return *kept;
}

Result<MainFiles> main_files_of(const std::string& folder,
                                const ResolveOptions& options) {
  auto environment = settings(options, ResolveAs::kAnalyze);
  if (!environment) return fail(std::move(environment.error()));
  return find_main_files(search_options(folder, *environment, options, folder));
}

}  // namespace modgraph

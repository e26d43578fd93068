#include "cli/project/vendor_mode.h"

#include <algorithm>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/resolve/vendor_graph.h"
#include "importers/module_folder/vendor_modules.h"

namespace modgraph {
namespace {

VendorOptions vendor_options(const LoadOptions& how, VendorMode mode) {
  VendorOptions out;
  out.mode = mode;
  out.newer_go = how.newer_go;
  out.go_version = how.go_version;
  return out;
}

// A folder in the place of a module that has no go.mod.
bool lacks_folder(const FileTree& tree, const Manifest& manifest,
                  const std::string& folder) {
  return std::any_of(
      manifest.replace.begin(), manifest.replace.end(),
      [&](const Replacement& r) {
        const std::string& to = r.replacement.path;
        return r.replacement.version.empty() &&
               !tree.is_regular_file(
                   join_path(is_absolute_path(to) ? to : join_path(folder, to),
                             "go.mod"));
      });
}

// Whether the build failed because not all go.mod files are at hand: only that
// makes this kind of error where no sums are asked for.
bool lacks_modules(const FileTree& tree, const MainModules& mains,
                   const Errors& errors) {
  return std::any_of(errors.begin(), errors.end(),
                     [](const Error& e) {
                       return e.kind == ErrorKind::kEnvironment;
                     }) ||
         (mains.work && lacks_folder(tree, *mains.work, mains.folder)) ||
         std::any_of(mains.modules.begin(), mains.modules.end(),
                     [&](const MainModule& m) {
                       return lacks_folder(tree, m.manifest, m.folder);
                     });
}

}  // namespace

VendorUse vendor_use(const ResolveOptions& options,
                     const GoEnvironment& environment, ResolveAs as) {
  switch (as) {
    case ResolveAs::kGraph:
      return VendorUse::kNever;
    case ResolveAs::kList:
      return environment.mod == "vendor" ? VendorUse::kAlways
                                         : VendorUse::kNever;
    case ResolveAs::kAnalyze:
      break;
  }
  if (options.mod == "vendor") return VendorUse::kAlways;
  return options.mod.empty() ? VendorUse::kIfMissing : VendorUse::kNever;
}

Result<ResolvedBuild> build_from_vendor(const Resolution& resolution,
                                        ResolveAs as) {
  const auto vendored =
      read_vendor_modules(*resolution.tree, resolution.mains.folder);
  if (!vendored) return fail(vendored.error());
  VendorOptions options =
      vendor_options(resolution.load_options, VendorMode::kNamed);
  options.refuse_rewrites = as != ResolveAs::kList;
  auto build = load_vendored(resolution.mains, *vendored, options);
  if (build && as == ResolveAs::kList)
    return fail({ErrorKind::kEnvironment,
                 "can't compute 'all' using the vendor directory",
                 {},
                 {},
                 "use --mod=mod or --mod=readonly to bypass it"});
  return build;
}

Result<ResolvedBuild> build_from_vendor_instead(const Resolution& resolution,
                                                Errors failure) {
  const MainModules& mains = resolution.mains;
  if (!lacks_modules(*resolution.tree, mains, failure) ||
      !has_vendor_folder(*resolution.tree, mains.folder))
    return fail(std::move(failure));
  const auto vendored = read_vendor_modules(*resolution.tree, mains.folder);
  if (!vendored) return fail(vendored.error());
  // GOFLAGS=-mod=vendor does away with the go command's own conditions.
  const bool wanted = resolution.environment.mod == "vendor" ||
                      vendors_automatically(mains, *vendored);
  if (!wanted) return fail(std::move(failure));
  return load_vendored(
      mains, *vendored,
      vendor_options(resolution.load_options, VendorMode::kAutomatic));
}

std::string flag_against_vendor(const Resolution& resolution) {
  const MainModules& mains = resolution.mains;
  if (!resolution.environment.mod.empty() ||
      !has_vendor_folder(*resolution.tree, mains.folder))
    return {};
  const auto vendored = read_vendor_modules(*resolution.tree, mains.folder);
  if (!vendored || !vendors_automatically(mains, *vendored)) return {};
  return mains.is_workspace() ? "-mod=readonly" : "-mod=mod";
}

}  // namespace modgraph

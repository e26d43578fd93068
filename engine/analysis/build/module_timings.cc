// Which modules did the time of a build go to?
//
// Actions name packages. The module of a package is found as the go command
// finds it, by taking elements off the end of the import path until what is
// left is a module (go.dev/ref/mod#resolve-pkg-mod), but for modules within
// modules that lack the package: the longest path wins here. Import paths whose
// first element has no dot belong to the standard library, unless a module of
// the build has such a path. O(actions * length of their packages).
// Tested by module_timings_test.cc, corpus_timings_test.cc.

#include "engine/analysis/build/module_timings.h"

#include <algorithm>
#include <map>

namespace modgraph {
namespace {

// What a package of a test was made from.
std::string_view tested(std::string_view path) {
  path = path.substr(0, path.find(" ["));
  for (const std::string_view suffix : {".test", "_test"})
    if (path.ends_with(suffix)) path.remove_suffix(suffix.size());
  return path;
}

std::optional<ModuleId> module_at(const ModuleGraph& graph,
                                  std::string_view path) {
  const auto module = graph.find(path);
  if (!module || graph.kind(*module) != ModuleKind::kModule)
    return std::nullopt;
  return module;
}

std::optional<ModuleId> longest_module(const ModuleGraph& graph,
                                       std::string_view path) {
  while (!path.empty()) {
    if (const auto module = module_at(graph, path)) return module;
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return std::nullopt;
    path = path.substr(0, slash);
  }
  return std::nullopt;
}

class Gathering {
 public:
  explicit Gathering(const ModuleGraph& graph) : graph_(graph) {
    out_.duration.assign(graph.module_count(), 0);
    out_.known.assign(graph.module_count(), false);
  }

  void add(const BuildAction& action) {
    const PackageHome home = home_of_package(graph_, action.package);
    out_.home.push_back(home);
    switch (home.origin) {
      case PackageOrigin::kModule:
        return add(home.module, action.duration);
      case PackageOrigin::kStandard:
        out_.standard += action.duration;
        return;
      case PackageOrigin::kBuild:
        return;
      case PackageOrigin::kUnknown:
        UnknownTiming& unknown = unknown_[action.package];
        unknown.name = action.package;
        unknown.duration += action.duration;
        out_.unknown_duration += action.duration;
    }
  }

  void add(const ModuleDuration& row) {
    const auto module = module_at(graph_, row.path);
    if (module) add(*module, row.duration);
    const std::string_view selected =
        module ? graph_.version(graph_.selected(*module)) : "";
    if (module && (row.version.empty() || row.version == selected)) return;
    UnknownTiming& unknown = unknown_[row.path];
    unknown = {row.path, std::nullopt, std::nullopt, row.duration, row.line};
    if (!row.version.empty()) unknown.version = row.version;
    if (module)
      unknown.selected = selected;
    else
      out_.unknown_duration += row.duration;
  }

  ModuleTimings take() && {
    for (auto& [name, unknown] : unknown_)
      out_.unknown.push_back(std::move(unknown));
    return std::move(out_);
  }

 private:
  void add(ModuleId module, std::uint64_t duration) {
    out_.duration[index(module)] += duration;
    out_.known[index(module)] = true;
  }

  const ModuleGraph& graph_;
  ModuleTimings out_;
  std::map<std::string, UnknownTiming, std::less<>> unknown_;
};

}  // namespace

PackageHome home_of_package(const ModuleGraph& graph,
                            std::string_view import_path) {
  if (import_path.empty()) return {PackageOrigin::kBuild, {}};
  // A package may have such a name itself.
  for (const std::string_view path : {import_path, tested(import_path)})
    if (const auto module = longest_module(graph, path))
      return {PackageOrigin::kModule, *module};
  // Files that were named on the command line, outside of any package.
  if (import_path == "command-line-arguments" && graph.mains().size() == 1)
    return {PackageOrigin::kModule, graph.module_of(graph.mains().front())};
  const std::string_view path = tested(import_path);
  const std::string_view first = path.substr(0, path.find('/'));
  return {first.find('.') == std::string_view::npos ? PackageOrigin::kStandard
                                                    : PackageOrigin::kUnknown,
          {}};
}

ModuleTimings module_timings(const ModuleGraph& graph,
                             const BuildTimings& timings) {
  Gathering out(graph);
  for (const BuildAction& action : timings.actions) out.add(action);
  for (const ModuleDuration& row : timings.modules) out.add(row);
  return std::move(out).take();
}

}  // namespace modgraph

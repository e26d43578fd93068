// Which modules do packages of the build come from, and what are they for?
//
// Import edges between the listed packages, and three searches over them: from
// what the main modules' own packages import; from the programs of tests and
// the packages compiled again for them; from the packages that `tool` lines
// name. A module is in the build for the first search that meets a package of
// it.
// Source: `go help list` (ForTest, DepOnly, -deps, -test).
// Cost: O(n log n) for n packages and imports.
// Encoding: packages of one import path are one vertex, numbered by path
// ascending; the same package may be listed for several build configurations.
// Tested by package_use_test.cc, indirect_agreement_test.cc.

#include "engine/analysis/go_mod_lines/package_use.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace modgraph {
namespace {

using Disagreement = PackagesDisagreement;

// The listed packages as a graph.
class Imports {
 public:
  explicit Imports(std::span<const PackageInfo> packages) {
    for (const PackageInfo& p : packages) names_.push_back(p.import_path);
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    imports_.resize(names_.size());
    for (const PackageInfo& p : packages) add(p);
  }

  std::size_t size() const { return names_.size(); }
  std::string_view name(std::size_t vertex) const { return names_[vertex]; }

  std::optional<std::size_t> find(std::string_view name) const {
    const auto at = std::lower_bound(names_.begin(), names_.end(), name);
    if (at == names_.end() || *at != name) return std::nullopt;
    return static_cast<std::size_t>(at - names_.begin());
  }

  /// By vertex: whether it is one of `from`, or imported from there.
  std::vector<bool> reached(std::vector<std::size_t> from) const {
    std::vector<bool> marked(size());
    for (const std::size_t v : from) marked[v] = true;
    while (!from.empty()) {
      const std::size_t v = from.back();
      from.pop_back();
      for (const std::size_t to : imports_[v]) {
        if (marked[to]) continue;
        marked[to] = true;
        from.push_back(to);
      }
    }
    return marked;
  }

  /// An import that is not listed: the smallest.
  const std::string* missing() const { return missing_; }

 private:
  void add(const PackageInfo& p) {
    std::vector<std::size_t>& row = imports_[*find(p.import_path)];
    for (const std::string& import : p.imports) {
      if (const auto vertex = find(import))
        row.push_back(*vertex);
      else if (!p.standard && import != "C" && import != "unsafe" &&
               (missing_ == nullptr || import < *missing_))
        missing_ = &import;
    }
  }

  std::vector<std::string_view> names_;
  std::vector<std::vector<std::size_t>> imports_;  // by vertex; may repeat
  const std::string* missing_ = nullptr;
};

// Compiled for a test, or the program of one: "a/b.test".
bool is_of_test(const PackageInfo& p, const Imports& imports) {
  constexpr std::string_view kSuffix = ".test";
  if (!p.for_test.empty()) return true;
  const std::string_view path = p.import_path;
  return p.name == "main" && path.ends_with(kSuffix) &&
         imports.find(path.substr(0, path.size() - kSuffix.size()));
}

// Where the three searches begin.
struct Starts {
  std::vector<std::size_t> build, test, tool;
};

Starts starts_of(std::span<const PackageInfo> packages,
                 std::span<const Manifest> manifests, const Imports& imports) {
  Starts out;
  for (const PackageInfo& p : packages) {
    const std::size_t vertex = *imports.find(p.import_path);
    if (is_of_test(p, imports))
      out.test.push_back(vertex);
    else if (p.module.main && !p.dep_only)
      out.build.push_back(vertex);
  }
  for (const Manifest& manifest : manifests)
    for (const PathDirective& tool : manifest.tool)
      if (const auto vertex = imports.find(tool.path))
        out.tool.push_back(*vertex);
  return out;
}

std::optional<Disagreement> compare(const ModuleGraph& graph,
                                    const PackageInfo& p) {
  using Kind = Disagreement::Kind;
  const PackageModule& module = p.module;
  const auto found = graph.find(module.path);
  if (!found)
    return Disagreement{
        Kind::kNotInGraph, module.path, module.version, {}, p.line};
  const std::string_view version = graph.version(graph.selected(*found));
  const bool is_known = module.main || !module.version.empty();
  if (!is_known || version == module.version) return std::nullopt;
  return Disagreement{Kind::kOtherVersion, module.path, module.version,
                      std::string(version), p.line};
}

std::vector<Disagreement> compare_all(const ModuleGraph& graph,
                                      std::span<const PackageInfo> packages,
                                      const Imports& imports,
                                      const Starts& starts) {
  using Kind = Disagreement::Kind;
  std::map<std::string_view, Disagreement> modules;
  for (const PackageInfo& p : packages) {
    if (p.module.path.empty() || modules.contains(p.module.path)) continue;
    if (auto disagreement = compare(graph, p))
      modules.emplace(p.module.path, std::move(*disagreement));
  }
  std::vector<Disagreement> out;
  for (auto& [path, disagreement] : modules)
    out.push_back(std::move(disagreement));
  if (starts.build.empty()) out.push_back({Kind::kNoMainPackage, {}, {}, {}});
  if (imports.missing() != nullptr)
    out.push_back({Kind::kMissingImport, *imports.missing(), {}, {}});
  return out;
}

// Whether tests of the main modules import what may not be listed. The standard
// library's tests are of no build of ours: `go list` names their imports, and
// never lists them.
bool lacks_tests(std::span<const PackageInfo> packages, const Starts& starts) {
  return starts.test.empty() &&
         std::any_of(packages.begin(), packages.end(), [](const auto& p) {
           return p.module.main && p.has_test_imports;
         });
}

// The smallest import path of a package that no one module provides.
std::string unresolved_import(std::span<const PackageInfo> packages) {
  const std::string* out = nullptr;
  for (const PackageInfo& p : packages)
    if (p.error && p.module.path.empty() && !p.standard &&
        (out == nullptr || p.import_path < *out))
      out = &p.import_path;
  return out == nullptr ? std::string() : *out;
}

// "a/b" of "a/b [c.test]".
std::string_view without_test(std::string_view import_path) {
  return import_path.substr(0, import_path.find(' '));
}

std::vector<bool> imported_by_mains(const ModuleGraph& graph,
                                    std::span<const PackageInfo> packages,
                                    const Imports& imports,
                                    const Starts& starts) {
  std::vector<ModuleId> module_of(imports.size(), kNone<ModuleId>);
  for (const PackageInfo& p : packages)
    if (const auto module = graph.find(p.module.path))
      module_of[*imports.find(p.import_path)] = *module;
  std::vector<bool> out(graph.module_count());
  const auto mark = [&](std::size_t vertex) {
    if (const ModuleId m = module_of[vertex]; m != kNone<ModuleId>)
      out[index(m)] = true;
  };
  for (const PackageInfo& p : packages)
    if (p.module.main)
      for (const std::string& import : p.imports)
        if (const auto vertex = imports.find(import)) mark(*vertex);
  for (const std::size_t vertex : starts.tool) mark(vertex);
  return out;
}

}  // namespace

PackageUse package_use(const ModuleGraph& graph,
                       std::span<const Manifest> manifests,
                       std::span<const PackageInfo> packages) {
  const Imports imports(packages);
  const Starts starts = starts_of(packages, manifests, imports);
  PackageUse out;
  out.disagreements = compare_all(graph, packages, imports, starts);
  out.lacks_tests = lacks_tests(packages, starts);
  out.unresolved_import = unresolved_import(packages);
  out.use.assign(graph.module_count(), ModuleUse::kNone);
  out.packages.assign(graph.module_count(), 0);
  for (const NodeId main : graph.mains())
    out.use[index(graph.module_of(main))] = ModuleUse::kBuild;

  out.imported_by_mains = imported_by_mains(graph, packages, imports, starts);
  const std::vector<bool> in_build = imports.reached(starts.build);
  const std::vector<bool> in_test = imports.reached(starts.test);
  const std::vector<bool> in_tool = imports.reached(starts.tool);
  std::vector<bool> counted(imports.size());
  for (const PackageInfo& p : packages) {
    const auto module = graph.find(p.module.path);
    if (!module) continue;
    const std::size_t vertex = *imports.find(p.import_path);
    // A package that nothing leads to was named by the user: a build of its
    // own.
    const ModuleUse use = in_build[vertex]  ? ModuleUse::kBuild
                          : in_test[vertex] ? ModuleUse::kTest
                          : in_tool[vertex] ? ModuleUse::kTool
                                            : ModuleUse::kBuild;
    ModuleUse& known = out.use[index(*module)];
    known = std::min(known, use);
    const auto plain = imports.find(without_test(p.import_path));
    const std::size_t once = plain.value_or(vertex);
    if (!counted[once]) ++out.packages[index(*module)];
    counted[once] = true;
  }
  return out;
}

}  // namespace modgraph

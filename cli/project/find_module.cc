#include "cli/project/find_module.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/edit_distance.h"
#include "engine/base/printable.h"
#include "engine/findings/findings.h"
#include "engine/model/module_path.h"

namespace modgraph {
namespace {

using Paths = std::vector<std::string_view>;

constexpr std::size_t kMaxSuggestions = 3;

Paths module_paths(const ModuleGraph& graph) {
  Paths out;
  for (const ModuleId m : graph.modules())
    if (graph.kind(m) == ModuleKind::kModule) out.push_back(graph.path(m));
  return out;
}

bool same_letters(std::string_view a, std::string_view b) {
  return a.size() == b.size() && edit_distance(a, b, 0) == 0;
}

// "net" and "x/net" are the last elements of golang.org/x/net, "ginkgo" those
// of github.com/onsi/ginkgo/v2.
bool has_last_elements(std::string_view path, std::string_view word) {
  const auto ends_so = [&](std::string_view whole) {
    return whole.size() > word.size() &&
           whole[whole.size() - word.size() - 1] == '/' &&
           same_letters(whole.substr(whole.size() - word.size()), word);
  };
  return ends_so(path) || ends_so(split_path_version(path).prefix);
}

// The module that a package of this path would belong to: the longest path
// above it, as the go command looks for it. Another major version is no
// package.
std::optional<std::string_view> owner_of(std::string_view package,
                                         const ModuleGraph& graph) {
  if (!split_path_version(package).major.empty()) return std::nullopt;
  for (std::size_t end = package.rfind('/'); end != std::string_view::npos;
       end = package.substr(0, end).rfind('/')) {
    const auto module = graph.find(package.substr(0, end));
    if (module) return graph.path(*module);
  }
  return std::nullopt;
}

std::string one_of(const Paths& paths) {
  std::string out = "did you mean ";
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (i > 0) out += i + 1 == paths.size() ? " or " : ", ";
    out += fmt::format("'{}'", paths[i]);
  }
  return out + "?";
}

std::ptrdiff_t depth_of(std::string_view path) {
  return std::count(path.begin(), path.end(), '/');
}

// What was meant by a path that is not there.
std::string hint_for(std::string_view path, const ModuleGraph& graph) {
  const Paths paths = module_paths(graph);
  Paths ends_so;
  std::copy_if(paths.begin(), paths.end(), std::back_inserter(ends_so),
               [&](std::string_view p) { return has_last_elements(p, path); });
  if (!ends_so.empty() && ends_so.size() <= kMaxSuggestions)
    return one_of(ends_so);

  const auto near = nearest(path, paths);
  const auto owner = owner_of(path, graph);
  if (near && (!owner || depth_of(*near) == depth_of(path)))
    return one_of({*near});
  if (owner) return fmt::format("it looks like a package of {}", *owner);
  return "`modgraph list` shows the modules";
}

Error not_found(std::string message, std::string hint) {
  return {ErrorKind::kNotFound, std::move(message), {}, {}, std::move(hint)};
}

Error not_in_graph(std::string_view path, const ModuleGraph& graph) {
  return not_found(
      fmt::format("module {} is not in the graph", printable(path)),
      hint_for(path, graph));
}

Error no_such_version(std::string_view word, ModuleId module,
                      const ModuleGraph& graph) {
  std::vector<std::string> versions;
  for (const NodeId n : graph.versions(module))
    if (!graph.is_main(n)) versions.emplace_back(graph.version(n));
  if (versions.empty())
    return not_found(
        fmt::format("{} is not in the graph", printable(word)),
        fmt::format("{} is a main module: name it without a version",
                    graph.path(module)));
  std::reverse(versions.begin(), versions.end());
  return not_found(fmt::format("{} is not in the graph", printable(word)),
                   "the graph has " + some_of(versions));
}

}  // namespace

Result<NodeId> find_module(const ModuleGraph& graph, std::string_view word) {
  const std::size_t at = word.find('@');
  const std::string_view path = word.substr(0, at);
  const auto module = graph.find(path);
  if (!module) return fail(not_in_graph(path, graph));
  if (at == std::string_view::npos) return graph.selected(*module);
  const auto node = graph.find(path, word.substr(at + 1));
  if (!node) return fail(no_such_version(word, *module, graph));
  return *node;
}

Result<NodeId> find_module_or_package(const ModuleGraph& graph,
                                      std::string_view word) {
  auto found = find_module(graph, word);
  if (found || word.find('@') != std::string_view::npos) return found;
  const auto owner = owner_of(word, graph);
  if (!owner) return found;
  // Rather a module of the same depth with a letter wrong.
  const auto near = nearest(word, module_paths(graph));
  if (near && depth_of(*near) == depth_of(word)) return found;
  return graph.selected(*graph.find(*owner));
}

Result<ModuleId> find_dependency(const ModuleGraph& graph,
                                 std::string_view word) {
  const std::size_t at = word.find('@');
  const std::string_view path = word.substr(0, at);
  const auto module = graph.find(path);
  if (!module) return fail(not_in_graph(path, graph));
  if (graph.kind(*module) != ModuleKind::kModule)
    return fail(usage_error(fmt::format("{} is not a module", path),
                            "name a module that go.mod requires"));
  if (graph.is_main(graph.selected(*module)))
    return fail(usage_error(
        fmt::format("{} is a main module: it cannot leave the build", path),
        "name one of its dependencies"));
  if (at != std::string_view::npos)
    return fail(usage_error(
        fmt::format("{} is one version of a module", printable(word)),
        fmt::format("name the module: {}", path)));
  return *module;
}

}  // namespace modgraph

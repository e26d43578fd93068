#include "tests/support/reference/indirect.h"

#include <algorithm>
#include <functional>

namespace modgraph::reference {
namespace {

using Names = std::set<std::string>;
using Edges = std::set<std::pair<std::string, std::string>>;

Edges requirements(const ModuleGraph& graph) {
  Edges out;
  for (NodeId from : graph.nodes())
    for (NodeId to : graph.requirements(from))
      out.insert({graph.name(from), graph.name(to)});
  return out;
}

// By passing over all edges until nothing is added.
Names names_reached(Names from, const Edges& edges) {
  for (std::size_t before = 0; before != from.size();) {
    before = from.size();
    for (const auto& [a, b] : edges)
      if (from.contains(a)) from.insert(b);
  }
  return from;
}

Names mains(const ModuleGraph& graph) {
  Names out;
  for (NodeId main : graph.mains()) out.insert(graph.name(main));
  return out;
}

bool is_plain_module(const std::string& path) {
  return path != "go" && path != "toolchain";
}

// What the main modules say of a path: "indirect" or "direct" lines, by main.
std::map<std::string, Names> said(const ModuleGraph& graph,
                                  std::span<const Manifest> manifests,
                                  const std::string& path,
                                  const std::string& version) {
  std::map<std::string, Names> out;
  for (const Manifest& manifest : manifests)
    for (const Requirement& line : manifest.require)
      if (line.module.path == path &&
          (version.empty() || line.module.version == version) &&
          graph.find(manifest.module->path, ""))
        out[manifest.module->path].insert(line.indirect ? "indirect"
                                                        : "direct");
  return out;
}

}  // namespace

Names pinned_by_indirect(const ModuleGraph& graph,
                         std::span<const Manifest> manifests) {
  Names out;
  const Edges all = requirements(graph);
  for (ModuleId m : graph.modules()) {
    const NodeId selected = graph.selected(m);
    const std::string path(graph.path(m)), version(graph.version(selected));
    if (version.empty()) continue;
    const auto lines = said(graph, manifests, path, version);
    bool is_held = !lines.empty();
    for (const auto& [main, words] : lines)
      if (words.contains("direct")) is_held = false;
    Edges rest;
    for (const auto& edge : all)
      if (edge.second != graph.name(selected))
        rest.insert(edge);
      else if (!lines.contains(edge.first))
        is_held = false;
    if (!is_held ||
        !names_reached(mains(graph), all).contains(graph.name(selected)))
      continue;
    const Names left = names_reached(mains(graph), rest);
    std::string without;
    for (NodeId n : graph.versions(m))
      if (left.contains(graph.name(n))) without = graph.version(n);
    if (!without.empty())
      out.insert(path + " " + version + ", else " + without);
  }
  return out;
}

std::map<std::string, std::string> module_uses(
    const ModuleGraph& graph, std::span<const Manifest> manifests,
    std::span<const PackageInfo> packages) {
  Names listed, build, test, tool;
  Edges imports;
  for (const PackageInfo& p : packages) {
    listed.insert(p.import_path);
    for (const std::string& to : p.imports) imports.insert({p.import_path, to});
  }
  for (const PackageInfo& p : packages) {
    const std::string& path = p.import_path;
    const bool program = p.name == "main" && path.ends_with(".test") &&
                         listed.contains(path.substr(0, path.size() - 5));
    if (program || !p.for_test.empty())
      test.insert(path);
    else if (p.module.main && !p.dep_only)
      build.insert(path);
  }
  for (const Manifest& manifest : manifests)
    for (const PathDirective& line : manifest.tool) tool.insert(line.path);
  build = names_reached(build, imports);
  test = names_reached(test, imports);
  tool = names_reached(tool, imports);
  std::map<std::string, std::string> out;
  for (ModuleId m : graph.modules()) {
    const std::string path(graph.path(m));
    Names words;
    for (const PackageInfo& p : packages) {
      if (p.module.path != path) continue;
      const std::string& name = p.import_path;
      words.insert(build.contains(name)  ? "build"
                   : test.contains(name) ? "test"
                   : tool.contains(name) ? "tool"
                                         : "build");
    }
    const bool main = graph.is_main(graph.selected(m));
    out[path] = main || words.contains("build") ? "build"
                : words.contains("test")        ? "test"
                : words.contains("tool")        ? "tool"
                                                : "none";
  }
  return out;
}

Names stale_lines(const ModuleGraph& graph, std::span<const Manifest> manifests,
                  const std::map<std::string, std::string>* uses) {
  const auto gives_tool = [&](const std::string& path) {
    for (const Manifest& manifest : manifests)
      for (const PathDirective& tool : manifest.tool)
        if (tool.path == path || tool.path.starts_with(path + "/")) return true;
    return false;
  };
  // The lines that may be stale: "main\npath".
  Edges lines;
  for (const Manifest& manifest : manifests)
    for (const Requirement& r : manifest.require) {
      const std::string& path = r.module.path;
      const auto module = graph.find(path);
      if (!graph.find(manifest.module->path, "") || !module) continue;
      if (graph.is_main(graph.selected(*module)) || gives_tool(path)) continue;
      const auto words = said(graph, manifests, path, "");
      if (!words.at(manifest.module->path).contains("direct"))
        lines.insert({manifest.module->path, path});
    }
  // Between paths, from selected versions, without those lines.
  Edges edges;
  for (NodeId from : graph.nodes())
    for (NodeId to : graph.requirements(from)) {
      const std::string a(graph.path(from)), b(graph.path(to));
      if (graph.is_selected(from) && is_plain_module(a) &&
          !lines.contains({a, b}))
        edges.insert({a, b});
    }
  Names starts;
  for (ModuleId m : graph.modules()) {
    const std::string path(graph.path(m));
    if (uses == nullptr || uses->at(path) != "none" || gives_tool(path))
      starts.insert(path);
  }
  const Names led_to = names_reached(starts, edges);
  Names out;
  for (const auto& [main, path] : lines) {
    if (uses != nullptr) {
      if (uses->at(path) == "none")
        out.insert(main + " " + path +
                   (led_to.contains(path) ? ": no package" : ": unreachable"));
      continue;
    }
    bool others = false;
    for (const auto& [from, to] : requirements(graph))
      if (to.starts_with(path + "@") && from != main) others = true;
    if (!others) out.insert(main + " " + path + ": nobody");
  }
  return out;
}

Names unreachable_modules(const ModuleGraph& graph) {
  Edges edges;
  for (NodeId from : graph.nodes())
    for (NodeId to : graph.requirements(from))
      if (graph.is_selected(from) &&
          is_plain_module(std::string(graph.path(from))))
        edges.insert(
            {std::string(graph.path(from)), std::string(graph.path(to))});
  const Names seen = names_reached(mains(graph), edges);
  Names out;
  for (ModuleId m : graph.modules()) {
    const std::string path(graph.path(m));
    if (is_plain_module(path) && !seen.contains(path)) out.insert(path);
  }
  return out;
}

Names closures(const ModuleGraph& graph, const Names& unpruned) {
  const Edges all = requirements(graph);
  const std::string main = graph.name(graph.mains().front());
  const auto path_of = [](const std::string& name) {
    return name.substr(0, name.find('@'));
  };
  // The modules that are loaded when these roots are unpruned.
  const auto loaded = [&](const Names& open) {
    Edges beyond_main;
    for (const auto& edge : all)
      if (edge.first != main) beyond_main.insert(edge);
    Names roots, closed;
    for (const auto& [from, to] : all)
      if (from == main) (open.contains(to) ? roots : closed).insert(to);
    Names nodes = names_reached(roots, beyond_main);
    nodes.insert(main);
    for (const std::string& root : closed) {
      nodes.insert(root);
      for (const auto& [from, to] : all)
        if (from == root) nodes.insert(to);
    }
    Names out;
    for (const std::string& name : nodes)
      if (is_plain_module(path_of(name))) out.insert(path_of(name));
    return out;
  };
  const auto lost = [&](const Names& open) {
    std::string out;
    const Names kept = loaded(open);
    for (const std::string& path : loaded(unpruned))
      if (!kept.contains(path)) out += " " + path;
    return out;
  };
  Names out;
  for (const std::string& root : unpruned) {
    if (!all.contains({main, root}) || root == main) continue;
    Names others = unpruned;
    others.erase(root);
    out.insert(root + ":" + lost(others));
  }
  if (!out.empty()) out.insert("together:" + lost({}));
  return out;
}

}  // namespace modgraph::reference

// Any four texts, parted by lines "--", as two builds: a graph text and a go.mod
// for each. What is different between them, done to the one, makes the other;
// nothing is different from itself; the way back is the way there, turned.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/analysis/build/build_difference.h"
#include "engine/model/build_list.h"
#include "importers/go_mod/go_mod.h"
#include "importers/graph_text/graph_text.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph {
namespace {

using Texts = std::array<std::string_view, 4>;

// How a build uses its modules, by path.
using Uses = std::map<std::string, UsedVersion>;

Texts four_texts(std::string_view bytes) {
  constexpr std::string_view kBetween = "--\n";
  Texts out;
  for (std::string_view& text : out) {
    const std::size_t end = std::min(bytes.find(kBetween), bytes.size());
    text = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + kBetween.size(), bytes.size()));
  }
  return out;
}

std::optional<Project> project_of(std::string_view graph,
                                  std::string_view go_mod) {
  auto text = parse_graph_text("fuzz", graph);
  if (!text) return std::nullopt;
  Project out;
  out.graph = std::move(text->builder).freeze().value();
  if (auto manifest = parse_go_mod("fuzz", std::string(go_mod)))
    out.manifests.push_back(std::move(*manifest));
  out.resolved = listed_modules(out.graph, out.manifests);
  return out;
}

Uses uses_of(const Project& project) {
  Uses out;
  const ModuleGraph& graph = project.graph;
  for (const ListedModule& m : *project.resolved)
    out[std::string(graph.path(m.node))] = {std::string(graph.version(m.node)),
                                            m.replaced_by};
  for (const char* name : {"go", "toolchain"})
    if (const auto m = graph.find(name))
      out[name] = {std::string(graph.version(graph.selected(*m))), {}};
  return out;
}

// What a difference does to a build.
Uses changed(Uses uses, const BuildDifference& difference) {
  for (const ModuleChange& change : difference.modules) {
    must(change.before || change.after);
    must(change.before != change.after);
    const auto at = uses.find(change.path);
    must((at != uses.end()) == change.before.has_value());
    if (change.before) must(at->second == *change.before);
    if (change.after)
      uses[change.path] = *change.after;
    else
      uses.erase(change.path);
  }
  return uses;
}

void check_counts(const BuildDifference& difference) {
  std::size_t added = 0, removed = 0, changed = 0;
  std::string_view last;
  for (const ModuleChange& change : difference.modules) {
    must(last < change.path);
    last = change.path;
    if (change.path == "go" || change.path == "toolchain") continue;
    ++(!change.before ? added : !change.after ? removed : changed);
  }
  must(difference.added == added && difference.removed == removed &&
       difference.changed == changed);
}

void check_mirror(const BuildDifference& there, const BuildDifference& back) {
  must(there.modules.size() == back.modules.size());
  for (std::size_t i = 0; i < there.modules.size(); ++i) {
    const ModuleChange& a = there.modules[i];
    const ModuleChange& b = back.modules[i];
    must(a.path == b.path && a.before == b.after && a.after == b.before);
    must(a.direction == (0 <=> b.direction));
    must(a.required_by_before == b.required_by_after);
    must(a.required_by_after == b.required_by_before);
  }
  must(there.added == back.removed && there.removed == back.added &&
       there.changed == back.changed);
}

}  // namespace

void fuzz::one_input(std::string_view bytes) {
  const Texts texts = four_texts(bytes);
  const auto a = project_of(texts[0], texts[1]);
  if (!a) return;
  must(build_difference(*a, *a).none());
  const auto b = project_of(texts[2], texts[3]);
  if (!b) return;
  const BuildDifference there = build_difference(*a, *b);
  check_counts(there);
  check_mirror(there, build_difference(*b, *a));
  must(changed(uses_of(*a), there) == uses_of(*b));
}

}  // namespace modgraph

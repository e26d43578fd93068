#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "engine/findings/findings.h"

namespace modgraph {
namespace {

constexpr std::size_t kShown = 3;

// The first few of `count` names; the others are not even made.
template <class AppendName>
std::string list_some(std::size_t count, AppendName append_name) {
  std::string out;
  const std::size_t shown = std::min(count, kShown);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == count ? " and " : ", ";
    append_name(out, i);
  }
  if (count > shown) out += fmt::format(" and {} more", count - shown);
  return out;
}

void append_name(std::string& out, const ModuleGraph& graph, NodeId n) {
  out += graph.path(n);
  if (!graph.is_main(n)) out.append("@").append(graph.version(n));
}

}  // namespace

std::string_view owner_name(Owner owner) {
  return owner == Owner::kOurs ? "ours" : "dependency";
}

Finding new_finding(std::string_view code, std::string message) {
  Finding out;
  out.rule = find_rule(code);
  out.level = out.rule->level;
  out.message = std::move(message);
  return out;
}

Subject subject_of(const ModuleGraph& graph, NodeId node) {
  return {std::string(graph.path(node)), std::string(graph.version(node))};
}

std::vector<std::string> names_of(const ModuleGraph& graph,
                                  std::span<const NodeId> nodes) {
  std::vector<std::string> out;
  out.reserve(nodes.size());
  for (NodeId n : nodes) out.push_back(graph.name(n));
  return out;
}

NameChain chain_of(const ModuleGraph& graph, std::span<const NodeId> nodes) {
  NameChain out;
  std::size_t bytes = 0;
  for (const NodeId n : nodes)
    bytes += graph.path(n).size() + graph.version(n).size() + 1;
  out.reserve(nodes.size(), bytes);
  for (const NodeId n : nodes) {
    out.append_to_last(graph.path(n));
    if (!graph.is_main(n)) {
      out.append_to_last("@");
      out.append_to_last(graph.version(n));
    }
    out.end_last();
  }
  return out;
}

bool add_chain(const Evidence& evidence, NodeId to, Finding& finding) {
  const std::vector<NodeId> chain = evidence.analysis.chains.to(to);
  if (chain.size() < 2) return false;
  finding.witness.push_back(chain_of(evidence.project.graph, chain));
  return true;
}

std::vector<std::string> cycle_names(const ModuleGraph& graph,
                                     std::span<const NodeId> nodes,
                                     CycleClass cycle_class) {
  if (cycle_class == CycleClass::kVersion) return names_of(graph, nodes);
  std::vector<std::string> out;
  out.reserve(nodes.size());
  for (NodeId n : nodes) out.emplace_back(graph.path(n));
  return out;
}

std::string chain_text(const NameChain& names, std::size_t most) {
  const std::size_t head = names.size() <= most ? names.size() : most / 2;
  const std::size_t tail = names.size() - (names.size() <= most ? 0 : most / 2);
  std::string out;
  const auto add = [&](std::string_view text) {
    if (!out.empty()) out += " -> ";
    out += text;
  };
  for (std::size_t i = 0; i < head; ++i) add(names[i]);
  if (head == names.size()) return out;
  add(fmt::format("({} more)", tail - head));
  for (std::size_t i = tail; i < names.size(); ++i) add(names[i]);
  return out;
}

void add_chain_and_requirers(const Evidence& evidence, NodeId to,
                             Finding& finding) {
  add_chain(evidence, to, finding);
  const ModuleGraph& graph = evidence.project.graph;
  const auto by = evidence.analysis.requirers.row(to);
  if (!by.empty())
    finding.notes.push_back(fmt::format("{} is required by {}", graph.name(to),
                                        some_of(graph, by)));
}

std::string some_of(std::span<const std::string> names) {
  return list_some(names.size(),
                   [&](std::string& out, std::size_t i) { out += names[i]; });
}

std::string some_of(const ModuleGraph& graph, std::span<const NodeId> nodes) {
  return list_some(nodes.size(), [&](std::string& out, std::size_t i) {
    append_name(out, graph, nodes[i]);
  });
}

std::string some_of(const ModuleGraph& graph,
                    std::span<const Edge<NodeId>> edges) {
  return list_some(edges.size(), [&](std::string& out, std::size_t i) {
    append_name(out, graph, edges[i].from);
    out += " -> ";
    append_name(out, graph, edges[i].to);
  });
}

}  // namespace modgraph

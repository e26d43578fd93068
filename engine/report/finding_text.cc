#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "engine/report/findings.h"

namespace modgraph {

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
                                  const std::vector<NodeId>& nodes) {
  std::vector<std::string> out;
  out.reserve(nodes.size());
  for (NodeId n : nodes) out.push_back(graph.name(n));
  return out;
}

std::string chain_text(const std::vector<std::string>& names,
                       std::size_t most) {
  const std::size_t head = names.size() <= most ? names.size() : most / 2;
  const std::size_t tail = names.size() - (names.size() <= most ? 0 : most / 2);
  std::string out;
  const auto add = [&](const std::string& text) {
    if (!out.empty()) out += " -> ";
    out += text;
  };
  for (std::size_t i = 0; i < head; ++i) add(names[i]);
  if (head == names.size()) return out;
  add(fmt::format("({} more)", tail - head));
  for (std::size_t i = tail; i < names.size(); ++i) add(names[i]);
  return out;
}

std::string some_of(const std::vector<std::string>& names, std::size_t most) {
  std::string out;
  const std::size_t shown = std::min(names.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == names.size();
    if (i > 0) out += last ? " and " : ", ";
    out += names[i];
  }
  if (names.size() > shown)
    out += fmt::format(" and {} more", names.size() - shown);
  return out;
}

}  // namespace modgraph

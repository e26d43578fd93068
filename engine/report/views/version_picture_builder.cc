#include "engine/report/views/version_picture_builder.h"

#include <fmt/core.h>

namespace modgraph {
namespace {

BoxKind version_kind(const ModuleGraph& graph, NodeId node) {
  if (graph.is_main(node)) return BoxKind::kMain;
  return graph.is_selected(node) ? BoxKind::kSelected : BoxKind::kUnselected;
}

}  // namespace

VersionPictureBuilder::VersionPictureBuilder(const ModuleGraph& graph,
                                             const ViewLimits& limits)
    : graph_(graph), chains_(graph), builder_(limits) {}

std::uint32_t VersionPictureBuilder::box(NodeId node) {
  if (const auto found = builder_.find(index(node))) return *found;
  PictureBox box;
  box.name = std::string(graph_.path(node));
  box.version = std::string(graph_.version(node));
  box.kind = version_kind(graph_, node);
  const NodeId selected = graph_.selected(graph_.module_of(node));
  if (box.kind == BoxKind::kUnselected)
    box.about = graph_.is_main(selected)
                    ? "the main module itself is selected"
                    : fmt::format("{} is selected", graph_.version(selected));
  drawn_.push_back(node);
  return builder_.add(index(node), std::move(box));
}

std::size_t VersionPictureBuilder::new_boxes(
    std::span<const NodeId> chain) const {
  std::set<NodeId> out;
  for (const NodeId n : chain)
    if (!has(n)) out.insert(n);
  return out.size();
}

std::size_t VersionPictureBuilder::new_lines(
    std::span<const NodeId> chain) const {
  std::size_t out = 0;
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    const auto from = builder_.find(index(chain[i]));
    const auto to = builder_.find(index(chain[i + 1]));
    out += from && to && builder_.has_line(*from, *to) ? 0U : 1U;
  }
  return out;
}

bool VersionPictureBuilder::add_chain(std::span<const NodeId> chain) {
  if (!builder_.fits(new_boxes(chain), new_lines(chain))) return false;
  for (const NodeId n : chain) box(n);
  for (std::size_t i = 0; i + 1 < chain.size(); ++i)
    if (chain[i] != chain[i + 1])
      builder_.line(box(chain[i]), box(chain[i + 1])).through_hidden = false;
  return true;
}

void VersionPictureBuilder::add_end(std::span<const NodeId> chain) {
  const std::size_t last = chain.size() - 1;
  std::size_t at = last;
  while (at > 0 && !has(chain[at - 1])) --at;
  const std::uint32_t to = box(chain[last]);
  if (at == 0) return;
  const std::uint32_t from = box(chain[at - 1]);
  if (!builder_.has_line(from, to))
    builder_.line(from, to).through_hidden = at != last;
}

void VersionPictureBuilder::lead_to(NodeId node, std::size_t spare) {
  const std::vector<NodeId> chain = chains_.to(node);
  if (chain.empty()) {
    box(node);
    return;
  }
  const bool whole =
      builder_.fits(new_boxes(chain) + spare, new_lines(chain) + spare);
  if (!whole || !add_chain(chain)) add_end(chain);
}

void VersionPictureBuilder::connect(NodeId node) {
  const std::vector<NodeId> chain = chains_.to(node);
  if (chain.size() > 1 && !builder_.is_led_to(box(node))) add_end(chain);
}

std::size_t VersionPictureBuilder::add_requirers(
    NodeId node, std::span<const NodeId> requirers, std::size_t most) {
  const std::uint32_t to = box(node);
  const bool decides = graph_.is_selected(node) && !graph_.is_main(node);
  std::vector<NodeId> rest;
  std::size_t own = 0;
  for (std::size_t i = 0; i < requirers.size(); ++i) {
    const NodeId r = requirers[i];
    if (r == node) continue;
    // The others need a pile, unless this is the last one.
    const std::size_t pile = i + 1 < requirers.size() || !rest.empty() ? 1 : 0;
    const std::size_t boxes = has(r) ? 0 : 1;
    if (own + boxes + pile > most || !builder_.fits(boxes + pile, 1 + pile)) {
      rest.push_back(r);
      continue;
    }
    own += boxes;
    builder_.line(box(r), to).decides = decides;
  }
  if (rest.empty()) return 0;
  if (!builder_.fits(1, 1)) return rest.size();
  std::vector<std::string> names;
  for (const NodeId r : rest) names.push_back(graph_.name(r));
  const std::uint32_t pile = builder_.add(
      pile_box(fmt::format("{} {}requirer{}", rest.size(),
                           own > 0 ? "more " : "", rest.size() == 1 ? "" : "s"),
               names));
  builder_.line(pile, to).decides = decides;
  piled_.insert(rest.begin(), rest.end());
  return 0;
}

void VersionPictureBuilder::count_hidden() {
  std::uint64_t without_line = 0;
  for (const NodeId n : drawn_) {
    std::set<NodeId> seen;
    for (const NodeId to : graph_.requirements(n)) {
      if (to == n || !has(to) || !seen.insert(to).second) continue;
      without_line += builder_.has_line(box(n), box(to)) ? 0U : 1U;
    }
  }
  builder_.hide(without_line, "other requirement between these",
                "other requirements between these");
  std::uint64_t versions = 0;
  for (const ModuleId m : graph_.modules())
    if (graph_.kind(m) == ModuleKind::kModule)
      versions += graph_.versions(m).size();
  std::set<NodeId> shown = piled_;
  shown.insert(drawn_.begin(), drawn_.end());
  std::uint64_t drawn = 0;
  for (const NodeId n : shown)
    drawn += graph_.kind(graph_.module_of(n)) == ModuleKind::kModule ? 1U : 0U;
  builder_.hide(versions - drawn, "other module version of the graph",
                "other module versions of the graph");
}

}  // namespace modgraph

#include "engine/report/views/why_view.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/counted.h"
#include "engine/report/views/version_picture_builder.h"

namespace modgraph {
namespace {

// Ways that are drawn, and boxes for the requirers of the version and for those
// of the runner-up.
constexpr std::size_t kMaxDrawnWays = 5;
constexpr std::size_t kMaxDeciders = 20;
constexpr std::size_t kMaxOthers = 6;

std::vector<NodeId> first_way(const ModuleGraph& graph, const Why& why) {
  if (graph.is_main(why.version)) return {why.version};
  if (!why.ways.recorded.empty()) return why.ways.recorded;
  for (const auto* ways : {&why.ways.chains, &why.ways.from_indirect})
    if (!ways->empty()) return ways->front();
  return {};
}

class WhyView {
 public:
  WhyView(const ModuleGraph& graph, const Why& why, const ViewLimits& limits)
      : graph_(graph),
        why_(why),
        chain_(first_way(graph, why)),
        builder_(graph, limits) {}

  Picture draw() && {
    PictureBuilder& builder = builder_.base();
    if (chain().empty() || !builder_.add_chain(chain())) add_ends();
    builder.box(builder_.box(why_.version)).in_question = true;
    const std::size_t ways_left_out = add_ways();
    add_runner_up();
    std::uint64_t left_out =
        builder_.add_requirers(why_.version, why_.requirers, kMaxDeciders);
    lead_to_requirers();
    for (const WithoutDecider& w : why_.without) add_label(w);
    builder.hide(ways_left_out, "way from another direct dependency",
                 "ways from other direct dependencies");
    builder.hide(left_out, "requirer of this version",
                 "requirers of this version");
    builder_.count_hidden();
    Picture out = std::move(builder_).picture(title(), description());
    if (are_ways_lower_)
      for (PictureLine& line : out.lines) line.at_most = true;
    return out;
  }

 private:
  // The first way; a main module is its own.
  const std::vector<NodeId>& chain() const { return chain_; }

  void add_ends() {
    if (!chain().empty() && builder_.base().fits(2, 1)) {
      builder_.box(chain().front());
      builder_.add_end(chain());
    } else if (builder_.base().fits(1, 0)) {
      builder_.box(why_.version);
    }
  }

  // The ways after the first, the shortest first; returns how many are left
  // out.
  std::size_t add_ways() {
    std::size_t drawn = 0;
    std::size_t left_out = 0;
    for (const std::vector<NodeId>& way : why_.ways.chains) {
      const bool is_drawn = drawn < kMaxDrawnWays && builder_.add_chain(way);
      are_ways_lower_ = are_ways_lower_ || (is_drawn && !is_recorded(way));
      drawn += is_drawn ? 1U : 0U;
      left_out += is_drawn ? 0U : 1U;
    }
    return left_out;
  }

  // Whether each requires exactly the next; else some require a lower version,
  // or the file that says so was pruned out.
  bool is_recorded(const std::vector<NodeId>& way) const {
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
      const auto row = graph_.requirements(way[i]);
      if (std::find(row.begin(), row.end(), way[i + 1]) == row.end())
        return false;
    }
    return true;
  }

  void add_runner_up() {
    if (!why_.runner_up || !builder_.base().fits(2, 2)) return;
    builder_.add_requirers(*why_.runner_up, why_.runner_up_requirers,
                           kMaxOthers);
  }

  // A path from a main module leads to every requirer.
  void lead_to_requirers() {
    std::vector<NodeId> all = why_.requirers;
    all.insert(all.end(), why_.runner_up_requirers.begin(),
               why_.runner_up_requirers.end());
    std::size_t left = all.size();
    for (const NodeId r : all) {
      --left;
      if (builder_.has(r) && !graph_.is_main(r) && builder_.base().fits(0, 1))
        builder_.lead_to(r, left);
    }
  }

  // What would be selected without this requirer, where that is another
  // version.
  void add_label(const WithoutDecider& w) {
    if (w.selected == graph_.version(why_.version) ||
        !builder_.has(w.decider) || w.decider == why_.version)
      return;
    const std::uint32_t from = builder_.box(w.decider);
    const std::uint32_t to = builder_.box(why_.version);
    if (!builder_.base().has_line(from, to)) return;
    builder_.base().line(from, to).label =
        w.selected ? fmt::format("without it: {}{}",
                                 w.is_bound ? "at least " : "", *w.selected)
                   : "without it: not in the build";
  }

  std::string title() const {
    return fmt::format("Why {}?", graph_.name(why_.version));
  }

  std::string description() const {
    const NodeId selected = graph_.selected(why_.module);
    if (graph_.is_main(why_.version)) return "It is a main module";
    std::string out =
        selected == why_.version ? "This version is selected"
        : graph_.is_main(selected)
            ? "The main module itself is selected"
            : fmt::format("{} is selected", graph_.version(selected));
    out += "; required by " + counted(why_.requirers.size(), "module version");
    if (why_.runner_up)
      out += fmt::format("; the next lower version is {}",
                         graph_.version(*why_.runner_up));
    return out;
  }

  const ModuleGraph& graph_;
  const Why& why_;
  std::vector<NodeId> chain_;
  bool are_ways_lower_ = false;
  VersionPictureBuilder builder_;
};

}  // namespace

Picture why_view(const ModuleGraph& graph, const Why& why,
                 const ViewLimits& limits) {
  return WhyView(graph, why, limits).draw();
}

}  // namespace modgraph

#include "engine/report/views/overview_clusters.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/model/organisation.h"

namespace modgraph {
namespace {

constexpr std::size_t kLargeCycle = 8;

// The modules of one box, and the position of the most important one.
struct Pile {
  std::size_t rank = 0;
  DrawnBox box;
};

std::vector<Pile> single_piles(const std::vector<ModuleId>& wanted) {
  std::vector<Pile> out;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    out.push_back({i, {BoxScope::kModule, {wanted[i]}}});
  return out;
}

// Joins piles with the same key.
template <class KeyOf>
std::vector<Pile> share_boxes(std::vector<Pile> piles, BoxScope scope,
                              KeyOf key_of) {
  std::ranges::stable_sort(piles, {}, key_of);
  std::vector<Pile> out;
  for (Pile& pile : piles) {
    if (out.empty() || key_of(out.back()) != key_of(pile)) {
      out.push_back(std::move(pile));
      continue;
    }
    DrawnBox& box = out.back().box;
    box.scope = scope;
    box.members.insert(box.members.end(), pile.box.members.begin(),
                       pile.box.members.end());
  }
  std::ranges::sort(out, {}, &Pile::rank);
  return out;
}

// Joins the least important piles.
std::vector<Pile> cut(std::vector<Pile> piles, std::size_t most) {
  if (piles.size() <= most) return piles;
  const std::size_t kept = most - 1;
  Pile rest{kept, {BoxScope::kRest, {}}};
  for (std::size_t i = kept; i < piles.size(); ++i)
    rest.box.members.insert(rest.box.members.end(),
                            piles[i].box.members.begin(),
                            piles[i].box.members.end());
  piles.resize(kept);
  piles.push_back(std::move(rest));
  return piles;
}

// Main modules first, the rest by the path of their first member.
DrawnBoxes sorted_boxes(const Report& report, std::vector<Pile> piles) {
  for (Pile& pile : piles) std::ranges::sort(pile.box.members);
  const auto place = [&](const Pile& pile) {
    const ModuleId first = pile.box.members.front();
    const bool main = report.graph.is_main(report.graph.selected(first));
    return std::pair(!main, first);
  };
  std::ranges::sort(piles, {}, place);
  DrawnBoxes out(report.graph.module_count());
  for (Pile& pile : piles) out.add(std::move(pile.box));
  return out;
}

bool folding_has_cycles(Clustering clustering) {
  return clustering == Clustering::kCycles ||
         clustering == Clustering::kOrganisations;
}

// Collects modules in order, each once.
class Wanted {
 public:
  explicit Wanted(std::size_t module_count) : has_(module_count) {}
  void add(ModuleId m) {
    if (has_[index(m)]) return;
    has_[index(m)] = true;
    modules_.push_back(m);
  }
  std::vector<ModuleId> take() && { return std::move(modules_); }

 private:
  std::vector<bool> has_;
  std::vector<ModuleId> modules_;
};

}  // namespace

DrawnBoxes every_module(const Report& report) {
  std::vector<ModuleId> all;
  for (const ModuleRow& row : report.modules) all.push_back(row.module);
  return sorted_boxes(report, single_piles(all));
}

std::vector<ModuleId> wanted_modules(const Report& report,
                                     const PictureMarks& marks) {
  Wanted wanted(report.graph.module_count());
  for (const NodeId main : report.graph.mains())
    wanted.add(report.graph.module_of(main));
  for (const ModuleId m : marks.found)
    if (marks.level[index(m)] == Level::kError) wanted.add(m);
  for (const ModuleEdge& e : marks.critical) {
    wanted.add(e.from);
    wanted.add(e.to);
  }
  for (const ModuleId m : marks.found) wanted.add(m);
  return std::move(wanted).take();
}

std::vector<ModuleId> heavy_modules(const Report& report,
                                    const Digraph<ModuleId>& graph) {
  Wanted candidates(report.graph.module_count());
  for (const NodeId main : report.graph.mains())
    for (const ModuleId m : graph.dependencies(report.graph.module_of(main)))
      candidates.add(m);
  std::vector<ModuleId> out = std::move(candidates).take();
  const auto weight = [&](ModuleId m) {
    const bool is_main = report.graph.is_main(report.graph.selected(m));
    return is_main ? 0 : report.exclusive[index(m)];
  };
  std::erase_if(out, [&](ModuleId m) { return weight(m) < 2; });
  std::ranges::sort(out, {}, [&](ModuleId m) {
    return std::pair(~weight(m), m);  // the heaviest first
  });
  return out;
}

DrawnBoxes boxes_for(const Report& report,
                     const Components<ModuleId>& components,
                     const PictureMarks& marks,
                     const std::vector<ModuleId>& wanted, Clustering clustering,
                     std::size_t most) {
  std::vector<Pile> piles = single_piles(wanted);
  const auto is_main = [&](ModuleId m) {
    return report.graph.is_main(report.graph.selected(m));
  };
  piles = share_boxes(std::move(piles), BoxScope::kCycle, [&](const Pile& p) {
    const ModuleId m = p.box.members[0];
    const std::uint32_t c = components.of[index(m)];
    const bool large = components.at(c).size() >= kLargeCycle;
    const bool shares = !is_main(m) && (clustering == Clustering::kLargeCycles
                                            ? large
                                            : folding_has_cycles(clustering));
    return std::pair(c, shares ? 0 : p.rank + 1);
  });
  const auto shares = [&](const Pile& pile) {
    const ModuleId m = pile.box.members[0];
    return pile.box.scope != BoxScope::kCycle &&
           !marks.on_critical_path[index(m)] &&
           marks.level[index(m)] != Level::kError && !is_main(m);
  };
  if (clustering == Clustering::kAllOrganisations ||
      clustering == Clustering::kRepositories)
    piles = share_boxes(
        std::move(piles),
        clustering == Clustering::kRepositories ? BoxScope::kRepository
                                                : BoxScope::kOrganisation,
        [&](const Pile& p) {
          const std::string_view path = report.graph.path(p.box.members[0]);
          const std::string_view key = clustering == Clustering::kRepositories
                                           ? repository_of(path)
                                           : organisation_of(path);
          return is_main(p.box.members[0])
                     ? std::pair(std::string_view{}, p.rank + 1)
                     : std::pair(key, std::size_t{0});
        });
  if (clustering == Clustering::kOrganisations)
    piles = share_boxes(
        std::move(piles), BoxScope::kOrganisation, [&](const Pile& p) {
          const std::string_view path = report.graph.path(p.box.members[0]);
          return shares(p) ? std::pair(organisation_of(path), std::size_t{0})
                           : std::pair(std::string_view{}, p.rank + 1);
        });
  return sorted_boxes(report, cut(std::move(piles), most));
}

}  // namespace modgraph

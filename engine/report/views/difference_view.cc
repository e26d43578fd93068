// Why did the build change?
//
// A version is in a build because a module requires exactly it. So a module
// that was added or raised is drawn below the modules that require its new
// version now, and one that was removed or lowered below those that required
// its old version before. These are often among what changed; a shortest chain
// from the main module leads to the others.
// Source: none.
// Cost: O(V + E) for the chains, and the requirers of what changed.
// Tested by tests/engine/report/views/difference_view_test.cc.

#include "engine/report/views/difference_view.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/analysis/graph/chains.h"
#include "engine/model/version.h"
#include "engine/report/views/picture_builder.h"

namespace modgraph {
namespace {

// Reasons that are drawn for one change; one is enough to be in the build.
constexpr std::size_t kMaxReasons = 3;

std::string_view path_in(std::string_view name) {
  return name.substr(0, name.find('@'));
}

std::string shown(const ModuleVersion& by) {
  return by.version.empty() ? by.path : by.path + "@" + by.version;
}

BoxChange change_of(const ModuleChange& c) {
  if (!c.before) return BoxChange::kAdded;
  if (!c.after) return BoxChange::kRemoved;
  if (c.direction == 0) return BoxChange::kReplaced;
  return c.direction > 0 ? BoxChange::kRaised : BoxChange::kLowered;
}

// Whether the reason is in the build before: a requirement that is gone.
bool told_by_before(BoxChange change) {
  return change == BoxChange::kRemoved || change == BoxChange::kLowered;
}

class DifferenceView {
 public:
  DifferenceView(const BuildDifference& difference,
                 const DifferenceWords& words, const Project& before,
                 const Project& after, const ViewLimits& limits)
      : difference_(difference),
        words_(words),
        before_(before),
        after_(after),
        before_chains_(before.graph),
        after_chains_(after.graph),
        builder_(limits) {
    for (const ModuleChange& c : difference.modules)
      if (module_kind(c.path) == ModuleKind::kModule) changes_.push_back(&c);
  }

  Picture draw() && {
    for (const NodeId main : after_.graph.mains())
      if (builder_.fits(1, 0)) box_of(after_.graph.name(main));
    const std::vector<const ModuleChange*> drawn = add_changes();
    for (const ModuleChange* c : drawn) add_reasons(*c);
    lead_to_askers();
    hide();
    return std::move(builder_).picture(words_.title, description());
  }

 private:
  // Keys are numbers of names, given as they come.
  std::size_t key(std::string_view name) {
    return keys_.try_emplace(std::string(name), keys_.size()).first->second;
  }

  // Changed versions first, as they are few and matter most; what has no room
  // shares one box for each kind of change.
  std::vector<const ModuleChange*> add_changes() {
    std::vector<const ModuleChange*> order = changes_;
    std::ranges::stable_sort(order, {}, [](const ModuleChange* c) {
      const BoxChange change = change_of(*c);
      return change == BoxChange::kAdded || change == BoxChange::kRemoved;
    });
    // Leaves some room for reasons.
    const std::size_t room = builder_.box_room() > order.size()
                                 ? order.size()
                                 : builder_.box_room() * 2 / 3;
    const bool all = room >= order.size();
    std::vector<const ModuleChange*> drawn(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(room));
    for (const ModuleChange* c : drawn)
      builder_.add(key(c->path), change_box(*c));
    if (!all)
      add_piles(
          {order.begin() + static_cast<std::ptrdiff_t>(room), order.end()});
    return drawn;
  }

  void add_piles(const std::vector<const ModuleChange*>& rest) {
    std::map<BoxChange, std::vector<std::string>> names;
    for (const ModuleChange* c : rest) names[change_of(*c)].push_back(c->path);
    for (const auto& [change, paths] : names) {
      if (!builder_.fits(1, 0)) {
        piled_out_ += paths.size();
        continue;
      }
      PictureBox box = pile_box(fmt::format("{} more module{}", paths.size(),
                                            paths.size() == 1 ? "" : "s"),
                                paths);
      box.change = change;
      builder_.add(std::move(box));
    }
  }

  PictureBox change_box(const ModuleChange& c) const {
    PictureBox box;
    box.name = c.path;
    box.change = change_of(c);
    const UsedVersion& now = c.after ? *c.after : *c.before;
    box.version = now.version;
    if (c.before && c.after && c.before->version != c.after->version)
      box.version_before = c.before->version;
    if (now.replaced_by) box.replaced_by = shown(*now.replaced_by);
    if (now.version.empty()) box.kind = BoxKind::kMain;
    return box;
  }

  // Of "path@version" in a build: the box of its module if the version is
  // selected, else one of the exact version.
  std::optional<std::uint32_t> box_of(std::string_view name) {
    const std::string_view path = path_in(name);
    if (const auto found = builder_.find(key(path)))
      if (is_version_of(builder_.box(*found), name)) return found;
    if (const auto found = builder_.find(key(name))) return found;
    if (!builder_.fits(1, 1)) return std::nullopt;
    const std::size_t at = name.find('@');
    PictureBox box;
    box.name = std::string(path);
    if (at == std::string_view::npos)
      box.kind = BoxKind::kMain;
    else
      box.version = std::string(name.substr(at + 1));
    if (at != std::string_view::npos && !is_built(path, box.version))
      box.kind = BoxKind::kUnselected;
    return builder_.add(key(name), std::move(box));
  }

  static bool is_version_of(const PictureBox& box, std::string_view name) {
    const std::size_t at = name.find('@');
    const std::string_view version =
        at == std::string_view::npos ? "" : name.substr(at + 1);
    return version == box.version ||
           (!box.version_before.empty() && version == box.version_before);
  }

  bool is_built(std::string_view path, std::string_view version) const {
    for (const Project* build : {&before_, &after_})
      if (const auto m = build->graph.find(path))
        if (build->graph.version(build->graph.selected(*m)) == version)
          return true;
    return false;
  }

  void add_reasons(const ModuleChange& c) {
    const BoxChange change = change_of(c);
    if (told_by_before(change))
      add_askers(c, c.required_by_before, Build::kBefore);
    if (c.after) add_askers(c, c.required_by_after, Build::kAfter);
  }

  enum class Build : std::uint8_t { kBefore, kAfter };

  // Requirers that are drawn already come first: they show how changes follow
  // from each other.
  void add_askers(const ModuleChange& c, const std::vector<std::string>& askers,
                  Build build) {
    const std::uint32_t to = *builder_.find(key(c.path));
    std::vector<std::string_view> order(askers.begin(), askers.end());
    std::ranges::stable_sort(order, {}, [&](std::string_view name) {
      return !builder_.find(key(path_in(name))) && !builder_.find(key(name));
    });
    std::size_t added = 0;
    for (const std::string_view name : order) {
      if (added == kMaxReasons || !builder_.fits(0, 1)) break;
      const auto from = box_of(name);
      if (!from || *from == to) continue;
      ++added;
      PictureLine& line = builder_.line(*from, to);
      // No module requires more than is selected: the requirement of what was
      // removed or lowered is gone, unless of the version that it was lowered
      // to.
      line.goes = build == Build::kBefore;
      askers_.emplace(name, build);
    }
    reasons_ += order.size() - added;
  }

  static std::optional<NodeId> node(const ModuleGraph& graph,
                                    std::string_view name) {
    const std::size_t at = name.find('@');
    return at == std::string_view::npos
               ? graph.find(name, "")
               : graph.find(name.substr(0, at), name.substr(at + 1));
  }

  // A line from the nearest box on a shortest chain to a requirer.
  void lead_to_askers() {
    for (const auto& [name, build] : askers_) {
      if (!builder_.fits(0, 1)) return;
      const bool now = build == Build::kAfter;
      const ModuleGraph& graph = now ? after_.graph : before_.graph;
      const auto n = node(graph, name);
      const auto to = box_of(name);
      if (!n || !to || graph.is_main(*n)) continue;
      if (builder_.box(*to).change != BoxChange::kNone) continue;
      const auto chain = (now ? after_chains_ : before_chains_).to(*n);
      for (std::size_t i = chain.size(); i-- > 1;) {
        const auto from = drawn(graph.name(chain[i - 1]));
        if (!from || *from == *to) continue;
        if (!builder_.has_line(*from, *to))
          builder_.line(*from, *to).through_hidden = i + 1 != chain.size();
        break;
      }
    }
  }

  std::optional<std::uint32_t> drawn(const std::string& name) {
    const auto found = builder_.find(key(path_in(name)));
    if (found && is_version_of(builder_.box(*found), name)) return found;
    return builder_.find(key(name));
  }

  void hide() {
    builder_.hide(piled_out_, "module that changes", "modules that change");
    builder_.hide(reasons_, "other requirement of a module that changes",
                  "other requirements of modules that change");
    std::uint64_t same =
        after_.resolved->size() - difference_.added - difference_.changed;
    for (std::uint32_t i = 0; i < builder_.box_count(); ++i) {
      const PictureBox& b = builder_.box(i);
      const bool stays = b.change == BoxChange::kNone &&
                         b.kind != BoxKind::kUnselected &&
                         b.kind != BoxKind::kGroup;
      same -= stays && same > 0 ? 1U : 0U;
    }
    builder_.hide(same, "unchanged module", "unchanged modules");
  }

  std::string description() const {
    if (changes_.empty()) return "The build list does not change";
    return fmt::format("{}: {} modules added, {} removed, {} changed",
                       words_.subject, difference_.added, difference_.removed,
                       difference_.changed);
  }

  const BuildDifference& difference_;
  const DifferenceWords& words_;
  const Project& before_;
  const Project& after_;
  ShortestChains before_chains_;
  ShortestChains after_chains_;
  PictureBuilder builder_;
  std::vector<const ModuleChange*> changes_;
  std::map<std::string, std::size_t, std::less<>> keys_;
  std::map<std::string, Build, std::less<>> askers_;  // those that have a box
  std::uint64_t reasons_ = 0;                         // that are not drawn
  std::uint64_t piled_out_ = 0;                       // changes without a box
};

// A flag of `go mod edit` as the option of whatif that it comes from.
std::string as_typed(std::string_view flag) {
  const std::size_t equals = flag.find('=');
  if (!flag.starts_with('-') || equals == std::string_view::npos)
    return std::string(flag);
  std::string_view name = flag.substr(1, equals - 1);
  if (name == "droprequire") name = "drop";
  return fmt::format("--{} {}", name, flag.substr(equals + 1));
}

std::string whatif_title(const WhatifAnswer& answer) {
  if (answer.edits.empty()) return "What if nothing changes?";
  std::string out = "whatif";
  for (const std::string& edit : answer.edits) out += " " + as_typed(edit);
  return out;
}

}  // namespace

Picture difference_view(const BuildDifference& difference,
                        const DifferenceWords& words, const Project& before,
                        const Project& after, const ViewLimits& limits) {
  return DifferenceView(difference, words, before, after, limits).draw();
}

Picture difference_view(const WhatifAnswer& answer, const Project& before,
                        const Project& after, const ViewLimits& limits) {
  return difference_view(answer.difference, {whatif_title(answer), answer.file},
                         before, after, limits);
}

}  // namespace modgraph

// Which cards does a large build get, and below which others do they stand?
//
// A module of a finding stands below the direct dependency that leads to it on
// a shortest chain: the search goes from the main modules through all direct
// dependencies at once, the heaviest first.
// Source: none.
// Cost: O(V log V + E).
// Tested by tests/engine/report/views/build_cards_test.cc.

#include "engine/report/views/build_cards.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "engine/base/counted.h"
#include "engine/report/views/picture_box.h"

namespace modgraph {
namespace {

// Cards that are read at a glance, of each kind; direct dependencies with
// which nothing else leaves have one only while there are few.
constexpr std::size_t kMostDirect = 24;
constexpr std::size_t kFewCards = 16;
constexpr std::size_t kMostMembers = 18;
constexpr std::size_t kMostShared = 18;

class BuildCards {
 public:
  BuildCards(const Report& report, const PictureMarks& marks, std::size_t most)
      : report_(report),
        marks_(marks),
        maker_(report, marks),
        most_(std::max<std::size_t>(most, 4)),
        rows_(report.graph.module_count()),
        card_of_(report.graph.module_count(), kNoCard),
        first_of_(report.graph.module_count(), kNone<ModuleId>),
        steps_(report.graph.module_count()) {
    for (const ModuleRow& row : report.modules) rows_[index(row.module)] = &row;
    for (const NodeId n : report.graph.mains())
      mains_.push_back(report.graph.module_of(n));
  }

  Picture draw() && {
    out_.arrangement = Arrangement::kCards;
    direct_ = direct_dependencies();
    if (mains_.size() == 1)
      one_main_module();
    else
      workspace();
    hide();
    list_findings(report_, out_);
    return std::move(out_);
  }

 private:
  static constexpr std::uint32_t kNoCard = static_cast<std::uint32_t>(-1);

  bool is_main(ModuleId m) const {
    return rows_[index(m)] != nullptr && rows_[index(m)]->main;
  }

  std::uint32_t weight(ModuleId m) const { return report_.exclusive[index(m)]; }

  // The heaviest first.
  std::vector<ModuleId> direct_dependencies() const {
    std::vector<ModuleId> out;
    for (const ModuleRow& row : report_.modules) {
      if (row.main) continue;
      const auto required_by = report_.selected.dependents(row.module);
      if (row.direct ? *row.direct
                     : std::ranges::any_of(
                           required_by, [&](ModuleId m) { return is_main(m); }))
        out.push_back(row.module);
    }
    std::ranges::sort(out, {},
                      [&](ModuleId m) { return std::pair(~weight(m), m); });
    return out;
  }

  bool room(std::size_t cards = 1) const {
    return out_.boxes.size() + cards <= most_;
  }

  std::uint32_t add(PictureBox box, std::optional<std::uint32_t> under,
                    bool through_hidden = false) {
    box.under = under;
    const auto card = static_cast<std::uint32_t>(out_.boxes.size());
    out_.boxes.push_back(std::move(box));
    if (under) {
      PictureLine line;
      line.from = *under;
      line.to = card;
      line.through_hidden = through_hidden;
      out_.lines.push_back(std::move(line));
    }
    return card;
  }

  std::uint32_t add(ModuleId m, std::optional<std::uint32_t> under,
                    bool through_hidden = false) {
    ++drawn_;
    return card_of_[index(m)] =
               add(maker_.box({BoxScope::kModule, {m}}), under, through_hidden);
  }

  // Several modules as one card.
  std::uint32_t add_pile(std::string name, const std::vector<ModuleId>& members,
                         std::optional<std::uint32_t> under,
                         bool through_hidden = false) {
    PictureBox box = maker_.box({BoxScope::kRest, members});
    box.name = std::move(name);
    box.in_cycle = false;
    const std::uint32_t card = add(std::move(box), under, through_hidden);
    drawn_ += members.size();
    for (const ModuleId m : members) card_of_[index(m)] = card;
    return card;
  }

  // Through which direct dependency the modules are reached, and how far.
  void search() {
    std::vector<ModuleId> queue = direct_;
    for (const ModuleId m : queue) first_of_[index(m)] = m;
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (const ModuleId to : report_.selected.dependencies(queue[i])) {
        if (first_of_[index(to)] != kNone<ModuleId> || is_main(to)) continue;
        first_of_[index(to)] = first_of_[index(queue[i])];
        steps_[index(to)] = steps_[index(queue[i])] + 1;
        queue.push_back(to);
      }
  }

  // Modules of errors and warnings that are no main modules, the gravest first.
  std::vector<ModuleId> found() const {
    std::vector<ModuleId> out;
    std::vector<bool> seen(report_.graph.module_count());
    for (const ModuleId m : marks_.found) {
      if (seen[index(m)] || is_main(m) || !marks_.level[index(m)]) continue;
      if (is_only_in_cycles(m)) continue;
      if (rows_[index(m)] == nullptr) continue;
      seen[index(m)] = true;
      out.push_back(m);
    }
    return out;
  }

  // Whether all that is found about it is that dependencies require each other.
  bool is_only_in_cycles(ModuleId m) const {
    return marks_.in_cycle[index(m)] &&
           std::ranges::all_of(marks_.findings[index(m)], [&](std::uint32_t f) {
             const Finding& finding = report_.findings[f];
             return finding.rule->name.ends_with("-cycle") &&
                    std::ranges::none_of(
                        finding.subjects, [&](const Subject& s) {
                          const auto of = report_.graph.find(s.module);
                          return of && is_main(*of);
                        });
           });
  }

  void one_main_module() {
    const std::uint32_t main = add(mains_[0], std::nullopt);
    search();
    // By the direct dependency that they stand below.
    std::map<ModuleId, std::vector<ModuleId>> below;
    std::vector<ModuleId> elsewhere;
    const std::vector<ModuleId> marked = found();
    const std::size_t room_for_marked = std::min(marked.size(), most_ / 2);
    for (std::size_t i = 0; i < room_for_marked; ++i) {
      const ModuleId first = first_of_[index(marked[i])];
      if (first == marked[i]) continue;
      if (first == kNone<ModuleId>)
        elsewhere.push_back(marked[i]);
      else
        below[first].push_back(marked[i]);
    }
    std::vector<ModuleId> rest;
    std::size_t cards = 0;
    for (const ModuleId m : direct_) {
      const auto children = below.find(m);
      const bool says_more =
          children != below.end() || marks_.level[index(m)].has_value();
      const std::size_t needed =
          1 + (children == below.end() ? 0 : children->second.size());
      const std::size_t most = weight(m) > 1 ? kMostDirect : kFewCards;
      if ((cards >= most && !says_more) || !room(needed + 2)) {
        rest.push_back(m);
        continue;
      }
      ++cards;
      const std::uint32_t card = add(m, main);
      set_weight(out_.boxes[card], m);
      if (children == below.end()) continue;
      for (const ModuleId child : children->second)
        add(child, card, steps_[index(child)] > 1);
    }
    for (const ModuleId m : elsewhere)
      if (room(3)) add(m, main, true);
    add_cycles(main);
    if (!rest.empty())
      add_pile(fmt::format("{} more direct {}", rest.size(),
                           rest.size() == 1 ? "dependency" : "dependencies"),
               rest, main);
    describe_build();
  }

  void set_weight(PictureBox& box, ModuleId m) const {
    const std::uint32_t leaves = weight(m);
    if (leaves < 2) return;
    box.bar = PictureBar{
        static_cast<double>(leaves) / static_cast<double>(std::max<std::size_t>(
                                          report_.modules.size(), 1)),
        fmt::format("{} leave with it", leaves)};
  }

  // Cycles among dependencies: nobody here can break them.
  void add_cycles(std::uint32_t under) {
    std::vector<ModuleId> members;
    for (const ModuleRow& row : report_.modules)
      if (!row.main && marks_.in_cycle[index(row.module)] &&
          card_of_[index(row.module)] == kNoCard)
        members.push_back(row.module);
    if (members.empty() || !room()) return;
    add_pile(counted(members.size(), "module") + " in cycles", members, under,
             true);
  }

  void describe_build() {
    const std::uint64_t all = report_.counts.modules - mains_.size();
    out_.description = fmt::format(
        "{} required directly, ordered by what leaves with them; {} through "
        "them",
        counted(direct_.size(), "module"), all - direct_.size());
  }

  // Whether an error or a warning is about a member, or stands in its go.mod.
  std::vector<bool> members_with_findings(
      std::vector<std::vector<std::uint32_t>>& findings) const {
    std::vector<bool> out(mains_.size());
    std::map<std::string_view, std::size_t> member_of;
    for (std::size_t i = 0; i < mains_.size(); ++i) {
      member_of[report_.main_modules[i]] = i;
      if (i < report_.main_files.size() && !report_.main_files[i].empty())
        member_of[report_.main_files[i]] = i;
    }
    for (std::size_t f = 0; f < report_.findings.size(); ++f) {
      const Finding& finding = report_.findings[f];
      if (finding.level == Level::kNote || finding.suppressed) continue;
      const auto mark = [&](std::string_view name) {
        const auto at = member_of.find(name);
        if (at == member_of.end()) return;
        out[at->second] = true;
        findings[at->second].push_back(static_cast<std::uint32_t>(f));
      };
      for (const Subject& s : finding.subjects) mark(s.module);
      if (finding.location) mark(finding.location->file);
      for (const RelatedLocation& r : finding.related) mark(r.location.file);
    }
    return out;
  }

  void workspace() {
    std::vector<std::vector<std::uint32_t>> findings(mains_.size());
    const std::vector<bool> marked = members_with_findings(findings);
    std::vector<std::size_t> shown;
    std::vector<ModuleId> others;
    for (std::size_t i = 0; i < mains_.size(); ++i)
      if (marked[i])
        shown.push_back(i);
      else
        others.push_back(mains_[i]);
    std::ranges::stable_sort(shown, {}, [&](std::size_t i) {
      return std::pair(findings[i].front(), mains_[i]);
    });
    const std::size_t fit = std::min({shown.size(), kMostMembers, most_ / 3});
    for (std::size_t i = 0; i < fit; ++i) {
      const std::uint32_t card = add(mains_[shown[i]], std::nullopt);
      PictureBox& box = out_.boxes[card];
      box.findings = findings[shown[i]];
      for (const std::uint32_t f : box.findings)
        box.mark = std::max(box.mark, std::optional(report_.findings[f].level));
    }
    std::vector<ModuleId> more;
    for (std::size_t i = fit; i < shown.size(); ++i)
      more.push_back(mains_[shown[i]]);
    if (!more.empty())
      add_pile(
          fmt::format("{} more with findings", counted(more.size(), "member")),
          more, std::nullopt);
    std::optional<std::uint32_t> top;
    if (!others.empty())
      top = add_pile(
          fmt::format("{} without findings", counted(others.size(), "member")),
          others, std::nullopt);
    // Many cards below one that is not the heading would be one long column.
    if (out_.boxes.size() > 1) top.reset();
    add_shared(top);
    out_.description = fmt::format(
        "{}, those with findings first, and what most of them require",
        counted(mains_.size(), "member"));
  }

  // What most members require, the most first; modules of findings have a card
  // in any case.
  void add_shared(std::optional<std::uint32_t> top) {
    std::vector<std::pair<std::size_t, ModuleId>> shared;
    for (const ModuleId m : direct_) {
      std::size_t members = 0;
      for (const ModuleId by : report_.selected.dependents(m))
        members += is_main(by) ? 1U : 0U;
      shared.emplace_back(members, m);
    }
    std::ranges::sort(shared, {}, [](const auto& s) {
      return std::pair(~s.first, s.second);
    });
    std::vector<std::pair<std::size_t, ModuleId>> cards;
    for (const auto& s : shared)
      if (marks_.level[index(s.second)] && cards.size() < kMostShared)
        cards.push_back(s);
    for (const auto& s : shared)
      if (!marks_.level[index(s.second)] && cards.size() < kMostShared)
        cards.push_back(s);
    std::ranges::sort(
        cards, {}, [](const auto& s) { return std::pair(~s.first, s.second); });
    for (const auto& [members, m] : cards) {
      if (!room()) return;
      PictureBox& box = out_.boxes[add(m, top)];
      box.bar = PictureBar{
          static_cast<double>(members) / static_cast<double>(mains_.size()),
          fmt::format("{} of {} members", members, mains_.size())};
    }
  }

  void hide() {
    const auto add_hidden = [&](std::uint64_t count, std::string_view one,
                                std::string_view many) {
      if (count > 0)
        out_.hidden.push_back({count, std::string(count == 1 ? one : many)});
    };
    add_hidden(report_.counts.module_versions - report_.counts.modules,
               "unselected version", "unselected versions");
    add_hidden(report_.counts.modules - drawn_, "other module",
               "other modules");
  }

  const Report& report_;
  const PictureMarks& marks_;
  BoxMaker maker_;
  std::size_t most_;
  std::vector<const ModuleRow*> rows_;  // by module
  std::vector<std::uint32_t> card_of_;  // by module
  std::vector<ModuleId> first_of_;      // by module
  std::vector<std::uint32_t> steps_;    // by module
  std::vector<ModuleId> mains_;
  std::vector<ModuleId> direct_;
  std::uint64_t drawn_ = 0;  // modules
  Picture out_;
};

}  // namespace

Picture build_cards(const Report& report, const PictureMarks& marks,
                    std::size_t most) {
  return BuildCards(report, marks, most).draw();
}

}  // namespace modgraph

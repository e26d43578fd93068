// Which modules of the build are worth a copy of one's own?
//
// Every module of the build list is checked for each reason by itself; the
// score is their sum, so that who disputes one reason can subtract it. How old
// a version is, is measured against the newest time in the build: a
// pseudo-version tells its own, others need `go list` or the module cache.
// Source: the reasons are Go's own words for them: go.dev/ref/mod#private-
// modules, #go-mod-file-retract, #go-mod-file-module-deprecation,
// #pseudo-versions, #incompatible-versions.
// O((modules + rows of go list) * (log + replace lines)).
// Tested by vendor_candidates_test.cc, vendor_agreement_test.cc.

#include "engine/analysis/build/vendor_candidates.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "engine/base/calendar.h"
#include "engine/base/path_pattern.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

constexpr std::int64_t kDaysOfThreeYears = 3 * 365 + 1;
constexpr std::int64_t kDaysOfSixYears = 6 * 365 + 1;
constexpr std::uint64_t kTinyBytes = std::uint64_t{64} * 1024;
constexpr std::size_t kEverywhere = 10;

// What is read for a module: its version, or what replaces it.
struct ReadModule {
  std::string_view path;
  std::string_view version;  // "": a folder
};

struct Known {
  const ModuleInfo* info = nullptr;
  const ModuleMetadata* supply = nullptr;
};

class Asking {
 public:
  Asking(const Project& project, const Digraph<ModuleId>& selected,
         const std::vector<std::uint32_t>& exclusive)
      : project_(project),
        graph_(project.graph),
        selected_(selected),
        exclusive_(exclusive) {
    for (const ModuleInfo& f : project.module_info) known_[f.path].info = &f;
    for (const ModuleMetadata& s : project.metadata.modules)
      known_[s.module.path].supply = &s;
    if (project.folder && project.folder->vendor)
      for (const VendoredModule& m : project.folder->vendor->modules.modules)
        if (!m.packages.empty()) vendored_.insert(m.module.path);
    for_each_listed([&](const ListedModule& m) {
      if (const auto day = day_number(time_of(m, known(m))))
        newest_ = std::max(newest_.value_or(*day), *day);
    });
  }

  std::vector<VendorCandidate> ask() {
    std::vector<VendorCandidate> out;
    for_each_listed([&](const ListedModule& m) {
      if (graph_.is_main(m.node) || vendored_.contains(graph_.path(m.node)))
        return;
      VendorCandidate one = candidate(m);
      if (one.score > 0) out.push_back(std::move(one));
    });
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
      if (a.score != b.score) return a.score > b.score;
      if (a.dependents != b.dependents) return a.dependents > b.dependents;
      return a.node < b.node;
    });
    return out;
  }

 private:
  Known known(const ListedModule& m) const {
    if (known_.empty()) return {};
    const auto found = known_.find(graph_.path(m.node));
    return found == known_.end() ? Known() : found->second;
  }

  // Calls visit(m) for the modules of the build list, one at a time: ten
  // million of them at once would be a gigabyte.
  template <class Visit>
  void for_each_listed(Visit visit) const {
    if (project_.resolved) {
      std::ranges::for_each(*project_.resolved, visit);
      return;
    }
    for (const NodeId n : build_list(graph_))
      visit(listed({n, replacement_of(project_.manifests, graph_, n), {}}));
  }

  // Without a go.mod, the list is what tells of replacements.
  ListedModule listed(ListedModule m) const {
    if (m.replaced_by || !project_.manifests.empty()) return m;
    const Known about = known(m);
    if (about.info && about.info->replace)
      m.replaced_by = {about.info->replace->path, about.info->replace->version};
    return m;
  }

  ReadModule read_for(const ListedModule& m) const {
    if (m.replaced_by) return {m.replaced_by->path, m.replaced_by->version};
    return {graph_.path(m.node), graph_.version(m.node)};
  }

  std::string_view time_of(const ListedModule& m, const Known& about) const {
    const ReadModule read = read_for(m);
    if (read.version.empty()) return {};
    if (about.info) {
      const ModuleRecord& record =
          about.info->replace ? *about.info->replace
                              : static_cast<const ModuleRecord&>(*about.info);
      if (record.version == read.version && !record.time.empty())
        return record.time;
    }
    if (about.supply && !about.supply->time.empty()) return about.supply->time;
    return is_pseudo_version(read.version) ? pseudo_version_time(read.version)
                                           : std::string_view();
  }

  VendorCandidate candidate(const ListedModule& m) const {
    VendorCandidate out;
    out.node = m.node;
    const ModuleId module = graph_.module_of(m.node);
    out.dependents =
        static_cast<std::uint32_t>(selected_.dependents(module).size());
    out.exclusive = exclusive_[index(module)];
    const Known about = known(m);
    if (about.supply) out.bytes = about.supply->bytes;
    const ReadModule read = read_for(m);
    const auto add = [&](VendorReason reason, int points, std::string detail) {
      out.reasons.push_back({reason, points, std::move(detail)});
      out.score += points;
    };
    if (!read.version.empty()) {
      const auto pattern =
          matching_prefix_pattern(project_.metadata.no_proxy, read.path);
      if (!pattern.empty())
        add(VendorReason::kOutsideProxies, 3, std::string(pattern));
    }
    if (about.info) {
      if (!about.info->retracted.empty())
        add(VendorReason::kRetracted, 3, about.info->retracted.front());
      if (!about.info->deprecated.empty())
        add(VendorReason::kDeprecated, 2, about.info->deprecated);
    }
    if (m.replaced_by && read.version.empty())
      add(VendorReason::kFolder, 1, std::string(read.path));
    else if (m.replaced_by && read.path != graph_.path(m.node))
      add(VendorReason::kFork, 2,
          m.replaced_by->path + "@" + m.replaced_by->version);
    if (is_pseudo_version(read.version))
      add(VendorReason::kPseudoVersion, 1, std::string(read.version));
    if (read.version.ends_with("+incompatible"))
      add(VendorReason::kNoGoMod, 1, std::string(read.version));
    const std::string_view time = time_of(m, about);
    if (const int points = stale_points(time); points > 0)
      add(VendorReason::kStale, points, day_text(time));
    if (is_tiny_leaf(out)) add(VendorReason::kTinyLeaf, 1, {});
    return out;
  }

  int stale_points(std::string_view time) const {
    const auto day = day_number(time);
    if (!day || !newest_) return 0;
    const std::int64_t age = *newest_ - *day;
    if (age >= kDaysOfSixYears) return 2;
    return age >= kDaysOfThreeYears ? 1 : 0;
  }

  // Whether it requires nothing is known only of a go.mod that was read.
  bool is_tiny_leaf(const VendorCandidate& c) const {
    return c.bytes && *c.bytes <= kTinyBytes && c.dependents >= kEverywhere &&
           graph_.loaded(c.node) == Loaded::kYes &&
           selected_.dependencies(graph_.module_of(c.node)).empty();
  }

  const Project& project_;
  const ModuleGraph& graph_;
  const Digraph<ModuleId>& selected_;
  const std::vector<std::uint32_t>& exclusive_;
  std::map<std::string_view, Known> known_;
  std::set<std::string_view> vendored_;  // there is a copy already
  std::optional<std::int64_t> newest_;
};

}  // namespace

std::vector<VendorCandidate> vendor_candidates(
    const Project& project, const Digraph<ModuleId>& selected,
    const std::vector<std::uint32_t>& exclusive) {
  return Asking(project, selected, exclusive).ask();
}

}  // namespace modgraph

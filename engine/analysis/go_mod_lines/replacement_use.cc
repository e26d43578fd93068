// Which `replace` directives do anything in this build?
//
// A directive is for one version, or for all versions of a path. It counts if
// some vertex of the graph is such a version and the go command, looking for
// that vertex, takes this directive: go.work before go.mod files, an exact
// version before all versions. So each vertex of a replaced path is looked up
// once.
// Source: go.dev/ref/mod#go-mod-file-replace, #go-work-file-replace.
// O((directives + versions that they are for) * log directives).
// Tested by replacement_use_test.cc, vendor_agreement_test.cc.

#include "engine/analysis/go_mod_lines/replacement_use.h"

#include <map>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/resolve/replacements.h"

namespace modgraph {
namespace {

class Looking {
 public:
  explicit Looking(const Project& project)
      : project_(project),
        graph_(project.graph),
        is_workspace_(project.work.has_value()),
        mains_(only_replacements(project)),
        replacements_(mains_) {}

  std::vector<ReplacementUse> look() {
    std::vector<ReplacementUse> out;
    if (mains_.work) add(*mains_.work, kGoWorkFile);
    for (std::size_t i = 0; i < mains_.modules.size(); ++i)
      add(mains_.modules[i].manifest, i);
    out.reserve(placed_.size());
    for (const Replacement* directive : order_)
      out.push_back(use_of(*directive));
    return out;
  }

 private:
  // What the look-up needs of the files, without their texts.
  static MainModules only_replacements(const Project& project) {
    MainModules out;
    for (const Manifest& manifest : project.manifests)
      out.modules.emplace_back().manifest.replace = manifest.replace;
    if (project.work) out.work.emplace().replace = project.work->replace;
    return out;
  }

  void add(const Manifest& manifest, std::size_t place) {
    for (const Replacement& r : manifest.replace) {
      placed_.emplace(&r, place);
      order_.push_back(&r);
    }
  }

  PlacedReplacement placed(const Replacement& directive) const {
    return {placed_.at(&directive), directive};
  }

  ReplacementUse use_of(const Replacement& directive) const {
    ReplacementUse out{placed(directive), ReplacementEffect::kNone, {}, {}};
    const auto module = graph_.find(directive.old.path);
    if (!module || graph_.kind(*module) != ModuleKind::kModule) return out;
    bool applies = false;
    bool loses_selected = false;
    const Replacement* other = nullptr;
    for (const NodeId node : graph_.versions(*module)) {
      if (!speaks_of(directive, node) || is_unread(node)) continue;
      const Replacement& winner = winner_at(node);
      if (&winner == &directive || target_of(winner) == target_of(directive))
        applies = true;
      else
        other = &winner;  // that of the selected version, which goes last
      loses_selected = other == &winner && graph_.is_selected(node);
    }
    if (other != nullptr && (loses_selected || !applies)) {
      out.effect = ReplacementEffect::kShadowed;
      out.shadowed_by = placed(*other);
    } else if (applies) {
      out.effect = ReplacementEffect::kApplies;
    } else {
      not_used(out, *module);
    }
    return out;
  }

  // For builds without go.work, a member of a workspace names other members.
  void not_used(ReplacementUse& out, ModuleId module) const {
    const NodeId selected = graph_.selected(module);
    if (is_workspace_ && graph_.is_main(selected) &&
        out.placed.manifest != kGoWorkFile)
      out.effect = ReplacementEffect::kSilent;
    else
      out.instead = selected;
  }

  // A folder by where it is, however a file spells the way to it.
  ModuleVersion target_of(const Replacement& directive) const {
    ModuleVersion out = directive.replacement;
    if (!out.version.empty() || is_absolute_path(out.path)) return out;
    const std::size_t place = placed_.at(&directive);
    const std::string& file = place == kGoWorkFile
                                  ? project_.work->file
                                  : project_.manifests[place].file;
    out.path = join_path(parent_path(file), out.path);
    return out;
  }

  const Replacement& winner_at(NodeId node) const {
    return *replacements_.find(graph_.path(node), graph_.version(node))
                ->directive;
  }

  bool speaks_of(const Replacement& directive, NodeId node) const {
    return !graph_.is_main(node) &&
           (directive.old.version.empty() ||
            directive.old.version == graph_.version(node));
  }

  bool is_unread(NodeId node) const {
    return !graph_.is_selected(node) && graph_.loaded(node) == Loaded::kNo;
  }

  const Project& project_;
  const ModuleGraph& graph_;
  const bool is_workspace_;
  const MainModules mains_;
  const Replacements replacements_;
  std::map<const Replacement*, std::size_t> placed_;
  std::vector<const Replacement*> order_;
};

}  // namespace

std::vector<ReplacementUse> replacement_uses(const Project& project) {
  return Looking(project).look();
}

}  // namespace modgraph

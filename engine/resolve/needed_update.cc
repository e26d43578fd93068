// Which lines of go.mod would the go command change before it builds?
//
// Idea: with -mod=mod it makes the roots consistent and writes them; with
// -mod=readonly it stops where it would have to. So the lines that differ from
// the consistent roots are both the reason and the repair. A toolchain line
// that says no more than the go line is taken out likewise.
// Source: the go command's behaviour (1.26): "updates to go.mod needed".
// Cost: O(n log n) in the requirements of the file.
// Tested by needed_update_test.cc, with random worlds against loading them as
// -mod=readonly does.

#include "engine/resolve/needed_update.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "engine/model/version.h"
#include "engine/resolve/main_module_checks.h"
#include "engine/resolve/pruning.h"

namespace modgraph {
namespace {

class UpdateFinder {
 public:
  UpdateFinder(const Manifest& manifest, const std::vector<VersionId>& roots,
               const VersionTable& table)
      : manifest_(manifest) {
    for (const VersionId r : roots)
      roots_.emplace(table.module(r).path, table.module(r).version);
  }

  std::optional<GoModUpdate> find() && {
    requirements();
    tool_lines();
    if (out_.lines.empty()) return std::nullopt;
    out_.file = manifest_.file;
    std::sort(out_.lines.begin(), out_.lines.end(),
              [](const UpdatedLine& a, const UpdatedLine& b) {
                return a.path != b.path ? a.path < b.path : a.from < b.from;
              });
    return std::move(out_);
  }

 private:
  void requirements() {
    std::map<std::string_view, bool> is_kept;  // by path: a line has it
    for (const Requirement& r : manifest_.require) {
      const auto root = roots_.find(r.module.path);
      if (root != roots_.end() && root->second == r.module.version)
        is_kept[r.module.path] = true;
    }
    std::map<std::string_view, bool> is_raised;  // by path: a line becomes it
    for (const Requirement& r : manifest_.require) {
      const std::string& path = r.module.path;
      // What is no version (a branch, say) is resolved before anything else,
      // and a requirement of the module itself is passed over.
      if (canonical_version(r.module.version) != r.module.version ||
          (manifest_.module && path == manifest_.module->path))
        continue;
      const auto root = roots_.find(path);
      if (root == roots_.end()) {
        change(path, r.module.version, {});
      } else if (root->second != r.module.version) {
        const bool dropped = is_kept[path] || is_raised[path];
        is_raised[path] = true;
        change(path, r.module.version,
               dropped ? std::string_view() : root->second);
      }
    }
    std::set<std::string_view> with_line;
    for (const Requirement& r : manifest_.require)
      with_line.insert(r.module.path);
    for (const auto& [path, version] : roots_)
      if (path != "go" && path != "toolchain" && with_line.count(path) == 0)
        change(path, {}, version);
  }

  void tool_lines() {
    const auto go = roots_.find("go");
    const std::string_view stated_go =
        manifest_.go ? manifest_.go->version : kDefaultGoModVersion;
    if (go != roots_.end() && go->second != stated_go)
      change("go", manifest_.go ? stated_go : std::string_view(), go->second);
    const auto toolchain = roots_.find("toolchain");
    if (!manifest_.toolchain) return;
    const std::string& stated = manifest_.toolchain->version;
    if (has_empty_toolchain_line(manifest_))
      change("toolchain", stated, {});
    else if (toolchain != roots_.end() && toolchain->second != stated)
      change("toolchain", stated, toolchain->second);
  }

  void change(std::string_view path, std::string_view from,
              std::string_view to) {
    out_.lines.push_back(
        {std::string(path), std::string(from), std::string(to)});
  }

  const Manifest& manifest_;
  std::map<std::string_view, std::string_view> roots_;
  GoModUpdate out_;
};

}  // namespace

std::optional<GoModUpdate> needed_update(const Manifest& manifest,
                                         const std::vector<VersionId>& roots,
                                         const VersionTable& table) {
  return UpdateFinder(manifest, roots, table).find();
}

}  // namespace modgraph

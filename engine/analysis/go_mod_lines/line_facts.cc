// What does each line of a go.mod or go.work say?
// Source: go.dev/ref/mod#go-mod-file for the directives.
// Cost: O(lines log lines).
// Tested by line_facts_test.cc.

#include "engine/analysis/go_mod_lines/line_facts.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace modgraph {
namespace {

class LineFactList {
 public:
  explicit LineFactList(const Manifest& m) {
    if (m.module) add(m.module->where, "module");
    if (m.go) add(m.go->where, "go");
    if (m.toolchain) add(m.toolchain->where, "toolchain");
    for (const Requirement& r : m.require)
      add(r.where, "require " + r.module.path);
    for (const Exclusion& e : m.exclude)
      add(e.where, "exclude " + module_name(e.module));
    for (const Replacement& r : m.replace)
      add(r.where, "replace " + module_name(r.old));
    for (const Retraction& r : m.retract) add(r.where, "retract " + r.low);
    for (const GodebugSetting& g : m.godebug) add(g.where, "godebug " + g.key);
    add_paths("tool ", m.tool);
    add_paths("ignore ", m.ignore);
    add_paths("use ", m.use);
    std::stable_sort(
        facts_.begin(), facts_.end(),
        [](const LineFact& a, const LineFact& b) { return a.line < b.line; });
  }

  std::vector<LineFact> take() && { return std::move(facts_); }

 private:
  void add(const SourceSpan& where, std::string name) {
    facts_.push_back({where.line, where.block_line, std::move(name)});
  }

  void add_paths(std::string_view verb,
                 const std::vector<PathDirective>& directives) {
    for (const PathDirective& d : directives)
      add(d.where, std::string(verb) + d.path);
  }

  std::vector<LineFact> facts_;
};

}  // namespace

std::vector<LineFact> line_facts(const Manifest& manifest) {
  return LineFactList(manifest).take();
}

const LineFact* fact_at(std::span<const LineFact> facts, int line) {
  const auto at = std::lower_bound(
      facts.begin(), facts.end(), line,
      [](const LineFact& fact, int wanted) { return fact.line < wanted; });
  return at != facts.end() && at->line == line ? &*at : nullptr;
}

}  // namespace modgraph

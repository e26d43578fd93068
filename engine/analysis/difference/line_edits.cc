// Which facts of the go.mod and go.work files are different?
//
// Idea: each file becomes a list of facts with what they say, sorted by what
// they are about; the lists of both sides are walked side by side.
// Source: none; a merge of two sorted lists.
// Cost: O(lines log lines).
// Tested by line_edits_test.cc.

#include "engine/analysis/difference/line_edits.h"

#include <algorithm>
#include <array>
#include <utility>

namespace modgraph {
namespace {

constexpr std::string_view kThere = "there";

struct Fact {
  FactName name;
  std::string says;
  int line = 0;
  bool indirect = false;
};

class FactList {
 public:
  explicit FactList(std::span<const Manifest> manifests) {
    for (const Manifest& m : manifests) {
      file_ = &m.file;
      add_file(m);
    }
    // Of two lines about one thing the later one stands for both.
    std::stable_sort(
        facts_.begin(), facts_.end(),
        [](const Fact& a, const Fact& b) { return a.name < b.name; });
  }

  const std::vector<Fact>& facts() const { return facts_; }

 private:
  void add(FactKind kind, std::string subject, std::string version,
           std::string says, const SourceSpan& where, bool indirect = false) {
    facts_.push_back({{*file_, kind, std::move(subject), std::move(version)},
                      std::move(says),
                      where.line,
                      indirect});
  }

  void add_file(const Manifest& m) {
    if (m.module)
      add(FactKind::kModule, "", "", m.module->path, m.module->where);
    if (m.go) add(FactKind::kGo, "", "", m.go->version, m.go->where);
    if (m.toolchain)
      add(FactKind::kToolchain, "", "", m.toolchain->version,
          m.toolchain->where);
    for (const PathDirective& use : m.use)
      add(FactKind::kUse, use.path, "", std::string(kThere), use.where);
    for (const Requirement& r : m.require)
      add(FactKind::kRequire, r.module.path, "",
          r.module.version + (r.indirect ? " // indirect" : ""), r.where,
          r.indirect);
    for (const Replacement& r : m.replace) {
      const ModuleVersion& by = r.replacement;
      add(FactKind::kReplace, r.old.path, r.old.version,
          by.version.empty() ? by.path : by.path + " " + by.version, r.where);
    }
    for (const Exclusion& e : m.exclude)
      add(FactKind::kExclude, e.module.path, e.module.version,
          std::string(kThere), e.where);
    for (const PathDirective& tool : m.tool)
      add(FactKind::kTool, tool.path, "", std::string(kThere), tool.where);
    for (const GodebugSetting& g : m.godebug)
      add(FactKind::kGodebug, g.key, "", g.value, g.where);
  }

  const std::string* file_ = nullptr;
  std::vector<Fact> facts_;
};

LineEdit edit_of(const Fact* before, const Fact* after) {
  LineEdit out;
  out.fact = before != nullptr ? before->name : after->name;
  const bool is_requirement = out.fact.kind == FactKind::kRequire;
  const auto is_quiet = [](const Fact* f) {
    return f == nullptr || f->indirect;
  };
  out.is_primary = !(is_requirement && is_quiet(before) && is_quiet(after));
  if (before != nullptr) {
    out.before = before->says;
    out.line_before = before->line;
  }
  if (after != nullptr) {
    out.after = after->says;
    out.line_after = after->line;
  }
  return out;
}

std::string_view word_of(FactKind kind) {
  constexpr std::array<std::string_view, 9> kWords = {
      "module",  "go",      "toolchain", "use",    "require",
      "replace", "exclude", "tool",      "godebug"};
  return kWords[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string edit_name(const LineEdit& edit) {
  std::string out = edit.fact.file;
  out.append(": ").append(word_of(edit.fact.kind));
  if (!edit.fact.subject.empty()) out.append(" ").append(edit.fact.subject);
  if (!edit.fact.version.empty()) out.append(" ").append(edit.fact.version);
  out.append(": ").append(edit.before.value_or("none"));
  return out.append(" -> ").append(edit.after.value_or("none"));
}

std::vector<LineEdit> line_edits(std::span<const Manifest> before,
                                 std::span<const Manifest> after) {
  const FactList old_list(before);
  const FactList new_list(after);
  const std::vector<Fact>& was = old_list.facts();
  const std::vector<Fact>& is = new_list.facts();
  // Past all facts of the same name; the last of them.
  const auto take = [](const std::vector<Fact>& from, std::size_t& at) {
    while (at + 1 < from.size() && from[at + 1].name == from[at].name) ++at;
    return &from[at++];
  };
  std::vector<LineEdit> out;
  for (std::size_t a = 0, b = 0; a < was.size() || b < is.size();) {
    const bool has_both = a < was.size() && b < is.size();
    const bool takes_old =
        b == is.size() || (has_both && was[a].name <= is[b].name);
    const bool takes_new =
        a == was.size() || (has_both && is[b].name <= was[a].name);
    const Fact* const old_fact = takes_old ? take(was, a) : nullptr;
    const Fact* const new_fact = takes_new ? take(is, b) : nullptr;
    if (old_fact != nullptr && new_fact != nullptr &&
        old_fact->says == new_fact->says)
      continue;
    out.push_back(edit_of(old_fact, new_fact));
  }
  return out;
}

const LineEdit* find_edit(std::span<const LineEdit> edits,
                          const FactName& fact) {
  const auto at = std::lower_bound(
      edits.begin(), edits.end(), fact,
      [](const LineEdit& e, const FactName& name) { return e.fact < name; });
  return at != edits.end() && at->fact == fact ? &*at : nullptr;
}

}  // namespace modgraph

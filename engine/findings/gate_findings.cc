// MG9001 to MG9004 and MG9006.

#include "engine/findings/gate_findings.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/base/printable.h"
#include "engine/base/settings_pattern.h"
#include "engine/findings/findings.h"
#include "engine/findings/locations.h"

namespace modgraph {
namespace {

std::string joined_by(std::span<const std::string> words,
                      std::string_view between) {
  std::string out;
  for (const std::string& word : words)
    out.append(out.empty() ? "" : between).append(word);
  return out;
}

const Manifest* file_named(const Project& project, std::string_view name) {
  for (const Manifest& m : project.manifests)
    if (m.file == name) return &m;
  return project.work && project.work->file == name ? &*project.work : nullptr;
}

// With its source line where it is one of the project's files.
Location place_of(const Project& project, const SourcePosition& where) {
  Location out{where.file, where.line, where.column, 0, {}, {}};
  if (const Manifest* m = file_named(project, where.file))
    out.source_line = source_line(*m, where.line);
  return out;
}

// "MG2002 for b.example/net", as its author wrote it.
std::string words_of_silence(const Silence& silence) {
  std::string out = joined_by(silence.rules, ", ");
  if (!silence.modules.empty())
    out += " for " + joined_by(silence.modules, ", ");
  else if (!silence.facts.empty())
    out += fmt::format(
        " at {}{}", silence.facts.front(),
        silence.facts.size() > 1
            ? fmt::format(" and {} more lines", silence.facts.size() - 1)
            : "");
  if (!silence.in.empty()) out += " in " + silence.in;
  return printable(out);
}

// Modules that it names in full: patterns are no modules.
std::vector<Subject> modules_of(const Silence& silence) {
  std::vector<Subject> out;
  for (const std::string& m : silence.modules)
    if (m.find_first_of("*!") == std::string::npos) out.push_back({m, ""});
  for (const std::string& fact : silence.facts)
    if (const std::size_t blank = fact.find(' '); blank != fact.npos)
      out.push_back({fact.substr(blank + 1, fact.find('@') - blank - 1), ""});
  if (out.size() > kMostSilenced) out.resize(kMostSilenced);
  return out;
}

std::vector<Subject> once_each(std::vector<Subject> subjects) {
  const auto key = [](const Subject& s) {
    return std::tie(s.module, s.version);
  };
  std::sort(subjects.begin(), subjects.end(),
            [&](auto& a, auto& b) { return key(a) < key(b); });
  subjects.erase(
      std::unique(subjects.begin(), subjects.end(),
                  [&](auto& a, auto& b) { return key(a) == key(b); }),
      subjects.end());
  return subjects;
}

// Whether it can silence anything here: its rules are looked for, and its
// folder is one of these.
bool may_match(const Gate& gate, const Silence& silence) {
  const bool is_looked_for = std::any_of(
      silence.rules.begin(), silence.rules.end(), [&](const std::string& name) {
        const Rule* const rule = find_rule(name);
        return rule != nullptr && is_wanted(gate.rules, *rule);
      });
  const bool is_here =
      silence.in.empty() ||
      std::any_of(gate.folders.begin(), gate.folders.end(),
                  [&](const FileFolder& f) {
                    return matches_pattern(silence.in, f.folder);
                  });
  return is_looked_for && is_here;
}

class GateFindings {
 public:
  GateFindings(const Project& project, const Gate& gate)
      : project_(project), gate_(gate) {}

  void add_silence(const SilenceUse& use) {
    const Silence& silence = *use.silence;
    if (use.hits == 0) {
      if (is_whole() && may_match(gate_, silence)) add_unused(silence);
    } else if (use.ended) {
      add_ended(use);
    }
  }

  void add_entry(const BaselineUse& use) {
    const BaselineEntry& entry = *use.entry;
    if (use.hits >= entry.count || !is_whole() || !is_ours(entry)) return;
    const std::string what =
        fmt::format("{}{}{}", entry.finding.rule,
                    entry.finding.subject.empty() ? "" : " of ",
                    printable(entry.finding.subject));
    Finding& f = add(
        "MG9001",
        use.hits == 0
            ? fmt::format("the baseline lists {}, which is not found any more",
                          what)
            : fmt::format("the baseline lists {} {} times, and it is found {}",
                          what, entry.count, use.hits),
        entry.where);
    for (std::string_view rest = entry.finding.subject; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      f.subjects.push_back({std::string(rest.substr(0, end)), ""});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    f.notes.emplace_back("`modgraph baseline prune` takes it away");
  }

  void add_broken(const BrokenSilence& broken) {
    Finding& f = add("MG9006",
                     fmt::format("this comment silences nothing: it {}",
                                 printable(broken.why)),
                     broken.silence.where);
    f.subjects = modules_of(broken.silence);
    f.notes.emplace_back(
        "write `// modgraph:ignore RULE -- REASON`, with `until=YYYY-MM-DD` at "
        "its end if it is for a while");
  }

  void add_unknown_rule(const Silence& silence, const std::string& name) {
    Finding& f =
        add("MG9006",
            fmt::format("this comment silences nothing: '{}' is no rule",
                        printable(name)),
            silence.where);
    f.subjects = modules_of(silence);
    f.notes.emplace_back("`modgraph explain` lists all rules");
  }

  void add_broken_mark(const BrokenIndirect& broken) {
    const Requirement& r = *broken.requirement;
    Finding& f =
        add("MG9003",
            broken.repeats
                ? "this line says // indirect twice"
                : fmt::format("for the go command this line is direct: its "
                              "comment does not begin with `// indirect;`"),
            {});
    for (const Manifest& m : project_.manifests)
      if (is_in(m, r)) f.location = location_of(m, r.where);
    f.subjects.push_back({r.module.path, r.module.version});
    f.notes.push_back(fmt::format("write {} {} {}", r.module.path,
                                  r.module.version, printable(broken.mended)));
  }

  std::vector<Finding> result() && { return std::move(out_); }

 private:
  static bool is_in(const Manifest& manifest, const Requirement& r) {
    return !manifest.require.empty() && &r >= &manifest.require.front() &&
           &r <= &manifest.require.back();
  }

  bool is_whole() const { return project_.partial_because.empty(); }

  // Of other main modules nothing is known here.
  bool is_ours(const BaselineEntry& entry) const {
    const ModuleGraph& graph = project_.graph;
    for (std::string_view rest = entry.finding.main; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      const std::string_view name = rest.substr(0, end);
      if (std::none_of(
              graph.mains().begin(), graph.mains().end(),
              [&](const NodeId main) { return graph.path(main) == name; }))
        return false;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const Rule* const rule = find_rule(entry.finding.rule);
    return rule != nullptr && is_wanted(gate_.rules, *rule);
  }

  void add_unused(const Silence& silence) {
    Finding& f = add("MG9002",
                     fmt::format("nothing that is found here is silenced by "
                                 "this: {}",
                                 words_of_silence(silence)),
                     silence.where);
    f.subjects = modules_of(silence);
  }

  void add_ended(const SilenceUse& use) {
    const Silence& silence = *use.silence;
    Finding& f = add("MG9004",
                     fmt::format("the last day of a silence was {}: {}",
                                 silence.until, words_of_silence(silence)),
                     silence.where);
    f.subjects = once_each(use.subjects);
    f.notes.push_back("its reason was: " + printable(silence.reason));
  }

  Finding& add(std::string_view code, std::string message,
               const SourcePosition& where) {
    Finding f = new_finding(code, std::move(message));
    if (code == "MG9001" && gate_.ratchet) f.level = Level::kError;
    if (!where.file.empty()) f.location = place_of(project_, where);
    out_.push_back(std::move(f));
    return out_.back();
  }

  const Project& project_;
  const Gate& gate_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> gate_findings(const Project& project, const Gate& gate,
                                   std::span<const SilenceComments> comments,
                                   const SilencesUsed& used) {
  GateFindings out(project, gate);
  for (const BaselineUse& use : used.baseline) out.add_entry(use);
  for (const SilenceUse& use : used.silences) out.add_silence(use);
  for (const SilenceComments& of_file : comments) {
    for (const BrokenSilence& broken : of_file.broken) out.add_broken(broken);
    for (const BrokenIndirect& b : of_file.broken_indirect)
      out.add_broken_mark(b);
    for (const Silence& silence : of_file.silences)
      for (const std::string& name : silence.rules)
        if (find_rule(name) == nullptr) out.add_unknown_rule(silence, name);
  }
  return std::move(out).result();
}

}  // namespace modgraph

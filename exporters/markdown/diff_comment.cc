#include "exporters/markdown/diff_comment.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/base/counted.h"
#include "engine/base/printable.h"
#include "engine/base/shell_word.h"
#include "exporters/markdown/markdown_text.h"
#include "exporters/pictures/picture_labels.h"

namespace modgraph {
namespace {

constexpr std::size_t kLines = 7;          // between the verdict and the fold
constexpr std::size_t kEdits = 4;          // of those
constexpr std::size_t kFindings = 20;      // rows of their table
constexpr std::size_t kNamed = 2;          // modules in one line
constexpr std::size_t kSpanLength = 200;   // code points: strangers write names
constexpr std::size_t kShortCommit = 10;   // digits
constexpr std::size_t kRoomForRest = 100;  // for what is left out

std::string span(std::string_view name) {
  return code_span(shortened(name, kSpanLength));
}

// "5 new, 4 raised"; what needs a look is in capitals.
std::string effect_words(const EditEffect& effect) {
  std::string out;
  for (const auto& [count, word] :
       {std::pair(effect.added, "new"), std::pair(effect.removed, "gone"),
        std::pair(effect.upgraded, "raised"),
        std::pair(effect.downgraded, "LOWERED"),
        std::pair(effect.replaced, "replaced otherwise")})
    if (count > 0)
      out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count, word);
  return out;
}

// The fact itself; the file is not said where it is the usual one.
std::string fact_text(const LineEdit& e) {
  constexpr std::string_view kUsual = "go.mod: ";
  const std::string name = edit_name(e);
  return span(name.starts_with(kUsual) ? name.substr(kUsual.size()) : name);
}

// "`a.b/c` v1.0.0 → v1.1.0", "`a.b/c` new at v1.0.0", or the fact itself.
std::string edit_text(const LineEdit& e) {
  if (e.fact.kind != FactKind::kRequire) return fact_text(e);
  const std::string module = span(e.fact.subject);
  if (!e.before) return module + " new at " + span(*e.after);
  if (!e.after) return module + " dropped, it was " + span(*e.before);
  return fmt::format("{} {} \u2192 {}", module, span(*e.before),
                     span(*e.after));
}

std::string version_cell(const std::optional<UsedVersion>& used) {
  if (!used) return " ";
  std::string out = used->version;
  if (used->replaced_by) {
    out += " => " + used->replaced_by->path;
    if (!used->replaced_by->version.empty())
      out += " " + used->replaced_by->version;
  }
  return table_cell(span(out));
}

class DiffComment {
 public:
  DiffComment(const DiffAnswer& answer, const DiffCommentOptions& options)
      : answer_(answer), diff_(answer.difference), options_(options) {
    for (std::uint32_t i = 0; i < diff_.edits.size(); ++i)
      if (diff_.edits[i].is_primary) primary_.push_back(i);
    std::stable_sort(primary_.begin(), primary_.end(), [&](auto a, auto b) {
      return diff_.effects[a].all() > diff_.effects[b].all();
    });
  }

  std::string text() const {
    std::string out = "<!-- modgraph:diff" +
                      (options_.id.empty() ? "" : " " + options_.id) +
                      " -->\n" + verdict() + "\n\n";
    const std::string end = "<sub>" + span(command()) + "</sub>\n";
    std::string body = lines();
    if (!body.empty()) body += "\n";
    const std::string found = new_findings();
    const std::size_t used =
        out.size() + body.size() + found.size() + end.size();
    if (!diff_.moves.empty() && used < options_.budget)
      body += changes(options_.budget - used);
    return out + body + found + end;
  }

 private:
  std::string size() const {
    const auto [before, after] =
        std::pair(diff_.before.modules, diff_.after.modules);
    return before == after ? fmt::format("the build has {}, as before",
                                         counted(after, "module"))
                           : fmt::format("the build has {} \u2192 {}", before,
                                         counted(after, "module"));
  }

  std::string verdict() const {
    if (diff_.moves.empty())
      return fmt::format("**The build stays as it is: {}.**",
                         counted(diff_.after.modules, "module"));
    const std::string what =
        fmt::format("{}: {}; {}", counted(diff_.moves.size(), "module"),
                    effect_words(diff_.all), size());
    if (primary_.empty())
      return fmt::format("**Lines that say `// indirect` alone change {}.**",
                         what);
    if (verdict_names_edit())
      return fmt::format("**{} changes {}.**",
                         edit_text(diff_.edits[primary_.front()]), what);
    return fmt::format("**{} of go.mod {} {}.**",
                       counted(primary_.size(), "edit"),
                       primary_.size() == 1 ? "changes" : "change", what);
  }

  bool verdict_names_edit() const {
    return primary_.size() == 1 && !diff_.moves.empty() &&
           diff_.edits[primary_.front()].fact.kind == FactKind::kRequire;
  }

  // Up to seven: the edits give way to what needs a look.
  std::string lines() const {
    std::vector<std::string> last;
    for (const std::string& line :
         {findings(), lowered(), majors(), indirect(), partial()})
      if (!line.empty()) last.push_back(line);
    const std::size_t room = verdict_names_edit() ? 0 : kLines - last.size();
    std::size_t shown = std::min({primary_.size(), kEdits, room});
    if (shown < primary_.size() && shown == room && room > 0) --shown;
    std::string out;
    for (std::size_t i = 0; i < shown; ++i) out += edit_line(primary_[i]);
    if (shown < primary_.size() && room > 0)
      out += fmt::format("- and {}\n",
                         counted(primary_.size() - shown, "more edit"));
    for (const std::string& line : last) out += line;
    return out;
  }

  std::string edit_line(std::uint32_t edit) const {
    const std::string carried = effect_words(diff_.effects[edit]);
    return fmt::format(
        "- {}: {}\n", edit_text(diff_.edits[edit]),
        carried.empty() ? "nothing in the build changes" : carried);
  }

  // "`a.b/c` v1.1.0 → v1.0.0, ... and 3 more".
  template <class Belongs, class Text>
  std::string named(std::string_view what, Belongs belongs, Text text) const {
    std::string names;
    std::size_t count = 0;
    for (const ModuleMove& m : diff_.moves)
      if (belongs(m) && ++count <= kNamed)
        names += (count == 1 ? " " : ", ") + text(m);
    if (count > kNamed) names += fmt::format(" and {} more", count - kNamed);
    return count == 0 ? "" : fmt::format("- **{}**:{}\n", what, names);
  }

  std::string lowered() const {
    return named(
        "lowered",
        [](const ModuleMove& m) { return m.kind == MoveKind::kDowngraded; },
        [](const ModuleMove& m) {
          return fmt::format("{} {} \u2192 {}", span(m.path),
                             span(m.before->version), span(m.after->version));
        });
  }

  std::string majors() const {
    return named(
        "another major",
        [](const ModuleMove& m) {
          return m.is_major && m.kind == MoveKind::kAdded;
        },
        [](const ModuleMove& m) { return span(m.path); });
  }

  // What a reviewer does not expect: a raise that nobody asked for directly.
  std::string indirect() const {
    const auto is_quiet = [&](const ModuleMove& m) {
      return !m.causes.empty() &&
             std::none_of(m.causes.begin(), m.causes.end(), [&](auto edit) {
               return diff_.edits[edit].is_primary;
             });
    };
    const auto found = static_cast<std::uint64_t>(
        std::count_if(diff_.moves.begin(), diff_.moves.end(), is_quiet));
    if (found == 0 || primary_.empty()) return {};
    return fmt::format(
        "- {} by `// indirect` lines alone: no direct requirement does it\n",
        counted(found, "change"));
  }

  // "2 new findings, 1 fixed: MG0001 of `evil.example/x` and 1 more".
  std::string findings() const {
    const DiffFindings& f = answer_.findings;
    if (f.added.empty() && f.fixed.empty() && f.unknown.empty()) return {};
    std::string out;
    const auto add = [&](std::size_t count, std::string_view noun) {
      if (count == 0) return;
      out += out.empty() ? "" : ", ";
      out += counted(count, noun);
    };
    add(f.added.size(), "new finding");
    if (!f.fixed.empty())
      out += fmt::format("{}{} fixed", out.empty() ? "" : ", ", f.fixed.size());
    if (!f.unknown.empty())
      out += fmt::format("{}{} may be new", out.empty() ? "" : ", ",
                         f.unknown.size());
    std::string names;
    for (std::size_t i = 0; i < std::min(f.added.size(), kNamed); ++i)
      names += (i == 0 ? ": " : ", ") + finding_name(f.added[i]);
    if (f.added.size() > kNamed)
      names += fmt::format(" and {} more", f.added.size() - kNamed);
    return fmt::format("- **{}**{}\n", out, names);
  }

  // "MG0001 banned-module of `evil.example/x`".
  static std::string finding_name(const Finding& f) {
    std::string out = fmt::format("{} {}", f.rule->code, f.rule->name);
    if (!f.subjects.empty()) out += " of " + span(f.subjects.front().module);
    return out;
  }

  static std::string place_cell(const Finding& f) {
    if (!f.location) return " ";
    std::string at = f.location->file;
    if (f.location->line > 0) at += fmt::format("#L{}", f.location->line);
    return table_cell(span(at));
  }

  static std::string fix_cell(const Finding& f) {
    if (f.suggestions.empty() || f.suggestions.front().commands.empty())
      return " ";
    return table_cell(span(f.suggestions.front().commands.front()));
  }

  std::string new_findings() const {
    const std::vector<Finding>& added = answer_.findings.added;
    if (added.empty()) return {};
    std::string out = fmt::format(
        "<details><summary>{}</summary>\n\n| finding | line | what | fix, "
        "tried |\n|---|---|---|---|\n",
        counted(added.size(), "new finding"));
    std::size_t shown = 0;
    for (; shown < std::min(added.size(), kFindings); ++shown) {
      const Finding& f = added[shown];
      const std::string row = fmt::format(
          "| {} {} | {} | {} | {} |\n", level_name(f.level), f.rule->code,
          place_cell(f),
          table_cell(markdown_sentence(shortened(f.message, kSpanLength))),
          fix_cell(f));
      // The changes need room too.
      if (out.size() + row.size() > options_.budget / 3) break;
      out += row;
    }
    if (shown < added.size())
      out += fmt::format("\n{} not shown.\n",
                         counted(added.size() - shown, "more finding"));
    return out + "\n</details>\n\n";
  }

  std::string partial() const {
    if (answer_.partial_because.empty()) return {};
    return "- partial: " +
           markdown_sentence(
               shortened(answer_.partial_because.front(), kSpanLength)) +
           "\n";
  }

  // The path of the first causes; of others what they are about.
  std::string causes(const ModuleMove& m) const {
    std::vector<std::string> names;
    for (const std::uint32_t edit : m.causes) {
      const FactName& fact = diff_.edits[edit].fact;
      std::string name = fact.kind == FactKind::kRequire
                             ? span(fact.subject)
                             : fact_text(diff_.edits[edit]);
      if (std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(std::move(name));
    }
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i)
      out += (i > 0 ? ", " : "") + names[i];
    if (names.size() > kNamed)
      out += fmt::format(" and {} more", names.size() - kNamed);
    return out.empty() ? "not known" : table_cell(out);
  }

  std::string changes(std::size_t budget) const {
    std::vector<const ModuleMove*> order;
    for (const ModuleMove& m : diff_.moves) order.push_back(&m);
    std::stable_sort(order.begin(), order.end(), [](auto* a, auto* b) {
      return telling_rank(*a) < telling_rank(*b);
    });
    std::string out = fmt::format(
        "<details><summary>{}, and the edits behind {}</summary>\n\n| module "
        "| before | after | because of |\n|---|---|---|---|\n",
        counted(order.size(), "change"), order.size() == 1 ? "it" : "each");
    constexpr std::string_view kTail = "\n</details>\n\n";
    std::size_t shown = 0;
    for (; shown < order.size(); ++shown) {
      const ModuleMove& m = *order[shown];
      const std::string row =
          fmt::format("| {} | {} | {} | {} |\n", table_cell(span(m.path)),
                      version_cell(m.before), version_cell(m.after), causes(m));
      if (out.size() + row.size() + kTail.size() + kRoomForRest > budget) break;
      out += row;
    }
    if (shown < order.size())
      out += fmt::format("\n{} not shown: the comment would be too long.\n",
                         counted(order.size() - shown, "more change"));
    return out.append(kTail);
  }

  // Commits by their ids: a name moves on.
  std::string command() const {
    std::string out = "modgraph diff";
    for (const DiffSide* side : {&answer_.base, &answer_.head})
      out +=
          " " + (side->commit.empty() ? shell_word(side->name)
                                      : side->commit.substr(0, kShortCommit));
    return out;
  }

  const DiffAnswer& answer_;
  const ProjectDifference& diff_;
  const DiffCommentOptions& options_;
  std::vector<std::uint32_t> primary_;  // edits, those that carry most first
};

}  // namespace

void write_diff_comment(const DiffAnswer& answer,
                        const DiffCommentOptions& options, Sink& out) {
  out.put(DiffComment(answer, options).text());
}

}  // namespace modgraph

#include "engine/report/answers/diff.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/base/counted.h"
#include "engine/model/version.h"
#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

// Of a screen of forty lines.
constexpr std::size_t kShownEdits = 8;
constexpr std::size_t kShownMoves = 20;
constexpr std::size_t kShownDirect = 4;
constexpr std::size_t kShownFindings = 5;

constexpr FieldShape kSideFields[] = {
    field("kind", FieldType::kText, "folder, or commit"),
    field("name", FieldType::kText, "as it was named"),
    optional_field("commit", FieldType::kText, "its id; null for a folder"),
};
constexpr RecordShape kSideShape{"diff_side", kSideFields};

constexpr FieldShape kBuildCountFields[] = {
    field("modules", FieldType::kCount,
          "modules of the build list, main modules included"),
    field("hidden", FieldType::kCount,
          "of those, the ones that no go.mod of ours names"),
    field("requirements", FieldType::kCount,
          "distinct requirements between module versions"),
    field("longest_chain", FieldType::kCount,
          "modules on the longest chain of requirements"),
};
constexpr RecordShape kBuildCountShape{"build_counts", kBuildCountFields};

constexpr FieldShape kDiffCountFields[] = {
    record_field("before", kBuildCountShape, "of the base"),
    record_field("after", kBuildCountShape, "of the head"),
    field("added", FieldType::kCount, "modules that the head alone builds"),
    field("removed", FieldType::kCount, "modules that the base alone builds"),
    field("upgraded", FieldType::kCount, "modules whose version rises"),
    field("downgraded", FieldType::kCount, "modules whose version falls"),
    field("replaced", FieldType::kCount,
          "modules with the same version and another replacement"),
};
constexpr RecordShape kDiffCountShape{"diff_counts", kDiffCountFields};

constexpr FieldShape kCarriedFields[] = {
    field("added", FieldType::kCount, "modules added"),
    field("removed", FieldType::kCount, "modules removed"),
    field("upgraded", FieldType::kCount, "modules raised"),
    field("downgraded", FieldType::kCount, "modules lowered"),
    field("replaced", FieldType::kCount, "modules replaced otherwise"),
};
constexpr RecordShape kCarriedShape{"carried", kCarriedFields};

constexpr FieldShape kFactEditFields[] = {
    field("id", FieldType::kText,
          "the fact that differs: file, fact, before and after"),
    field("file", FieldType::kText, "the go.mod or go.work"),
    optional_field("line_before", FieldType::kCount,
                   "its line in the base; null: there is none"),
    optional_field("line_after", FieldType::kCount,
                   "its line in the head; null: there is none"),
    field("primary", FieldType::kFlag,
          "false: a requirement that is absent or // indirect on both sides"),
    optional_field("effect", FieldType::kText,
                   "what it carries, in words; null: nothing"),
    record_field("carries", kCarriedShape,
                 "the changes that it is a cause of; several may cause one"),
};
constexpr RecordShape kFactEditShape{"fact_edit", kFactEditFields};

constexpr FieldShape kMoveFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("kind", FieldType::kText,
          "added, removed, upgraded, downgraded, or replaced: the version "
          "stays, but not its replacement"),
    optional_field("from", FieldType::kVersion,
                   "selected in the base; null: added"),
    optional_field("to", FieldType::kVersion,
                   "selected in the head; null: removed"),
    optional_record("from_replacement", kReplacedByShape,
                    "what replaces it in the base"),
    optional_record("to_replacement", kReplacedByShape,
                    "what replaces it in the head"),
    optional_field("direct_before", FieldType::kFlag,
                   "a go.mod of the base requires it without // indirect; "
                   "null: no line requires it"),
    optional_field("direct_after", FieldType::kFlag, "likewise in the head"),
    field("hidden", FieldType::kFlag, "no line of the head requires it"),
    field("major", FieldType::kFlag,
          "another major version of it goes or comes at the same time"),
    field("prerelease", FieldType::kFlag, "the head selects a pre-release"),
    list_of("causes", FieldType::kText,
            "ids of the edits behind it, the most telling first; empty: not "
            "known"),
    optional_field("because", FieldType::kText,
                   "the first cause in short; null: not known"),
    field("need", FieldType::kText,
          "any: each cause alone brings it; all: they hold together"),
    lists_of("witness", FieldType::kModuleVersion,
             "by cause, a shortest chain of requirements: in the head for what "
             "came, in the base for what went; empty for a replacement"),
};
constexpr RecordShape kMoveShape{"module_move", kMoveFields};

constexpr FieldShape kDirectChangeFields[] = {
    field("file", FieldType::kText, "the go.mod"),
    field("module", FieldType::kModule, "the module that it requires"),
    field("from", FieldType::kText, "direct or indirect"),
    field("to", FieldType::kText, "the other"),
};
constexpr RecordShape kDirectChangeShape{"direct_change", kDirectChangeFields};

constexpr FieldShape kNewDirectFields[] = {
    field("module", FieldType::kModule, "the module path"),
    optional_field("exclusive", FieldType::kCount,
                   "modules that would leave the build with it, itself "
                   "included; null: not known"),
    optional_field("source_bytes", FieldType::kBytes,
                   "the archives of those in the module cache; null: none is "
                   "there"),
    field("source_unknown", FieldType::kCount,
          "of those modules, the ones without an archive there"),
};
constexpr RecordShape kNewDirectShape{"new_direct", kNewDirectFields};

constexpr FieldShape kVersionMoveFields[] = {
    optional_field("before", FieldType::kText, "null: there was none"),
    optional_field("after", FieldType::kText, "null: there is none"),
    list_of("forced_by", FieldType::kModuleVersion,
            "what requires exactly that version in the head"),
};
constexpr RecordShape kVersionMoveShape{"version_move", kVersionMoveFields};

constexpr FieldShape kDiffFindingFields[] = {
    field("rule", FieldType::kText, "its code"),
    field("name", FieldType::kText, "the rule's name"),
    field("level", FieldType::kText, "warning or error"),
    field("message", FieldType::kText, "what was found; one sentence"),
    list_of("modules", FieldType::kModule, "what it is about"),
    optional_field("location", FieldType::kLocation,
                   "the line of a file; null for the build as a whole"),
    optional_field("fix", FieldType::kCommand,
                   "an edit that makes it go away, tried; null: none known"),
    field("fingerprint", FieldType::kText,
          "its identity: no versions, no lines"),
};
constexpr RecordShape kDiffFindingShape{"diff_finding", kDiffFindingFields};

constexpr FieldShape kFindingDifferenceFields[] = {
    records("new", kDiffFindingShape, "the base does not have them"),
    records("fixed", kDiffFindingShape, "the head does not have them"),
    records("unknown", kDiffFindingShape,
            "the base's build lacks go.mod files that would tell"),
    field("known", FieldType::kCount, "both have them"),
};
constexpr RecordShape kFindingDifferenceShape{"finding_difference",
                                              kFindingDifferenceFields};

constexpr FieldShape kDiffPolicyFields[] = {
    optional_field("from", FieldType::kText,
                   "the settings that counted; null: there are none"),
    optional_field("digest", FieldType::kText,
                   "SHA-256 of their bytes, in hexadecimal"),
};
constexpr RecordShape kDiffPolicyShape{"diff_policy", kDiffPolicyFields};

constexpr FieldShape kDiffFields[] = {
    record_field("base", kSideShape, "what is compared"),
    record_field("head", kSideShape, "with what"),
    field("summary", FieldType::kText, "the difference in a line"),
    record_field("counts", kDiffCountShape, "how much there is"),
    records("new_direct", kNewDirectShape,
            "modules that a go.mod of the head requires directly and none of "
            "the base, the heaviest first"),
    records("edits", kFactEditShape,
            "facts of go.mod and go.work files that differ, those that carry "
            "most first"),
    records("changes", kMoveShape,
            "modules whose use differs: lowered first, then other majors, "
            "added, removed, replaced, raised"),
    records("direct_changes", kDirectChangeShape,
            "requirements whose // indirect mark came or went"),
    optional_record("go", kVersionMoveShape,
                    "the go version of the build; null: it stays"),
    optional_record("toolchain", kVersionMoveShape,
                    "its toolchain; null: it stays"),
    record_field("findings", kFindingDifferenceShape,
                 "warnings and errors of both sides, compared by identity"),
    record_field("policy", kDiffPolicyShape,
                 "what they were found under: that of the base"),
    field("partial", FieldType::kFlag, "some answers may be incomplete"),
    list_of("partial_because", FieldType::kText, "the reasons"),
};

std::string_view kind_name(MoveKind kind) {
  switch (kind) {
    case MoveKind::kAdded:
      return "added";
    case MoveKind::kRemoved:
      return "removed";
    case MoveKind::kUpgraded:
      return "upgraded";
    case MoveKind::kDowngraded:
      return "downgraded";
    case MoveKind::kReplaced:
      return "replaced";
  }
  return {};
}

std::string_view sentence_of(const ModuleMove& m) {
  const bool known = !m.causes.empty();
  switch (m.kind) {
    case MoveKind::kAdded:
      return known ? "added {module} {to}, because of {because}"
                   : "added {module} {to}";
    case MoveKind::kRemoved:
      return known ? "removed {module} {from}, because of {because}"
                   : "removed {module} {from}";
    case MoveKind::kUpgraded:
      return known ? "raised {module} {from} -> {to}, because of {because}"
                   : "raised {module} {from} -> {to}";
    case MoveKind::kDowngraded:
      return known ? "lowered {module} {from} -> {to}, because of {because}"
                   : "lowered {module} {from} -> {to}";
    case MoveKind::kReplaced:
      return known ? "replaced otherwise: {module} {to}, because of {because}"
                   : "replaced otherwise: {module} {to}";
  }
  return {};
}

// "2 added, 1 lowered"; "" for nothing.
std::string words_of(const EditEffect& effect) {
  std::string out;
  for (const auto& [count, word] :
       {std::pair(effect.added, "added"), std::pair(effect.removed, "removed"),
        std::pair(effect.downgraded, "lowered"),
        std::pair(effect.upgraded, "raised"),
        std::pair(effect.replaced, "replaced otherwise")})
    if (count > 0)
      out += (out.empty() ? "" : ", ") + std::to_string(count) + " " + word;
  return out;
}

class DiffWriter {
 public:
  DiffWriter(const DiffAnswer& answer, RecordWriter& out)
      : diff_(answer.difference), answer_(answer), out_(out) {
    for (const LineEdit& e : diff_.edits) ids_.push_back(edit_name(e));
  }

  void put() {
    put_side("base", answer_.base);
    put_side("head", answer_.head);
    put_summary();
    put_counts();
    put_new_direct();
    put_edits();
    put_moves();
    put_direct();
    put_version_move("go", diff_.go, "go {before} -> {after}");
    put_version_move("toolchain", diff_.toolchain,
                     "toolchain {before} -> {after}");
    put_findings();
    put_policy();
    out_.flag("partial", !answer_.partial_because.empty());
    out_.texts("partial_because", answer_.partial_because);
  }

 private:
  void put_side(std::string_view key, const DiffSide& side) {
    out_.record(key, [&] {
      out_.text("kind", side.kind);
      out_.text("name", side.name);
      side.commit.empty() ? out_.unknown("commit")
                          : out_.text("commit", side.commit);
    });
  }

  void put_build(std::string_view key, const BuildCounts& counts) {
    out_.record(key, [&] {
      out_.count("modules", counts.modules);
      out_.count("hidden", counts.hidden);
      out_.count("requirements", counts.requirements);
      out_.count("longest_chain", counts.longest_chain);
    });
  }

  void put_summary() {
    out_.say("{base.name} -> {head.name}: {summary}");
    out_.text("summary", diff_.all.all() > 0   ? words_of(diff_.all)
                         : diff_.edits.empty() ? "nothing is different"
                                               : "the same modules are built");
  }

  void put_moves_by_kind(const EditEffect& moves) {
    out_.count("added", moves.added);
    out_.count("removed", moves.removed);
    out_.count("upgraded", moves.upgraded);
    out_.count("downgraded", moves.downgraded);
    out_.count("replaced", moves.replaced);
  }

  void put_counts() {
    out_.record("counts", [&] {
      out_.say(
          "{before.modules} -> {after.modules#module}, of those named in no "
          "go.mod here {before.hidden} -> {after.hidden}; longest chain "
          "{before.longest_chain} -> {after.longest_chain}");
      put_build("before", diff_.before);
      put_build("after", diff_.after);
      put_moves_by_kind(diff_.all);
    });
  }

  void put_new_direct() {
    out_.list("new_direct", {.max_shown = kShownDirect}, diff_.new_direct,
              [&](const NewDirect& n) {
                if (n.exclusive > 1)
                  out_.say(n.source.bytes > 0
                               ? "new direct dependency {module}: {exclusive} "
                                 "modules of the build are there for it alone, "
                                 "itself included ({source_bytes} of archives)"
                               : "new direct dependency {module}: {exclusive} "
                                 "modules of the build are there for it alone, "
                                 "itself included");
                else
                  out_.say("new direct dependency {module}");
                out_.module("module", n.path);
                n.exclusive > 0 ? out_.count("exclusive", n.exclusive)
                                : out_.unknown("exclusive");
                n.source.bytes > 0 ? out_.bytes("source_bytes", n.source.bytes)
                                   : out_.unknown("source_bytes");
                out_.count("source_unknown", n.source.unknown);
              });
  }

  void put_finding(const Finding& f) {
    out_.say(f.location ? "{level} {rule} {name}: {message} ({location})"
                        : "{level} {rule} {name}: {message}");
    out_.text("rule", f.rule->code);
    out_.text("name", f.rule->name);
    out_.text("level", level_name(f.level));
    out_.text("message", f.message);
    out_.begin_list("modules");
    for (const Subject& s : f.subjects) out_.module({}, s.module);
    out_.end_list();
    f.location
        ? out_.location("location", Place{f.location->file, f.location->line,
                                          f.location->column})
        : out_.unknown("location");
    const bool has_fix =
        !f.suggestions.empty() && !f.suggestions.front().commands.empty();
    has_fix ? out_.command("fix", f.suggestions.front().commands.front())
            : out_.unknown("fix");
    out_.text("fingerprint", f.fingerprint);
  }

  void put_findings() {
    const DiffFindings& findings = answer_.findings;
    const auto put = [&](std::string_view key, std::string_view title,
                         const std::vector<Finding>& some) {
      out_.list(key, {.title = title, .max_shown = kShownFindings}, some,
                [&](const Finding& f) { put_finding(f); });
    };
    out_.record("findings", [&] {
      put("new", "new findings", findings.added);
      put("fixed", "fixed findings", findings.fixed);
      put("unknown", "findings that may be new", findings.unknown);
      out_.count("known", findings.known);
    });
  }

  void put_policy() {
    const DiffFindings& findings = answer_.findings;
    out_.record("policy", [&] {
      findings.policy_from.empty() ? out_.unknown("from")
                                   : out_.text("from", findings.policy_from);
      findings.digest.empty() ? out_.unknown("digest")
                              : out_.text("digest", findings.digest);
    });
  }

  void put_edit(std::uint32_t i) {
    const LineEdit& e = diff_.edits[i];
    const EditEffect& effect = diff_.effects[i];
    const auto line = [&](std::string_view key, int number) {
      number == 0 ? out_.unknown(key)
                  : out_.count(key, static_cast<std::uint64_t>(number));
    };
    out_.say(effect.all() > 0 ? "{id}: {effect}" : "{id}");
    out_.text("id", ids_[i]);
    out_.text("file", e.fact.file);
    line("line_before", e.line_before);
    line("line_after", e.line_after);
    out_.flag("primary", e.is_primary);
    effect.all() > 0 ? out_.text("effect", words_of(effect))
                     : out_.unknown("effect");
    out_.record("carries", [&] { put_moves_by_kind(effect); });
  }

  void put_edits() {
    std::vector<std::uint32_t> order(diff_.edits.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
      const auto key = [&](std::uint32_t i) {
        return std::pair(~diff_.effects[i].all(), !diff_.edits[i].is_primary);
      };
      return key(a) < key(b);
    });
    out_.list("edits", {.title = "edits", .max_shown = kShownEdits}, order,
              [&](std::uint32_t i) { put_edit(i); });
  }

  // "golang.org/x/net v0.1.0 -> v0.2.0", and how many more edits.
  std::string because(const ModuleMove& m) const {
    const LineEdit& e = diff_.edits[m.causes.front()];
    const std::string& subject = e.fact.subject;
    std::string out = ids_[m.causes.front()];
    if (e.fact.kind == FactKind::kRequire)
      out = !e.before  ? "new " + subject
            : !e.after ? "dropped " + subject
                       : subject + " " + *e.before + " -> " + *e.after;
    if (m.causes.size() > 1)
      out += " and " + counted(m.causes.size() - 1, "more edit");
    return out;
  }

  static const ModuleVersion* replacement(
      const std::optional<UsedVersion>& used) {
    return used && used->replaced_by ? &*used->replaced_by : nullptr;
  }

  void put_use(const ModuleMove& m) {
    m.before ? out_.version("from", m.before->version) : out_.unknown("from");
    m.after ? out_.version("to", m.after->version) : out_.unknown("to");
    put_replaced_by(out_, "from_replacement", replacement(m.before));
    put_replaced_by(out_, "to_replacement", replacement(m.after));
    out_.flag("direct_before", m.direct_before);
    out_.flag("direct_after", m.direct_after);
    out_.flag("hidden", m.after && !m.direct_after);
    out_.flag("major", m.is_major);
    out_.flag("prerelease", m.after &&
                                !semver_prerelease(m.after->version).empty() &&
                                !is_pseudo_version(m.after->version));
  }

  void put_move(const ModuleMove& m) {
    out_.say(sentence_of(m));
    out_.module("module", m.path);
    out_.text("kind", kind_name(m.kind));
    put_use(m);
    out_.begin_list("causes", {.max_shown = 1});
    for (const std::uint32_t edit : m.causes) out_.text({}, ids_[edit]);
    out_.end_list();
    m.causes.empty() ? out_.unknown("because")
                     : out_.text("because", because(m));
    out_.text("need", m.is_up() ? "any" : "all");
    out_.begin_list("witness", {});
    for (const std::vector<std::string>& names : m.witnesses)
      if (!names.empty()) out_.module_versions({}, names, {.is_chain = true});
    out_.end_list();
  }

  void put_moves() {
    std::vector<const ModuleMove*> order;
    for (const ModuleMove& m : diff_.moves) order.push_back(&m);
    std::stable_sort(order.begin(), order.end(), [](auto* a, auto* b) {
      return telling_rank(*a) < telling_rank(*b);
    });
    out_.list("changes", {.title = "modules", .max_shown = kShownMoves}, order,
              [&](const ModuleMove* m) { put_move(*m); });
  }

  void put_direct() {
    out_.list("direct_changes", {.max_shown = kShownDirect}, diff_.direct,
              [&](const DirectMove& d) {
                out_.say("{file}: {module} is {to} now, it was {from}");
                out_.text("file", d.file);
                out_.module("module", d.path);
                out_.text("from", d.direct_after ? "indirect" : "direct");
                out_.text("to", d.direct_after ? "direct" : "indirect");
              });
  }

  // A toolchain that is only what the go version means.
  bool follows_go(const VersionMove& move) const {
    return diff_.go && move.after == "go" + diff_.go->after;
  }

  void put_version_move(std::string_view key,
                        const std::optional<VersionMove>& move,
                        std::string_view sentence) {
    if (!move) return out_.unknown(key);
    out_.record(key, [&] {
      if (!move->before.empty() && !move->after.empty() && !follows_go(*move))
        out_.say(sentence);
      move->before.empty() ? out_.unknown("before")
                           : out_.text("before", move->before);
      move->after.empty() ? out_.unknown("after")
                          : out_.text("after", move->after);
      out_.module_versions("forced_by", move->forced_by);
    });
  }

  const ProjectDifference& diff_;
  const DiffAnswer& answer_;
  RecordWriter& out_;
  std::vector<std::string> ids_;  // by edit
};

}  // namespace

constexpr DocumentShape kDiffShape{
    "diff",
    "What is different between two states of a project, and which edits of "
    "go.mod made it so?",
    {"diff", kDiffFields},
    "changes"};

Document diff_document(const DiffAnswer& answer) {
  return Document(kDiffShape,
                  [&](RecordWriter& out) { DiffWriter(answer, out).put(); });
}

}  // namespace modgraph

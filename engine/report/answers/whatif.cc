#include "engine/report/answers/whatif.h"

#include <string_view>

#include "engine/findings/suggested_fix.h"
#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxShownChanges = 50;

constexpr FieldShape kChangeFields[] = {
    field("module", FieldType::kModule,
          "the module path; also go and toolchain"),
    field("change", FieldType::kText,
          "added, removed, raised, lowered, or replaced: the version stays, "
          "but not its replacement"),
    optional_field("from", FieldType::kVersion,
                   "selected before; null: it was not in the build list"),
    optional_record("replaced_by_before", kReplacedByShape,
                    "what replaced that version; null: nothing did"),
    list_of("required_by_before", FieldType::kModuleVersion,
            "what required exactly that version"),
    optional_field("to", FieldType::kVersion,
                   "selected after; null: it is no longer in the build list"),
    optional_record("replaced_by", kReplacedByShape,
                    "what replaces that version; null: nothing does"),
    list_of("required_by", FieldType::kModuleVersion,
            "what requires exactly that version"),
};
constexpr RecordShape kChangeShape{"module_change", kChangeFields};

constexpr FieldShape kWhatifFields[] = {
    field("file", FieldType::kText, "the go.mod file that is edited"),
    list_of("edits", FieldType::kText,
            "the edits in the order in which they were named, as flags of `go "
            "mod edit`"),
    records("changes", kChangeShape,
            "modules whose selected version or replacement changes, by path"),
    record_field("effect", kEffectShape, "the same in short"),
    list_of("lowers", FieldType::kText,
            "modules that go back: to a lower version, or to one that is newer "
            "by version and years older by date"),
    list_of("orphans", FieldType::kModule,
            "modules whose `// indirect` lines only dropped requirements need"),
    optional_field("removed_alone", FieldType::kCount,
                   "modules that leave with the dropped lines alone; null: no "
                   "requirement is dropped, or it is not known"),
    optional_field("removed_with_orphans", FieldType::kCount,
                   "modules that leave with the lines of the orphans, too; "
                   "likewise"),
    optional_field("error_before", FieldType::kText,
                   "why it does not resolve without the edits; null: it does"),
    field("file_changes", FieldType::kFlag, "the edits change the file"),
    field("reformats", FieldType::kFlag,
          "formatting changes lines that no edit names, as `go mod edit` does"),
    field("applied", FieldType::kFlag, "the file was written"),
    field("partial", FieldType::kFlag,
          "not all of the build after the edits is known"),
    list_of("partial_because", FieldType::kText, "the reasons"),
};

std::string_view change_kind(const ModuleChange& c) {
  if (!c.before) return "added";
  if (!c.after) return "removed";
  if (c.direction == 0) return "replaced";
  return c.direction > 0 ? "raised" : "lowered";
}

// Why it came, went or moved: what requires the new version, or what required
// the one that is gone.
std::string_view sentence(const ModuleChange& c) {
  if (!c.before)
    return c.required_by_after.empty() ? "{change} {module} {to}"
                                       : "{change} {module} {to} (required by "
                                         "{required_by})";
  if (!c.after)
    return c.required_by_before.empty()
               ? "{change} {module} {from}"
               : "{change} {module} {from} (was required by "
                 "{required_by_before})";
  if (c.direction == 0) return "{change} {module} {to}";
  if (c.direction < 0 && !c.required_by_before.empty())
    return c.required_by_after.empty()
               ? "{change} {module} {from} -> {to} (was required by "
                 "{required_by_before})"
               : "{change} {module} {from} -> {to} (was required by "
                 "{required_by_before}; now by {required_by})";
  return c.required_by_after.empty()
             ? "{change} {module} {from} -> {to}"
             : "{change} {module} {from} -> {to} (required by {required_by})";
}

void put_replacement(RecordWriter& out, std::string_view key,
                     const std::optional<ModuleVersion>& by,
                     std::string_view said) {
  if (!by) return out.unknown(key);
  out.record(key, [&] {
    if (!said.empty()) out.say(said);
    out.text("path", by->path);
    out.version("version", by->version);
  });
}

void put_before(RecordWriter& out, const ModuleChange& c) {
  if (!c.before) {
    out.unknown("from");
    out.unknown("replaced_by_before");
  } else {
    out.version("from", c.before->version);
    const auto& by = c.before->replaced_by;
    const bool stays = c.after && c.after->replaced_by == by;
    put_replacement(out, "replaced_by_before", by,
                    stays                       ? ""
                    : by && by->version.empty() ? "before: replaced by "
                                                  "{path}"
                                                : "before: replaced by "
                                                  "{path} {version}");
  }
  out.module_versions("required_by_before", c.required_by_before);
}

void put_after(RecordWriter& out, const ModuleChange& c) {
  if (!c.after) {
    out.unknown("to");
    out.unknown("replaced_by");
  } else {
    out.version("to", c.after->version);
    const auto& by = c.after->replaced_by;
    put_replacement(out, "replaced_by", by,
                    by && by->version.empty() ? "replaced by {path}"
                                              : "replaced by {path} {version}");
  }
  out.module_versions("required_by", c.required_by_after);
}

// By version they stand among the changes; what only days tell is said here.
void put_lowered(RecordWriter& out, const WhatifAnswer& answer) {
  std::vector<std::string> sentences;
  for (const LoweredModule& m : answer.lowered) {
    sentences.push_back(lowered_text(m));
    if (!m.to_day.empty()) out.remark(sentences.back());
  }
  out.texts("lowers", sentences);
}

void put_orphans(RecordWriter& out, const WhatifAnswer& answer) {
  const auto put = [&](std::string_view key,
                       const std::optional<std::size_t>& count) {
    count ? out.count(key, *count) : out.unknown(key);
  };
  if (answer.removed_alone && answer.removed_with_orphans &&
      !answer.orphans.empty())
    out.say(
        "the line alone removes {removed_alone#module}; with the indirect "
        "lines that only it needs (--orphans), {removed_with_orphans}");
  out.begin_list("orphans", {});
  for (const std::string& path : answer.orphans) out.module({}, path);
  out.end_list();
  put("removed_alone", answer.removed_alone);
  put("removed_with_orphans", answer.removed_with_orphans);
}

}  // namespace

constexpr DocumentShape kWhatifShape{"whatif",
                                     "What would an edit of go.mod change?",
                                     {"whatif", kWhatifFields},
                                     "changes"};

Document whatif_document(const WhatifAnswer& answer) {
  return Document(kWhatifShape, [&](RecordWriter& out) {
    out.text("file", answer.file);
    out.texts("edits", answer.edits);
    out.list("changes", {.max_shown = kMaxShownChanges},
             answer.difference.modules, [&](const ModuleChange& c) {
               out.say(sentence(c));
               out.module("module", c.path);
               out.text("change", change_kind(c));
               put_before(out, c);
               put_after(out, c);
             });
    put_effect(out, "effect", effect_of(answer.difference), 0);
    put_lowered(out, answer);
    put_orphans(out, answer);
    if (answer.error_before.empty()) {
      out.unknown("error_before");
    } else {
      out.say("without the edits it does not resolve: {error_before}");
      out.text("error_before", answer.error_before);
    }
    if (!answer.file_changes)
      out.say("{file} would not change");
    else if (answer.applied)
      out.say("{file} was written");
    out.flag("file_changes", answer.file_changes);
    out.flag("reformats", answer.reformats);
    out.flag("applied", answer.applied);
    out.flag("partial", !answer.partial_because.empty());
    out.texts("partial_because", answer.partial_because);
  });
}

}  // namespace modgraph

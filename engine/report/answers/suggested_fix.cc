#include "engine/report/answers/suggested_fix.h"

#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxShownModules = 3;  // of each way to change

constexpr FieldShape kLineEditFields[] = {
    field("file", FieldType::kText, "the go.mod file"),
    field("line", FieldType::kCount,
          "the first line that changes, in the file before; from 1"),
    field("old", FieldType::kText, "the lines before; \"\": lines are added"),
    field("new", FieldType::kText, "the lines after; \"\": lines are deleted"),
};
constexpr RecordShape kLineEditShape{"line_edit", kLineEditFields};

constexpr FieldShape kMeasureFields[] = {
    field("what", FieldType::kText, "what is counted"),
    field("before", FieldType::kCount, "how many there are"),
    field("after", FieldType::kCount, "how many the fix leaves"),
};
constexpr RecordShape kMeasureShape{"measure", kMeasureFields};

constexpr FieldShape kSuggestedFixFields[] = {
    field("title", FieldType::kText, "what to do, in the imperative"),
    list_of(
        "commands", FieldType::kCommand,
        "`go mod edit` commands, one for each go.mod file, and what follows "
        "them"),
    optional_records("edits", kLineEditShape,
                     "the lines of go.mod files that change; null where the "
                     "fix was not tried"),
    field("tried", FieldType::kFlag,
          "the build was resolved again with these edits"),
    optional_record("effect", kEffectShape,
                    "how the build list changes; null where the fix was not "
                    "tried"),
    optional_record("measure", kMeasureShape,
                    "what the fix reduces where it cannot make the finding go "
                    "away; else null"),
    list_of("side_effects", FieldType::kText, "what else the edits mean"),
    list_of("then", FieldType::kCommand,
            "of the commands, those that follow the edits"),
    field("also_ends", FieldType::kCount,
          "other findings that go away with it"),
};

void put_edits(RecordWriter& out, const SuggestedFix& fix) {
  out.list("edits", {}, fix.lines, [&](const LineChange& change) {
    out.text("file", change.file);
    out.count("line", change.line);
    out.text("old", change.old_lines);
    out.text("new", change.new_lines);
  });
}

void put_measure(RecordWriter& out, const std::optional<Measure>& measure) {
  if (!measure) return out.unknown("measure");
  out.record("measure", [&] {
    out.say("{what}: {before} -> {after}");
    out.text("what", measure->what);
    out.count("before", measure->before);
    out.count("after", measure->after);
  });
}

}  // namespace

constexpr RecordShape kSuggestedFixShape{"suggested_fix", kSuggestedFixFields};

void put_suggested_fix(RecordWriter& out, const SuggestedFix& fix, bool tried,
                       FixText text) {
  const bool whole = text == FixText::kWhole;
  out.say("{title}");
  out.text("title", fix.title);
  out.commands("commands", fix.commands,
               {.title = whole ? "run" : "", .shows_count = false});
  if (tried)
    put_edits(out, fix);
  else
    out.unknown("edits");
  out.flag("tried", tried);
  if (!tried)
    out.unknown("effect");
  else if (whole)
    put_effect(out, "effect", fix.effect, kMaxShownModules);
  else
    out.record("effect", [&] { put_effect_fields(out, fix.effect); });
  put_measure(out, fix.measure);
  out.texts("side_effects", fix.side_effects,
            {.title = whole ? "side effects" : "", .shows_count = false});
  out.commands("then", fix.then, {.shows_count = false});
  if (whole && fix.also_ends > 0)
    out.say("also ends {also_ends#other finding}");
  out.count("also_ends", fix.also_ends);
}

}  // namespace modgraph

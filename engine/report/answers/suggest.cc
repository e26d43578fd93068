#include "engine/report/answers/suggest.h"

#include <algorithm>
#include <string_view>

#include "engine/base/counted.h"
#include "engine/findings/rules.h"
#include "engine/report/answers/leaves.h"
#include "engine/report/answers/suggested_fix.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxShownReasons = 3;

constexpr FieldShape kFindingFixesFields[] = {
    field("rule", FieldType::kText, "the code of the rule, MG2001"),
    field("name", FieldType::kText, "its name, version-drift"),
    field("level", FieldType::kText, "error, warning or note"),
    field("message", FieldType::kText, "one sentence without a full stop"),
    field("fingerprint", FieldType::kText, "as in the report"),
    records("suggestions", kSuggestedFixShape,
            "edits that make it go away; the one that changes the fewest "
            "modules first"),
    list_of("rejected", FieldType::kText,
            "edits that were tried and are not suggested, and why"),
    list_of("not_tried", FieldType::kText,
            "edits that could not be tried, and why"),
};
constexpr RecordShape kFindingFixesShape{"finding_fixes", kFindingFixesFields};

constexpr FieldShape kSuggestFields[] = {
    optional_field("error", FieldType::kText,
                   "why the build does not resolve, which the plan ends; null "
                   "where it resolves"),
    records("findings", kFindingFixesShape,
            "findings that edits of go.mod were looked for"),
    field("fixed", FieldType::kCount, "findings with a suggestion"),
    field("considered", FieldType::kCount, "findings that were looked at"),
    field("unfixable", FieldType::kCount,
          "of those, the ones that no edit of go.mod can fix"),
    field("untried", FieldType::kCount,
          "of those, the ones left when --max-trials or the limit of work was "
          "reached"),
    list_of("partial_because", FieldType::kText,
            "why not all was tried; empty when all was"),
    field("below_level", FieldType::kCount,
          "findings that were not looked at: notes, without --all"),
    records("plan", kSuggestedFixShape,
            "suggestions that hold together, one after the other: what "
            "--apply writes"),
    list_of("files", FieldType::kText, "the go.mod files that it changes"),
    list_of("then", FieldType::kCommand, "commands that follow it"),
    optional_record("effect", kEffectShape,
                    "of the whole plan; null where it was not tried"),
    field("applied", FieldType::kFlag, "the files were written"),
    field("tried", FieldType::kFlag,
          "false: recorded text cannot be resolved again"),
};

void put_fixed_finding(RecordWriter& out, const Finding& finding,
                       const FindingFixes& found, bool tried) {
  out.say("{level}[{rule} {name}]: {message}");
  out.text("rule", finding.rule->code);
  out.text("name", finding.rule->name);
  out.text("level", level_name(finding.level));
  out.text("message", finding.message);
  out.text("fingerprint", finding.fingerprint);
  out.list(
      "suggestions", {.max_shown = found.fixes.size()}, found.fixes,
      [&](const SuggestedFix& fix) { put_suggested_fix(out, fix, tried); });
  out.texts("rejected", found.rejected,
            {.title = found.fixes.empty() ? "no fix" : "",
             .max_shown = kMaxShownReasons,
             .shows_count = false});
  out.texts("not_tried", found.not_tried,
            {.title = found.fixes.empty() ? "not tried" : "",
             .max_shown = kMaxShownReasons,
             .shows_count = false});
}

void put_counts(RecordWriter& out, const FixPlan& plan,
                bool is_about_findings) {
  const auto fixed = std::count_if(
      plan.findings.begin(), plan.findings.end(),
      [](const FindingFixes& found) { return !found.fixes.empty(); });
  if (is_about_findings) {
    out.say(plan.considered == 0 ? "no findings to fix"
            : plan.simulated
                ? "{fixed} of {considered#finding} can be fixed"
                : "edits to try for {fixed} of {considered#finding}");
    if (plan.unfixable > 0) out.say("{unfixable} not fixable in go.mod");
    if (plan.untried > 0)
      out.say("{untried} left: a limit was reached, of trials or of work");
    if (plan.below_level > 0)
      out.say("{below_level#note} not looked at (see --all)");
  }
  out.count("fixed", static_cast<std::uint64_t>(fixed));
  out.count("considered", plan.considered);
  out.count("unfixable", plan.unfixable);
  out.count("untried", plan.untried);
  std::vector<std::string> why;
  if (plan.untried > 0)
    why.push_back(counted(plan.untried, "finding") +
                  " left: a limit was reached, of trials (--max-trials) or of "
                  "work");
  out.texts("partial_because", why);
  out.count("below_level", plan.below_level);
}

// Where the fixes stand at their findings already, the plan needs their titles
// alone.
void put_plan(RecordWriter& out, const SuggestAnswer& answer,
              bool is_about_findings) {
  const FixPlan& plan = answer.plan;
  const FixText text = is_about_findings ? FixText::kTitle : FixText::kWhole;
  out.list("plan",
           {.title = answer.applied ? "written" : "plan, for --apply to write",
            .max_shown = plan.steps.size(),
            .shows_count = false},
           plan.steps, [&](const SuggestedFix& fix) {
             put_suggested_fix(out, fix, plan.simulated, text);
           });
  std::vector<std::string_view> files;
  for (const EditedFile& f : plan.files) files.push_back(f.file);
  out.texts("files", files);
  out.commands("then", plan.then, {.title = "then run", .shows_count = false});
  if (plan.simulated) {
    out.record("effect", [&] {
      if (plan.steps.size() > 1)
        out.say(plan.effect.none()
                    ? "all together: the build list stays the same"
                    : "all together: {added#module} added, {removed#module} "
                      "removed, {changed#module} changed");
      put_effect_fields(out, plan.effect);
    });
  } else {
    out.remark(
        "not tried: recorded text cannot be resolved again; run it in the "
        "module's folder, with its module cache");
    out.unknown("effect");
  }
  out.flag("applied", answer.applied);
  out.flag("tried", plan.simulated);
}

}  // namespace

constexpr DocumentShape kSuggestShape{
    "suggest",
    "Which edits of go.mod make findings go away?",
    {"suggest", kSuggestFields},
    "findings"};

Document suggest_document(const SuggestAnswer& answer) {
  const FixPlan& plan = answer.plan;
  // A mirror is wished for, and answers no finding.
  const bool is_about_findings =
      plan.steps.empty() || !plan.findings.empty() || plan.considered > 0;
  return Document(kSuggestShape, [&](RecordWriter& out) {
    if (answer.error.empty()) {
      out.unknown("error");
    } else {
      out.say("it does not resolve: {error}");
      out.text("error", answer.error);
    }
    out.list("findings", {.max_shown = plan.findings.size()}, plan.findings,
             [&](const FindingFixes& found) {
               put_fixed_finding(out, answer.findings[found.finding], found,
                                 plan.simulated);
             });
    put_counts(out, plan, is_about_findings);
    put_plan(out, answer, is_about_findings);
  });
}

}  // namespace modgraph

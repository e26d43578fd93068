#include "engine/report/answers/goal.h"

#include "engine/report/answers/leaves.h"
#include "engine/report/answers/suggested_fix.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxShownSets = 5;
constexpr std::size_t kMaxGoalNames = 10;

constexpr FieldShape kGoalFields[] = {
    field("goal", FieldType::kText,
          "drop:MODULE, cap:MODULE@VERSION, break:MODULE or resolve"),
    optional_field("error_before", FieldType::kText,
                   "why it does not resolve without the edits; null: it does"),
    field("holds_already", FieldType::kFlag, "no edit is needed"),
    field("edits_in_a_set", FieldType::kCount,
          "how many edits reach it; 0: none do, or none are needed"),
    field("is_minimum", FieldType::kFlag, "fewer edits do not reach it"),
    records("sets", kSuggestedFixShape,
            "sets of that many edits, each enough alone; the one that changes "
            "the fewest modules first"),
    field("applied", FieldType::kFlag, "the first set was written"),
    field("trials", FieldType::kCount, "sets of edits that were resolved"),
    field("complete_to", FieldType::kCount,
          "no set of up to so many edits reaches it: all were tried"),
    optional_field("stopped_by", FieldType::kText,
                   "what ended the search before all sets were tried: "
                   "max_trials, max_edits (in a set), or unresolved: some "
                   "edits could not be resolved; null: nothing did"),
    field("lines_are_raised", FieldType::kFlag,
          "a go.mod, as it is or after edits, requires less than is selected, "
          "so that the go command raises its lines: a smaller set may exist"),
    list_of("required_by", FieldType::kModuleVersion,
            "what requires the selected version of the module"),
    lists_of("obstacles", FieldType::kModuleVersion,
             "where no set was found: chains of requirements that only other "
             "modules can break"),
};

// The limit that ended the search; "" for none.
std::string_view stop_of(const GoalSearch& search, const GoalOptions& limits) {
  if (!search.stopped_early) return "";
  if (search.sets.empty() && search.complete_to >= limits.max_edits)
    return "max_edits";
  return search.trials >= limits.max_trials ? "max_trials" : "unresolved";
}

std::string_view goal_headline(const GoalPlan& plan) {
  if (plan.holds_already) return "{goal} holds already";
  if (plan.search.sets.empty())
    return plan.search.stopped_early
               ? "{goal}: no edits found"
               : "{goal}: no edits of the main modules reach it";
  return plan.search.stopped_early || plan.search.repaired
             ? "{goal}: {edits_in_a_set#edit} (fewer may be enough), "
               "{sets#way}"
             : "{goal}: {edits_in_a_set#edit} (fewer are not enough), "
               "{sets#way}";
}

std::string_view stop_sentence(std::string_view stop, bool tried_singles) {
  if (stop == "max_edits")
    return "stopped at {complete_to#edit} in a set: larger sets are not "
           "searched";
  if (stop == "max_trials")
    return tried_singles
               ? "stopped at --max-trials, {trials#set of edits|sets of "
                 "edits}: only those of up to {complete_to#edit} were all tried"
               : "stopped at --max-trials, {trials#edit}: not every single "
                 "edit was tried";
  return tried_singles
             ? "some edits could not be resolved: only the sets of up to "
               "{complete_to#edit} were all tried"
             : "some edits could not be resolved";
}

void put_obstacles(RecordWriter& out,
                   const std::vector<std::vector<std::string>>& chains) {
  out.begin_list("obstacles",
                 {.title = "chains that only other modules can break",
                  .shows_count = false});
  for (const std::vector<std::string>& chain : chains)
    out.module_versions({}, chain, {.is_chain = true});
  out.end_list();
}

}  // namespace

constexpr DocumentShape kGoalShape{"goal",
                                   "Which edits of go.mod are the fewest that "
                                   "reach a goal?",
                                   {"goal", kGoalFields},
                                   "sets"};

Document goal_document(const GoalAnswer& answer) {
  const GoalPlan& plan = answer.plan;
  const GoalSearch& search = plan.search;
  const bool found = !search.sets.empty();
  return Document(kGoalShape, [&](RecordWriter& out) {
    out.say(goal_headline(plan));
    out.text("goal", answer.goal);
    if (answer.error_before.empty()) {
      out.unknown("error_before");
    } else {
      out.say("without them: {error_before}");
      out.text("error_before", answer.error_before);
    }
    out.flag("holds_already", plan.holds_already);
    out.count("edits_in_a_set", found ? search.sets.front().size() : 0);
    out.flag("is_minimum", found && !search.stopped_early && !search.repaired);
    out.list(
        "sets", {.max_shown = kMaxShownSets}, plan.fixes,
        [&](const SuggestedFix& fix) { put_suggested_fix(out, fix, true); });
    if (answer.applied) out.remark("the first was written");
    out.flag("applied", answer.applied);
    out.count("trials", search.trials);
    out.count("complete_to", search.complete_to);
    const std::string_view stop = answer.error_before.empty()
                                      ? stop_of(search, answer.limits)
                                      : std::string_view();
    if (stop.empty()) {
      out.unknown("stopped_by");
    } else {
      out.say(stop_sentence(stop, search.complete_to > 0));
      out.text("stopped_by", stop);
    }
    if (search.repaired)
      out.remark(
          "the go command raises lines of go.mod: fewer edits may be "
          "enough once they say what is selected");
    out.flag("lines_are_raised", search.repaired);
    const bool fails = !found && !plan.holds_already;
    out.module_versions("required_by", plan.required_by,
                        {.title = fails ? "required by" : "",
                         .max_shown = kMaxGoalNames,
                         .shows_count = false});
    put_obstacles(out, search.obstacles);
  });
}

}  // namespace modgraph

#include "exporters/suggest.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/base/counted.h"
#include "engine/base/printable.h"
#include "exporters/json_text.h"
#include "exporters/name_list.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxMoved = 6;
constexpr std::size_t kMaxReasons = 3;

void put_names(Sink& out, std::string_view sign,
               const std::vector<std::string>& names, std::size_t& room) {
  for (const std::string& name : names) {
    if (room == 0) return;
    --room;
    out.put(fmt::format("      {} {}\n", sign, printable(name)));
  }
}

void put_effect(Sink& out, const BuildEffect& effect) {
  std::size_t room = kMaxMoved;
  put_names(out, "+", effect.added, room);
  put_names(out, "-", effect.removed, room);
  for (const MovedModule& m : effect.changed) {
    if (room == 0) break;
    --room;
    out.put(fmt::format("      ~ {} {} -> {}\n", printable(m.module),
                        printable(m.from), printable(m.to)));
  }
  if (effect.size() > kMaxMoved)
    out.put(fmt::format("      and {} more\n", effect.size() - kMaxMoved));
}

// What it was made for: a finding, or the user's own wish.
enum class MadeFor { kFinding, kWish };

void put_suggestion(Sink& out, const SuggestedFix& s, bool tried,
                    MadeFor made_for = MadeFor::kFinding) {
  out.put(fmt::format("  {}\n", printable(s.title)));
  for (const std::string& command : s.commands)
    out.put(fmt::format("    {}\n", printable(command)));
  if (!tried) return;
  if (s.measure)
    out.put(fmt::format("    tried: {} {} -> {}; {}\n", s.measure->what,
                        s.measure->before, s.measure->after,
                        effect_text(s.effect)));
  else
    out.put(fmt::format(
        "    tried: {}{}\n",
        made_for == MadeFor::kFinding ? "the finding is gone; " : "",
        effect_text(s.effect)));
  put_effect(out, s.effect);
  for (const std::string& also : s.side_effects)
    out.put(fmt::format("    mind: {}\n", printable(also)));
}

void put_finding(Sink& out, const AdvisedFinding& a, bool tried) {
  const Finding& f = a.finding;
  out.put(fmt::format("{}[{} {}]: {}\n", level_name(f.level), f.rule->code,
                      f.rule->name, printable(f.message)));
  for (const SuggestedFix& s : f.suggestions) put_suggestion(out, s, tried);
  if (!f.suggestions.empty()) return;
  const std::size_t shown = std::min(kMaxReasons, a.why_not.size());
  for (std::size_t i = 0; i < shown; ++i)
    out.put(fmt::format("  not kept: {}\n", printable(a.why_not[i])));
  if (shown < a.why_not.size())
    out.put(fmt::format("  and {} more\n", a.why_not.size() - shown));
}

void put_summary(Sink& out, const SuggestAnswer& a) {
  std::size_t answered = 0;
  for (const AdvisedFinding& f : a.findings)
    answered += f.finding.suggestions.empty() ? 0u : 1u;
  std::string line = a.looked_at == 0
                         ? std::string("nothing to answer")
                         : fmt::format("{} of {} answered", answered,
                                       counted(a.looked_at, "finding"));
  if (a.without_edit > 0)
    line += fmt::format("; {} not to be answered by an edit of go.mod",
                        a.without_edit);
  if (a.untried > 0)
    line += fmt::format("; {} not tried (--max-trials)", a.untried);
  if (a.notes > 0)
    line += fmt::format("; {} not looked at (--all)", counted(a.notes, "note"));
  if (!a.wished) out.put(line + "\n");
  if (!a.tried) {
    out.put(
        "not tried: recorded text cannot be resolved again; run it in the "
        "module's folder, with its module cache\n");
    return;
  }
  if (a.plan.empty()) return;
  std::string files;
  for (const EditedFile& f : a.files)
    files += (files.empty() ? "" : ", ") + printable(f.file);
  out.put(fmt::format(
      "{}{} to {}: {}\n", a.applied ? "applied " : "--apply writes ",
      counted(a.plan.size(), "edit"), files, effect_text(a.effect)));
}

// ----------------------------------------------------------------------- JSON

void put_key(Sink& out, std::string_view key) {
  put_json_string(out, key);
  out.put(": ");
}

void put_json_names(Sink& out, std::string_view key,
                    const std::vector<std::string>& names) {
  put_key(out, key);
  put_json_strings(out, names);
}

void put_json_effect(Sink& out, const BuildEffect& effect) {
  put_key(out, "effect");
  out.put("{");
  put_json_names(out, "added", effect.added);
  out.put(", ");
  put_json_names(out, "removed", effect.removed);
  out.put(", \"changed\": [");
  Separator comma;
  for (const MovedModule& m : effect.changed) {
    comma.put(out);
    out.put("{");
    put_key(out, "module");
    put_json_string(out, m.module);
    out.put(", \"from\": ");
    put_json_string(out, m.from);
    out.put(", \"to\": ");
    put_json_string(out, m.to);
    out.put("}");
  }
  out.put("]}");
}

void put_json_finding(Sink& out, const AdvisedFinding& a, bool tried) {
  const Finding& f = a.finding;
  out.put("{\"rule\": ");
  put_json_string(out, f.rule->code);
  out.put(", \"name\": ");
  put_json_string(out, f.rule->name);
  out.put(", \"level\": ");
  put_json_string(out, level_name(f.level));
  out.put(", \"message\": ");
  put_json_string(out, f.message);
  out.put(", \"fingerprint\": ");
  put_json_string(out, f.fingerprint);
  out.put(", \"suggestions\": [");
  Separator comma;
  for (const SuggestedFix& s : f.suggestions) {
    comma.put(out);
    put_json_suggestion(out, s, tried);
  }
  out.put("], ");
  put_json_names(out, "not_kept", a.why_not);
  out.put("}");
}

}  // namespace

std::string effect_text(const BuildEffect& effect) {
  if (effect.none()) return "the build list stays as it is";
  return fmt::format("{} added, {} removed, {} changed", effect.added.size(),
                     effect.removed.size(), effect.changed.size());
}

void put_wish(Sink& out, const SuggestedFix& s) {
  put_suggestion(out, s, true, MadeFor::kWish);
}

void put_json_suggestion(Sink& out, const SuggestedFix& s, bool tried) {
  out.put("{\"title\": ");
  put_json_string(out, s.title);
  out.put(", ");
  put_json_names(out, "commands", s.commands);
  out.put(", \"edits\": [");
  Separator comma;
  for (const LineChange& l : s.lines) {
    comma.put(out);
    out.put("{\"file\": ");
    put_json_string(out, l.file);
    out.put(fmt::format(", \"line\": {}, \"old\": ", l.line));
    put_json_string(out, l.old_lines);
    out.put(", \"new\": ");
    put_json_string(out, l.new_lines);
    out.put("}");
  }
  out.put(fmt::format("], \"tried\": {}, ", tried));
  put_json_effect(out, s.effect);
  out.put(", \"measure\": ");
  if (s.measure) {
    out.put("{\"what\": ");
    put_json_string(out, s.measure->what);
    out.put(fmt::format(", \"before\": {}, \"after\": {}}}", s.measure->before,
                        s.measure->after));
  } else {
    out.put("null");
  }
  out.put(", ");
  put_json_names(out, "side_effects", s.side_effects);
  out.put("}");
}

void write_suggest_text(const SuggestAnswer& answer, Sink& out) {
  for (const AdvisedFinding& a : answer.findings) {
    // Of a note that nothing was found for, nothing is said.
    if (a.finding.suggestions.empty() && a.finding.level == Level::kNote)
      continue;
    put_finding(out, a, answer.tried);
    out.put("\n");
  }
  if (answer.wished)
    for (const SuggestedFix& s : answer.plan) put_wish(out, s);
  put_summary(out, answer);
}

void write_suggest_json(const SuggestAnswer& answer, Sink& out) {
  out.put("{\"schema_version\": 1, \"findings\": [");
  Separator comma(",\n");
  for (const AdvisedFinding& a : answer.findings) {
    comma.put(out);
    put_json_finding(out, a, answer.tried);
  }
  out.put("],\n\"plan\": [");
  Separator between(",\n");
  for (const SuggestedFix& s : answer.plan) {
    between.put(out);
    put_json_suggestion(out, s, answer.tried);
  }
  out.put("],\n");
  put_json_effect(out, answer.effect);
  out.put(fmt::format(
      ", \"applied\": {}, \"tried\": {}, \"looked_at\": {}, "
      "\"without_edit\": {}, \"untried\": {}, \"notes_not_looked_at\": {}}}\n",
      answer.applied, answer.tried, answer.looked_at, answer.without_edit,
      answer.untried, answer.notes));
}

}  // namespace modgraph

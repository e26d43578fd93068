#include "exporters/suggest.h"

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "exporters/json_text.h"
#include "exporters/name_list.h"

namespace modgraph {
namespace {

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

}  // namespace

std::string effect_text(const BuildEffect& effect) {
  if (effect.none()) return "the build list stays as it is";
  return fmt::format("{} added, {} removed, {} changed", effect.added.size(),
                     effect.removed.size(), effect.changed.size());
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

}  // namespace modgraph

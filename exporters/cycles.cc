#include "exporters/cycles.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/base/printable.h"
#include "exporters/json_text.h"
#include "exporters/name_list.h"

namespace modgraph {
namespace {

constexpr std::size_t kMostLines = 12;

std::string_view title(CycleClass cycle_class) {
  switch (cycle_class) {
    case CycleClass::kVersion:
      return "exact versions require each other";
    case CycleClass::kSelected:
      return "selected modules require each other";
    case CycleClass::kPath:
      return "modules require each other once versions are ignored";
  }
  return "";
}

void put_rest(Sink& out, std::size_t all) {
  if (all > kMostLines)
    out.put(fmt::format("    and {} more\n", all - kMostLines));
}

// "(go.mod:14)" for a file of ours, "(line 7 of its go.mod)" for others.
std::string place_of(const ClosingRequirement& r) {
  if (!r.line) return "";
  const bool ours = r.from.find('@') == std::string::npos;
  return ours ? fmt::format("  ({}:{})", printable(r.line->file), r.line->line)
              : fmt::format("  (line {} of its go.mod)", r.line->line);
}

void put_closing(Sink& out, const CycleAnswer& c) {
  out.put("  which these requirements close\n");
  for (std::size_t i = 0; i < std::min(kMostLines, c.closed_by.size()); ++i)
    out.put("    ")
        .put(printable(c.closed_by[i].from))
        .put(" requires ")
        .put(printable(c.closed_by[i].to))
        .put(place_of(c.closed_by[i]))
        .put("\n");
  put_rest(out, c.closed_by.size());
}

// As many as were asked for; one a line.
void put_loops(Sink& out, const CycleAnswer& c) {
  out.put(c.truncated
              ? fmt::format("  {} of its loops (truncated: there are more)\n",
                            c.loops.size())
          : c.loops.size() == 1
              ? "  this is its only loop\n"
              : fmt::format("  all of its {} loops\n", c.loops.size()));
  for (const std::vector<std::string>& loop : c.loops) {
    out.put("    ");
    for (std::size_t i = 0; i < loop.size(); ++i)
      out.put(i == 0 ? "" : " -> ").put(printable(loop[i]));
    out.put("\n");
  }
}

void put_cycle(Sink& out, const CycleAnswer& c) {
  out.put(fmt::format("{} cycle of {}: {}\n", cycle_class_name(c.cycle_class),
                      c.members.size(), title(c.cycle_class)));
  out.put(c.shortest_is_exact ? "  a shortest loop\n"
                              : "  a short loop (too large to search all)\n");
  for (std::size_t i = 0; i < std::min(kMostLines, c.shortest_loop.size()); ++i)
    out.put(i == 0 ? "    " : "    -> ")
        .put(printable(c.shortest_loop[i]))
        .put("\n");
  put_rest(out, c.shortest_loop.size());
  put_closing(out, c);
  out.put(c.break_is_minimum
              ? "  without these requirements there is no loop\n"
              : "  without these requirements there is no loop (fewer may "
                "do)\n");
  for (std::size_t i = 0; i < std::min(kMostLines, c.break_set.size()); ++i)
    out.put("    ")
        .put(printable(c.break_set[i].from))
        .put(" requires ")
        .put(printable(c.break_set[i].to))
        .put("\n");
  put_rest(out, c.break_set.size());
}

void put_names(Sink& out, std::string_view key,
               const std::vector<std::string>& names) {
  out.put(", ");
  put_json_string(out, key);
  out.put(": ");
  put_json_strings(out, names);
}

void put_json_closing(Sink& out, const CycleAnswer& c) {
  out.put(", \"closed_by\": [");
  Separator comma;
  for (const ClosingRequirement& r : c.closed_by) {
    comma.put(out);
    out.put("{\"from\": ");
    put_json_string(out, r.from);
    out.put(", \"to\": ");
    put_json_string(out, r.to);
    out.put(", \"file\": ");
    if (r.line)
      put_json_string(out, r.line->file);
    else
      out.put("null");
    out.put(r.line ? fmt::format(", \"line\": {}, \"column\": {}}}",
                                 r.line->line, r.line->column)
                   : ", \"line\": null, \"column\": null}");
  }
  out.put("]");
}

void put_json_loops(Sink& out, const CycleAnswer& c) {
  out.put(", \"loops\": [");
  Separator comma;
  for (const std::vector<std::string>& loop : c.loops) {
    comma.put(out);
    put_json_strings(out, loop);
  }
  out.put(fmt::format("], \"truncated\": {}", c.truncated));
}

void put_json_cycle(Sink& out, const CycleAnswer& c, bool enumerated) {
  out.put("{\"class\": ");
  put_json_string(out, cycle_class_name(c.cycle_class));
  put_names(out, "members", c.members);
  put_names(out, "shortest_loop", c.shortest_loop);
  out.put(fmt::format(", \"shortest_is_exact\": {}, \"break\": [",
                      c.shortest_is_exact));
  Separator comma;
  for (const NamedRequirement& r : c.break_set) {
    comma.put(out);
    out.put("[");
    put_json_string(out, r.from);
    out.put(", ");
    put_json_string(out, r.to);
    out.put("]");
  }
  out.put(fmt::format("], \"break_is_minimum\": {}", c.break_is_minimum));
  put_json_closing(out, c);
  if (enumerated) put_json_loops(out, c);
  out.put("}");
}

}  // namespace

void write_cycles_text(const CyclesAnswer& answer, Sink& out) {
  Separator blank("\n");
  for (const CycleAnswer& c : answer.cycles) {
    blank.put(out);
    put_cycle(out, c);
    if (answer.enumerated) put_loops(out, c);
  }
  if (answer.cycles.empty())
    out.put("no cycles: no requirements run in a circle\n");
}

void write_cycles_json(const CyclesAnswer& answer, Sink& out) {
  out.put("{\"schema_version\": 1, \"cycles\": [");
  Separator comma(",\n");
  for (const CycleAnswer& c : answer.cycles) {
    comma.put(out);
    put_json_cycle(out, c, answer.enumerated);
  }
  out.put("]}\n");
}

}  // namespace modgraph

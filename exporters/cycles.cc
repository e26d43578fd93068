#include "exporters/cycles.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/base/printable.h"
#include "exporters/json_text.h"

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
  out.put(": [");
  Separator comma;
  for (const std::string& name : names) {
    comma.put(out);
    put_json_string(out, name);
  }
  out.put("]");
}

void put_json_cycle(Sink& out, const CycleAnswer& c) {
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
  out.put(fmt::format("], \"break_is_minimum\": {}}}", c.break_is_minimum));
}

}  // namespace

void write_cycles_text(const CyclesAnswer& answer, Sink& out) {
  Separator blank("\n");
  for (const CycleAnswer& c : answer.cycles) {
    blank.put(out);
    put_cycle(out, c);
  }
  if (answer.cycles.empty())
    out.put("no cycles: no requirements run in a circle\n");
}

void write_cycles_json(const CyclesAnswer& answer, Sink& out) {
  out.put("{\"schema_version\": 1, \"cycles\": [");
  Separator comma(",\n");
  for (const CycleAnswer& c : answer.cycles) {
    comma.put(out);
    put_json_cycle(out, c);
  }
  out.put("]}\n");
}

}  // namespace modgraph

#include <fmt/core.h>

#include "exporters/indirect.h"
#include "exporters/json_text.h"
#include "exporters/name_list.h"

namespace modgraph {
namespace {

void put_key(Sink& out, std::string_view key) {
  put_json_string(out, key);
  out.put(": ");
}

void put_bool(Sink& out, bool value) { out.put(value ? "true" : "false"); }

// {"module": "...", "version": "..."  without the closing brace.
void put_module(Sink& out, const Subject& s) {
  out.put("{");
  put_key(out, "module");
  put_json_string(out, s.module);
  out.put(", ");
  put_key(out, "version");
  put_json_string(out, s.version);
}

void put_place(Sink& out, const Location& l) {
  out.put("{");
  put_key(out, "file");
  put_json_string(out, l.file);
  out.put(fmt::format(", \"line\": {}, \"column\": {}}}", l.line, l.column));
}

// What is not known is null, not an empty list.
void put_unknown(Sink& out, std::string_view key) {
  put_key(out, key);
  out.put("null");
}

template <class Rows, class Row>
void put_rows(Sink& out, std::string_view key, const Rows& rows, Row put_row) {
  put_key(out, key);
  out.put("[");
  Separator comma(",\n  ");
  for (const auto& row : rows) {
    comma.put(out);
    put_row(out, row);
  }
  out.put("]");
}

void put_held(Sink& out, const PinnedAnswer& h) {
  put_module(out, h.module);
  out.put(", ");
  put_key(out, "without");
  put_json_string(out, h.without);
  out.put(", \"bound\": ");
  put_bool(out, h.is_bound);
  out.put(", ");
  put_key(out, "asked_for_by");
  put_json_strings(out, h.required_by);
  out.put(", \"lines\": [");
  Separator comma;
  for (const Location& line : h.lines) {
    comma.put(out);
    put_place(out, line);
  }
  out.put("]}");
}

void put_stale(Sink& out, const StaleAnswer& s) {
  put_module(out, s.module);
  out.put(", \"sure\": ");
  put_bool(out, s.is_sure);
  out.put(", ");
  put_key(out, "reason");
  put_json_string(out, s.reason);
  out.put(", \"line\": ");
  put_place(out, s.line);
  out.put("}");
}

void put_direct(Sink& out, const DirectWeight& d) {
  put_module(out, d.module);
  // Weight 0 is that of a module that the selected graph does not reach.
  if (d.exclusive == 0)
    out.put(", \"exclusive\": null");
  else
    out.put(fmt::format(", \"exclusive\": {}", d.exclusive));
  out.put(", \"heavy\": ");
  put_bool(out, d.is_heavy);
  out.put("}");
}

void put_unpruned(Sink& out, const UnprunedAnswer& u) {
  put_module(out, u.module);
  out.put(", ");
  put_key(out, "go");
  if (u.go_line.empty())
    out.put("null");
  else
    put_json_string(out, u.go_line);
  out.put(", ");
  put_key(out, "alone_brings");
  put_json_strings(out, u.brings);
  out.put("}");
}

void put_left_over(Sink& out, const UnreachableAnswer& l) {
  put_module(out, l.module);
  out.put(", ");
  put_key(out, "asked_for_by");
  put_json_strings(out, l.required_by);
  out.put("}");
}

void put_subject(Sink& out, const Subject& s) {
  put_module(out, s);
  out.put("}");
}

void put_uses(Sink& out, const std::optional<ModuleUses>& uses) {
  if (!uses) return put_unknown(out, "packages");
  put_key(out, "packages");
  out.put("{");
  put_rows(out, "test_only", uses->test_only, put_subject);
  out.put(",\n ");
  put_rows(out, "tool_only", uses->tool_only, put_subject);
  out.put(",\n ");
  put_rows(out, "no_package", uses->no_package, put_subject);
  out.put("}");
}

}  // namespace

void write_indirect_json(const IndirectAnswer& answer, Sink& out) {
  out.put("{\"schema_version\": 1, ");
  put_key(out, "main_modules");
  put_json_strings(out, answer.main_modules);
  out.put(fmt::format(", \"modules\": {},\n \"partial\": ", answer.modules));
  put_bool(out, !answer.partial_because.empty());
  out.put(", ");
  put_key(out, "partial_because");
  put_json_strings(out, answer.partial_because);
  out.put(",\n ");
  answer.lines_known
      ? put_rows(out, "held_up", answer.pinned_by_indirect, put_held)
      : put_unknown(out, "held_up");
  out.put(",\n ");
  answer.lines_known ? put_rows(out, "stale", answer.stale, put_stale)
                     : put_unknown(out, "stale");
  out.put(",\n ");
  put_rows(out, "direct", answer.direct, put_direct);
  out.put(",\n ");
  if (answer.unpruned) {
    put_key(out, "unpruned");
    out.put(fmt::format("{{\"modules\": {}, ", answer.brought_by_closures));
    put_rows(out, "dependencies", *answer.unpruned, put_unpruned);
    out.put("}");
  } else {
    put_unknown(out, "unpruned");
  }
  out.put(",\n ");
  answer.graph_known
      ? put_rows(out, "left_over", answer.unreachable_modules, put_left_over)
      : put_unknown(out, "left_over");
  out.put(",\n ");
  put_uses(out, answer.uses);
  out.put("}\n");
}

}  // namespace modgraph

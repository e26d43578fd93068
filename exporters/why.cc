#include "exporters/why.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>

#include "engine/base/printable.h"
#include "exporters/json_text.h"
#include "exporters/name_list.h"

namespace modgraph {
namespace {

// Longer lists are cut in text; JSON has them whole.
constexpr std::size_t kMaxNames = 10;

void put_names(Sink& out, const std::vector<std::string>& names) {
  const std::size_t shown = std::min(names.size(), kMaxNames);
  for (std::size_t i = 0; i < shown; ++i)
    out.put("    ").put(printable(names[i])).put("\n");
  if (shown < names.size())
    out.put(fmt::format("    and {} more\n", names.size() - shown));
}

std::string title(const WhyAnswer& a) {
  if (a.main) return printable(a.module) + " is a main module";
  const std::string name = printable(a.module + " " + a.version);
  if (a.selected) return name + " is in the build";
  return name + " is in the graph; the build has " +
         printable(a.selected_version);
}

std::string without_text(const WhyAnswer& a, const WithoutAnswer& w) {
  if (!w.selected) return "it would leave the build";
  if (*w.selected == a.version) return "nothing would change";
  return (w.is_bound ? "at least " : "") + printable(*w.selected) +
         (w.is_bound ? " (its go.mod was not loaded)" : "");
}

void put_without(Sink& out, const WhyAnswer& a) {
  if (a.without.empty()) return;
  out.put("  without the requirement of\n");
  const std::size_t shown = std::min(a.without.size(), kMaxNames);
  for (std::size_t i = 0; i < shown; ++i)
    out.put("    ")
        .put(printable(a.without[i].decider))
        .put(": ")
        .put(without_text(a, a.without[i]))
        .put("\n");
  if (shown < a.without.size())
    out.put(fmt::format("    and {} more\n", a.without.size() - shown));
}

std::string_view without_indent(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

void put_answer(Sink& out, const WhyAnswer& a) {
  out.put(title(a)).put("\n");
  if (a.chain.size() > 1) {
    out.put("  a shortest chain to it\n");
    for (std::size_t i = 0; i < a.chain.size(); ++i)
      out.put(i == 0 ? "    " : "    -> ").put(printable(a.chain[i])).put("\n");
  } else if (!a.main) {
    out.put("  no chain of recorded requirements leads to it\n");
  }
  if (!a.requirers.empty()) {
    out.put(a.selected ? "  this version, because it is asked for by\n"
                       : "  this version is asked for by\n");
    put_names(out, a.requirers);
  }
  if (a.runner_up) {
    out.put("  the next lower version, ")
        .put(printable(*a.runner_up))
        .put(", is asked for by\n");
    put_names(out, a.runner_up_requirers);
  }
  put_without(out, a);
  if (!a.main)
    out.put("  paths from the main modules: ").put(a.path_count).put("\n");
  if (a.line)
    out.put(fmt::format("  the line to change: {}:{}:{}{}\n      {}\n",
                        printable(a.line->file), a.line->line, a.line->column,
                        a.line_is_own ? "" : ", where the chain begins",
                        printable(without_indent(a.line->source_line))));
}

void put_json_names(Sink& out, std::string_view key,
                    const std::vector<std::string>& names) {
  out.put(", ");
  put_json_string(out, key);
  out.put(": ");
  put_json_strings(out, names);
}

void put_json_optional(Sink& out, const std::optional<std::string>& text) {
  if (text)
    put_json_string(out, *text);
  else
    out.put("null");
}

void put_json_answer(Sink& out, const WhyAnswer& a) {
  out.put("{\"module\": ");
  put_json_string(out, a.module);
  out.put(", \"version\": ");
  put_json_string(out, a.version);
  out.put(fmt::format(", \"main\": {}, \"selected\": {}", a.main, a.selected));
  out.put(", \"selected_version\": ");
  put_json_string(out, a.selected_version);
  put_json_names(out, "chain", a.chain);
  put_json_names(out, a.selected ? "decided_by" : "requested_by", a.requirers);
  out.put(", \"runner_up\": ");
  put_json_optional(out, a.runner_up);
  put_json_names(out, "runner_up_requested_by", a.runner_up_requirers);
  out.put(", \"without\": [");
  Separator comma;
  for (const WithoutAnswer& w : a.without) {
    comma.put(out);
    out.put("{\"decider\": ");
    put_json_string(out, w.decider);
    out.put(", \"selected\": ");
    put_json_optional(out, w.selected);
    out.put(fmt::format(", \"bound\": {}}}", w.is_bound));
  }
  // A number of any size: a string, as JSON readers round numbers.
  out.put("], \"paths\": ");
  put_json_string(out, a.path_count);
  out.put(", \"line\": ");
  if (a.line) {
    out.put("{\"file\": ");
    put_json_string(out, a.line->file);
    out.put(fmt::format(", \"line\": {}, \"column\": {}, \"own\": {}}}",
                        a.line->line, a.line->column, a.line_is_own));
  } else {
    out.put("null");
  }
  out.put("}");
}

}  // namespace

void write_why_text(std::span<const WhyAnswer> answers, Sink& out) {
  Separator blank("\n");
  for (const WhyAnswer& a : answers) {
    blank.put(out);
    put_answer(out, a);
  }
}

void write_why_json(std::span<const WhyAnswer> answers, Sink& out) {
  out.put("{\"schema_version\": 1, \"answers\": [");
  Separator comma(",\n");
  for (const WhyAnswer& a : answers) {
    comma.put(out);
    put_json_answer(out, a);
  }
  out.put("]}\n");
}

}  // namespace modgraph

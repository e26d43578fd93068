#include "exporters/cut.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "engine/base/printable.h"
#include "exporters/json_text.h"
#include "exporters/name_list.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxLines = 20;

void put_requirements(Sink& out, const std::vector<CutRequirement>& all) {
  for (std::size_t i = 0; i < std::min(kMaxLines, all.size()); ++i) {
    const CutRequirement& r = all[i];
    out.put("    ")
        .put(printable(r.from))
        .put(" requires ")
        .put(printable(r.to));
    if (r.line)
      out.put(fmt::format("  ({}:{})", printable(r.line->file), r.line->line));
    out.put("\n");
  }
  if (all.size() > kMaxLines)
    out.put(fmt::format("    and {} more\n", all.size() - kMaxLines));
}

std::string requirements(std::size_t count) {
  return fmt::format("{} requirement{}", count, count == 1 ? "" : "s");
}

bool all_ours(const CutAnswer& a) {
  return std::all_of(a.smallest.begin(), a.smallest.end(),
                     [](const CutRequirement& r) { return r.ours; });
}

void put_unselected(Sink& out, const CutAnswer& a) {
  if (a.unselected_requirers.empty()) return;
  const std::size_t more = a.unselected_requirers.size() - 1;
  out.put(fmt::format("  {}{} also ask{} for it, though not selected\n",
                      printable(a.unselected_requirers.front()),
                      more == 0 ? "" : fmt::format(" and {} more", more),
                      more == 0 ? "s" : ""));
}

void put_list(Sink& out, std::string_view key,
              const std::vector<CutRequirement>& all) {
  out.put(fmt::format(",\n\"{}\": [", key));
  Separator comma(",\n");
  for (const CutRequirement& r : all) {
    comma.put(out);
    out.put("{\"from\": ");
    put_json_string(out, r.from);
    out.put(", \"to\": ");
    put_json_string(out, r.to);
    out.put(fmt::format(", \"ours\": {}, \"file\": ", r.ours));
    if (r.line) {
      put_json_string(out, r.line->file);
      out.put(fmt::format(", \"line\": {}, \"column\": {}}}", r.line->line,
                          r.line->column));
    } else {
      out.put("null, \"line\": null, \"column\": null}");
    }
  }
  out.put("]");
}

}  // namespace

void write_cut_text(const CutAnswer& a, Sink& out) {
  if (!a.reached) {
    out.put(printable(a.module))
        .put(
            " is in the build, but no requirement of a selected version "
            "leads to it\n");
    put_unselected(out, a);
    return;
  }
  out.put(fmt::format("{} leaves when {} {}\n", printable(a.module),
                      requirements(a.smallest.size()),
                      a.smallest.size() == 1 ? "goes" : "go"));
  put_requirements(out, a.smallest);
  if (!all_ours(a)) {
    out.put(fmt::format("  or, of our own lines alone, {}\n",
                        requirements(a.own.size())));
    put_requirements(out, a.own);
  }
  put_unselected(out, a);
  out.put(
      "  This is about the requirements of the versions selected now; others "
      "may be\n  selected then. `modgraph whatif --drop MODULE` resolves "
      "it.\n");
}

void write_cut_json(const CutAnswer& a, Sink& out) {
  out.put("{\"schema_version\": 1, \"module\": ");
  put_json_string(out, a.module);
  out.put(fmt::format(", \"reached\": {}", a.reached));
  put_list(out, "smallest", a.smallest);
  put_list(out, "own", a.own);
  out.put(",\n\"unselected_requirers\": ");
  put_json_strings(out, a.unselected_requirers);
  out.put("}\n");
}

}  // namespace modgraph

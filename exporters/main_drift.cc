#include "exporters/main_drift.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/printable.h"
#include "exporters/json_text.h"
#include "exporters/name_list.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxModules = 12;
// Lines of one module: more only repeat what is wrong.
constexpr std::size_t kMaxLines = 6;

bool is_shown(const MainDriftRow& row) {
  return row.direct || !row.replaced.empty();
}

void put_row(const MainDriftRow& row, Sink& out) {
  std::vector<std::string> lines;
  for (const MainDriftSentence& one : main_drift_sentences(row))
    lines.push_back(one.says + " " + short_list(*one.mains));
  out.put("  ").put(printable(row.module)).put("\n");
  for (std::size_t i = 0; i < std::min(kMaxLines, lines.size()); ++i)
    out.put("    ").put(printable(lines[i])).put("\n");
  if (lines.size() > kMaxLines)
    out.put(fmt::format("    and {} more\n", lines.size() - kMaxLines));
}

void put_versions(std::string_view key, const std::vector<VersionOfMains>& rows,
                  Sink& out) {
  out.put(fmt::format(", \"{}\": [", key));
  Separator comma;
  for (const VersionOfMains& row : rows) {
    comma.put(out);
    out.put("{\"version\": ");
    put_json_string(out, row.version);
    out.put(", \"by\": ");
    put_json_strings(out, row.mains);
    out.put("}");
  }
  out.put("]");
}

void put_replacements(const std::vector<ReplacementOfMains>& rows, Sink& out) {
  out.put(", \"replaced\": [");
  Separator comma;
  for (const ReplacementOfMains& row : rows) {
    comma.put(out);
    out.put("{\"replaced_by\": ");
    if (row.by) {
      out.put("{\"path\": ");
      put_json_string(out, row.by->path);
      out.put(", \"version\": ");
      put_json_string(out, row.by->version);
      out.put("}");
    } else {
      out.put("null");
    }
    out.put(", \"by\": ");
    put_json_strings(out, row.mains);
    out.put("}");
  }
  out.put("]");
}

}  // namespace

void put_main_drift_text(std::span<const MainDriftRow> rows, Sink& out) {
  if (rows.empty()) {
    out.put("main modules agree about all modules that they share\n");
    return;
  }
  const auto shown = static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), is_shown));
  out.put(fmt::format("main modules disagree about {} module{}\n", shown,
                      shown == 1 ? "" : "s"));
  std::size_t left = kMaxModules;
  for (const MainDriftRow& row : rows)
    if (is_shown(row) && left > 0) {
      put_row(row, out);
      --left;
    }
  if (shown > kMaxModules)
    out.put(fmt::format("  and {} more; JSON has them\n", shown - kMaxModules));
  if (shown < rows.size())
    out.put(
        fmt::format("  and {} more that only `// indirect` lines speak of; "
                    "JSON has them\n",
                    rows.size() - shown));
}

void put_main_drift_json(std::span<const MainDriftRow> rows, Sink& out) {
  out.put("[");
  Separator comma(",");
  for (const MainDriftRow& row : rows) {
    comma.put(out);
    out.put("\n  {\"module\": ");
    put_json_string(out, row.module);
    out.put(row.direct ? ", \"direct\": true" : ", \"direct\": false");
    put_versions("asked", row.asked, out);
    put_versions("selected", row.selected, out);
    put_replacements(row.replaced, out);
    out.put("}");
  }
  out.put(rows.empty() ? "]" : "\n]");
}

}  // namespace modgraph

#include "exporters/findings/main_drift.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/printable.h"
#include "engine/findings/findings.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxModules = 12;
// Lines of one module: more only repeat what is wrong.
constexpr std::size_t kMaxLines = 6;

bool is_shown(const CrossModuleRow& row) {
  return row.direct || !row.replaced.empty();
}

void put_row(const CrossModuleRow& row, Sink& out) {
  std::vector<std::string> lines;
  for (const CrossModuleSentence& one : cross_module_sentences(row))
    lines.push_back(one.says + " " + some_of(*one.mains));
  out.put("  ").put(printable(row.module)).put("\n");
  for (std::size_t i = 0; i < std::min(kMaxLines, lines.size()); ++i)
    out.put("    ").put(printable(lines[i])).put("\n");
  if (lines.size() > kMaxLines)
    out.put(fmt::format("    and {} more\n", lines.size() - kMaxLines));
}

}  // namespace

void put_main_drift_text(std::span<const CrossModuleRow> rows, Sink& out) {
  if (rows.empty()) {
    out.put("main modules agree about all modules that they share\n");
    return;
  }
  const auto shown = static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), is_shown));
  out.put(fmt::format("main modules disagree about {} module{}\n", shown,
                      shown == 1 ? "" : "s"));
  std::size_t left = kMaxModules;
  for (const CrossModuleRow& row : rows)
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

}  // namespace modgraph

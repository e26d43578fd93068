#include "exporters/findings/repository_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/counted.h"
#include "engine/base/printable.h"
#include "engine/findings/findings.h"

namespace modgraph {
namespace {

bool is_healthy(const FolderReport& one) {
  const auto& found = one.report.counts.findings;
  return found[static_cast<std::size_t>(Level::kError)] == 0 &&
         found[static_cast<std::size_t>(Level::kWarning)] == 0;
}

constexpr std::size_t kMaxDrifting = 12;
// Lines of one module: more only repeat what is wrong.
constexpr std::size_t kMaxDriftLines = 6;

bool is_shown(const CrossModuleRow& row) {
  return row.direct || !row.replaced.empty();
}

void put_drifting(const CrossModuleRow& row, Sink& out) {
  std::vector<std::string> lines;
  for (const CrossModuleSentence& one : cross_module_sentences(row))
    lines.push_back(one.says + " " + some_of(*one.mains));
  out.put("  ").put(printable(row.module)).put("\n");
  for (std::size_t i = 0; i < std::min(kMaxDriftLines, lines.size()); ++i)
    out.put("    ").put(printable(lines[i])).put("\n");
  if (lines.size() > kMaxDriftLines)
    out.put(fmt::format("    and {} more\n", lines.size() - kMaxDriftLines));
}

// A paragraph for the modules that some main module requires directly or that
// are replaced differently; the others are counted.
void put_drift(std::span<const CrossModuleRow> rows, Sink& out) {
  if (rows.empty()) {
    out.put("main modules agree about all modules that they share\n");
    return;
  }
  const auto shown = static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), is_shown));
  out.put("main modules disagree about " + counted(shown, "module") + "\n");
  std::size_t left = kMaxDrifting;
  for (const CrossModuleRow& row : rows)
    if (is_shown(row) && left > 0) {
      put_drifting(row, out);
      --left;
    }
  if (shown > kMaxDrifting)
    out.put(
        fmt::format("  and {} more; JSON has them\n", shown - kMaxDrifting));
  if (shown < rows.size())
    out.put(
        fmt::format("  and {} more that only `// indirect` lines require; "
                    "JSON has them\n",
                    rows.size() - shown));
}

}  // namespace

void write_repository_text(const RepositoryReport& report,
                           const Report& combined, const TextOptions& options,
                           Sink& out) {
  write_text(combined, options, out);
  const auto healthy = static_cast<std::size_t>(
      std::count_if(report.folders.begin(), report.folders.end(), is_healthy));
  out.put(fmt::format("folders: {} of {} without errors or warnings\n\n",
                      healthy, report.folders.size()));
  put_drift(report.drift, out);
}

}  // namespace modgraph

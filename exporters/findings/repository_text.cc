#include "exporters/findings/repository_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/counted.h"
#include "engine/base/printable.h"
#include "engine/findings/findings.h"

namespace modgraph {
namespace {

using LevelCounts = std::array<std::uint64_t, 3>;

std::uint64_t at(const LevelCounts& counts, Level level) {
  return counts[static_cast<std::size_t>(level)];
}

std::string counts_text(const LevelCounts& counts) {
  return fmt::format("{}, {}, {}", counted(at(counts, Level::kError), "error"),
                     counted(at(counts, Level::kWarning), "warning"),
                     counted(at(counts, Level::kNote), "note"));
}

// "MG2002 direct-raised x3, ..." for what is above a note, in report order.
std::string rules_text(const Report& report) {
  std::string out;
  for (auto f = report.findings.begin(); f != report.findings.end();) {
    const auto end = std::find_if(f, report.findings.end(), [&](auto& other) {
      return other.rule != f->rule;
    });
    if (f->level > Level::kNote)
      out += fmt::format("{}{} {} x{}", out.empty() ? "" : ", ", f->rule->code,
                         f->rule->name, end - f);
    f = end;
  }
  return out;
}

// A folder in one line; its errors above it.
void put_folder(const FolderReport& one, const TextOptions& options,
                Sink& out) {
  const LevelCounts& counts = one.report.counts.findings;
  if (options.show == Level::kNote || at(counts, Level::kError) > 0) {
    out.put(printable(one.folder)).put("\n");
    TextOptions errors = options;
    if (options.show != Level::kNote) errors.show = Level::kError;
    write_text(one.report, errors, out);
    out.put("\n");
  } else if (at(counts, Level::kWarning) > 0) {
    out.put(printable(one.folder));
    out.put(fmt::format(": {} ({})\n",
                        counted(at(counts, Level::kWarning), "warning"),
                        rules_text(one.report)));
  }
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
                           const TextOptions& options, Sink& out) {
  LevelCounts all{};
  std::size_t healthy = 0;
  std::size_t mains = 0;
  for (const FolderReport& one : report.folders) {
    if (out.failed()) return;
    put_folder(one, options, out);
    const LevelCounts& counts = one.report.counts.findings;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] += counts[i];
    mains += one.report.main_modules.size();
    if (at(counts, Level::kError) + at(counts, Level::kWarning) == 0) ++healthy;
  }
  for (const Finding& f : report.findings)
    ++all[static_cast<std::size_t>(f.level)];
  if (healthy > 0)
    out.put(counted(healthy, "folder") + " without errors or warnings\n");
  for (const std::string& folder : report.failed)
    out.put(printable(folder)).put(": no report, see the errors\n");
  out.put("\n");
  put_drift(report.drift, out);
  out.put(fmt::format(
      "\n{} in {}: {}; -v shows all\n", counted(mains, "main module"),
      counted(report.folders.size(), "folder"), counts_text(all)));
}

}  // namespace modgraph

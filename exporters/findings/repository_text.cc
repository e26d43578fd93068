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

using LevelCounts = std::array<std::uint64_t, kLevels>;

std::uint64_t at(const LevelCounts& counts, Level level) {
  return counts[static_cast<std::size_t>(level)];
}

std::string counts_text(const LevelCounts& counts) {
  return fmt::format("{}, {}, {}", counted(at(counts, Level::kError), "error"),
                     counted(at(counts, Level::kWarning), "warning"),
                     counted(at(counts, Level::kNote), "note"));
}

// What several folders have in common: told once.
struct SharedFinding {
  const Finding* finding = nullptr;
  std::vector<std::string> folders;
};

// All findings that are shown, by level and rule, the most common first.
std::vector<SharedFinding> shared_findings(const RepositoryReport& report,
                                           Level show) {
  std::vector<SharedFinding> out;
  const auto same = [](const Finding& a, const Finding& b) {
    return a.rule == b.rule && a.level == b.level && a.message == b.message;
  };
  const auto before = [](const SharedFinding& a, const SharedFinding& b) {
    const Finding& x = *a.finding;
    const Finding& y = *b.finding;
    if (x.level != y.level) return x.level > y.level;
    if (x.rule->code != y.rule->code) return x.rule->code < y.rule->code;
    return x.message < y.message;
  };
  for (const FolderReport& one : report.folders)
    for (const Finding& f : one.report.findings)
      if (f.level >= show && !f.suppressed) out.push_back({&f, {one.folder}});
  std::stable_sort(out.begin(), out.end(), before);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (kept > 0 && same(*out[kept - 1].finding, *out[i].finding)) {
      out[kept - 1].folders.push_back(out[i].folders.front());
    } else {
      if (kept != i) out[kept] = std::move(out[i]);
      ++kept;
    }
  }
  out.resize(kept);
  return out;
}

void put_shared(const SharedFinding& shared, Sink& out) {
  const Finding& f = *shared.finding;
  out.put(fmt::format("{}[{} {}]: {}\n", level_name(f.level), f.rule->code,
                      f.rule->name, printable(f.message)));
  if (f.location && shared.folders.size() == 1)
    out.put(fmt::format("  --> {}:{}\n", printable(f.location->file),
                        f.location->line));
  else
    out.put(fmt::format("  = in {}: {}\n",
                        counted(shared.folders.size(), "folder"),
                        printable(some_of(shared.folders))));
  for (const std::string& note : f.notes)
    out.put(fmt::format("  = {}\n", printable(note)));
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
  for (const SharedFinding& shared : shared_findings(report, options.show)) {
    if (out.failed()) return;
    put_shared(shared, out);
  }
  for (const FolderReport& one : report.folders) {
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

#include "exporters/findings/finding_lines.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/counted.h"
#include "engine/base/printable.h"
#include "engine/findings/findings.h"
#include "engine/model/manifest.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

std::string subjects_of(const Finding& f) {
  std::string out;
  for (const Subject& s : f.subjects) {
    if (!out.empty()) out += ' ';
    out += module_name({s.module, s.version});
  }
  return out;
}

std::string csv_row(const Report& report, const Finding& f) {
  const FindingPlace at = place_of(report, f);
  return fmt::format("{},{},{},{},{},{},{},{},{},{}\r\n", level_name(f.level),
                     f.rule->code, f.rule->name, csv_cell(at.file), at.line,
                     at.column, csv_cell(subjects_of(f)), csv_cell(f.message),
                     f.fingerprint,
                     f.suppressed ? csv_cell(f.suppressed->by) : "");
}

constexpr std::string_view kCsvHead =
    "level,rule,name,file,line,column,subjects,message,fingerprint,"
    "suppressed\r\n";

}  // namespace

std::string counts_from(const Report& report, Level lowest) {
  std::string out;
  for (const Level level : {Level::kError, Level::kWarning, Level::kNote}) {
    const auto n = report.counts.findings[static_cast<std::size_t>(level)];
    if (level >= lowest && n > 0)
      out += (out.empty() ? "" : ", ") + counted(n, level_name(level));
  }
  return out;
}

std::vector<const Finding*> findings_in_order(const Report& report,
                                              Level lowest) {
  std::vector<const Finding*> out;
  for (const Finding& f : report.findings)
    if (f.level >= lowest && !f.suppressed) out.push_back(&f);
  const auto place = [](const Finding& f) {
    return !f.suggestions.empty() ? 0 : f.owner == Owner::kOurs ? 1 : 2;
  };
  std::stable_sort(out.begin(), out.end(), [&](auto* a, auto* b) {
    return a->level != b->level ? a->level > b->level : place(*a) < place(*b);
  });
  return out;
}

std::string sharing_folders(const Finding& finding) {
  if (!finding.folders || finding.folders->size() < 2) return {};
  return fmt::format("in {}: {}", counted(finding.folders->size(), "folder"),
                     printable(some_of(*finding.folders)));
}

FindingPlace place_of(const Report& report, const Finding& finding) {
  if (finding.location) {
    const Location& at = *finding.location;
    return {at.file, std::max(at.line, 1), std::max(at.column, 1),
            at.end_column};
  }
  for (const std::string_view kind : {"mod", "work"})
    for (const InputDigest& input : report.inputs)
      if (input.kind == kind) return {input.path};
  return {report.inputs.empty() ? "go.mod" : report.inputs.front().path};
}

std::string finding_paragraph(const Finding& finding) {
  std::string out = printable(finding.message);
  if (const std::string in = sharing_folders(finding); !in.empty())
    out += "\n" + in;
  for (const std::string& note : finding.notes) out += "\n" + printable(note);
  for (const SuggestedFix& s : finding.suggestions)
    for (const std::string& command : s.commands)
      out += "\nfix, tried: " + printable(command);
  return out;
}

std::string uri_path(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
        (c >= '0' && c <= '9') ||
        std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain)
      out += c;
    else
      out.append("%").append({kHex[byte >> 4], kHex[byte & 15]});
  }
  return out;
}

void write_compact(const Report& report, Sink& out) {
  for (const Finding& f : report.findings) {
    if (f.suppressed) continue;
    const FindingPlace at = place_of(report, f);
    out.put(fmt::format("{}:{}:{}: {}: {} [{} {}]\n", printable(at.file),
                        at.line, at.column, level_name(f.level),
                        printable(f.message), f.rule->code, f.rule->name));
  }
}

void write_csv(const Report& report, Sink& out) {
  out.put(kCsvHead);
  for (const Finding& f : report.findings) out.put(csv_row(report, f));
}

void write_folders_csv(const RepositoryReport& repository, Sink& out) {
  out.put("folder,").put(kCsvHead);
  for (const Finding& f : repository.findings) out.put(",").put(csv_row({}, f));
  for (const FolderReport& one : repository.folders)
    for (const Finding& f : one.report.findings)
      out.put(csv_cell(one.folder)).put(",").put(csv_row(one.report, f));
}

}  // namespace modgraph

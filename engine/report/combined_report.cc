// The idea: findings of all folders are sorted by what they say, and
// neighbours that say the same become one. What is left out of the result
// (graphs, rows of modules) stays with each folder's own report.

#include "engine/report/combined_report.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/findings/fingerprint.h"

namespace modgraph {
namespace {

// A finding and the folder that it was found in; null: between folders.
struct Told {
  const Finding* finding = nullptr;
  const FolderReport* in = nullptr;
};

bool before(const Told& a, const Told& b) {
  const Finding& x = *a.finding;
  const Finding& y = *b.finding;
  if (x.level != y.level) return x.level > y.level;
  if (x.rule->code != y.rule->code) return x.rule->code < y.rule->code;
  if (x.message != y.message) return x.message < y.message;
  return !x.suppressed && y.suppressed;
}

bool same(const Told& a, const Told& b) {
  return !before(a, b) && !before(b, a);
}

std::vector<Told> all_findings(const RepositoryReport& repository) {
  std::vector<Told> out;
  for (const Finding& f : repository.findings) out.push_back({&f, nullptr});
  for (const FolderReport& one : repository.folders)
    for (const Finding& f : one.report.findings) out.push_back({&f, &one});
  std::stable_sort(out.begin(), out.end(), before);
  return out;
}

// A finding without a place is about the folder's go.mod as a whole.
Boxed<Location> place_told(const Told& told) {
  if (told.finding->location || told.in == nullptr)
    return told.finding->location;
  for (const std::string& file : told.in->report.main_files)
    if (!file.empty()) {
      Location at;
      at.file = file;
      return at;
    }
  return std::nullopt;
}

// Those of [from, to) as one.
Finding merged(std::vector<Told>::const_iterator from,
               std::vector<Told>::const_iterator to) {
  Finding out = *from->finding;
  out.location = place_told(*from);
  // What one folder's build would lose says nothing about the others.
  out.measure.reset();
  std::vector<std::string> folders;
  for (auto told = from; told != to; ++told)
    if (told->in != nullptr) folders.push_back(told->in->folder);
  if (!folders.empty()) out.folders = std::move(folders);
  return out;
}

std::uint64_t distinct_modules(const RepositoryReport& repository) {
  std::vector<std::string_view> paths;
  for (const FolderReport& one : repository.folders)
    for (const ModuleRow& row : one.report.modules)
      paths.push_back(one.report.graph.path(row.selected));
  std::sort(paths.begin(), paths.end());
  return static_cast<std::uint64_t>(std::unique(paths.begin(), paths.end()) -
                                    paths.begin());
}

void add_head(const FolderReport& one, Report& out) {
  const Report& r = one.report;
  out.tool_version = r.tool_version;
  const auto add = [](const auto& from, auto& to) {
    to.insert(to.end(), from.begin(), from.end());
  };
  add(r.inputs, out.inputs);
  add(r.main_modules, out.main_modules);
  add(r.main_files, out.main_files);
  if (!out.settings) out.settings = r.settings;
  for (const std::string& why : r.partial_because)
    out.partial_because.push_back(one.folder + ": " + why);
}

}  // namespace

Report combined_report(const RepositoryReport& repository) {
  Report out;
  for (const FolderReport& one : repository.folders) add_head(one, out);
  for (const std::string& folder : repository.failed)
    out.partial_because.push_back(folder + ": no report, see the errors");
  out.requirements_known = false;
  out.counts.modules = distinct_modules(repository);

  const std::vector<Told> all = all_findings(repository);
  for (auto from = all.begin(); from != all.end();) {
    const auto to = std::find_if_not(
        from, all.end(), [&](const Told& told) { return same(*from, told); });
    out.findings.push_back(merged(from, to));
    from = to;
  }
  make_fingerprints_unique(out.findings);
  for (const Finding& f : out.findings)
    if (!f.suppressed) ++out.counts.findings[static_cast<std::size_t>(f.level)];
  return out;
}

}  // namespace modgraph

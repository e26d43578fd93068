#include "engine/resolve/summary_store.h"

#include <utility>

namespace modgraph {

SummaryStore::Summary SummaryStore::summary_of(SourceAnswer&& answer) {
  Summary out;
  out.sum = std::move(answer.sum);
  if (!answer.summary) {
    out.fault = std::move(answer.summary.error());
    return out;
  }
  ModuleSummary& summary = *answer.summary;
  out.path = std::move(summary.path);
  out.go_version = std::move(summary.go_version);
  out.pruning = pruning_of_go_line(out.go_version);
  out.has_replacements = summary.has_replacements;
  out.require.reserve(summary.require.size() + 1);
  for (const ModuleSummary::Requirement& m : summary.require)
    out.require.push_back(table_.add(m.path, m.version));
  if (is_strict_go_version(out.go_version))
    out.require.push_back(table_.add({"go", out.go_version}));
  return out;
}

void SummaryStore::fetch(std::span<const VersionId> modules) {
  place_.resize(table_.size());
  std::vector<ModuleVersion> wave;
  for (const VersionId m : modules) {
    if (place_[m] != 0) continue;
    wave.push_back(table_.module(m));
    place_[m] = static_cast<std::uint32_t>(summaries_.size() + wave.size());
  }
  if (wave.empty()) return;
  for (SourceAnswer& answer : source_.read(wave))
    summaries_.push_back(summary_of(std::move(answer)));
}

}  // namespace modgraph

#include "engine/resolve/summary_store.h"

#include <utility>

namespace modgraph {

SummaryStore::Summary SummaryStore::summary_of(SourceAnswer& answer) {
  Summary out;
  out.sum = std::move(answer.sum);
  if (!answer.summary) {
    out.fault = std::move(answer.summary.error());
    return out;
  }
  const ModuleSummary& summary = *answer.summary;
  out.path = table_.keep_path(summary.path);
  out.go_version = summary.go_version;
  out.pruning = pruning_of_go_line(out.go_version);
  out.has_replacements = summary.has_replacements;
  out.require.reserve(summary.require.size() + 1);
  for (const ModuleSummary::Requirement& m : summary.require)
    out.require.push_back(table_.add(m.path, m.version));
  if (is_strict_go_version(out.go_version))
    out.require.push_back(table_.add({"go", out.go_version}));
  return out;
}

void SummaryStore::ask(VersionId module) {
  if (module >= place_.size()) place_.resize(table_.size(), kUnknown);
  if (place_[module] != kUnknown) return;
  place_[module] = kAsked;
  asked_.push_back(module);
  ahead_.ask(table_.module(module));
}

const SummaryStore::Summary& SummaryStore::settle(VersionId module) {
  while (place_[module] == kAsked) {
    SourceAnswer answer = ahead_.take();
    Summary summary = summary_of(answer);
    if (answer.summary) ahead_.give_back(std::move(*answer.summary));
    place_[asked_.front()] = static_cast<std::uint32_t>(summaries_.size());
    asked_.pop_front();
    summaries_.push_back(std::move(summary));
  }
  return of(module);
}

void SummaryStore::fetch(std::span<const VersionId> modules) {
  const ReadingAhead reading(*this);
  for (const VersionId m : modules) ask(m);
  for (const VersionId m : modules) settle(m);
}

}  // namespace modgraph

#include "engine/findings/line_reasons.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/analysis/go_mod_lines/line_reason.h"

namespace modgraph {

LineReasons::LineReasons(const Project& project) {
  for (const Manifest& manifest : project.manifests) {
    const auto add = [&](const SourceSpan& where) {
      std::string reason = line_reason(manifest, where);
      if (!reason.empty())
        lines_.push_back({manifest.file, where.line, std::move(reason)});
    };
    for (const Requirement& r : manifest.require) add(r.where);
    for (const Exclusion& e : manifest.exclude) add(e.where);
    for (const Replacement& r : manifest.replace) add(r.where);
  }
  std::sort(lines_.begin(), lines_.end(), [](const Line& a, const Line& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
}

void LineReasons::add_to(Finding& finding) const {
  if (!finding.location) return;
  const auto place = std::tie(finding.location->file, finding.location->line);
  const auto found = std::lower_bound(lines_.begin(), lines_.end(), place,
                                      [](const Line& a, const auto& b) {
                                        return std::tie(a.file, a.line) < b;
                                      });
  if (found != lines_.end() && std::tie(found->file, found->line) == place)
    finding.notes.push_back("the line gives a reason: " + found->reason);
}

}  // namespace modgraph

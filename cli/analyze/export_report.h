#pragma once

// Reports out: one analysis, many outputs.

#include <optional>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "engine/base/result.h"
#include "engine/report/report.h"
#include "engine/report/repository_report.h"
#include "exporters/findings/report_text.h"
#include "exporters/markdown/markdown.h"

namespace modgraph {

/// The names of all formats, text first.
std::vector<std::string_view> report_formats();

/// What the formats can be told.
struct ExportOptions {
  TextOptions text;
  /// Of the formats of CI systems: what is below has no place there.
  Level show = Level::kWarning;
  std::optional<Level> failing;  // from there on the exit status is 1
  PictureOptions picture;
  MarkdownOptions markdown;
};

/// Whether a format says what a report is missing and which settings it was
/// made with; of the others that is told beside them.
bool says_how_made(std::string_view format);

/// Writes one output. Fails when it cannot be written, and (kUsage) when a
/// picture is to show what is not there.
Result<void> export_report(const Report& report, const OutputOption& output,
                           const ExportOptions& options);

/// Fails (kUsage) when a format shows one build alone: a picture.
Result<void> check_repository_outputs(const std::vector<OutputOption>& outputs);

/// The same for reports of several folders, of which `combined` is what
/// combined_report() makes. Requires a format that was checked.
Result<void> export_repository(const RepositoryReport& report,
                               const Report& combined,
                               const OutputOption& output,
                               const ExportOptions& options);

}  // namespace modgraph

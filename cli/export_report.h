#pragma once

// Reports out: one analysis, many outputs.

#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/report/report.h"
#include "engine/report/repository_report.h"
#include "exporters/markdown.h"
#include "exporters/text.h"

namespace modgraph {

/// One `-f FORMAT[:PATH]`.
struct OutputOption {
  std::string format;
  std::string path;  // "": standard output
};

/// "json:out/report.json" and so on; text to standard output when there is
/// none. Fails on unknown formats (with the nearest one), missing paths, and
/// when two formats would share standard output.
Result<std::vector<OutputOption>> parse_outputs(
    const std::vector<std::string>& formats);

/// What the formats can be told.
struct ExportOptions {
  TextOptions text;
  std::uint64_t max_nodes = 60;  // of a picture; 0: all
  MarkdownOptions markdown;
};

/// Writes one output. Fails when it cannot be written.
Result<void> export_report(const Report& report, const OutputOption& output,
                           const ExportOptions& options);

/// Fails (kUsage) when a format shows one build alone: a picture.
Result<void> check_repository_outputs(const std::vector<OutputOption>& outputs);

/// The same for reports of several folders. Requires a format that was checked.
Result<void> export_repository(const RepositoryReport& report,
                               const OutputOption& output,
                               const ExportOptions& options);

}  // namespace modgraph

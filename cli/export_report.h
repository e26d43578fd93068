#pragma once

// Reports out: one analysis, many outputs.

#include <string>
#include <vector>

#include "cli/output_option.h"
#include "cli/picture_flags.h"
#include "engine/base/result.h"
#include "engine/report/report.h"
#include "engine/report/repository_report.h"
#include "exporters/markdown.h"
#include "exporters/text.h"

namespace modgraph {

/// "json:out/report.json" and so on; text to standard output when there is
/// none. Fails on unknown formats (with the nearest one), missing paths, and
/// when two formats would share standard output.
Result<std::vector<OutputOption>> parse_outputs(
    const std::vector<std::string>& formats);

/// The names of all formats: "text, json, ...".
std::string format_names();

/// What the formats can be told.
struct ExportOptions {
  TextOptions text;
  PictureWords picture;
  MarkdownOptions markdown;
};

/// Writes one output. Fails when it cannot be written, and (kUsage) when a
/// picture is to show what is not there.
Result<void> export_report(const Report& report, const OutputOption& output,
                           const ExportOptions& options);

/// Fails (kUsage) when a format shows one build alone: a picture.
Result<void> check_repository_outputs(const std::vector<OutputOption>& outputs);

/// The same for reports of several folders. Requires a format that was checked.
Result<void> export_repository(const RepositoryReport& report,
                               const OutputOption& output,
                               const ExportOptions& options);

}  // namespace modgraph

#pragma once

// The report as a comment of a pull request or as the summary of a job.

#include <cstddef>
#include <string>

#include "engine/report/report.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// What GitHub takes, counted here in bytes: characters for a comment, where
/// bytes are never fewer, and bytes for the summary of a step.
/// Source: GitHub's documentation, "Limitations of issue comments" and "Step
/// isolation and limits".
inline constexpr std::size_t kCommentBytes = 65'536;
inline constexpr std::size_t kSummaryBytes = 1'048'576;

struct MarkdownOptions {
  std::size_t budget = kCommentBytes;  // bytes that are never exceeded
  std::size_t max_nodes = 40;          // of the picture
  Level show = Level::kWarning;        // findings below it are left out
  std::string reproduce = {};  // the command; "": made from the report's inputs
};

/// GitHub Flavored Markdown that starts with the marker by which a bot finds
/// its own comment: a verdict and a line for each of the first findings, and,
/// folded, the first findings in full, versions, the picture, the other
/// findings. Cut part by part with a word about what is missing when the budget
/// ends; last, how to get it again. Nothing
/// that input says becomes a link, an image, a mention, HTML or markup.
void write_markdown(const Report& report, const MarkdownOptions& options,
                    Sink& out);

}  // namespace modgraph

#pragma once

// A report as one HTML file that works anywhere: no address outside of it, and
// findings and picture readable without its script. Its content security policy
// names script and styles by their digests, so that nothing that came with the
// input can run or load anything.

#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "exporters/text/sink.h"

namespace modgraph {

struct HtmlOptions {
  /// Findings, ladders of versions; what is beyond is counted.
  std::size_t max_findings = 3000;
  std::size_t max_ladders = 300;
  /// Of a build of more modules the report is not inlined as JSON.
  std::size_t max_json_modules = 20'000;
};

/// Writes the page with `picture` as its graph.
void write_html(const Report& report, const Picture& picture, Sink& out,
                const HtmlOptions& options = {});

}  // namespace modgraph

#pragma once

// The panels of the HTML report, and what they share.

#include <optional>
#include <string>
#include <string_view>

#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "engine/report/views/link_template.h"
#include "exporters/text/sink.h"

namespace modgraph {

struct HtmlOptions {
  /// Findings, ladders of versions; what is beyond is counted.
  std::size_t max_findings = 3000;
  std::size_t max_ladders = 300;
  /// Of a build of more modules the report is not inlined as JSON.
  std::size_t max_json_modules = 20'000;
  /// Where lines of go.mod files are on the web.
  std::optional<LinkTemplate> line_links = {};
};

/// `<tag>text</tag>`; the tag may have attributes of ours, the text is foreign.
void put_element(Sink& out, std::string_view tag, std::string_view text);

/// The findings, those to look at first in front; errors and warnings open.
void put_html_findings(const Report& report, const HtmlOptions& options,
                       Sink& out);

/// The picture as SVG, and as data what the script must know of it.
void put_html_picture(const Report& report, const Picture& picture, Sink& out);

/// Which module, or which organisation, requires which.
void put_html_matrix(const Report& report, Sink& out);

/// Where the script puts the table of all modules.
void put_html_modules(const Report& report, const HtmlOptions& options,
                      Sink& out);

/// What leaves with each module: a table, and data for a treemap.
void put_html_weight(const Report& report, const HtmlOptions& options,
                     Sink& out);

/// Modules that are required at several versions, and by whom.
void put_html_versions(const Report& report, const HtmlOptions& options,
                       Sink& out);

/// Counts, inputs, and the command that makes the report again.
void put_html_about(const Report& report, const HtmlOptions& options,
                    Sink& out);

/// The page's own style sheet and script.
std::string_view html_style_sheet();
std::string_view html_script();

/// What html_script() has in its middle, a tab each.
std::string_view html_graph_script();
std::string_view html_modules_script();
std::string_view html_weight_script();

}  // namespace modgraph

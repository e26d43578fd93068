#include "cli/analyze/export_report.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "cli/pictures.h"
#include "cli/terminal/output_file.h"
#include "engine/report/report_document.h"
#include "engine/report/repository_document.h"
#include "engine/report/views/link_template.h"
#include "engine/report/views/overview.h"
#include "exporters/document/document_json.h"
#include "exporters/findings/finding_lines.h"
#include "exporters/findings/github.h"
#include "exporters/findings/gitlab.h"
#include "exporters/findings/junit.h"
#include "exporters/findings/report_text.h"
#include "exporters/findings/repository_text.h"
#include "exporters/findings/sarif.h"
#include "exporters/html/document_html.h"
#include "exporters/html/html.h"
#include "exporters/markdown/markdown.h"

namespace modgraph {
namespace {

// What a report shows beside its findings, whatever else is drawn.
Picture whole_picture(const Report& report, const ExportOptions& options) {
  const ViewLimits limits = limits_of(options.picture);
  return overview(report, {.max_boxes = limits.max_boxes,
                           .max_lines = limits.max_lines,
                           .chain = shows_chain(report, options.picture)});
}

HtmlOptions html_options(const ExportOptions& options) {
  HtmlOptions out;
  const auto links = LinkTemplate::parse(options.picture.link_template);
  if (links && links->is_for_lines()) out.line_links = *links;
  return out;
}

Document in_short(const RepositoryReport& report, const Report& combined) {
  return repository_document(report, combined, FolderReports::kLeftOut);
}

// Adding a format is adding a row.
struct Format {
  std::string_view name;
  /// Whether the output has a place for how its report was made.
  bool says_how_made;
  /// Null for pictures, which find_picture_format() writes.
  void (*write)(const Report&, const ExportOptions&, Sink&);
  /// Of several folders, where that is more than writing the combined report.
  void (*write_folders)(const RepositoryReport&, const Report& combined,
                        const ExportOptions&, Sink&) = nullptr;
};

constexpr std::array kFormats = {
    Format{"text", true,
           [](const Report& report, const ExportOptions& options, Sink& out) {
             write_text(report, options.text, out);
           },
           [](const RepositoryReport& report, const Report& combined,
              const ExportOptions& options, Sink& out) {
             write_repository_text(report, combined, options.text, out);
           }},
    Format{"compact", false,
           [](const Report& report, const ExportOptions&, Sink& out) {
             write_compact(report, out);
           }},
    Format{"json", true,
           [](const Report& report, const ExportOptions&, Sink& out) {
             write_document_json(report_document(report), out);
           },
           [](const RepositoryReport& report, const Report& combined,
              const ExportOptions&, Sink& out) {
             write_document_json(repository_document(report, combined), out);
           }},
    Format{"ndjson", false,
           [](const Report& report, const ExportOptions&, Sink& out) {
             write_document_ndjson(report_document(report), out);
           },
           [](const RepositoryReport& report, const Report& combined,
              const ExportOptions&, Sink& out) {
             write_document_ndjson(in_short(report, combined), out);
           }},
    Format{
        "csv", false,
        [](const Report& report, const ExportOptions&, Sink& out) {
          write_csv(report, out);
        },
        [](const RepositoryReport& report, const Report&, const ExportOptions&,
           Sink& out) { write_folders_csv(report, out); }},
    Format{"sarif", true,
           [](const Report& report, const ExportOptions& options, Sink& out) {
             SarifOptions sarif;
             sarif.show = options.show;
             write_sarif(report, out, sarif);
           }},
    Format{"github", false,
           [](const Report& report, const ExportOptions& options, Sink& out) {
             GithubOptions github;
             github.show = options.show;
             if (options.text.max_results != 0)
               github.most_of_a_level = options.text.max_results;
             write_github(report, out, github);
           }},
    Format{"gitlab", false,
           [](const Report& report, const ExportOptions& options, Sink& out) {
             write_gitlab(report, options.show, out);
           }},
    Format{"junit", false,
           [](const Report& report, const ExportOptions& options, Sink& out) {
             write_junit(report, {options.show, options.failing}, out);
           }},
    Format{"dot", false, nullptr},
    Format{"svg", false, nullptr},
    Format{"mermaid", false, nullptr},
    Format{"markdown", true,
           [](const Report& report, const ExportOptions& options, Sink& out) {
             write_markdown(report, options.markdown, out);
           }},
    Format{"html", true,
           [](const Report& report, const ExportOptions& options, Sink& out) {
             write_html(report, whole_picture(report, options), out,
                        html_options(options));
           },
           [](const RepositoryReport& report, const Report& combined,
              const ExportOptions&, Sink& out) {
             write_document_html(in_short(report, combined), out);
           }},
};

const Format* find_format(std::string_view name) {
  const auto* const row =
      std::find_if(kFormats.begin(), kFormats.end(),
                   [&](const Format& f) { return f.name == name; });
  return row == kFormats.end() ? nullptr : row;
}

}  // namespace

std::vector<std::string_view> report_formats() {
  std::vector<std::string_view> out;
  for (const Format& f : kFormats) out.push_back(f.name);
  return out;
}

bool says_how_made(std::string_view format) {
  const Format* const row = find_format(format);
  return row != nullptr && row->says_how_made;
}

Result<void> export_report(const Report& report, const OutputOption& output,
                           const ExportOptions& options) {
  const Format* format = find_format(output.format);
  if (format->write == nullptr) {
    const auto picture =
        picture_of(report, options_for(output.format, options.picture));
    if (!picture) return fail(picture.error());
    return write_output(output.path, [&](Sink& out) {
      find_picture_format(output.format)(*picture, out);
    });
  }
  return write_output(output.path,
                      [&](Sink& out) { format->write(report, options, out); });
}

Result<void> check_repository_outputs(
    const std::vector<OutputOption>& outputs) {
  for (const OutputOption& output : outputs)
    if (find_format(output.format)->write == nullptr)
      return fail(usage_error(
          fmt::format("{} draws one build, and several folders are named",
                      output.format),
          "name one folder, or choose another format"));
  return {};
}

Result<void> export_repository(const RepositoryReport& report,
                               const Report& combined,
                               const OutputOption& output,
                               const ExportOptions& options) {
  const Format* format = find_format(output.format);
  return write_output(output.path, [&](Sink& out) {
    format->write_folders != nullptr
        ? format->write_folders(report, combined, options, out)
        : format->write(combined, options, out);
  });
}

}  // namespace modgraph

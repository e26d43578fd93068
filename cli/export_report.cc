#include "cli/export_report.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "cli/output_file.h"
#include "engine/base/edit_distance.h"
#include "engine/report/overview.h"
#include "exporters/dot.h"
#include "exporters/github.h"
#include "exporters/gitlab.h"
#include "exporters/html.h"
#include "exporters/json.h"
#include "exporters/junit.h"
#include "exporters/markdown.h"
#include "exporters/mermaid.h"
#include "exporters/repository.h"
#include "exporters/sarif.h"
#include "exporters/svg.h"
#include "exporters/text.h"

namespace modgraph {
namespace {

OverviewOptions picture_options(const ExportOptions& options) {
  OverviewOptions out;
  out.max_boxes = options.max_nodes;
  out.max_lines = 2 * options.max_nodes;
  return out;
}

// Mermaid's pictures are smaller, unless somebody said how large.
OverviewOptions mermaid_options(const ExportOptions& options) {
  constexpr std::uint64_t kMermaidNodes = 40;
  ExportOptions smaller = options;
  if (options.max_nodes == ExportOptions{}.max_nodes)
    smaller.max_nodes = kMermaidNodes;
  return picture_options(smaller);
}

// Adding a format is adding a row.
struct Format {
  std::string_view name;
  void (*write)(const Report&, const ExportOptions&, Sink&);
};

constexpr std::array kFormats = {
    Format{"text", [](const Report& report, const ExportOptions& options,
                      Sink& out) { write_text(report, options.text, out); }},
    Format{"json", [](const Report& report, const ExportOptions&,
                      Sink& out) { write_json(report, out); }},
    Format{"sarif", [](const Report& report, const ExportOptions&,
                       Sink& out) { write_sarif(report, out); }},
    Format{"github",
           [](const Report& report, const ExportOptions& options, Sink& out) {
             GithubOptions github;
             if (options.text.max_results != 0)
               github.most_of_a_level = options.text.max_results;
             write_github(report, out, github);
           }},
    Format{"gitlab", [](const Report& report, const ExportOptions&,
                        Sink& out) { write_gitlab(report, out); }},
    Format{"junit", [](const Report& report, const ExportOptions&,
                       Sink& out) { write_junit(report, out); }},
    Format{"dot",
           [](const Report& report, const ExportOptions& options, Sink& out) {
             write_dot(overview(report, picture_options(options)), out);
           }},
    Format{"svg",
           [](const Report& report, const ExportOptions& options, Sink& out) {
             write_svg(overview(report, picture_options(options)), out);
           }},
    Format{"mermaid",
           [](const Report& report, const ExportOptions& options, Sink& out) {
             write_mermaid(overview(report, mermaid_options(options)), out);
           }},
    Format{"markdown",
           [](const Report& report, const ExportOptions& options, Sink& out) {
             write_markdown(report, options.markdown, out);
           }},
    Format{"html",
           [](const Report& report, const ExportOptions& options, Sink& out) {
             write_html(report, overview(report, picture_options(options)),
                        out);
           }},
};

const Format* find_format(std::string_view name) {
  const auto* const row =
      std::find_if(kFormats.begin(), kFormats.end(),
                   [&](const Format& f) { return f.name == name; });
  return row == kFormats.end() ? nullptr : row;
}

Error usage(std::string message, std::string hint) {
  return {ErrorKind::kUsage, std::move(message), {}, {}, std::move(hint)};
}

Error unknown_format(std::string_view name) {
  std::vector<std::string_view> names;
  std::string all;
  for (const Format& f : kFormats) {
    names.push_back(f.name);
    all += fmt::format("{}{}", all.empty() ? "" : ", ", f.name);
  }
  const auto near = nearest(name, names);
  return usage(fmt::format("unknown format '{}'", name),
               near ? fmt::format("did you mean '{}'?", *near)
                    : fmt::format("formats are {}", all));
}

Result<OutputOption> parse_output(const std::string& text) {
  const std::size_t colon = text.find(':');
  OutputOption out{text.substr(0, colon), {}};
  if (find_format(out.format) == nullptr)
    return fail(unknown_format(out.format));
  if (colon == std::string::npos) return out;
  out.path = text.substr(colon + 1);
  if (out.path.empty())
    return fail(usage(fmt::format("no path after '{}'", text),
                      "write FORMAT or FORMAT:PATH"));
  if (out.path == "-") out.path.clear();
  return out;
}

}  // namespace

Result<std::vector<OutputOption>> parse_outputs(
    const std::vector<std::string>& formats) {
  std::vector<OutputOption> out;
  for (const std::string& text : formats) {
    auto one = parse_output(text);
    if (!one) return fail(one.error());
    out.push_back(std::move(*one));
  }
  if (out.empty()) out.push_back({"text", {}});
  if (std::count_if(out.begin(), out.end(),
                    [](const auto& o) { return o.path.empty(); }) > 1)
    return fail(usage("two formats would go to standard output",
                      "give all but one a file: -f FORMAT:PATH"));
  return out;
}

Result<void> export_report(const Report& report, const OutputOption& output,
                           const ExportOptions& options) {
  const Format* format = find_format(output.format);
  return write_output(output.path,
                      [&](Sink& out) { format->write(report, options, out); });
}

Result<void> check_repository_outputs(
    const std::vector<OutputOption>& outputs) {
  for (const OutputOption& output : outputs)
    if (output.format != "text" && output.format != "json")
      return fail(
          usage(fmt::format("{} shows one build, and several folders are named",
                            output.format),
                "name one folder, or write text or json"));
  return {};
}

Result<void> export_repository(const RepositoryReport& report,
                               const OutputOption& output,
                               const ExportOptions& options) {
  return write_output(output.path, [&](Sink& out) {
    output.format == "json" ? write_repository_json(report, out)
                            : write_repository_text(report, options.text, out);
  });
}

}  // namespace modgraph

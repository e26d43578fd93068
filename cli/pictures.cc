#include "cli/pictures.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "cli/project/find_module.h"
#include "engine/report/views/finding_view.h"
#include "engine/report/views/graph_view.h"
#include "engine/report/views/link_template.h"
#include "exporters/pictures/dot.h"
#include "exporters/pictures/mermaid.h"
#include "exporters/pictures/svg.h"

namespace modgraph {
namespace {

struct PictureFormat {
  std::string_view name;
  WritePicture write;
};

constexpr std::array kPictureFormats = {
    PictureFormat{"dot", write_dot},
    PictureFormat{"svg", write_svg},
    PictureFormat{"mermaid", write_mermaid},
};

// What a reader of Mermaid's drawings can follow.
constexpr std::uint64_t kMermaidNodes = 40;

Collapse collapse_of(const std::string& word) {
  if (word == "org") return Collapse::kOrganisation;
  if (word == "repo") return Collapse::kRepository;
  return word == "scc" ? Collapse::kCycle : Collapse::kAsNeeded;
}

Result<const Finding*> find_finding(const Report& report,
                                    const std::string& word) {
  const auto meant = findings_meant(report, word);
  if (!meant.empty()) return meant.front();
  const std::string rule = word.substr(0, word.find(':'));
  const bool is_rule = find_rule(rule) != nullptr;
  return fail(usage_error(
      fmt::format("no finding is '{}'", word),
      is_rule ? fmt::format("--finding {} is the first of that rule", rule)
              : "name it by RULE, RULE:MODULE, or the beginning of its "
                "fingerprint"));
}

Result<Picture> part_of(const Report& report, const PictureOptions& asked) {
  GraphViewOptions options;
  options.limits = limits_of(asked);
  if (!asked.focus.empty()) {
    const auto focus = find_module(report.graph, asked.focus);
    if (!focus) return fail(focus.error());
    if (!asked.all_versions && !report.graph.is_selected(*focus))
      return fail(
          usage_error(fmt::format("{} is not in the build", asked.focus),
                      "--all-versions draws versions that are not selected"));
    options.focus = *focus;
  }
  if (asked.depth > 0) options.depth = static_cast<std::uint32_t>(asked.depth);
  if (asked.reverse) options.direction = Direction::kDependents;
  options.chain = shows_chain(report, asked);
  options.collapse = collapse_of(asked.collapse);
  options.reduce = asked.reduce;
  options.all_versions = asked.all_versions;
  return graph_view(report, options);
}

}  // namespace

WritePicture find_picture_format(std::string_view name) {
  for (const PictureFormat& format : kPictureFormats)
    if (format.name == name) return format.write;
  return nullptr;
}

PictureOptions options_for(std::string_view format, PictureOptions asked) {
  if (format == "mermaid" && asked.max_nodes == PictureOptions().max_nodes)
    asked.max_nodes = kMermaidNodes;
  asked.fits_page =
      format == "svg" && asked.max_nodes == PictureOptions().max_nodes;
  return asked;
}

Result<Picture> fitting(
    const PictureOptions& asked,
    const std::function<Result<Picture>(const PictureOptions&)>& draw) {
  auto out = draw(asked);
  if (!asked.fits_page) return out;
  for (const std::uint64_t fewer : {40U, 28U, 20U, 14U}) {
    if (!out || (fewer < out->boxes.size() && fits_page(*out))) break;
    if (fewer >= out->boxes.size()) continue;
    PictureOptions how = asked;
    how.max_nodes = fewer;
    if (auto smaller = draw(how);
        smaller && smaller->boxes.size() < out->boxes.size())
      out = std::move(smaller);
  }
  return out;
}

bool shows_chain(const Report& report, const PictureOptions& asked) {
  return asked.chain ||
         std::ranges::any_of(report.inputs, [](const InputDigest& input) {
           return input.kind == "timings";
         });
}

ViewLimits limits_of(const PictureOptions& asked) {
  return {asked.max_nodes, 2 * asked.max_nodes};
}

Result<Picture> picture_of(const Report& report, const PictureOptions& asked) {
  if (asked.finding.empty()) {
    auto part = fitting(
        asked, [&](const PictureOptions& how) { return part_of(report, how); });
    if (!part) return part;
    return linked(std::move(*part), asked);
  }
  const auto finding = find_finding(report, asked.finding);
  if (!finding) return fail(finding.error());
  return linked(finding_view(report, **finding, limits_of(asked)), asked);
}

Picture linked(Picture picture, const PictureOptions& asked) {
  if (asked.link_template.empty()) return picture;
  const auto links = LinkTemplate::parse(asked.link_template);
  return links ? with_links(std::move(picture), *links) : picture;
}

}  // namespace modgraph

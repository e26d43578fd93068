#include "cli/picture_flags.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <array>
#include <utility>

#include "cli/command_words.h"
#include "cli/project/find_module.h"
#include "engine/report/views/finding_view.h"
#include "engine/report/views/graph_view.h"
#include "engine/report/views/link_template.h"
#include "exporters/dot.h"
#include "exporters/mermaid.h"
#include "exporters/svg.h"

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

bool asks_for_part(const PictureWords& words) {
  return !words.focus.empty() || words.depth > 0 || words.reverse ||
         !words.collapse.empty() || words.reduce || words.all_versions;
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

Result<Picture> part_of(const Report& report, const PictureWords& words) {
  GraphViewOptions options;
  options.limits = limits_of(words);
  if (!words.focus.empty()) {
    const auto focus = find_module(report.graph, words.focus);
    if (!focus) return fail(focus.error());
    if (!words.all_versions && !report.graph.is_selected(*focus))
      return fail(
          usage_error(fmt::format("{} is not in the build", words.focus),
                      "--all-versions draws versions that are not selected"));
    options.focus = *focus;
  }
  if (words.depth > 0) options.depth = words.depth;
  if (words.reverse) options.direction = Direction::kDependents;
  options.collapse = collapse_of(words.collapse);
  options.reduce = words.reduce;
  options.all_versions = words.all_versions;
  return graph_view(report, options);
}

}  // namespace

void add_picture_flags(CLI::App& command, PictureWords& words) {
  command
      .add_option("--max-nodes", words.max_nodes,
                  "Draw at most N boxes (default 60); 0: all")
      ->option_text("N")
      ->group("Pictures");
  command
      .add_option("--link-template", words.link_template,
                  "Boxes lead to this address, with {path}, {version} or "
                  "{module} for a module")
      ->option_text("URL")
      ->group("Pictures");
}

void add_part_flags(CLI::App& command, PictureWords& words) {
  command.add_option("--focus", words.focus, "Only what this module requires")
      ->option_text("MODULE[@V]")
      ->group("Pictures");
  command.add_option("--depth", words.depth, "At most N steps far")
      ->option_text("N")
      ->check(CLI::Range(1U, 1'000'000U))
      ->group("Pictures");
  command
      .add_flag("--reverse", words.reverse,
                "Only what requires the module in focus")
      ->group("Pictures");
  command
      .add_option("--collapse", words.collapse,
                  "One box for the modules of an organisation (org), of a "
                  "repository (repo) or of a cycle (scc)")
      ->option_text("HOW")
      ->check(CLI::IsMember({"org", "repo", "scc"}))
      ->group("Pictures");
  command
      .add_flag("--all-versions", words.all_versions,
                "Module versions, not only those that are selected")
      ->group("Pictures");
}

void add_report_picture_flags(CLI::App& command, PictureWords& words) {
  command
      .add_flag("--reduce", words.reduce,
                "No line for what longer ways imply, at any size")
      ->group("Pictures");
  command
      .add_option("--finding", words.finding,
                  "Draw one finding: RULE, RULE:MODULE, or the beginning of "
                  "its fingerprint")
      ->option_text("WHICH")
      ->group("Pictures");
}

WritePicture find_picture_format(std::string_view name) {
  for (const PictureFormat& format : kPictureFormats)
    if (format.name == name) return format.write;
  return nullptr;
}

PictureWords words_for(std::string_view format, PictureWords words) {
  if (format == "mermaid" && words.max_nodes == PictureWords().max_nodes)
    words.max_nodes = kMermaidNodes;
  return words;
}

Result<void> check_picture_words(const PictureWords& words) {
  if (!words.link_template.empty())
    if (auto links = LinkTemplate::parse(words.link_template); !links)
      return fail(std::move(links.error()));
  if (words.reverse && words.focus.empty())
    return fail(usage_error("--reverse needs a module to start from",
                            "name one: --focus MODULE --reverse"));
  if (words.all_versions && (words.reduce || !words.collapse.empty()))
    return fail(usage_error(
        "--all-versions is drawn as it is, without --reduce and --collapse",
        "leave out one of them"));
  if (!words.finding.empty() && asks_for_part(words))
    return fail(usage_error("--finding draws what the finding is about",
                            "leave out the options that choose a part"));
  return {};
}

ViewLimits limits_of(const PictureWords& words) {
  return {words.max_nodes, 2 * words.max_nodes};
}

Result<Picture> picture_of(const Report& report, const PictureWords& words) {
  if (words.finding.empty()) {
    auto part = part_of(report, words);
    if (!part) return part;
    return linked(std::move(*part), words);
  }
  const auto finding = find_finding(report, words.finding);
  if (!finding) return fail(finding.error());
  return linked(finding_view(report, **finding, limits_of(words)), words);
}

Picture linked(Picture picture, const PictureWords& words) {
  if (words.link_template.empty()) return picture;
  const auto links = LinkTemplate::parse(words.link_template);
  return links ? with_links(std::move(picture), *links) : picture;
}

}  // namespace modgraph

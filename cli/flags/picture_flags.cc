#include "cli/flags/picture_flags.h"

#include "engine/report/views/link_template.h"

namespace modgraph {
namespace {

constexpr std::string_view kGroup = "Pictures";
constexpr std::uint64_t kMaxNodes = 1'000'000'000;

Result<void> check_part(const PictureOptions& options) {
  if (options.reverse && options.focus.empty())
    return fail(usage_error("--reverse needs a module to start from",
                            "name one: --focus MODULE --reverse"));
  if (options.all_versions && (options.reduce || !options.collapse.empty()))
    return fail(usage_error(
        "--all-versions is drawn as it is, without --reduce and --collapse",
        "leave out one of them"));
  return {};
}

}  // namespace

void add_picture_flags(Flags& flags, PictureOptions& options) {
  flags.group(kGroup);
  flags.number("--max-nodes", "N", options.max_nodes, {0, kMaxNodes},
               "Draw at most N boxes (default 60); 0: all");
  flags.text("--link-template", "URL", options.link_template,
             "Boxes lead to this address, with {path}, {version} or {module} "
             "for a module; with {file} and {line}, HTML links lines of "
             "go.mod");
  flags.check([&options]() -> Result<void> {
    if (options.link_template.empty()) return {};
    const auto links = LinkTemplate::parse(options.link_template);
    if (!links) return fail(links.error());
    return {};
  });
}

void add_part_flags(Flags& flags, PictureOptions& options) {
  flags.group("A part of the graph");
  flags.text("--focus", "MODULE[@V]", options.focus,
             "Only what this module requires");
  flags.number("--depth", "N", options.depth, {1, 1'000'000},
               "At most N requirements away");
  flags.flag("--reverse", options.reverse,
             "Only what requires the module in focus");
  flags.flag("--chain", options.chain, "Mark the longest chain");
  flags.choice("--collapse", "HOW", options.collapse, {"org", "repo", "scc"},
               "One box for the modules of an organisation (org), of a "
               "repository (repo) or of a cycle (scc)");
  flags.flag("--all-versions", options.all_versions,
             "Module versions, not only those that are selected");
  flags.check([&options] { return check_part(options); });
}

}  // namespace modgraph

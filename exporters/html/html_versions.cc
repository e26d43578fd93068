#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/base/shell_word.h"
#include "exporters/html/html_parts.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxRequirers = 12;

struct Ladder {
  ModuleId module{};
  std::size_t versions = 0;  // that are asked for
};

std::vector<Ladder> ladders_of(const Report& report) {
  std::vector<Ladder> out;
  for (const ModuleRow& m : report.modules) {
    std::size_t versions = 0;
    for (const NodeId n : report.graph.versions(m.module))
      versions += report.requirers.row(n).empty() ? 0u : 1u;
    if (versions > 1) out.push_back({m.module, versions});
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return a.versions > b.versions;
  });
  return out;
}

void put_step(const Report& report, NodeId version, Sink& out) {
  const auto by = report.requirers.row(version);
  if (by.empty() && !report.graph.is_selected(version)) return;
  out.put(report.graph.is_selected(version) ? "<li class=\"selected\">"
                                            : "<li>");
  put_element(out, "b",
              report.graph.is_main(version) ? "main module"
                                            : report.graph.version(version));
  out.put(report.graph.is_selected(version) ? " in the build" : "");
  out.put(fmt::format(" <span class=\"by\">asked for by {}: ", by.size()));
  for (std::size_t i = 0; i < std::min(by.size(), kMaxRequirers); ++i) {
    if (i > 0) out.put(", ");
    put_element(out, "code", report.graph.name(by[i]));
  }
  if (by.size() > kMaxRequirers)
    out.put(fmt::format(" and {} more", by.size() - kMaxRequirers));
  out.put("</span></li>\n");
}

}  // namespace

void put_html_versions(const Report& report, const HtmlOptions& options,
                       Sink& out) {
  const std::vector<Ladder> ladders =
      report.requirements_known ? ladders_of(report) : std::vector<Ladder>();
  if (ladders.empty()) {
    out.put("<p>No module is asked for at several versions.</p>\n");
    return;
  }
  const std::size_t shown = std::min(ladders.size(), options.max_ladders);
  out.put(fmt::format(
      "<p>{} asked for at several versions{}. The "
      "highest one that anybody asks for is built.</p>\n",
      ladders.size() == 1 ? std::string("One module is")
                          : fmt::format("{} modules are", ladders.size()),
      shown < ladders.size()
          ? fmt::format("; the {} with the most are here", shown)
          : std::string()));
  for (std::size_t i = 0; i < shown && !out.failed(); ++i) {
    out.put("<section class=\"ladder\"><details><summary>");
    put_element(out, "code", report.graph.path(ladders[i].module));
    out.put(fmt::format(" <span>{} versions</span></summary>\n<ol reversed>\n",
                        ladders[i].versions));
    const auto versions = report.graph.versions(ladders[i].module);
    std::vector<NodeId> down(versions.begin(), versions.end());
    std::reverse(down.begin(), down.end());
    for (const NodeId n : down) put_step(report, n, out);
    out.put("</ol></details></section>\n");
  }
}

namespace {

// The inputs that were given, for a shell. Resolved in process there are none:
// the folder says it all.
std::string again(const Report& report) {
  bool given = false;
  std::string words;
  for (const InputDigest& input : report.inputs) {
    given |= input.kind == "graph" || input.kind == "list";
    if (input.kind == "graph" || input.kind == "mod" || input.kind == "list")
      words += " --" + input.kind + " " + shell_word(input.path);
  }
  return "modgraph analyze" + (given ? words : std::string()) +
         " -f html:report.html";
}

}  // namespace

void put_html_about(const Report& report, const HtmlOptions& options,
                    Sink& out) {
  out.put("<dl>\n<dt>Main modules</dt>");
  for (const std::string& m : report.main_modules) put_element(out, "dd", m);
  out.put(fmt::format(
      "\n<dt>Modules in the build</dt><dd>{}</dd>\n<dt>Module versions in the "
      "graph</dt><dd>{}</dd>\n<dt>Requirements</dt><dd>{}</dd>\n<dt>Modules "
      "that only unselected versions hold in the build</dt><dd>{}</dd>\n",
      report.counts.modules, report.counts.module_versions,
      report.counts.requirements, report.counts.held_by_unselected));
  out.put("<dt>Inputs</dt>\n");
  for (const InputDigest& input : report.inputs) {
    out.put("<dd>");
    put_element(out, "code", input.path);
    out.put(" ");
    put_element(out, "span", input.kind + ", sha256 ");
    put_element(out, "code class=\"digest\"", input.sha256);
    out.put("</dd>\n");
  }
  out.put("<dt>Again</dt><dd>");
  put_element(out, "code", again(report));
  out.put("</dd>\n<dt>Made by</dt>");
  put_element(out, "dd", "modgraph " + report.tool_version);
  if (report.modules.size() > options.max_json_modules)
    out.put(
        "<dt>Data</dt><dd>Too large for this page: <code>-f json</code> "
        "has it.</dd>");
  else
    out.put(
        "<dt>Data</dt><dd>The JSON report is part of this page, in "
        "<code>#report</code>.</dd>");
  out.put("\n</dl>\n");
}

}  // namespace modgraph

// The panels, in the order in which the page has them.

#include "exporters/html/html_parts.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/base/counted.h"
#include "engine/report/dependency_matrix.h"
#include "exporters/findings/analyze_command.h"
#include "exporters/findings/finding_lines.h"
#include "exporters/pictures/svg.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxChainNames = 24;
constexpr std::size_t kMaxMoved = 12;

void put_controls(const std::vector<const Finding*>& findings, Sink& out) {
  std::vector<const Rule*> rules;
  for (const Finding* f : findings)
    if (std::find(rules.begin(), rules.end(), f->rule) == rules.end())
      rules.push_back(f->rule);
  std::sort(rules.begin(), rules.end(),
            [](auto* a, auto* b) { return a->code < b->code; });
  out.put(
      "<form id=\"filters\" class=\"controls\" role=\"search\" "
      "aria-label=\"Filter the findings\" hidden>\n<label>Text <input "
      "id=\"filter-text\" type=\"search\" autocomplete=\"off\"></label>\n"
      "<label>Rule <select id=\"filter-rule\"><option value=\"\">all"
      "</option>");
  for (const Rule* r : rules)
    out.put(fmt::format("<option value=\"{0}\">{0} {1}</option>", r->code,
                        r->name));
  out.put("</select></label>\n<fieldset><legend>Level</legend>");
  for (const Level level : {Level::kError, Level::kWarning, Level::kNote})
    out.put(
        fmt::format("<label><input type=\"checkbox\" name=\"level\" "
                    "value=\"{0}\" checked> {0}</label> ",
                    level_name(level)));
  out.put(
      "</fieldset>\n<label>Sort by <select id=\"sort\">"
      "<option value=\"order\">what to do first</option>"
      "<option value=\"rule\">rule</option>"
      "<option value=\"module\">module</option>"
      "<option value=\"place\">place</option></select></label>\n"
      "<output id=\"finding-count\" aria-live=\"polite\"></output>\n"
      "</form>\n");
}

void put_chain(const NameChain& chain, Sink& out) {
  out.put("<ol class=\"chain\">");
  const std::size_t shown = std::min(chain.size(), kMaxChainNames);
  for (std::size_t i = 0; i < shown; ++i) {
    out.put("<li>");
    put_element(out, "code", chain[i]);
    out.put("</li>");
  }
  if (shown < chain.size())
    out.put(fmt::format("<li>and {} more</li>", chain.size() - shown));
  out.put("</ol>\n");
}

void put_moved(std::string_view sign, const std::vector<std::string>& names,
               Sink& out) {
  for (std::size_t i = 0; i < std::min(names.size(), kMaxMoved); ++i)
    put_element(out, "li", std::string(sign) + " " + names[i]);
  if (names.size() > kMaxMoved)
    out.put(fmt::format("<li>{} {} more</li>", sign, names.size() - kMaxMoved));
}

void put_suggestion(const SuggestedFix& s, Sink& out) {
  out.put("<div class=\"fix\">");
  put_element(out, "p", "Suggested fix: " + s.title);
  for (const std::string& command : s.commands) {
    out.put("<div class=\"command\">");
    put_element(out, "code", command);
    out.put(
        "<button type=\"button\" class=\"copy\" hidden>Copy</button>"
        "</div>");
  }
  if (s.effect.none()) {
    out.put("<p>The build list stays the same.</p>");
  } else {
    out.put("<ul class=\"effect\">");
    put_moved("+", s.effect.added, out);
    put_moved("\u2212", s.effect.removed, out);
    std::vector<std::string> changed;
    for (const MovedModule& m : s.effect.changed)
      changed.push_back(m.module + " " + m.from + " \u2192 " + m.to);
    put_moved("~", changed, out);
    out.put("</ul>");
  }
  for (const std::string& effect : s.side_effects)
    put_element(out, "p class=\"side\"", "Note: " + effect);
  out.put("</div>\n");
}

std::string place_text(const Location& at) {
  return at.line == 0 ? at.file
                      : fmt::format("{}:{}:{}", at.file, at.line, at.column);
}

// With a link to the line, if the user said where files are on the web.
void put_place(const Location& at, const HtmlOptions& options, Sink& out) {
  const std::string link =
      options.line_links ? options.line_links->line_link(at.file, at.line) : "";
  if (link.empty()) return put_element(out, "code", place_text(at));
  put_element(out,
              fmt::format("a rel=\"noopener noreferrer\" target=\"_blank\" "
                          "href=\"{}\"",
                          xml_text(link)),
              place_text(at));
}

void put_article(const Finding& f, std::size_t order,
                 const HtmlOptions& options, Sink& out) {
  const std::string_view level = level_name(f.level);
  const std::string module =
      f.subjects.empty() ? std::string() : xml_text(f.subjects.front().module);
  out.put(fmt::format(
      "<article class=\"finding {0}\" id=\"finding-{1}\" data-level=\"{0}\" "
      "data-rule=\"{2}\" data-order=\"{3}\" data-module=\"{4}\">\n"
      "<details{5}><summary><span class=\"level\">{0}</span> <span "
      "class=\"message\">",
      level, f.fingerprint, f.rule->code, order, module,
      f.level == Level::kNote ? "" : " open"));
  out.put(xml_text(f.message));
  out.put("</span> <span class=\"rule\">");
  out.put(f.rule->code).put(" ").put(f.rule->name).put("</span></summary>\n");
  out.put("<p class=\"place\">");
  if (f.location) {
    put_place(*f.location, options, out);
    out.put(" ");
  }
  out.put(f.owner == Owner::kOurs ? "ours to fix" : "in a dependency");
  out.put(
      fmt::format(" <a href=\"#finding-{}\">link</a></p>\n", f.fingerprint));
  if (f.location && !f.location->source_line.empty()) {
    out.put("<pre class=\"source\" tabindex=\"0\">");
    const std::string_view line = f.location->source_line;
    put_element(
        out, "code",
        line.substr(std::min(line.find_first_not_of(" \t"), line.size())));
    if (!f.location->label.empty())
      put_element(out, "span class=\"label\"", " " + f.location->label);
    out.put("</pre>\n");
  }
  if (!f.notes.empty()) {
    out.put("<ul class=\"notes\">");
    for (const std::string& note : f.notes) put_element(out, "li", note);
    out.put("</ul>\n");
  }
  for (const NameChain& chain : f.witness) put_chain(chain, out);
  for (const RelatedLocation& r : f.related)
    put_element(out, "p class=\"related\"",
                r.message + ": " + place_text(r.location));
  for (const SuggestedFix& s : f.suggestions) put_suggestion(s, out);
  out.put("</details>\n</article>\n");
}

// A string in JSON inside a script element.
std::string script_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || c == '"' || c == '\\' || c == '<')
      out += fmt::format("\\u{:04x}", byte);
    else
      out += c;
  }
  return out + "\"";
}

constexpr std::size_t kMaxMatrixRows = 40;
// The heaviest, for those who have no script, and to compare.
void put_heaviest(const Report& report, Sink& out) {
  constexpr std::size_t kMost = 40;
  const auto weight = [&](const ModuleRow* m) {
    return report.exclusive[index(m->module)];
  };
  std::vector<const ModuleRow*> rows;
  for (const ModuleRow& m : report.modules)
    if (!m.main && weight(&m) > 1) rows.push_back(&m);
  std::stable_sort(rows.begin(), rows.end(),
                   [&](auto* a, auto* b) { return weight(a) > weight(b); });
  if (rows.empty()) return;
  out.put(
      "<h3>Heaviest modules</h3>\n<table class=\"heaviest\">\n<thead><tr><th "
      "scope=\"col\">Module</th><th scope=\"col\">Version</th><th "
      "scope=\"col\">leave with it</th><th scope=\"col\">required by</th>"
      "</tr></thead>\n<tbody>\n");
  for (std::size_t i = 0; i < std::min(rows.size(), kMost); ++i) {
    const ModuleRow& m = *rows[i];
    out.put("<tr>");
    put_element(out, "th scope=\"row\"", report.graph.path(m.module));
    put_element(out, "td", report.graph.version(m.selected));
    out.put(fmt::format("<td>{}</td><td>{}</td></tr>\n", weight(&m),
                        report.selected.dependents(m.module).size()));
  }
  out.put("</tbody></table>\n");
  if (rows.size() > kMost)
    out.put(fmt::format("<p>and {} more</p>\n", rows.size() - kMost));
}

// By row of the JSON report: the row whose module takes it along; -1 for those
// at the top, null for what no main module reaches.
void put_brought_by(const Report& report, Sink& out) {
  std::vector<std::size_t> row_of(report.graph.module_count());
  for (std::size_t i = 0; i < report.modules.size(); ++i)
    row_of[index(report.modules[i].module)] = i;
  out.put("<script type=\"application/json\" id=\"brought-by\">[");
  for (std::size_t i = 0; i < report.modules.size(); ++i) {
    const ModuleRow& m = report.modules[i];
    if (i > 0) out.put(",");
    const ModuleId by = report.brought_by[index(m.module)];
    if (report.exclusive[index(m.module)] == 0)
      out.put("null");
    else if (by == kNone<ModuleId>)
      out.put("-1");
    else
      out.put(std::to_string(row_of[index(by)]));
  }
  out.put("]</script>\n");
}

std::string cell(const DependencyMatrix& m, std::size_t row,
                 std::size_t column) {
  const std::uint32_t n = m.at(row, column);
  const bool loop = m.on_cycle(row, column);
  return fmt::format("<td{}>{}</td>",
                     loop            ? " class=\"loop\""
                     : row == column ? " class=\"own\""
                     : n != 0        ? " class=\"some\""
                                     : "",
                     n == 0 ? std::string() : std::to_string(n));
}

constexpr std::size_t kMaxRequirers = 12;

struct Ladder {
  ModuleId module{};
  std::size_t versions = 0;  // that are required
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
  out.put(report.graph.is_selected(version) ? " selected" : "");
  if (by.empty()) {
    out.put("</li>\n");
    return;
  }
  out.put(fmt::format(" <span class=\"by\">required by {}: ", by.size()));
  for (std::size_t i = 0; i < std::min(by.size(), kMaxRequirers); ++i) {
    if (i > 0) out.put(", ");
    put_element(out, "code", report.graph.name(by[i]));
  }
  if (by.size() > kMaxRequirers)
    out.put(fmt::format(" and {} more", by.size() - kMaxRequirers));
  out.put("</span></li>\n");
}

}  // namespace

void put_html_findings(const Report& report, const HtmlOptions& options,
                       Sink& out) {
  const std::vector<const Finding*> findings = findings_in_order(report);
  if (findings.empty()) {
    out.put("<p>No findings.</p>\n");
    return;
  }
  put_controls(findings, out);
  out.put("<div id=\"finding-list\">\n");
  const std::size_t shown = std::min(findings.size(), options.max_findings);
  for (std::size_t i = 0; i < shown && !out.failed(); ++i)
    put_article(*findings[i], i, options, out);
  out.put("</div>\n");
  if (shown < findings.size())
    out.put(
        fmt::format("<p class=\"cut\">{} left out of this page: "
                    "<code>modgraph analyze -f json</code> lists them all."
                    "</p>\n",
                    counted(findings.size() - shown, "finding")));
}

void put_html_picture(const Report&, const Picture& picture, Sink& out) {
  out.put(
      "<form class=\"controls\" id=\"graph-controls\" role=\"search\" "
      "aria-label=\"Search the picture\" hidden>\n"
      "<label>Module <input id=\"graph-search\" type=\"search\" "
      "autocomplete=\"off\"></label>\n"
      "<label><input id=\"witness-only\" type=\"checkbox\"> only what "
      "findings are about</label>\n"
      "<button type=\"button\" id=\"graph-others\" hidden></button>\n"
      "<span class=\"zoom\" role=\"group\" aria-label=\"Zoom\">"
      "<button type=\"button\" id=\"zoom-out\" aria-label=\"Zoom out\">"
      "\u2212</button><output id=\"zoom-level\">100%</output>"
      "<button type=\"button\" id=\"zoom-in\" aria-label=\"Zoom in\">+"
      "</button><button type=\"button\" id=\"zoom-full\">1:1</button>"
      "<button type=\"button\" id=\"zoom-fit\">Fit</button></span>\n"
      "<span class=\"hint\">Click or press Enter to pin a module and its "
      "neighbours, f to fold what only it leads to, Escape to undo "
      "both. Ctrl and the wheel, +, \u2212 and 0 zoom; drag to "
      "move.</span>\n<output id=\"graph-count\" aria-live=\"polite\">"
      "</output>\n</form>\n"
      "<div id=\"picture\" tabindex=\"0\" role=\"group\" "
      "aria-label=\"The picture\">\n");
  write_svg(picture, out);
  out.put("</div>\n<script type=\"application/json\" id=\"picture-lines\">[");
  for (std::size_t i = 0; i < picture.lines.size(); ++i)
    out.put(fmt::format("{}[{},{}]", i == 0 ? "" : ",", picture.lines[i].from,
                        picture.lines[i].to));
  out.put(
      "]</script>\n<script type=\"application/json\" "
      "id=\"picture-marks\">[");
  for (std::size_t i = 0; i < picture.boxes.size(); ++i)
    out.put(
        fmt::format("{}{}", i == 0 ? "" : ",", picture.boxes[i].mark ? 1 : 0));
  out.put("]</script>\n");
}

void put_html_matrix(const Report& report, Sink& out) {
  if (!report.requirements_known) {
    out.put(
        "<p>The requirements are unknown: the input is a module list "
        "alone.</p>\n");
    return;
  }
  const DependencyMatrix m = dependency_matrix(report, kMaxMatrixRows);
  out.put(fmt::format(
      "<p>Each cell counts the requirements of its row on its column, {}. "
      "Shaded are those between modules that require each other: {}.</p>\n",
      m.by_organisation ? "by organisation" : "module by module",
      m.cycles == 0 ? std::string("there are none")
                    : counted(m.cycles, "cycle")));
  out.put(
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
      "aria-label=\"Matrix\"><table class=\"matrix\">\n<thead><tr><th "
      "scope=\"col\">requires</th>");
  for (const MatrixRow& row : m.rows) {
    out.put("<th scope=\"col\">");
    put_element(out, "span", row.name);
    out.put("</th>");
  }
  out.put("</tr></thead>\n<tbody>\n");
  for (std::size_t row = 0; row < m.rows.size(); ++row) {
    out.put(fmt::format(
        "<tr><th scope=\"row\">{}{}</th>", xml_text(m.rows[row].name),
        m.by_organisation ? fmt::format(" ({})", m.rows[row].modules)
                          : std::string()));
    for (std::size_t column = 0; column < m.rows.size(); ++column)
      out.put(cell(m, row, column));
    out.put("</tr>\n");
  }
  out.put("</tbody></table></div>\n");
}

void put_html_modules(const Report& report, const HtmlOptions& options,
                      Sink& out) {
  out.put(
      "<p id=\"module-hint\">The script of this page makes a table of all "
      "modules here; <code>modgraph list</code> prints it.</p>\n"
      "<form class=\"controls\" id=\"module-controls\" role=\"search\" "
      "aria-label=\"Filter the modules\" hidden>\n"
      "<label>Path <input id=\"module-search\" type=\"search\" "
      "autocomplete=\"off\"></label>\n"
      "<label>Required <select id=\"module-kind\"><option value=\"\">all"
      "</option><option>direct</option><option>indirect</option>"
      "<option>replaced</option><option>main</option></select></label>\n"
      "<output id=\"module-count\" aria-live=\"polite\"></output>\n"
      "<p class=\"hint\">Leaves with it: how many modules only this one "
      "brings into the build, itself included. Press a name for the versions "
      "that are required, and who requires them.</p>\n</form>\n"
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
      "aria-label=\"Modules\"><table id=\"modules\"");
  if (std::any_of(report.modules.begin(), report.modules.end(),
                  [](const ModuleRow& m) { return m.bytes.has_value(); }))
    out.put(" data-sizes");
  out.put(
      " hidden>\n<thead><tr></tr></thead>\n<tbody></tbody></table></div>\n"
      "<p><button type=\"button\" id=\"module-more\" hidden></button></p>\n");
  if (!options.line_links) return;
  out.put("<script type=\"application/json\" id=\"module-lines\">[");
  bool first = true;
  for (const RequireLine& line : report.require_lines) {
    const std::string link =
        options.line_links->line_link(line.file, line.line);
    if (link.empty()) continue;
    out.put(fmt::format("{}[{},{}]", first ? "" : ",",
                        script_string(report.graph.path(line.module)),
                        script_string(link)));
    first = false;
  }
  out.put("]</script>\n");
}

void put_html_weight(const Report& report, const HtmlOptions& options,
                     Sink& out) {
  if (report.brought_by.empty()) {
    out.put(
        "<p>The requirements are unknown: the input is a module list "
        "alone.</p>\n");
    return;
  }
  out.put(
      "<p>The area of a module is the number of modules that only it brings "
      "into the build, drawn inside of it. Press one to look inside. Lines of "
      "go.mod may keep some: <code>modgraph whatif --drop MODULE "
      "--orphans</code> says what leaves with them.</p>\n"
      "<div id=\"treemap\"></div>\n");
  put_heaviest(report, out);
  if (report.modules.size() <= options.max_json_modules)
    put_brought_by(report, out);
}

void put_html_versions(const Report& report, const HtmlOptions& options,
                       Sink& out) {
  const std::vector<Ladder> ladders =
      report.requirements_known ? ladders_of(report) : std::vector<Ladder>();
  if (ladders.empty()) {
    out.put("<p>No module is required at several versions.</p>\n");
    return;
  }
  const std::size_t shown = std::min(ladders.size(), options.max_ladders);
  out.put(fmt::format(
      "<p>{} required at several versions{}. The highest required version "
      "is selected.</p>\n",
      ladders.size() == 1 ? std::string("One module is")
                          : fmt::format("{} modules are", ladders.size()),
      shown < ladders.size()
          ? fmt::format("; the {} with the most are shown", shown)
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

void put_html_about(const Report& report, const HtmlOptions& options,
                    Sink& out) {
  out.put("<dl>\n<dt>Main modules</dt>");
  for (const std::string& m : report.main_modules) put_element(out, "dd", m);
  out.put(fmt::format(
      "\n<dt>Modules in the build</dt><dd>{}</dd>\n<dt>Module versions in the "
      "graph</dt><dd>{}</dd>\n<dt>Requirements</dt><dd>{}</dd>\n<dt>Modules "
      "in the build only because of unselected versions</dt><dd>{}</dd>\n",
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
  out.put("<dt>Command</dt><dd>");
  put_element(out, "code", analyze_command(report) + " -f html:report.html");
  out.put("</dd>\n<dt>Version</dt>");
  put_element(out, "dd", "modgraph " + report.tool_version);
  if (report.modules.size() > options.max_json_modules)
    out.put(
        "<dt>Data</dt><dd>Too large for this page; <code>-f json</code> "
        "writes it.</dd>");
  else
    out.put(
        "<dt>Data</dt><dd>This page contains the JSON report, as the element "
        "<code>#report</code>.</dd>");
  out.put("\n</dl>\n");
}

}  // namespace modgraph

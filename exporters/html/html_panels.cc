#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/layout/text_width.h"
#include "engine/report/dependency_matrix.h"
#include "engine/report/weight_bars.h"
#include "exporters/html/html_parts.h"
#include "exporters/pictures/svg.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxMatrixRows = 40;
constexpr double kIcicleWidth = 1200;
constexpr double kIcicleRow = 22;
constexpr double kIcicleText = 11;
constexpr double kNarrowestLabel = 30;
constexpr std::uint32_t kDeepestIcicle = 40;

// As much of a name as fits, its end first: that is what tells modules apart.
std::string fitted(std::string_view name, double width) {
  const auto fits = [&](std::string_view text) {
    return text_width(text, FontWeight::kRegular) * kIcicleText <= width;
  };
  if (fits(name)) return std::string(name);
  std::size_t slash = name.find('/');
  while (slash != std::string_view::npos) {
    const std::string_view tail = name.substr(slash);
    if (fits(tail)) return "\u2026" + std::string(tail);
    slash = name.find('/', slash + 1);
  }
  return {};
}

void put_bar(const Report& report, const WeightBar& bar, double scale,
             Sink& out) {
  const double x = bar.begin * scale;
  const double width = std::max(bar.weight * scale - 1, 0.5);
  const double y = bar.depth * kIcicleRow;
  const std::string_view path = report.graph.path(bar.module);
  out.put(
      fmt::format("<g class=\"bar d{}\"><title>{}: {} module{}</title>"
                  "<rect x=\"{:.1f}\" y=\"{}\" width=\"{:.1f}\" "
                  "height=\"{}\"/>",
                  bar.depth % 4, xml_text(path), bar.weight,
                  bar.weight == 1 ? "" : "s", x, y, width, kIcicleRow - 1));
  if (width > kNarrowestLabel) {
    const std::string label = fitted(path, width - 8);
    if (!label.empty())
      out.put(fmt::format("<text x=\"{:.1f}\" y=\"{}\">{}</text>", x + 4,
                          y + kIcicleRow - 7, xml_text(label)));
  }
  out.put("</g>\n");
}

// The same as a table, for those that several are compared by.
void put_heaviest(const Report& report, Sink& out) {
  constexpr std::size_t kMost = 40;
  std::vector<const ModuleRow*> rows;
  for (const ModuleRow& m : report.modules)
    if (!m.main && m.exclusive && *m.exclusive > 1) rows.push_back(&m);
  std::stable_sort(rows.begin(), rows.end(), [](auto* a, auto* b) {
    return *a->exclusive > *b->exclusive;
  });
  if (rows.empty()) return;
  out.put(
      "<h3>The heaviest</h3>\n<table class=\"heaviest\">\n<thead><tr><th "
      "scope=\"col\">Module</th><th scope=\"col\">Version</th><th "
      "scope=\"col\">alone brings</th><th scope=\"col\">required by</th>"
      "</tr></thead>\n<tbody>\n");
  for (std::size_t i = 0; i < std::min(rows.size(), kMost); ++i) {
    const ModuleRow& m = *rows[i];
    out.put("<tr>");
    put_element(out, "th scope=\"row\"", report.graph.path(m.module));
    put_element(out, "td", report.graph.version(m.selected));
    out.put(fmt::format("<td>{}</td><td>{}</td></tr>\n", *m.exclusive,
                        m.dependents));
  }
  out.put("</tbody></table>\n");
  if (rows.size() > kMost)
    out.put(fmt::format("<p>and {} more that bring something.</p>\n",
                        rows.size() - kMost));
}

std::string cell(const DependencyMatrix& m, std::size_t row,
                 std::size_t column) {
  const std::uint32_t n = m.at(row, column);
  const bool loop = m.rows[row].cycle != 0 && row != column &&
                    m.rows[row].cycle == m.rows[column].cycle;
  return fmt::format("<td{}>{}</td>",
                     row == column    ? " class=\"own\""
                     : loop && n != 0 ? " class=\"loop some\""
                     : loop           ? " class=\"loop\""
                     : n != 0         ? " class=\"some\""
                                      : "",
                     n == 0 ? std::string() : std::to_string(n));
}

}  // namespace

void put_html_picture(const Report&, const Picture& picture, Sink& out) {
  out.put(
      "<form class=\"controls\" id=\"graph-controls\" role=\"search\" "
      "aria-label=\"Search the picture\" hidden>\n"
      "<label>Module <input id=\"graph-search\" type=\"search\" "
      "autocomplete=\"off\"></label>\n"
      "<label><input id=\"witness-only\" type=\"checkbox\"> only what "
      "findings are about</label>\n"
      "<label><input id=\"fit\" type=\"checkbox\"> fit to width</label>\n"
      "<span class=\"hint\">Click or Enter pins a module and its "
      "neighbours, f folds what only it leads to, Escape ends "
      "that.</span>\n<output id=\"graph-count\" aria-live=\"polite\">"
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
        "<p>Who requires whom is not known: only a module list was "
        "given.</p>\n");
    return;
  }
  const DependencyMatrix m = dependency_matrix(report, kMaxMatrixRows);
  out.put(fmt::format(
      "<p>Each row counts its requirements of the columns, {}. Rows stand "
      "before what they require: a number left of the diagonal closes a "
      "cycle, and the members of one are shaded.</p>\n",
      m.by_organisation ? "by organisation" : "module by module"));
  out.put(
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
      "aria-label=\"Matrix\"><table class=\"matrix\">\n<thead><tr><th "
      "scope=\"col\">requires</th>");
  for (std::size_t i = 0; i < m.rows.size(); ++i)
    out.put(fmt::format("<th scope=\"col\"><abbr title=\"{}\">{}</abbr></th>",
                        xml_text(m.rows[i].name), i + 1));
  out.put("</tr></thead>\n<tbody>\n");
  for (std::size_t row = 0; row < m.rows.size(); ++row) {
    out.put(fmt::format("<tr><th scope=\"row\">{}&nbsp; {}{}</th>", row + 1,
                        xml_text(m.rows[row].name),
                        m.by_organisation
                            ? fmt::format(" ({})", m.rows[row].modules)
                            : std::string()));
    for (std::size_t column = 0; column < m.rows.size(); ++column)
      out.put(cell(m, row, column));
    out.put("</tr>\n");
  }
  out.put("</tbody></table></div>\n");
}

void put_html_weight(const Report& report, Sink& out) {
  const auto total = static_cast<std::uint32_t>(report.modules.size());
  const WeightBars all =
      weight_bars(report, std::max<std::uint32_t>(1, total / 600));
  if (all.bars.empty()) {
    out.put(
        "<p>What a module brings along is not known: only a module list "
        "was given.</p>\n");
    return;
  }
  out.put(fmt::format(
      "<p>Below each module stand those that it alone brings into the build, "
      "as wide as they are many. What several modules lead to stands below "
      "the one that leads to all of these. Only <code>modgraph whatif "
      "--drop</code> says what really leaves.{}</p>\n",
      all.thin == 0
          ? std::string()
          : fmt::format(" {} lighter modules are left out.", all.thin)));
  std::uint32_t depth = 0;
  for (const WeightBar& bar : all.bars)
    depth = std::max(depth, std::min(bar.depth, kDeepestIcicle));
  const double height = (depth + 1) * kIcicleRow;
  out.put(
      fmt::format("<div id=\"weight\" class=\"scroll\" tabindex=\"0\" "
                  "role=\"group\" aria-label=\"Weights\"><svg "
                  "class=\"icicle\" viewBox=\"0 0 {} {}\" width=\"{}\" "
                  "height=\"{}\" role=\"img\" aria-label=\"Weights of "
                  "modules\">\n",
                  kIcicleWidth, height, kIcicleWidth, height));
  for (const WeightBar& bar : all.bars)
    if (bar.depth <= kDeepestIcicle)
      put_bar(report, bar, kIcicleWidth / all.units, out);
  out.put("</svg></div>\n");
  put_heaviest(report, out);
}

}  // namespace modgraph

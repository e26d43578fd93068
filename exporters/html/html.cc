#include "exporters/html/html.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string>

#include "engine/base/counted.h"
#include "engine/base/sha256.h"
#include "engine/report/report_document.h"
#include "exporters/document/document_json.h"
#include "exporters/html/html_parts.h"
#include "exporters/pictures/svg_style.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

struct Panel {
  std::string_view name;
  std::string_view title;
};

constexpr std::array kPanels = {
    Panel{"findings", "Findings"}, Panel{"graph", "Graph"},
    Panel{"modules", "Modules"},   Panel{"weight", "Weight"},
    Panel{"versions", "Versions"}, Panel{"matrix", "Matrix"},
    Panel{"about", "About"}};

std::string digest_of(std::string_view text) {
  Sha256 sum;
  sum.update(text);
  return "'sha256-" + sum.base64_digest() + "'";
}

// For readers who read nothing else.
std::string verdict(const Report& report) {
  const auto& f = report.counts.findings;
  if (f[2] + f[1] + f[0] == 0) return "no findings";
  return fmt::format("{}, {}, {}", counted(f[2], "error"),
                     counted(f[1], "warning"), counted(f[0], "note"));
}

std::string name_of(const Report& report) {
  if (report.main_modules.empty()) return "module graph";
  std::string out = report.main_modules.front();
  if (report.main_modules.size() > 1)
    out += fmt::format(" and {} more", report.main_modules.size() - 1);
  return out;
}

// JSON inside a script element: what would end the element is escaped.
class ScriptText {
 public:
  explicit ScriptText(Sink& out) : out_(out) {}
  bool put(std::string_view bytes) {
    while (!bytes.empty()) {
      const std::size_t plain = std::min(bytes.find('<'), bytes.size());
      out_.put(bytes.substr(0, plain));
      bytes.remove_prefix(plain);
      if (bytes.empty()) break;
      out_.put("\\u003c");
      bytes.remove_prefix(1);
    }
    return !out_.failed();
  }

 private:
  Sink& out_;
};

void put_report_head(const Report& report, Sink& out) {
  out.put(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
      "<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\""
      "default-src 'none'; base-uri 'none'; form-action 'none'; "
      "script-src ");
  out.put(digest_of(html_script()));
  out.put("; style-src ");
  out.put(digest_of(html_style_sheet()) + " " + digest_of(svg_style_sheet()));
  out.put(
      "\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light "
      "dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
  put_element(out, "title", name_of(report) + ": modgraph");
  out.put("\n<style>");
  out.put(html_style_sheet());
  out.put("</style>\n</head>\n");
}

void put_header(const Report& report, Sink& out) {
  out.put("<header>\n<div class=\"bar\">\n");
  put_element(out, "h1", name_of(report));
  put_element(out, "p class=\"verdict\"",
              fmt::format("{}; {}, {}", verdict(report),
                          counted(report.counts.modules, "module"),
                          counted(report.counts.requirements, "requirement")));
  out.put(
      "\n<form id=\"find\" role=\"search\" aria-label=\"Find a module\" "
      "hidden><input id=\"find-text\" type=\"search\" placeholder=\"Find a "
      "module ( / )\" aria-label=\"Find a module\" autocomplete=\"off\">"
      "</form>\n</div>\n<nav aria-label=\"Parts of the report\">\n<div "
      "id=\"tabs\">\n");
  for (const Panel& p : kPanels)
    out.put(fmt::format("<a id=\"tab-{0}\" href=\"#panel-{0}\">{1}</a>\n",
                        p.name, p.title));
  out.put("</div>\n</nav>\n</header>\n");
}

void put_partial(const Report& report, Sink& out) {
  if (!report.partial()) return;
  out.put(
      "<aside class=\"partial\" aria-label=\"Limits of this report\">\n"
      "<p>This report is partial:</p>\n<ul>\n");
  for (const std::string& why : report.partial_because)
    put_element(out, "li", why);
  out.put("</ul>\n</aside>\n");
}

void put_settings(const Report& report, Sink& out) {
  if (report.settings)
    put_element(out, "p class=\"settings\"",
                "Settings: " + settings_sentence(*report.settings));
  if (report.gate)
    put_element(out, "p class=\"settings\"",
                "Findings: " + gate_sentence(*report.gate));
}

template <class Put>
void put_panel(const Panel& panel, Sink& out, Put put) {
  out.put(
      fmt::format("<section id=\"panel-{0}\" class=\"panel\" "
                  "aria-labelledby=\"title-{0}\">\n"
                  "<h2 id=\"title-{0}\">{1}</h2>\n",
                  panel.name, panel.title));
  put();
  out.put("</section>\n");
}

}  // namespace

void put_element(Sink& out, std::string_view tag, std::string_view text) {
  out.put("<").put(tag).put(">").put(xml_text(text));
  out.put("</").put(tag.substr(0, tag.find(' '))).put(">");
}

void write_html(const Report& report, const Picture& picture, Sink& out,
                const HtmlOptions& options) {
  put_report_head(report, out);
  out.put("<body>\n");
  put_header(report, out);
  out.put("<main>\n");
  put_partial(report, out);
  put_settings(report, out);
  put_panel(kPanels[0], out, [&] { put_html_findings(report, options, out); });
  put_panel(kPanels[1], out, [&] { put_html_picture(report, picture, out); });
  put_panel(kPanels[2], out, [&] { put_html_modules(report, options, out); });
  put_panel(kPanels[3], out, [&] { put_html_weight(report, options, out); });
  put_panel(kPanels[4], out, [&] { put_html_versions(report, options, out); });
  put_panel(kPanels[5], out, [&] { put_html_matrix(report, out); });
  put_panel(kPanels[6], out, [&] { put_html_about(report, options, out); });
  out.put("</main>\n");
  if (report.modules.size() <= options.max_json_modules) {
    out.put("<script type=\"application/json\" id=\"report\">\n");
    ScriptText text(out);
    Sink json([&](std::string_view bytes) { return text.put(bytes); });
    write_document_json(report_document(report), json);
    json.flush();
    out.put("</script>\n");
  }
  out.put("<script>");
  out.put(html_script());
  out.put("</script>\n</body>\n</html>\n");
}

}  // namespace modgraph

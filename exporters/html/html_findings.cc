#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "exporters/html/html_parts.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxChainNames = 24;
constexpr std::size_t kMaxMoved = 12;

// What a maintainer should look at first: the graver, then what an edit of ours
// answers, then what is ours.
std::vector<const Finding*> in_order(const Report& report) {
  std::vector<const Finding*> out;
  for (const Finding& f : report.findings)
    if (!f.suppressed) out.push_back(&f);
  const auto place = [](const Finding& f) {
    return !f.suggestions.empty() ? 0 : f.rule->owner == Owner::kOurs ? 1 : 2;
  };
  std::stable_sort(out.begin(), out.end(), [&](auto* a, auto* b) {
    return a->level != b->level ? a->level > b->level : place(*a) < place(*b);
  });
  return out;
}

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
  put_element(out, "p", "Fix, tried: " + s.title);
  for (const std::string& command : s.commands) {
    out.put("<div class=\"command\">");
    put_element(out, "code", command);
    out.put(
        "<button type=\"button\" class=\"copy\" hidden>Copy</button>"
        "</div>");
  }
  if (s.effect.none()) {
    out.put("<p>The build list stays as it is.</p>");
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
    put_element(out, "p class=\"mind\"", "Mind: " + effect);
  out.put("</div>\n");
}

std::string place_of(const Location& at) {
  return at.line == 0 ? at.file
                      : fmt::format("{}:{}:{}", at.file, at.line, at.column);
}

void put_finding(const Finding& f, std::size_t order, Sink& out) {
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
    put_element(out, "code", place_of(*f.location));
    out.put(" ");
  }
  out.put(f.rule->owner == Owner::kOurs ? "ours to fix" : "of a dependency");
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
                r.message + ": " + place_of(r.location));
  for (const SuggestedFix& s : f.suggestions) put_suggestion(s, out);
  out.put("</details>\n</article>\n");
}

}  // namespace

void put_html_findings(const Report& report, const HtmlOptions& options,
                       Sink& out) {
  const std::vector<const Finding*> findings = in_order(report);
  if (findings.empty()) {
    out.put("<p>Nothing was found.</p>\n");
    return;
  }
  put_controls(findings, out);
  out.put("<div id=\"finding-list\">\n");
  const std::size_t shown = std::min(findings.size(), options.max_findings);
  for (std::size_t i = 0; i < shown && !out.failed(); ++i)
    put_finding(*findings[i], i, out);
  out.put("</div>\n");
  if (shown < findings.size())
    out.put(
        fmt::format("<p class=\"cut\">{} more findings are not on this "
                    "page: <code>modgraph analyze -f json</code> has all."
                    "</p>\n",
                    findings.size() - shown));
}

}  // namespace modgraph

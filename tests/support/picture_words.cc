#include "tests/support/picture_words.h"

#include <utility>

#include "engine/findings/run_rules.h"
#include "engine/report/make_report.h"
#include "tests/support/graph_text.h"

namespace modgraph::test {
namespace {

std::string version_words(std::string version) {
  if (version.starts_with("v")) version.erase(0, 1);
  while (version.ends_with(".0")) version.resize(version.size() - 2);
  return version;
}

std::string name_of(const PictureBox& box) {
  if (box.kind == BoxKind::kGroup)
    return "[" + std::to_string(box.modules) + "]";
  std::string out = box.name.substr(box.name.rfind('/') + 1);
  if (box.kind == BoxKind::kSelected || box.kind == BoxKind::kUnselected)
    out += "@" + version_words(box.version);
  return out;
}

std::string sign_of(BoxChange change) {
  switch (change) {
    case BoxChange::kNone:
      return "";
    case BoxChange::kAdded:
      return "{+}";
    case BoxChange::kRemoved:
      return "{-}";
    case BoxChange::kRaised:
      return "{^}";
    case BoxChange::kLowered:
      return "{v}";
    case BoxChange::kReplaced:
      return "{=}";
  }
  return "";
}

}  // namespace

Report report_of(ModuleGraph graph) {
  Project project;
  project.graph = std::move(graph);
  Analysis analysis = analyse(project);
  auto findings = run_rules(project, analysis,
                            {.warn = {"MG1001", "MG1002", "MG2001", "MG2009"}});
  return make_report(std::move(project), std::move(analysis),
                     std::move(findings), {}, "test");
}

Report report_of(std::string_view graph) {
  return report_of(module_graph(graph));
}

std::string words_of(const Picture& picture) {
  std::string out;
  for (const PictureBox& box : picture.boxes) {
    out += (out.empty() ? "" : " ");
    if (box.in_question) out += "?";
    out += name_of(box);
    if (box.kind == BoxKind::kSelected) out += "+";
    out += sign_of(box.change);
  }
  out += " |";
  for (const PictureLine& line : picture.lines) {
    out += " " + name_of(picture.boxes[line.from]) + ">" +
           name_of(picture.boxes[line.to]);
    if (line.closes_cycle) out += "!";
    if (line.through_hidden) out += "~";
    if (line.decides) out += "*";
    if (line.goes) out += "-";
    if (!line.label.empty()) out += "(" + line.label + ")";
    if (!line.forced.empty())
      out += "(" + line.forced[0].from + " " + line.forced[0].to + ")";
  }
  return out;
}

std::string hidden_words(const Picture& picture) {
  std::string out;
  for (const Hidden& h : picture.hidden)
    out += (out.empty() ? "" : "; ") + std::to_string(h.count) + " " + h.what;
  return out;
}

}  // namespace modgraph::test

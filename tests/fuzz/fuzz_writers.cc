// Any bytes through the writers. The first byte chooses: the rest is a graph
// text, whose graph is written and read again; or a text of a stranger, in every
// field of a picture, a document, a module list or a report, where it must stay
// a text.

#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/findings/run_rules.h"
#include "engine/report/answers/graph_part.h"
#include "engine/report/make_report.h"
#include "engine/report/report_document.h"
#include "exporters/document/document_csv.h"
#include "exporters/document/document_json.h"
#include "exporters/document/document_text.h"
#include "exporters/findings/finding_lines.h"
#include "exporters/findings/github.h"
#include "exporters/findings/gitlab.h"
#include "exporters/findings/junit.h"
#include "exporters/findings/report_text.h"
#include "exporters/findings/sarif.h"
#include "exporters/go_output/go_list_json.h"
#include "exporters/go_output/requirement_lines.h"
#include "exporters/html/document_html.h"
#include "exporters/html/html.h"
#include "exporters/markdown/document_markdown.h"
#include "exporters/markdown/markdown.h"
#include "exporters/pictures/dot.h"
#include "exporters/pictures/mermaid.h"
#include "exporters/pictures/svg.h"
#include "importers/go_list/go_list_json.h"
#include "importers/graph_text/graph_text.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/written_text.h"

namespace modgraph {
namespace {

using fuzz::Structure;

template <class Write>
std::string written(Write write) {
  Sink out;
  write(out);
  return std::move(out).take_text();
}

// What texts that no format knows a sign in may look like.
const std::vector<std::string>& harmless_texts() {
  static const std::vector<std::string> kTexts = {
      "", "a",
      "go.mod requires 'a.b/c' v1.0.0, but (see there): x_y-z; it's an "
      "ill-fated one.",
      std::string(300, 'a'), std::string(40, ' ') + "b"};
  return kTexts;
}

// The structure of all that `write` makes of harmless texts.
Structure harmless_structure(
    const std::function<std::string(const std::string&)>& write,
    Structure (*read)(std::string_view)) {
  Structure out;
  for (const std::string& text : harmless_texts()) out.merge(read(write(text)));
  return out;
}

// A picture with a text in every field that input decides.
Picture picture_of(const std::string& text) {
  Picture out;
  out.title = out.description = out.source = text;
  out.boxes.resize(5);
  for (PictureBox& box : out.boxes)
    box.name = box.version = box.version_before = box.about = box.replaced_by =
        text;
  out.boxes[0].kind = BoxKind::kMain;
  out.boxes[1].kind = BoxKind::kGroup;
  out.boxes[1].modules = 3;
  out.boxes[1].bar = PictureBar{0.5, text};
  out.boxes[2].kind = BoxKind::kIndirect;
  out.boxes[2].mark = Level::kWarning;
  out.boxes[2].findings = {0};
  out.boxes[2].in_cycle = true;
  out.boxes[3].kind = BoxKind::kSelected;
  out.boxes[3].change = BoxChange::kRaised;
  out.boxes[3].link = "https://example.com/x?a=1&b=2";
  out.boxes[3].in_question = true;
  out.boxes[4].change = BoxChange::kRemoved;
  out.boxes[4].other_versions = 2;
  for (const auto& [from, to] :
       std::vector<std::pair<std::uint32_t, std::uint32_t>>{
           {0, 1}, {0, 2}, {2, 1}, {1, 2}, {2, 3}, {3, 4}}) {
    PictureLine line;
    line.from = from;
    line.to = to;
    out.lines.push_back(line);
  }
  out.lines[0].label = text;
  out.lines[2].in_cycle = out.lines[3].closes_cycle = true;
  out.lines[4].forced = {{text, text}};
  out.lines[5].goes = true;
  out.findings = {{Level::kWarning, text}};
  out.hidden = {{7, text}};
  return out;
}

std::string dot_of(const std::string& text) {
  return written([&](Sink& out) { write_dot(picture_of(text), out); });
}
std::string mermaid_of(const std::string& text) {
  return written([&](Sink& out) { write_mermaid(picture_of(text), out); });
}
std::string svg_of(const std::string& text) {
  return written([&](Sink& out) { write_svg(picture_of(text), out); });
}

void write_plain_pictures(const std::string& text) {
  static const Structure kDot = harmless_structure(dot_of, fuzz::read_dot);
  static const Structure kMermaid =
      harmless_structure(mermaid_of, fuzz::read_mermaid);
  const std::string dot = dot_of(text);
  fuzz::check_clean(dot, "\n\t");
  fuzz::check_structure(fuzz::read_dot(dot), kDot);
  const std::string mermaid = mermaid_of(text);
  fuzz::check_structure(fuzz::read_mermaid(mermaid), kMermaid);
}

void write_drawing(const std::string& text) {
  static const Structure kSvg = harmless_structure(svg_of, fuzz::read_markup);
  const std::string svg = svg_of(text);
  fuzz::check_clean(svg);
  fuzz::check_structure(fuzz::read_markup(svg), kSvg);
}

constexpr FieldShape kInnerFields[] = {
    field("added", FieldType::kCount, "a count"),
    field("why", FieldType::kText, "a text"),
};
constexpr RecordShape kInner{"inner", kInnerFields};
constexpr FieldShape kRowFields[] = {
    field("text", FieldType::kText, "a text"),
    field("module", FieldType::kModule, "a path"),
    field("version", FieldType::kVersion, "a version"),
    field("module_version", FieldType::kModuleVersion, "both"),
    field("command", FieldType::kCommand, "a line for a shell"),
    field("location", FieldType::kLocation, "a place"),
    list_of("names", FieldType::kModuleVersion, "some"),
    list_of("texts", FieldType::kText, "some"),
    records("inner", kInner, "some"),
    optional_record("one", kInner, "one"),
};
constexpr RecordShape kRow{"row", kRowFields};
constexpr FieldShape kTopFields[] = {
    field("title", FieldType::kText, "a text"),
    records("rows", kRow, "the table"),
    records("said", kRow, "sentences"),
};
constexpr DocumentShape kShape{
    "fuzz", "what a stranger says", {"fuzz", kTopFields}, "rows"};

void put_row(RecordWriter& out, const std::string& text) {
  constexpr std::string_view kOurs = "a";
  const std::string_view stranger = text;
  out.text("text", text);
  out.module("module", text);
  out.version("version", text);
  out.module_version("module_version", ModuleRef{text, text});
  out.command("command", text);
  out.location("location", Place{text, 1, 2});
  out.begin_list("names");
  for (const std::string_view name : {stranger, kOurs})
    out.module_version({}, name);
  out.end_list();
  out.begin_list("texts");
  for (const std::string_view name : {kOurs, stranger}) out.text({}, name);
  out.end_list();
  out.list("inner", {.title = "some"}, std::vector<int>{1, 2}, [&](int i) {
    out.count("added", static_cast<std::uint64_t>(i));
    out.text("why", text);
  });
  out.record("one", [&] {
    out.count("added", 3);
    out.text("why", text);
  });
}

Document document_of(const std::string& text) {
  return Document(kShape, [&](RecordWriter& out) {
    out.text("title", text);
    out.remark("A remark of ours.");
    out.list("rows", {.title = "rows"}, std::vector<int>{1, 2},
             [&](int) { put_row(out, text); });
    out.list("said", {.title = "said"}, std::vector<int>{1}, [&](int) {
      put_row(out, text);
      out.say("{text} of {module} at {version} and {one.why}, {names}");
    });
  });
}

std::string markdown_of(const std::string& text) {
  return written([&](Sink& out) {
    write_document_markdown(document_of(text), Length::kWhole, out);
  });
}
std::string html_of(const std::string& text) {
  return written(
      [&](Sink& out) { write_document_html(document_of(text), out); });
}

void check_document_json(const std::string& text) {
  const std::string json =
      written([&](Sink& out) { write_document_json(document_of(text), out); });
  fuzz::check_json(json);
  const auto read = nlohmann::json::parse(json);
  const std::string valid = fuzz::valid_utf8(text);
  must(read.at("title") == valid);
  const auto& row = read.at("rows").at(1);
  must(row.at("text") == valid && row.at("module") == valid);
  must(row.at("command") == valid && row.at("location").at("file") == valid);
  must(row.at("names").at(0) == valid && row.at("texts").at(1) == valid);
  must(row.at("inner").at(1).at("why") == valid);
}

void write_document(const std::string& text) {
  check_document_json(text);
  fuzz::check_json_lines(written(
      [&](Sink& out) { write_document_ndjson(document_of(text), out); }));
  fuzz::check_csv(
      written([&](Sink& out) { write_document_csv(document_of(text), out); }));
  const std::string plain = written([&](Sink& out) {
    write_document_text(document_of(text), Length::kWhole, out);
  });
  fuzz::check_clean(plain);
  fuzz::check_log_lines(plain);
}

void write_document_pages(const std::string& text) {
  static const Structure kMarkdown =
      harmless_structure(markdown_of, fuzz::read_markdown);
  static const Structure kHtml = harmless_structure(html_of, fuzz::read_markup);
  const std::string markdown = markdown_of(text);
  fuzz::check_clean(markdown);
  fuzz::check_structure(fuzz::read_markdown(markdown), kMarkdown);
  const std::string html = html_of(text);
  fuzz::check_clean(html);
  fuzz::check_structure(fuzz::read_markup(html), kHtml);
}

// What the go command says of a module, in the words of its author.
void write_module_list_again(const std::string& text) {
  ModuleInfo module;
  module.path = "a.b/c";
  module.version = "v1.0.0";
  module.dir = module.deprecated = module.error = module.go_mod = text;
  module.retracted = {text, "a"};
  const std::string json = written([&](Sink& out) {
    write_go_list_json(std::vector<ModuleInfo>{module, module}, out);
  });
  const auto read = parse_go_list("fuzz", json);
  must(read.has_value() && read->size() == 2);
  const std::string valid = fuzz::valid_utf8(text);
  const ModuleInfo& again = read->back();
  must(again.path == module.path && again.version == module.version);
  must(again.dir == valid && again.deprecated == valid);
  must(again.error == valid && again.go_mod == valid);
  must(again.retracted.size() == 2 && again.retracted[0] == valid);
}

// A report whose findings say it.
Report report_of(const std::string& text) {
  Finding finding;
  finding.rule = find_rule("MG2002");
  finding.level = Level::kError;
  finding.message = text;
  finding.subjects = {{text, text}};
  finding.location = Location{text, 14, 2, 5, text, text};
  finding.related = {{Location{text, 3, 1, 0, "", ""}, text}};
  finding.witness = {NameChain({text, "a@v1.0.0", text})};
  finding.notes = {text, "a note"};
  SuggestedFix fix;
  fix.title = text;
  fix.commands = {text};
  fix.lines = {{text, 14, text, text}};
  fix.effect.changed = {{text, text, text}};
  finding.suggestions = {fix};
  finding.fingerprint = std::string(32, 'a');
  Report out;
  out.tool_version = "1.2.3";
  out.inputs = {{"mod", text, "0123"}};
  out.partial_because = {text};
  out.findings = {finding, finding};
  out.findings[1].suppressed = Suppression{"comment", text};
  return out;
}

std::string page_of(const std::string& text) {
  return written(
      [&](Sink& out) { write_html(report_of(text), picture_of("a"), out); });
}
std::string comment_of(const std::string& text) {
  return written([&](Sink& out) { write_markdown(report_of(text), {}, out); });
}
std::string junit_of(const std::string& text) {
  return written([&](Sink& out) {
    write_junit(report_of(text), {Level::kNote, Level::kWarning}, out);
  });
}

// Without the rules, which are ours and the most of it.
void check_sarif(const Report& report) {
  const std::string all = written(
      [&](Sink& out) { write_sarif(report, out, {.show = Level::kNote}); });
  const std::size_t begin = all.find("\"rules\": [") + 10;
  const std::size_t end = all.find("}},\n\"columnKind\"") - 1;
  must(begin < end && end < all.size());
  fuzz::check_json(all.substr(0, begin) + all.substr(end));
}

void check_report_data(const Report& report) {
  check_sarif(report);
  fuzz::check_json(
      written([&](Sink& out) { write_gitlab(report, Level::kNote, out); }));
  fuzz::check_json(written(
      [&](Sink& out) { write_document_json(report_document(report), out); }));
  fuzz::check_csv(written([&](Sink& out) { write_csv(report, out); }));
}

// Every line is a command of ours, and no other is.
void check_github(const Report& report) {
  const std::string text = written(
      [&](Sink& out) { write_github(report, out, {.show = Level::kNote}); });
  fuzz::check_clean(text);
  for (std::string_view rest = text; !rest.empty();) {
    must(rest.starts_with("::error ") || rest.starts_with("::warning ") ||
         rest.starts_with("::notice "));
    const std::size_t end = rest.find('\n');
    must(end != rest.npos);
    rest.remove_prefix(end + 1);
  }
}

void check_report_lines(const Report& report) {
  const std::string text = written(
      [&](Sink& out) { write_text(report, {.show = Level::kNote}, out); });
  const std::string compact =
      written([&](Sink& out) { write_compact(report, out); });
  for (const std::string* lines : {&text, &compact}) {
    fuzz::check_clean(*lines);
    fuzz::check_log_lines(*lines);
  }
  check_github(report);
}

void write_report_data(const std::string& text) {
  check_report_data(report_of(text));
}

void write_report_lines(const std::string& text) {
  check_report_lines(report_of(text));
}

void write_page(const std::string& text) {
  static const Structure kPage = harmless_structure(page_of, fuzz::read_markup);
  fuzz::check_structure(fuzz::read_markup(page_of(text)), kPage);
}

void write_comment(const std::string& text) {
  static const Structure kComment =
      harmless_structure(comment_of, fuzz::read_markdown);
  const std::string comment = comment_of(text);
  fuzz::check_clean(comment);
  fuzz::check_structure(fuzz::read_markdown(comment), kComment);
}

void write_test_results(const std::string& text) {
  static const Structure kJunit =
      harmless_structure(junit_of, fuzz::read_markup);
  const std::string junit = junit_of(text);
  fuzz::check_clean(junit);
  fuzz::check_structure(fuzz::read_markup(junit), kJunit);
}

GraphPart whole(const ModuleGraph& graph) {
  GraphPart out;
  for (const NodeId n : graph.nodes()) out.nodes.push_back(n);
  out.requirements = graph.requirements();
  return out;
}

void check_same(const ModuleGraph& a, const ModuleGraph& b) {
  must(a.node_count() == b.node_count());
  for (const NodeId n : a.nodes()) {
    must(a.name(n) == b.name(n));
    const auto x = a.requirements(n), y = b.requirements(n);
    must(std::equal(x.begin(), x.end(), y.begin(), y.end()));
  }
}

void check_graph_json(const ModuleGraph& graph, const GraphPart& part) {
  const std::string json = written([&](Sink& out) {
    write_document_json(graph_document(graph, part), out);
  });
  fuzz::check_json(json);
  const auto read = nlohmann::json::parse(json);
  must(read.at("vertices").size() == graph.node_count());
  std::size_t i = 0;
  for (const NodeId n : graph.nodes()) {
    const auto& vertex = read.at("vertices").at(i++);
    must(vertex.at("module") == graph.path(n));
    must(vertex.at("version") == graph.version(n));
  }
  must(read.at("requirements").size() == graph.requirements().edge_count());
}

std::optional<ModuleGraph> read_graph(std::string_view text) {
  auto read = parse_graph_text("fuzz", text);
  if (!read) return std::nullopt;
  return std::move(read->builder).freeze().value();
}

void write_graph_again(const std::string& text) {
  const auto graph = read_graph(text);
  if (!graph) return;
  const GraphPart part = whole(*graph);
  const auto again = read_graph(
      written([&](Sink& out) { write_requirement_lines(*graph, part, out); }));
  must(again.has_value());
  check_same(*graph, *again);
  check_graph_json(*graph, part);
}

void write_report_of_graph(const std::string& text) {
  auto graph = read_graph(text);
  if (!graph) return;
  Project project;
  project.graph = std::move(*graph);
  Analysis analysis = analyse(project);
  auto findings =
      run_rules(project, analysis, {.warn = {"MG1001", "MG1002", "MG2001"}});
  const Report report = make_report(std::move(project), std::move(analysis),
                                    std::move(findings), {}, "1.2.3");
  check_report_data(report);
  check_report_lines(report);
}

}  // namespace

void fuzz::one_input(std::string_view bytes) {
  constexpr std::array kWriters = {
      write_graph_again,       write_report_of_graph,
      write_plain_pictures,    write_drawing,
      write_document,          write_document_pages,
      write_module_list_again, write_report_data,
      write_report_lines,      write_page,
      write_comment,           write_test_results};
  // Long texts take long to draw, and show no more.
  constexpr std::size_t kLongest = 500;
  if (bytes.empty()) return;
  const auto first = static_cast<unsigned char>(bytes.front());
  kWriters[first % kWriters.size()](std::string(bytes.substr(1, kLongest)));
}

}  // namespace modgraph

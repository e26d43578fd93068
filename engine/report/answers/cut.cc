#include "engine/report/answers/cut.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/analysis/graph/requirement_cut.h"
#include "engine/analysis/why.h"
#include "engine/model/selected_graph.h"
#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

constexpr FieldShape kCutFields[] = {
    field("module", FieldType::kModule, "the module that is to leave"),
    field("version", FieldType::kVersion, "the selected version"),
    optional_record("replaced_by", kReplacedByShape,
                    "what is built in its place; null: nothing replaces it"),
    field("reached", FieldType::kFlag,
          "false: no chain of selected versions leads to it"),
    records("minimum_cut", kRequirementShape,
            "the fewest requirements without which it leaves the build; those "
            "of main modules first"),
    records("main_module_cut", kRequirementShape,
            "the fewest requirements of main modules alone"),
    list_of("required_by_unselected", FieldType::kModuleVersion,
            "versions that require it and are not selected: while they are in "
            "the graph, it stays"),
};

using Edges = std::vector<Edge<NodeId>>;

// The requirement of the highest version of the module.
NodeId required_version(const ModuleGraph& graph, NodeId from,
                        ModuleId module) {
  NodeId highest = graph.versions(module).front();
  for (const NodeId to : graph.requirements(from))
    if (graph.module_of(to) == module) highest = std::max(highest, to);
  return highest;
}

Edges requirements_of(const ModuleGraph& graph,
                      const std::vector<Edge<ModuleId>>& edges) {
  Edges out;
  for (const Edge<ModuleId>& e : edges) {
    const NodeId from = graph.selected(e.from);
    out.push_back({from, required_version(graph, from, e.to)});
  }
  std::stable_partition(out.begin(), out.end(), [&](const Edge<NodeId>& e) {
    return graph.is_main(e.from);
  });
  return out;
}

bool all_of_mains(const ModuleGraph& graph, const Edges& edges) {
  return std::all_of(edges.begin(), edges.end(), [&](const Edge<NodeId>& e) {
    return graph.is_main(e.from);
  });
}

std::vector<NodeId> unselected_requirers(const ModuleGraph& graph,
                                         ModuleId module) {
  std::vector<NodeId> out;
  for (const NodeId version : graph.versions(module))
    for (const NodeId from : graph.requirers(version))
      if (!graph.is_selected(from) && graph.module_of(from) != module)
        out.push_back(from);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

class CutWriter {
 public:
  CutWriter(RecordWriter& out, const ModuleGraph& graph,
            const CutQuestion& question)
      : out_(out), graph_(graph), question_(question) {}

  void cut_headline(const Edges& smallest) {
    if (smallest.empty())
      out_.say("no chain of selected versions leads to {module} {version}");
    else
      out_.say(
          "removing {minimum_cut#requirement} takes {module} {version} out of "
          "the build");
  }

  // An empty title: the rows stand under the cut_headline.
  void requirements(std::string_view key, const Edges& edges,
                    std::string_view title, bool is_shown) {
    out_.list(key, {.title = title, .max_shown = 20}, edges,
              [&](const Edge<NodeId>& e) {
                const auto line = question_.find_line
                                      ? question_.find_line(e)
                                      : std::optional<Location>();
                if (is_shown)
                  out_.say(line ? "{from} requires {to} ({location})"
                                : "{from} requires {to}");
                out_.module_version("from", ref_of(graph_, e.from));
                out_.module_version("to", ref_of(graph_, e.to));
                out_.location("location", place_of(line));
              });
  }

  void unselected(const std::vector<NodeId>& requirers) {
    out_.begin_list("required_by_unselected");
    for (const NodeId n : requirers) out_.module_version({}, ref_of(graph_, n));
    out_.end_list();
    if (!requirers.empty())
      out_.say(
          "versions not selected require it too: {required_by_unselected}; it "
          "stays while any of them is in the graph");
  }

 private:
  RecordWriter& out_;
  const ModuleGraph& graph_;
  const CutQuestion& question_;
};

}  // namespace

constexpr DocumentShape kCutShape{
    "cut",
    "Which requirements keep a module in the build?",
    {"cut", kCutFields},
    "minimum_cut"};

std::optional<Document> cut_document(const Project& project,
                                     const Analysis& analysis,
                                     const CutQuestion& question) {
  const ModuleGraph& graph = project.graph;
  const auto cut =
      requirement_cut(analysis.selected, main_modules(graph), question.module);
  if (!cut) return std::nullopt;
  const Edges smallest = requirements_of(graph, cut->smallest);
  const Edges own = requirements_of(graph, cut->own);
  const bool mains_do = all_of_mains(graph, smallest);

  return Document(kCutShape, [&](RecordWriter& out) {
    CutWriter writer(out, graph, question);
    writer.cut_headline(smallest);
    const NodeId selected = graph.selected(question.module);
    const auto by = replacement_in(project, selected);
    if (by)
      out.say(by->version.empty() ? "{module} {version} is replaced by "
                                    "{replaced_by.path}"
                                  : "{module} {version} is replaced by "
                                    "{replaced_by.path} {replaced_by.version}");
    out.module_and_version(ref_of(graph, selected));
    put_replaced_by(out, "replaced_by", by);
    out.flag("reached", !smallest.empty());
    writer.requirements("minimum_cut", smallest, "fewest requirements", true);
    writer.requirements(
        "main_module_cut", own,
        mains_do ? "" : "fewest requirements of main modules alone", !mains_do);
    writer.unselected(unselected_requirers(graph, question.module));
    if (!smallest.empty())
      out.remark(
          "With these gone, other versions may be selected: `modgraph whatif "
          "--drop MODULE` resolves the build again.");
  });
}

}  // namespace modgraph

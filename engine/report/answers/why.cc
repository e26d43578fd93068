#include "engine/report/answers/why.h"

#include <optional>
#include <string_view>

#include "engine/findings/locations.h"
#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxWhyNames = 10;

constexpr FieldShape kNextLowerFields[] = {
    field("version", FieldType::kVersion, "the version"),
    list_of("required_by", FieldType::kModuleVersion,
            "what requires exactly this version"),
};
constexpr RecordShape kNextLowerShape{"next_lower", kNextLowerFields};

constexpr FieldShape kWithoutFields[] = {
    field("required_by", FieldType::kModuleVersion,
          "what requires the selected version"),
    optional_field("selected", FieldType::kVersion,
                   "what would be selected without its requirement; null: the "
                   "module would leave the build"),
    field("is_bound", FieldType::kFlag,
          "that version or a higher one: go.mod files that were not loaded "
          "may require more"),
};
constexpr RecordShape kWithoutShape{"without", kWithoutFields};

constexpr FieldShape kWhyModuleFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion,
          "the version that was asked about, else the selected one; \"\" for "
          "a main module"),
    field("main", FieldType::kFlag, "it is a main module"),
    field("is_selected", FieldType::kFlag, "this version is selected"),
    field("selected", FieldType::kVersion,
          "the selected version; \"\" for a main module"),
    list_of("shortest_chain", FieldType::kModuleVersion,
            "a shortest chain of requirements from a main module to this "
            "version; empty: there is none"),
    list_of("required_by", FieldType::kModuleVersion,
            "what requires exactly this version"),
    optional_record("next_lower", kNextLowerShape,
                    "the next lower version that is required; null: there is "
                    "none"),
    records("without", kWithoutShape,
            "for a selected version: what would be selected if one of the "
            "requirements were removed"),
    field("paths", FieldType::kText,
          "the number of paths from the main modules to the module, cycles "
          "counted as one vertex: decimal digits, as it may exceed 64 bits"),
    optional_field("location", FieldType::kLocation,
                   "the go.mod line to change; null where no go.mod file was "
                   "read or no line leads to it"),
    field("location_is_own", FieldType::kFlag,
          "the line requires the module itself; false: the first module of "
          "the chain"),
};
constexpr RecordShape kModuleWhyShape{"why_module", kWhyModuleFields};

constexpr FieldShape kWhyFields[] = {
    records("modules", kModuleWhyShape,
            "the modules that were asked about, in the order of the command "
            "line"),
};

struct LineToChange {
  std::optional<Place> place;
  bool is_own = false;
};

// The requirement of `path` in the go.mod of one main module.
std::optional<Place> line_in(const Project& project, std::string_view main,
                             std::string_view path) {
  for (const Manifest& manifest : project.manifests) {
    if (!manifest.module || manifest.module->path != main) continue;
    for (const Requirement& r : manifest.require)
      if (r.module.path == path)
        return Place{manifest.file, r.where.line, r.where.column};
  }
  return std::nullopt;
}

// The line for the module itself, or else for the first module of the chain.
LineToChange line_to_change(const Project& project, const Why& why) {
  const ModuleGraph& graph = project.graph;
  for (const NodeId main : graph.mains())
    if (auto line = line_in(project, graph.path(main), graph.path(why.module)))
      return {line, true};
  if (why.chain.size() < 2) return {};
  return {line_in(project, graph.path(why.chain[0]), graph.path(why.chain[1])),
          false};
}

void put_names(RecordWriter& out, std::string_view key,
               const ModuleGraph& graph, const std::vector<NodeId>& nodes,
               ListStyle style) {
  out.begin_list(key, std::move(style));
  for (const NodeId n : nodes) out.module_version({}, ref_of(graph, n));
  out.end_list();
}

void put_next_lower(RecordWriter& out, const ModuleGraph& graph,
                    const Why& why) {
  if (!why.runner_up) return out.unknown("next_lower");
  out.record("next_lower", [&] {
    out.say("next lower version: {version}");
    out.version("version", graph.version(*why.runner_up));
    put_names(out, "required_by", graph, why.runner_up_requirers,
              {.title = "required by",
               .max_shown = kMaxWhyNames,
               .shows_count = false});
  });
}

std::string_view without_sentence(const Why& why, const WithoutDecider& w) {
  if (!w.selected) return "{required_by}: it would leave the build";
  if (*w.selected == why.version)
    return "{required_by}: {selected} would stay selected";
  return w.is_bound ? "{required_by}: {selected} or higher would be selected "
                      "(not every go.mod was loaded)"
                    : "{required_by}: {selected} would be selected";
}

void put_without(RecordWriter& out, const ModuleGraph& graph, const Why& why) {
  out.list("without",
           {.title = "without the requirement of",
            .max_shown = kMaxWhyNames,
            .shows_count = false},
           why.without, [&](const WithoutDecider& w) {
             out.say(without_sentence(why, w));
             out.module_version("required_by", ref_of(graph, w.decider));
             if (w.selected)
               out.version("selected", graph.version(*w.selected));
             else
               out.unknown("selected");
             out.flag("is_bound", w.is_bound);
           });
}

void put_module(RecordWriter& out, const Project& project, const Why& why) {
  const ModuleGraph& graph = project.graph;
  const bool is_main = graph.is_main(why.version);
  const bool is_selected = graph.is_selected(why.version);
  out.say(is_main       ? "{module} is a main module"
          : is_selected ? "{module} {version} is selected"
                        : "{module} {version} is in the graph; {selected} is "
                          "selected");
  out.module("module", graph.path(why.module));
  out.version("version", graph.version(why.version));
  out.flag("main", is_main);
  out.flag("is_selected", is_selected);
  out.version("selected", graph.version(graph.selected(why.module)));
  if (why.chain.empty() && !is_main)
    out.remark("no chain of recorded requirements leads to it");
  put_names(out, "shortest_chain", graph, why.chain,
            {.title = is_main ? std::string_view() : "shortest chain",
             .max_shown = why.chain.size(),
             .is_chain = true,
             .shows_count = false});
  put_names(out, "required_by", graph, why.requirers,
            {.title = "required by",
             .max_shown = kMaxWhyNames,
             .shows_count = false});
  put_next_lower(out, graph, why);
  put_without(out, graph, why);
  if (!is_main) out.say("paths from the main modules: {paths}");
  out.text("paths", why.path_count);
  const LineToChange line = line_to_change(project, why);
  if (line.place)
    out.say(line.is_own ? "go.mod line to change: {location}"
                        : "go.mod line to change: {location}, where the chain "
                          "begins");
  out.location("location", line.place);
  out.flag("location_is_own", line.is_own);
}

}  // namespace

constexpr DocumentShape kWhyShape{
    "why",
    "Why is a module in the build, and why at this version?",
    {"why", kWhyFields},
    "modules"};

Document why_document(const Project& project, std::span<const Why> whys) {
  return Document(kWhyShape, [&](RecordWriter& out) {
    out.list("modules", {.max_shown = whys.size()}, whys,
             [&](const Why& why) { put_module(out, project, why); });
  });
}

}  // namespace modgraph

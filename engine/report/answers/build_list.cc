#include "engine/report/answers/build_list.h"

#include <vector>

#include "engine/model/build_list.h"
#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

constexpr FieldShape kListedFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion,
          "the selected version; \"\" for a main module"),
    optional_record("replaced_by", kReplacedByShape,
                    "what is built in its place; null when it is not replaced"),
};
constexpr RecordShape kListedShape{"listed_module", kListedFields};

constexpr FieldShape kBuildListFields[] = {
    records("modules", kListedShape, "the build list, in its order"),
};

}  // namespace

constexpr DocumentShape kBuildListShape{
    "list",
    "Which modules are built, at which versions? (--json of one folder is "
    "that of `go list -m -json`.)",
    {"list", kBuildListFields},
    "modules"};

Document build_list_document(const Project& project) {
  const ModuleGraph& graph = project.graph;
  const std::vector<ListedModule> modules =
      project.resolved ? *project.resolved
                       : listed_modules(graph, project.manifests);
  return Document(kBuildListShape, [&](RecordWriter& out) {
    out.list("modules", {.title = "build list", .max_shown = modules.size()},
             modules, [&](const ListedModule& m) {
               const auto& by = m.replaced_by;
               out.say(graph.is_main(m.node) ? "{module}"
                       : !by                 ? "{module} {version}"
                       : by->version.empty() ? "{module} {version} => "
                                               "{replaced_by.path}"
                                             : "{module} {version} => "
                                               "{replaced_by.path} "
                                               "{replaced_by.version}");
               out.module_and_version(ref_of(graph, m.node));
               put_replaced_by(out, "replaced_by", m.replaced_by);
             });
  });
}

}  // namespace modgraph

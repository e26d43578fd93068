#include "engine/report/answers/indirect.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/findings/package_findings.h"
#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxIndirectRows = 10;

constexpr FieldShape kPinnedFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "the selected version"),
    field("without", FieldType::kVersion,
          "what would be selected without the lines"),
    field("without_is_bound", FieldType::kFlag,
          "that version or a higher one: in a workspace other go.mod files "
          "would be loaded then"),
    list_of("required_by", FieldType::kModuleVersion,
            "what requires the version that would be selected without the "
            "lines"),
    list_of("locations", FieldType::kLocation,
            "the // indirect lines; one but in a workspace"),
};
constexpr RecordShape kPinnedShape{"pinned_by_indirect", kPinnedFields};

constexpr FieldShape kStaleFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "the selected version"),
    field("sure", FieldType::kFlag,
          "false: go mod tidy may keep the line, e.g. for another platform"),
    field("reason", FieldType::kText, "why; a phrase"),
    field("location", FieldType::kLocation, "the // indirect line"),
};
constexpr RecordShape kStaleShape{"stale_indirect", kStaleFields};

constexpr FieldShape kDirectFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "the selected version"),
    optional_field("exclusive", FieldType::kCount,
                   "modules that every path from the main modules reaches "
                   "through this one, itself included; null: no path of "
                   "selected versions leads to it"),
    field("heavy", FieldType::kFlag, "rule MG3001 reports it"),
};
constexpr RecordShape kDirectShape{"direct_requirement", kDirectFields};

constexpr FieldShape kUnprunedDependencyFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "the selected version"),
    optional_field("go_version", FieldType::kText,
                   "its go line, below 1.17; null: it has none"),
    list_of("brings", FieldType::kModuleVersion,
            "modules that are in the build list because of it alone"),
};
constexpr RecordShape kUnprunedDependencyShape{"unpruned_dependency",
                                               kUnprunedDependencyFields};

constexpr FieldShape kUnprunedFields[] = {
    field("modules", FieldType::kCount,
          "modules that only such dependencies bring, one or several"),
    records("dependencies", kUnprunedDependencyShape,
            "the dependencies, those that bring most alone first"),
};
constexpr RecordShape kUnprunedShape{"unpruned", kUnprunedFields};

constexpr FieldShape kUnreachableFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "the selected version"),
    list_of("required_by", FieldType::kModuleVersion,
            "the versions, none of them selected, that require it; empty: "
            "only modules of this list do"),
};
constexpr RecordShape kUnreachableShape{"unreachable_module",
                                        kUnreachableFields};

constexpr FieldShape kUsesFields[] = {
    list_of("test_only", FieldType::kModuleVersion,
            "modules that provide packages to tests only"),
    list_of("tool_only", FieldType::kModuleVersion,
            "modules that provide packages to tools only"),
    list_of("no_package", FieldType::kModuleVersion,
            "modules that provide no package in this build configuration"),
};
constexpr RecordShape kUsesShape{"module_uses", kUsesFields};

constexpr FieldShape kIndirectFields[] = {
    list_of("main_modules", FieldType::kModule, "the main modules"),
    field("modules", FieldType::kCount,
          "modules of the build list, main modules included"),
    optional_records("pinned_by_indirect", kPinnedShape,
                     "modules that stay above the version that dependencies "
                     "require, because of // indirect lines alone; by path; "
                     "null: not known"),
    optional_records("stale", kStaleShape,
                     "// indirect lines that go mod tidy would remove, sure "
                     "ones first, then in the order of the lines; null: not "
                     "known"),
    records("direct_requirements", kDirectShape,
            "the direct requirements of the main modules, those with most "
            "exclusive modules first"),
    optional_record("unpruned", kUnprunedShape,
                    "dependencies below go 1.17, whose requirements are all "
                    "loaded; null: their go lines are not known"),
    optional_record("packages", kUsesShape,
                    "what package data says of this build configuration; null: "
                    "no package data that fits the graph"),
    optional_records("unreachable_modules", kUnreachableShape,
                     "modules that no path of selected versions reaches; by "
                     "path; null: not known"),
    field("partial", FieldType::kFlag, "the answer may lack something"),
    list_of("partial_because", FieldType::kText, "why; sentences"),
};

std::string_view reason_of(StaleReason reason) {
  switch (reason) {
    case StaleReason::kUnreachable:
      return "it provides no package, and no module that does requires it";
    case StaleReason::kNoPackageHere:
      return "it provides no package in this build configuration";
    case StaleReason::kNobodyRequires:
      return "nothing else in the graph requires it";
  }
  return "";
}

class IndirectWriter {
 public:
  IndirectWriter(const Project& project, const Analysis& analysis,
                 RecordWriter& out)
      : project_(project),
        graph_(project.graph),
        analysis_(analysis),
        answers_(analysis.indirect),
        graph_known_(knows_graph(project)),
        lines_known_(graph_known_ && !project.manifests.empty()),
        stale_known_(lines_known_ &&
                     (project.partial_because.empty() ||
                      (answers_.packages && answers_.packages->is_sound()))),
        out_(out) {}

  void write() {
    summary();
    pinned();
    stale();
    put_direct();
    unpruned();
    packages();
    unreachable_modules();
    partial();
    what_is_not_known();
  }

 private:
  void summary() {
    out_.say("{main_modules}: {modules#module}");
    out_.begin_list("main_modules");
    for (const NodeId main : graph_.mains()) out_.module({}, graph_.path(main));
    out_.end_list();
    const auto modules = graph_.modules();
    out_.count("modules", static_cast<std::uint64_t>(std::count_if(
                              modules.begin(), modules.end(), [&](ModuleId m) {
                                return graph_.kind(m) == ModuleKind::kModule;
                              })));
    if (stale_known_ && answers_.pinned_by_indirect.empty() &&
        answers_.stale.empty())
      out_.remark("no `// indirect` line pins a version or is stale");
  }

  Place place(const LineOf& line) const {
    const Manifest& manifest = project_.manifests[line.manifest];
    const SourceSpan& where = manifest.require[line.requirement].where;
    return {manifest.file, where.line, where.column};
  }

  void pinned() {
    if (!lines_known_) return out_.unknown("pinned_by_indirect");
    out_.list("pinned_by_indirect",
              {.title = "versions that only an `// indirect` line requires",
               .max_shown = kMaxIndirectRows},
              answers_.pinned_by_indirect, [&](const PinnedVersion& pinned) {
                out_.say(pinned.is_bound
                             ? "{locations}: {module} {version} (without the "
                               "line: {without} or higher, required by "
                               "{required_by})"
                             : "{locations}: {module} {version} (without the "
                               "line: {without}, required by {required_by})");
                out_.module_and_version(ref_of(graph_, pinned.selected));
                out_.version("without", graph_.version(pinned.without));
                out_.flag("without_is_bound", pinned.is_bound);
                put_vertices(out_, "required_by", graph_,
                             analysis_.requirers.row(pinned.without));
                out_.begin_list("locations");
                for (const LineOf& line : pinned.lines)
                  out_.location({}, place(line));
                out_.end_list();
              });
  }

  void stale() {
    if (!stale_known_) return out_.unknown("stale");
    std::vector<const StaleLine*> rows;
    for (const StaleLine& line : answers_.stale) rows.push_back(&line);
    std::stable_partition(rows.begin(), rows.end(), [](const StaleLine* line) {
      return line->is_sure();
    });
    const bool any_sure = !rows.empty() && rows.front()->is_sure();
    out_.list(
        "stale",
        {.title = any_sure ? "lines that `go mod tidy` would remove"
                           : "lines that `go mod tidy` may remove",
         .max_shown = kMaxIndirectRows},
        rows, [&](const StaleLine* line) {
          out_.say(any_sure && !line->is_sure()
                       ? "{location}: {module} {version}, possibly: {reason}"
                       : "{location}: {module} {version}: {reason}");
          out_.module_and_version(ref_of(graph_, line->selected));
          out_.flag("sure", line->is_sure());
          out_.text("reason", reason_of(line->reason));
          out_.location("location", place(line->line));
        });
  }

  std::vector<ModuleId> direct_by_weight() const {
    const std::vector<bool> is_direct =
        direct_requirements(graph_, analysis_.selected, project_.manifests);
    std::vector<ModuleId> out;
    for (const ModuleId m : graph_.modules())
      if (is_direct[index(m)]) out.push_back(m);
    std::stable_sort(out.begin(), out.end(), [&](ModuleId a, ModuleId b) {
      return analysis_.exclusive[index(a)] > analysis_.exclusive[index(b)];
    });
    return out;
  }

  // Zero is the weight of a module that the selected graph does not reach.
  void put_exclusive(ModuleId m) {
    const std::uint32_t weight = analysis_.exclusive[index(m)];
    if (weight == 0)
      out_.unknown("exclusive");
    else
      out_.count("exclusive", weight);
  }

  void put_direct() {
    out_.list(
        "direct_requirements",
        {.title = "direct requirements, by the modules that each alone brings",
         .max_shown = kMaxIndirectRows,
         .columns = {"module", "version", "exclusive"}},
        direct_by_weight(), [&](ModuleId m) {
          out_.module_and_version(ref_of(graph_, graph_.selected(m)));
          put_exclusive(m);
          out_.flag("heavy",
                    std::any_of(answers_.heavy.begin(), answers_.heavy.end(),
                                [&](const HeavyRequirement& heavy) {
                                  return heavy.module == m;
                                }));
        });
  }

  // Those that bring nothing alone are no lines for people.
  void unpruned() {
    if (!answers_.go_lines_known) return out_.unknown("unpruned");
    const UnprunedClosures& found = answers_.unpruned;
    out_.record("unpruned", [&] {
      if (!found.together.empty())
        out_.say(
            "{modules#module is|modules are} in the build list only because "
            "dependencies below go 1.17 load all that they require");
      out_.count("modules", found.together.size());
      const auto shown = static_cast<std::size_t>(std::count_if(
          found.roots.begin(), found.roots.end(),
          [](const UnprunedClosure& root) { return !root.brings.empty(); }));
      out_.list("dependencies",
                {.title = shown > 0 ? "brought by one of them alone" : "",
                 .max_shown = shown > kMaxIndirectRows ? kMaxIndirectRows
                                                       : found.roots.size(),
                 .shows_count = false},
                found.roots,
                [&](const UnprunedClosure& root) { put_unpruned(root); });
    });
  }

  void put_unpruned(const UnprunedClosure& root) {
    if (!root.brings.empty())
      out_.say(root.go_line.empty()
                   ? "{module} {version} (no go line): {brings#module}"
                   : "{module} {version} (go {go_version}): {brings#module}");
    out_.module_and_version(ref_of(graph_, root.root));
    if (root.go_line.empty())
      out_.unknown("go_version");
    else
      out_.text("go_version", root.go_line);
    put_modules("brings", root.brings, {});
  }

  void put_modules(std::string_view key, const std::vector<ModuleId>& modules,
                   ListStyle style) {
    out_.begin_list(key, std::move(style));
    for (const ModuleId m : modules)
      out_.module_version({}, ref_of(graph_, graph_.selected(m)));
    out_.end_list();
  }

  std::vector<ModuleId> used_as(ModuleUse use) const {
    std::vector<ModuleId> out;
    for (const ModuleId m : graph_.modules())
      if (graph_.kind(m) == ModuleKind::kModule &&
          answers_.packages->use[index(m)] == use)
        out.push_back(m);
    return out;
  }

  void packages() {
    if (!answers_.packages || !answers_.packages->is_sound())
      return out_.unknown("packages");
    out_.record("packages", [&] {
      put_modules("test_only", used_as(ModuleUse::kTest),
                  {.title = "modules that provide packages to tests only",
                   .max_shown = kMaxIndirectRows});
      put_modules("tool_only", used_as(ModuleUse::kTool),
                  {.title = "modules that provide packages to tools only",
                   .max_shown = kMaxIndirectRows});
      put_modules("no_package", used_as(ModuleUse::kNone),
                  {.title = "modules that provide no package in this build "
                            "configuration",
                   .max_shown = kMaxIndirectRows});
    });
  }

  void unreachable_modules() {
    if (!graph_known_) return out_.unknown("unreachable_modules");
    out_.list("unreachable_modules",
              {.title = "modules that only unselected versions require",
               .max_shown = kMaxIndirectRows},
              answers_.unreachable_modules,
              [&](const UnreachableModule& module) {
                out_.say(module.required_by.empty()
                             ? "{module} {version}, required by others of "
                               "these"
                             : "{module} {version}, required by {required_by}");
                out_.module_and_version(
                    ref_of(graph_, graph_.selected(module.module)));
                put_vertices(out_, "required_by", graph_, module.required_by);
              });
  }

  // What the project lacks is told beside every answer; that package data does
  // not fit, only here.
  void partial() {
    const std::vector<std::string> unsound =
        unsound_packages(project_, analysis_);
    std::vector<std::string> because = project_.partial_because;
    because.insert(because.end(), unsound.begin(), unsound.end());
    out_.flag("partial", !because.empty());
    out_.texts(
        "partial_because", because,
        {.title = unsound.empty() ? "" : "partial", .shows_count = false});
  }

  void what_is_not_known() {
    if (!graph_known_)
      out_.remark(
          "not known without `go mod graph` (--graph FILE) or the module's "
          "folder: what dependencies require");
    if (project_.manifests.empty())
      out_.remark(
          "not known without --mod go.mod: which lines are `// indirect`");
    if (lines_known_ && !stale_known_)
      out_.remark(
          "not known, as not every go.mod was read: which lines are stale");
    if (project_.packages.empty())
      out_.remark(
          "not known without `go list -deps -test -json ./...` (--packages "
          "FILE): which modules provide packages, and to what");
    if (!answers_.go_lines_known)
      out_.remark(
          "not known without `go list -m -json all` (--list FILE): which "
          "dependencies are below go 1.17");
  }

  const Project& project_;
  const ModuleGraph& graph_;
  const Analysis& analysis_;
  const IndirectAnswers& answers_;
  bool graph_known_;
  bool lines_known_;  // which lines are `// indirect`
  bool stale_known_;  // what requires them, or what packages they are for
  RecordWriter& out_;
};

}  // namespace

constexpr DocumentShape kIndirectShape{
    "indirect",
    "What do indirect requirements do to the build?",
    {"indirect", kIndirectFields},
    "direct_requirements"};

Document indirect_document(const Project& project, const Analysis& analysis) {
  return Document(kIndirectShape, [&](RecordWriter& out) {
    IndirectWriter(project, analysis, out).write();
  });
}

}  // namespace modgraph

#include "engine/report/answers/drift.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/analysis/read_dependencies.h"
#include "engine/findings/cross_module_findings.h"
#include "engine/model/build_list.h"
#include "engine/model/version.h"
#include "engine/report/answers/cross_module_drift.h"
#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

constexpr FieldShape kBelowSelectedFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "the version that go.mod requires"),
    field("selected", FieldType::kVersion, "the higher version selected"),
    list_of("required_by", FieldType::kModuleVersion,
            "what requires the selected version"),
    field("location", FieldType::kLocation, "the go.mod line"),
};
constexpr RecordShape kBelowSelectedShape{"below_selected",
                                          kBelowSelectedFields};

constexpr FieldShape kGoLineFields[] = {
    optional_field("own", FieldType::kText,
                   "the go line of go.work or go.mod; null: not known"),
    field("lowest", FieldType::kText,
          "the lowest go line that dependencies allow: the highest of theirs, "
          "1.21 or later"),
    field("raised", FieldType::kFlag,
          "the own go line is lower: the go command will raise it"),
    list_of("required_by", FieldType::kModuleVersion,
            "the dependencies with that go line"),
};
constexpr RecordShape kGoLineShape{"go_line", kGoLineFields};

constexpr FieldShape kPrereleaseFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("selected", FieldType::kVersion,
          "the selected version, a pre-release or pseudo-version"),
    field("release", FieldType::kVersion,
          "the highest release that is required"),
    list_of("required_by", FieldType::kModuleVersion,
            "what requires the selected version"),
};
constexpr RecordShape kPrereleaseShape{"prerelease_selected",
                                       kPrereleaseFields};

constexpr FieldShape kSplitMajorFields[] = {
    list_of("modules", FieldType::kModuleVersion,
            "modules whose paths differ in the major version alone, the "
            "lowest first"),
    field("same_major_twice", FieldType::kFlag,
          "one of them is +incompatible at the major version of another's "
          "path"),
};
constexpr RecordShape kSplitMajorShape{"split_major", kSplitMajorFields};

constexpr FieldShape kRequiredVersionFields[] = {
    field("version", FieldType::kVersion, "a version that is required"),
    field("distance", FieldType::kText,
          "from the selected version: major, minor, patch, prerelease, pseudo "
          "or none"),
    list_of("required_by", FieldType::kModuleVersion,
            "what requires exactly this version, selected or not"),
};
constexpr RecordShape kRequiredVersionShape{"drift_version",
                                            kRequiredVersionFields};

constexpr FieldShape kDriftingFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("distance", FieldType::kText,
          "of the lowest version from the selected one: major, minor, patch, "
          "prerelease, pseudo or none"),
    field("lowest", FieldType::kVersion, "the lowest version required"),
    field("next_lower", FieldType::kVersion,
          "the highest version required below the selected one"),
    field("selected", FieldType::kVersion, "\"\" for a main module"),
    list_of("required_by", FieldType::kModuleVersion,
            "what requires the selected version; empty for a main module that "
            "nothing requires at this version"),
    field("direct", FieldType::kFlag,
          "some go.mod requires the module without // indirect"),
    records("required", kRequiredVersionShape,
            "every version that is required, ascending"),
};
constexpr RecordShape kDriftingShape{"drift_module", kDriftingFields};

constexpr FieldShape kReplacedFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "the selected version"),
    record_field("replaced_by", kReplacedByShape, "what is built"),
    optional_field("location", FieldType::kLocation,
                   "the replace line; null where it was not read"),
};
constexpr RecordShape kReplacedShape{"drift_replaced", kReplacedFields};

constexpr FieldShape kRetractedFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "the selected version"),
    list_of("rationales", FieldType::kText, "why, by its authors"),
};
constexpr RecordShape kRetractedShape{"retracted", kRetractedFields};

constexpr FieldShape kDeprecatedFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "the selected version"),
    field("message", FieldType::kText, "what its authors advise"),
};
constexpr RecordShape kDeprecatedShape{"deprecated", kDeprecatedFields};

constexpr FieldShape kOutdatedFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion, "the selected version"),
    field("newest", FieldType::kVersion, "the newest version"),
    field("direct", FieldType::kFlag,
          "some go.mod requires the module without // indirect"),
};
constexpr RecordShape kOutdatedShape{"outdated", kOutdatedFields};

constexpr FieldShape kDriftFields[] = {
    records("below_selected", kBelowSelectedShape,
            "go.mod lines that require less than is selected, in the order of "
            "the lines"),
    optional_record("go_line", kGoLineShape,
                    "which dependencies keep the go line from being lower; "
                    "null: none does"),
    records("cross_module_drift", kCrossModuleDriftShape,
            kCrossModuleDriftSays),
    records("prerelease_selected", kPrereleaseShape,
            "modules with a pre-release or pseudo-version selected although a "
            "release is required; by path"),
    records("split_majors", kSplitMajorShape,
            "modules in the build list at several major versions"),
    records("replaced", kReplacedShape,
            "modules that a replace line has built from something else than "
            "the selected version; by path"),
    records("drift", kDriftingShape,
            "modules that are required at several versions, the farthest apart "
            "first, then direct ones, then by path"),
    optional_records("retracted", kRetractedShape,
                     "selected versions that their authors retracted; null "
                     "without --list"),
    optional_records("deprecated", kDeprecatedShape,
                     "selected modules that their authors deprecated; null "
                     "without --list"),
    optional_records("outdated", kOutdatedShape,
                     "selected modules with a newer version, direct ones "
                     "first; null without --list"),
};

std::string_view name_of_distance(VersionDistance distance) {
  switch (distance) {
    case VersionDistance::kNone:
      return "none";
    case VersionDistance::kPrerelease:
      return "prerelease";
    case VersionDistance::kPseudo:
      return "pseudo";
    case VersionDistance::kPatch:
      return "patch";
    case VersionDistance::kMinor:
      return "minor";
    case VersionDistance::kMajor:
      return "major";
  }
  return "";
}

class DriftWriter {
 public:
  DriftWriter(const Project& project, const Analysis& analysis,
              RecordWriter& out)
      : project_(project),
        graph_(project.graph),
        analysis_(analysis),
        lines_(project.manifests),
        out_(out) {}

  void write() {
    const Project* const builds[] = {&project_};
    const auto mains = cross_module_rows(builds, analysis_.cross_module_drift);
    const auto replaced = replaced_modules();
    if (!is_known())
      out_.remark(project_.resolved
                      ? "not known: which versions dependencies require (no "
                        "go.mod of theirs was read)"
                      : "not known: which versions are required (no "
                        "requirement graph was read)");
    else if (analysis_.drift.empty() && mains.empty() && replaced.empty() &&
             analysis_.below_selected.empty())
      out_.remark("no drift: every module is required at one version");
    below_selected();
    go_line();
    put_cross_module_drift(out_, "cross_module_drift", mains);
    prerelease_selected();
    split_majors();
    put_replaced(replaced);
    drift();
    updates();
  }

 private:
  // Whether the graph shows what dependencies require.
  bool is_known() const {
    return project_.has_graph_text && are_dependencies_read(project_);
  }

  // Selected modules that something else is built for.
  std::vector<ListedModule> replaced_modules() const {
    std::vector<ListedModule> out =
        project_.resolved ? *project_.resolved
                          : listed_modules(graph_, project_.manifests);
    std::erase_if(out, [](const ListedModule& m) { return !m.replaced_by; });
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return a.node < b.node; });
    return out;
  }

  void put_replaced(const std::vector<ListedModule>& modules) {
    out_.list("replaced", {.title = "replaced: something else is built"},
              modules, [&](const ListedModule& m) {
                const auto line = replace_line(project_, m.node);
                const bool is_folder = m.replaced_by->version.empty();
                out_.say(line && is_folder ? "{location}: {module} {version}, "
                                             "{replaced_by.path} is built"
                         : line            ? "{location}: {module} {version}, "
                                             "{replaced_by.path} {replaced_by.version} is "
                                             "built"
                         : is_folder       ? "{module} {version}, "
                                             "{replaced_by.path} is built"
                                           : "{module} {version}, "
                                             "{replaced_by.path} "
                                             "{replaced_by.version} is built");
                out_.module_and_version(ref_of(graph_, m.node));
                put_replaced_by(out_, "replaced_by", m.replaced_by);
                out_.location("location", line);
              });
  }

  void below_selected() {
    out_.list(
        "below_selected", {.title = "go.mod lines below the selected version"},
        analysis_.below_selected, [&](const LineBelowSelected& line) {
          const Manifest& manifest = project_.manifests[line.manifest];
          const Requirement& required = line.requirement;
          out_.say(line.selected_by.empty()
                       ? "{location}: {module} {version}, {selected} is "
                         "selected"
                       : "{location}: {module} {version}, {selected} is "
                         "selected, required by {required_by}");
          out_.module("module", required.module.path);
          out_.version("version", required.module.version);
          out_.version("selected", graph_.version(line.selected));
          put_vertices(out_, "required_by", graph_, line.selected_by);
          out_.location("location", Place{manifest.file, required.where.line,
                                          required.where.column});
        });
  }

  void go_line() {
    const auto& go = analysis_.forced_go;
    if (!go) return out_.unknown("go_line");
    out_.record("go_line", [&] {
      out_.say(go->own.empty()
                   ? "go {lowest} or later is required by {required_by}"
               : go->raised ? "the go line {own} will be raised to {lowest}, "
                              "required by {required_by}"
                            : "the go line cannot be lower than "
                              "{lowest}, required by {required_by}");
      if (go->own.empty())
        out_.unknown("own");
      else
        out_.text("own", go->own);
      out_.text("lowest", go->forced);
      out_.flag("raised", go->raised);
      put_vertices(out_, "required_by", graph_, go->by);
    });
  }

  void prerelease_selected() {
    out_.list("prerelease_selected",
              {.title = "pre-releases and pseudo-versions selected over a "
                        "release"},
              analysis_.prerelease_selected,
              [&](const PrereleaseSelected& early) {
                out_.say(
                    "{module} {selected} over {release}, required by "
                    "{required_by}");
                out_.module("module", graph_.path(early.selected));
                out_.version("selected", graph_.version(early.selected));
                out_.version("release", graph_.version(early.release));
                put_vertices(out_, "required_by", graph_, early.selected_by);
              });
  }

  void split_majors() {
    out_.list("split_majors",
              {.title = "modules selected at several major versions"},
              analysis_.split_majors, [&](const SplitMajor& split) {
                out_.say(split.same_major_twice
                             ? "{modules} (the same major version twice)"
                             : "{modules}");
                out_.begin_list("modules");
                for (const ModuleId m : split.modules)
                  out_.module_version({}, ref_of(graph_, graph_.selected(m)));
                out_.end_list();
                out_.flag("same_major_twice", split.same_major_twice);
              });
  }

  bool is_direct(NodeId n) const {
    return has_direct_line(lines_, graph_.path(n));
  }

  // A version that is required, and by what. The graph need not have it: a line
  // of go.mod that the go command would raise.
  struct Row {
    std::string_view version;
    std::vector<NodeId> by;
  };
  struct Rows {
    NodeId selected{};
    std::vector<Row> required;  // ascending
    VersionDistance distance{};
    bool direct = false;
  };

  VersionDistance distance_of(const Rows& rows, const Row& row) const {
    return graph_.is_main(rows.selected)
               ? VersionDistance::kNone
               : version_distance(row.version, graph_.version(rows.selected));
  }

  void add_requirer(std::vector<Row>& rows, std::string_view version,
                    NodeId by) const {
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
      return row.version == version;
    });
    if (at == rows.end()) {
      rows.push_back({version, {by}});
    } else if (std::find(at->by.begin(), at->by.end(), by) == at->by.end()) {
      at->by.push_back(by);
      std::sort(at->by.begin(), at->by.end(), [&](NodeId a, NodeId b) {
        return graph_.name(a) < graph_.name(b);
      });
    }
  }

  // What our lines say where the graph has what became of them.
  void add_written(std::map<ModuleId, Rows>& modules) const {
    for (const LineBelowSelected& line : analysis_.below_selected) {
      const ModuleVersion& required = line.requirement.module;
      Rows& rows = modules[graph_.module_of(line.selected)];
      rows.selected = line.selected;
      if (rows.required.empty())
        rows.required.push_back(
            {graph_.version(line.selected), line.selected_by});
      std::erase(rows.required.back().by, line.main);
      add_requirer(rows.required, required.version, line.main);
      std::stable_sort(rows.required.begin(), rows.required.end(),
                       [](const Row& a, const Row& b) {
                         return compare_semver(a.version, b.version) < 0;
                       });
    }
  }

  std::vector<Rows> drifting() const {
    std::map<ModuleId, Rows> modules;
    for (const Drift& d : analysis_.drift) {
      Rows& rows = modules[d.module];
      rows.selected = d.selected;
      for (const RequiredVersion& r : d.required)
        rows.required.push_back(
            {graph_.version(r.version), {r.by.begin(), r.by.end()}});
    }
    add_written(modules);
    std::vector<Rows> out;
    for (auto& [module, rows] : modules) {
      rows.distance = distance_of(rows, rows.required.front());
      rows.direct = is_direct(rows.selected);
      out.push_back(std::move(rows));
    }
    std::stable_sort(out.begin(), out.end(), [](const Rows& a, const Rows& b) {
      return std::pair(a.distance, a.direct) > std::pair(b.distance, b.direct);
    });
    return out;
  }

  // As a table: the columns say how far apart, and who decided.
  void drift() {
    out_.list("drift",
              {.title = "modules required at several versions, the farthest "
                        "apart first",
               .columns = {"module", "distance", "lowest", "selected",
                           "required_by"}},
              drifting(), [&](const Rows& rows) { put_drift(rows); });
  }

  void put_drift(const Rows& rows) {
    const std::string_view selected = ref_of(graph_, rows.selected).version;
    const bool decided = rows.required.back().version == selected;
    out_.module("module", graph_.path(rows.selected));
    out_.text("distance", name_of_distance(rows.distance));
    out_.version("lowest", rows.required.front().version);
    out_.version(
        "next_lower",
        rows.required[rows.required.size() - (decided ? 2 : 1)].version);
    out_.version("selected", selected);
    put_vertices(out_, "required_by", graph_,
                 decided ? rows.required.back().by : std::vector<NodeId>());
    out_.flag("direct", rows.direct);
    out_.list("required", {}, rows.required, [&](const Row& row) {
      out_.version("version", row.version);
      out_.text("distance", name_of_distance(distance_of(rows, row)));
      put_vertices(out_, "required_by", graph_, row.by);
    });
  }

  void updates() {
    if (project_.module_info.empty()) {
      for (const char* key : {"retracted", "deprecated", "outdated"})
        out_.unknown(key);
      return out_.remark(
          "not known without `go list -m -u -json all` (--list FILE): "
          "retracted, deprecated and outdated modules");
    }
    const ListedUpdates& updates = analysis_.updates;
    out_.list("retracted", {.title = "retracted by their authors"},
              updates.retracted, [&](const ListedFact& fact) {
                out_.say("{module} {version}: {rationales}");
                out_.module_and_version(ref_of(graph_, fact.node));
                out_.texts("rationales",
                           project_.module_info[fact.row].retracted);
              });
    out_.list("deprecated", {.title = "deprecated by their authors"},
              updates.deprecated, [&](const ListedFact& fact) {
                out_.say("{module} {version}: {message}");
                out_.module_and_version(ref_of(graph_, fact.node));
                out_.text("message", project_.module_info[fact.row].deprecated);
              });
    outdated();
  }

  void outdated() {
    std::vector<ListedFact> rows = analysis_.updates.outdated;
    std::stable_partition(
        rows.begin(), rows.end(),
        [&](const ListedFact& fact) { return is_direct(fact.node); });
    out_.list("outdated",
              {.title = "modules with a newer version",
               .columns = {"module", "version", "newest"}},
              rows, [&](const ListedFact& fact) {
                out_.module_and_version(ref_of(graph_, fact.node));
                out_.version("newest",
                             project_.module_info[fact.row].update->version);
                out_.flag("direct", is_direct(fact.node));
              });
  }

  const Project& project_;
  const ModuleGraph& graph_;
  const Analysis& analysis_;
  RequirementLines lines_;
  RecordWriter& out_;
};

}  // namespace

constexpr DocumentShape kDriftShape{
    "drift",
    "Which versions are required, and which are selected?",
    {"drift", kDriftFields},
    "drift"};

Document drift_document(const Project& project, const Analysis& analysis) {
  return Document(kDriftShape, [&](RecordWriter& out) {
    DriftWriter(project, analysis, out).write();
  });
}

}  // namespace modgraph

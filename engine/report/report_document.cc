#include "engine/report/report_document.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/report/answers/leaves.h"
#include "engine/report/answers/suggested_fix.h"
#include "engine/report/module_figures.h"
#include "engine/report/vertex_names.h"

namespace modgraph {
namespace {

constexpr FieldShape kToolFields[] = {
    field("name", FieldType::kText, "modgraph"),
    field("version", FieldType::kText, "its version"),
};
constexpr RecordShape kToolShape{"tool", kToolFields};

constexpr FieldShape kInputFields[] = {
    field("kind", FieldType::kText,
          "graph, mod, work, list, packages or timings"),
    field("path", FieldType::kText,
          "as findings name it; - for standard input"),
    field("sha256", FieldType::kText, "of its bytes, in hexadecimal"),
};
constexpr RecordShape kInputShape{"input", kInputFields};

constexpr FieldShape kSettingsFields[] = {
    field("file", FieldType::kText, "where they stand"),
    field("sha256", FieldType::kText, "of its bytes, in hexadecimal"),
    list_of("sets", FieldType::kText, "what they set, as \"fail-on: note\""),
    list_of("ignored", FieldType::kText,
            "what is not followed: settings of a repository only tighten the "
            "gate, and the command line wins"),
};
constexpr RecordShape kSettingsShape{"settings", kSettingsFields};

constexpr FieldShape kPolicyFields[] = {
    field("from", FieldType::kText,
          "whose settings counted, as \"main:.modgraph.yaml\"; null for none"),
    field("digest", FieldType::kText,
          "SHA-256 of their bytes, in hexadecimal; null for none"),
};
constexpr RecordShape kPolicyShape{"policy", kPolicyFields};

constexpr FieldShape kVerdictFields[] = {
    field("base", FieldType::kText,
          "the revision that findings are compared with"),
    field("base_commit", FieldType::kText, "its commit"),
    field("new", FieldType::kCount, "the base does not have them"),
    field("fixed", FieldType::kCount, "the base has them alone"),
    field("known", FieldType::kCount, "both have them"),
    field("unknown", FieldType::kCount,
          "the base lacks go.mod files that would tell"),
};
constexpr RecordShape kVerdictShape{"verdict", kVerdictFields};

constexpr FieldShape kLevelFields[] = {
    field("error", FieldType::kCount, "findings of level error"),
    field("warning", FieldType::kCount, "findings of level warning"),
    field("note", FieldType::kCount, "findings of level note"),
};
constexpr RecordShape kLevelShape{"levels", kLevelFields};

constexpr FieldShape kCountFields[] = {
    field("modules", FieldType::kCount,
          "modules of the build list, main modules included"),
    field("module_versions", FieldType::kCount,
          "vertices of the requirement graph without go and toolchain"),
    optional_field("requirements", FieldType::kCount,
                   "distinct edges between those; null when only a module list "
                   "was given"),
    optional_field("held_by_unselected", FieldType::kCount,
                   "modules that only versions that are not selected require; "
                   "null when only a module list was given"),
    record_field("findings", kLevelShape, "how many of each level"),
};
constexpr RecordShape kCountShape{"counts", kCountFields};

constexpr FieldShape kRelatedFields[] = {
    field("message", FieldType::kText, "what is there"),
    field("location", FieldType::kLocation, "where"),
};
constexpr RecordShape kRelatedShape{"related_location", kRelatedFields};

constexpr FieldShape kSuppressionFields[] = {
    field("by", FieldType::kText,
          "config, comment or baseline; base: the base has it too; unknown: "
          "whether it has is not known"),
    field("reason", FieldType::kText, "as its author gave it"),
};
constexpr RecordShape kSuppressionShape{"suppression", kSuppressionFields};

constexpr FieldShape kStatedRemovalFields[] = {
    field("removes", FieldType::kCount, "modules that would leave the build"),
    field("shown_by", FieldType::kCommand,
          "what shows them: its effect.removed has as many entries"),
};
constexpr RecordShape kStatedRemovalShape{"stated_removal",
                                          kStatedRemovalFields};

constexpr FieldShape kFindingFields[] = {
    field("rule", FieldType::kText, "the code of the rule, MG2001"),
    field("name", FieldType::kText, "its name, version-drift"),
    field("level", FieldType::kText, "error, warning or note"),
    field("message", FieldType::kText, "one sentence without a full stop"),
    records("subjects", kModuleShape, "the modules that it is about"),
    optional_field("location", FieldType::kLocation,
                   "where to look; null where there is no place"),
    records("related", kRelatedShape, "other places that it is about"),
    lists_of("witness", FieldType::kModuleVersion,
             "chains of requirements that prove it"),
    list_of("notes", FieldType::kText, "more about it, a sentence each"),
    field("owner", FieldType::kText,
          "ours: an edit of a file of this repository ends it; dependency: "
          "not"),
    field("fingerprint", FieldType::kText,
          "its identity, unique in a run: no versions and no lines take part"),
    optional_record("suppressed", kSuppressionShape,
                    "who silenced it; null for nobody"),
    optional_record("measure", kStatedRemovalShape,
                    "a number that the message states; null without one"),
    records("suggestions", kSuggestedFixShape,
            "edits that make it go away, each one tried; the best first"),
};

// The same with the folders before it.
constexpr auto kSharedFindingFields = [] {
  std::array<FieldShape, std::size(kFindingFields) + 1> out{
      list_of("folders", FieldType::kText,
              "the folders that it was found in; empty: it is between them")};
  std::copy(std::begin(kFindingFields), std::end(kFindingFields),
            out.begin() + 1);
  return out;
}();

constexpr FieldShape kRequiredFields[] = {
    field("version", FieldType::kVersion, "a version that is required"),
    list_of("required_by", FieldType::kModuleVersion,
            "who requires it, selected or not; ascending"),
};
constexpr RecordShape kRequiredShape{"required_version", kRequiredFields};

// Findings of several folders that people are shown in an answer.
constexpr std::size_t kMaxShared = 200;

constexpr std::string_view kUnknownWithoutGraph =
    "null when only a module list was given";

constexpr FieldShape kModuleRowFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion,
          "the selected version; \"\" for a main module"),
    field("main", FieldType::kFlag, "it is a main module"),
    optional_field("direct", FieldType::kFlag,
                   "a go.mod of ours requires it without // indirect; null "
                   "without a go.mod"),
    optional_field("indirect_comment", FieldType::kFlag,
                   "a go.mod of ours requires it with // indirect; null "
                   "without a go.mod"),
    optional_field("written", FieldType::kVersion,
                   "the version that the first of our go.mod lines requires, "
                   "as it is written; null: no line requires the module"),
    optional_record("replaced_by", kReplacedByShape,
                    "what is built in its place; null when it is not replaced"),
    optional_field("loaded", FieldType::kFlag,
                   "its requirements are in the graph; null where the graph "
                   "cannot tell"),
    optional_records("required", kRequiredShape,
                     "the versions that are required, ascending"),
    optional_list_of("required_by", FieldType::kModuleVersion,
                     "who requires the selected version"),
    optional_field("dependencies", FieldType::kCount,
                   "modules that the selected version requires"),
    optional_field("dependents", FieldType::kCount,
                   "modules whose selected versions require it"),
    optional_field("reaches", FieldType::kCount,
                   "modules that it requires through others too; null above "
                   "the limit of work, which --reach exact lifts"),
    optional_field("reached_by", FieldType::kCount,
                   "modules that require it through others too; null likewise"),
    optional_field("exclusive", FieldType::kCount,
                   "modules that only it brings in, itself included; null when "
                   "no main module reaches it"),
    optional_field("exclusive_deep", FieldType::kCount,
                   "the same, with the requirements that pruning left out; "
                   "null where they are not known"),
    optional_field("slack", FieldType::kCount,
                   "by how many modules a chain through it is shorter than the "
                   "longest; null when no main module reaches it"),
    optional_field("bytes", FieldType::kBytes,
                   "the size of its archive in the module cache, else of its "
                   "folder; null: not known"),
};
constexpr RecordShape kModuleRowShape{"module_row", kModuleRowFields};

constexpr FieldShape kCycleRowFields[] = {
    field("class", FieldType::kText, "version, selected or path"),
    list_of("members", FieldType::kModuleVersion,
            "exact versions in class version, else module paths; ascending"),
    list_of("shortest_cycle", FieldType::kModuleVersion,
            "ends where it begins; spelled as the members are"),
    field("shortest_is_exact", FieldType::kFlag,
          "false: the component is too large to search all of it"),
    records("feedback_arc_set", kEdgeShape,
            "requirements; without them no cycle is left in the component"),
    field("feedback_arc_set_is_minimum", FieldType::kFlag,
          "false: fewer may do"),
};
constexpr RecordShape kCycleRowShape{"cycle", kCycleRowFields};

constexpr FieldShape kCriticalPathFields[] = {
    field("weight", FieldType::kText, "modules: each weighs one"),
    field("length", FieldType::kCount, "the weight of the chain"),
    lists_of("path", FieldType::kModule,
             "strongly connected components from a main module on, each with "
             "its modules"),
};
constexpr RecordShape kCriticalPathShape{"critical_path", kCriticalPathFields};

constexpr FieldShape kReportFields[] = {
    record_field("tool", kToolShape, "what wrote the report"),
    records("inputs", kInputShape, "what was read"),
    list_of("main_modules", FieldType::kModule, "the main modules"),
    field("partial", FieldType::kFlag, "some answers may be incomplete"),
    list_of("partial_because", FieldType::kText,
            "why; empty when they are not"),
    optional_record("settings", kSettingsShape,
                    "the settings that were read; null for none"),
    optional_record("policy", kPolicyShape,
                    "under which policy new findings were told from known "
                    "ones; null without a base"),
    optional_record("verdict", kVerdictShape,
                    "how many findings that count are new; null without a "
                    "base"),
    record_field("counts", kCountShape, "how much there is"),
    records("findings", kFindingShape,
            "by level descending, then by rule and subjects"),
    records("modules", kModuleRowShape, "the build list, in its order"),
    records("cycles", kCycleRowShape,
            "strongly connected components with a cycle, by class"),
    optional_record("critical_path", kCriticalPathShape, kUnknownWithoutGraph),
};

void put_settings(RecordWriter& out, const SettingsUsed& settings) {
  out.text("file", settings.file);
  out.text("sha256", settings.sha256);
  out.texts("sets", settings.sets);
  out.texts("ignored", settings.ignored);
}

void put_policy(RecordWriter& out, const GateUsed& gate) {
  if (gate.policy_from.empty()) {
    out.unknown("from");
    out.unknown("digest");
  } else {
    out.text("from", gate.policy_from);
    out.text("digest", gate.digest);
  }
}

void put_verdict(RecordWriter& out, const GateUsed& gate) {
  out.text("base", gate.base);
  out.text("base_commit", gate.base_commit);
  out.count("new", gate.verdict.added);
  out.count("fixed", gate.verdict.fixed);
  out.count("known", gate.verdict.known);
  out.count("unknown", gate.verdict.unknown);
}

class ReportRows {
 public:
  explicit ReportRows(const Report& report)
      : report_(report), graph_(report.graph), names_(report.graph) {}

  void put_head(RecordWriter& out) const {
    out.record("tool", [&] {
      out.text("name", "modgraph");
      out.text("version", report_.tool_version);
    });
    out.list("inputs", {}, report_.inputs, [&](const InputDigest& input) {
      out.text("kind", input.kind);
      out.text("path", input.path);
      out.text("sha256", input.sha256);
    });
    out.begin_list("main_modules");
    for (const std::string& path : report_.main_modules) out.module({}, path);
    out.end_list();
    out.flag("partial", report_.partial());
    out.texts("partial_because", report_.partial_because);
    if (report_.settings)
      out.record("settings", [&] { put_settings(out, *report_.settings); });
    else
      out.unknown("settings");
    put_gate(out);
    put_counts(out);
  }

  void put_gate(RecordWriter& out) const {
    if (report_.gate) {
      out.record("policy", [&] { put_policy(out, *report_.gate); });
      out.record("verdict", [&] { put_verdict(out, *report_.gate); });
    } else {
      out.unknown("policy");
      out.unknown("verdict");
    }
  }

  void put_module(RecordWriter& out, const ModuleRow& m) const {
    out.module_and_version({graph_.path(m.module), graph_.version(m.selected)});
    out.flag("main", m.main);
    out.flag("direct", m.direct);
    out.flag("indirect_comment", m.indirect_comment);
    m.written ? out.version("written", *m.written) : out.unknown("written");
    put_replaced_by(out, "replaced_by", m.replaced_by.get());
    out.flag("loaded", m.opened);
    put_required(out, m);
    const ModuleFigures figures = figures_of(report_, m.module);
    graph_count(out, "dependencies", figures.dependencies);
    graph_count(out, "dependents", figures.dependents);
    graph_count(out, "reaches", figures.reaches);
    graph_count(out, "reached_by", figures.reached_by);
    graph_count(out, "exclusive", figures.exclusive);
    graph_count(out, "exclusive_deep", figures.exclusive_deep);
    graph_count(out, "slack", figures.slack);
    out.bytes("bytes", m.bytes);
  }

  void put_cycle(RecordWriter& out, const CyclicComponent& c) const {
    out.text("class", cycle_class_name(c.cycle_class));
    put_vertices(out, "members", c.members, c.cycle_class);
    put_vertices(out, "shortest_cycle", c.shortest_cycle, c.cycle_class);
    out.flag("shortest_is_exact", c.shortest_is_exact);
    out.elements("feedback_arc_set", {},
                 {c.feedback_arcs.size(), work(), true, true,
                  [this, &c](RecordWriter& to, std::size_t at) {
                    const Edge<NodeId>& edge = c.feedback_arcs[at];
                    put_name(to, "from", edge.from);
                    put_name(to, "to", edge.to);
                  }});
    out.flag("feedback_arc_set_is_minimum", c.feedback_is_minimum);
  }

  void put_critical_path(RecordWriter& out) const {
    if (!report_.requirements_known) return out.unknown("critical_path");
    const CriticalPath& p = report_.critical_path;
    out.record("critical_path", [&] {
      out.text("weight", "modules");
      out.count("length", p.length);
      out.begin_list("path");
      for (const std::span<const ModuleId> component : p.path) {
        out.begin_list({});
        for (const ModuleId m : component) out.module({}, graph_.path(m));
        out.end_list();
      }
      out.end_list();
    });
  }

  std::size_t work() const { return graph_.requirements().edge_count(); }

 private:
  void put_counts(RecordWriter& out) const {
    const Counts& c = report_.counts;
    const auto of = [&](Level level) {
      return c.findings[static_cast<std::size_t>(level)];
    };
    out.record("counts", [&] {
      out.count("modules", c.modules);
      out.count("module_versions", c.module_versions);
      graph_count(out, "requirements", c.requirements);
      graph_count(out, "held_by_unselected", c.held_by_unselected);
      out.record("findings", [&] {
        out.count("error", of(Level::kError));
        out.count("warning", of(Level::kWarning));
        out.count("note", of(Level::kNote));
      });
    });
  }

  // A number of the requirement graph: unknown when only a list was given.
  void graph_count(RecordWriter& out, std::string_view key,
                   std::optional<std::uint64_t> n) const {
    report_.requirements_known ? out.count(key, n) : out.unknown(key);
  }

  void put_required(RecordWriter& out, const ModuleRow& m) const {
    if (!report_.requirements_known) {
      out.unknown("required");
      out.unknown("required_by");
      return;
    }
    out.begin_list("required");
    for (const NodeId version : graph_.versions(m.module)) {
      if (graph_.requirers(version).empty()) continue;
      out.begin_record({});
      out.version("version", graph_.version(version));
      put_requirers(out, version);
      out.end_record();
    }
    out.end_list();
    put_requirers(out, m.selected);
  }

  void put_requirers(RecordWriter& out, NodeId version) const {
    out.known_names("required_by", report_.requirers.row(version), names_);
  }

  // A cycle can have as many vertices as the graph.
  void put_vertices(RecordWriter& out, std::string_view key,
                    const std::vector<NodeId>& nodes, CycleClass cls) const {
    // Only version cycles are about exact versions.
    const bool exact = cls == CycleClass::kVersion;
    const auto write = [this, &nodes, exact](RecordWriter& to, std::size_t i) {
      if (exact)
        put_name(to, {}, nodes[i]);
      else
        to.module_version({}, ModuleRef{graph_.path(nodes[i]), {}});
    };
    out.elements(key, {}, {nodes.size(), work(), false, true, write});
  }

  void put_name(RecordWriter& out, std::string_view key, NodeId n) const {
    out.known_name(key, names_[n], names_.are_plain());
  }

  const Report& report_;
  const ModuleGraph& graph_;
  const VertexNames names_;
};

}  // namespace

constexpr RecordShape kFindingShape{"finding", kFindingFields};

constexpr RecordShape kSharedFindingShape{"shared_finding",
                                          kSharedFindingFields};

constexpr DocumentShape kReportShape{
    "report",
    "What is wrong with the requirement graph of a build, and all about it",
    {"report", kReportFields},
    "findings"};

void put_finding(RecordWriter& out, const Finding& f) {
  out.text("rule", f.rule->code);
  out.text("name", f.rule->name);
  out.text("level", level_name(f.level));
  out.text("message", f.message);
  out.list("subjects", {}, f.subjects, [&](const Subject& s) {
    out.module_and_version({s.module, s.version});
  });
  f.location ? out.location("location", place_of(*f.location))
             : out.unknown("location");
  out.list("related", {}, f.related, [&](const RelatedLocation& r) {
    out.text("message", r.message);
    out.location("location", place_of(r.location));
  });
  out.begin_list("witness");
  for (const NameChain& chain : f.witness) out.module_versions({}, chain);
  out.end_list();
  out.texts("notes", f.notes);
  out.text("owner", owner_name(f.owner));
  out.text("fingerprint", f.fingerprint);
  if (f.suppressed)
    out.record("suppressed", [&] {
      out.text("by", f.suppressed->by);
      out.text("reason", f.suppressed->reason);
    });
  else
    out.unknown("suppressed");
  if (f.measure)
    out.record("measure", [&] {
      out.count("removes", f.measure->removes);
      out.command("shown_by", f.measure->shown_by);
    });
  else
    out.unknown("measure");
  out.list("suggestions", {}, f.suggestions,
           [&](const SuggestedFix& fix) { put_suggested_fix(out, fix, true); });
}

void put_findings(RecordWriter& out, std::string_view key,
                  std::span<const Finding> findings) {
  out.elements(key, {},
               {findings.size(), 100 * findings.size(), true, true,
                [findings](RecordWriter& to, std::size_t i) {
                  put_finding(to, findings[i]);
                }});
}

void put_shared_findings(RecordWriter& out, std::string_view key,
                         std::span<const Finding> findings) {
  out.list(key, {.max_shown = kMaxShared}, findings, [&](const Finding& f) {
    const bool shared = f.folders && f.folders->size() > 1;
    out.say(!f.location ? "{level} {rule} {name}: {message}"
            : shared ? "{level} {rule} {name}: {message} (in {folders}; first "
                       "at {location})"
                     : "{level} {rule} {name}: {message} ({location})");
    if (f.folders)
      out.texts("folders", *f.folders);
    else
      out.texts("folders", std::vector<std::string>());
    put_finding(out, f);
  });
}

void put_report(RecordWriter& out, const Report& report) {
  const auto rows = std::make_shared<ReportRows>(report);
  rows->put_head(out);
  put_findings(out, "findings", report.findings);
  out.elements("modules", {},
               {report.modules.size(), rows->work(), true, true,
                [rows, &report](RecordWriter& to, std::size_t i) {
                  rows->put_module(to, report.modules[i]);
                }});
  out.elements("cycles", {},
               {report.cycles.size(), rows->work(), true, true,
                [rows, &report](RecordWriter& to, std::size_t i) {
                  rows->put_cycle(to, report.cycles[i]);
                }});
  rows->put_critical_path(out);
}

Document report_document(const Report& report) {
  return Document(kReportShape,
                  [&](RecordWriter& out) { put_report(out, report); });
}

}  // namespace modgraph

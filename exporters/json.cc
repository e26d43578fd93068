#include "exporters/json.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/json_text.h"
#include "exporters/quoted_names.h"
#include "exporters/suggest.h"
#include "exporters/text_pieces.h"

namespace modgraph {
namespace {

class JsonReport {
 public:
  JsonReport(const Report& report, const QuotedNames& names, Sink& out)
      : report_(report), graph_(report.graph), names_(names), out_(out) {}

  void write() {
    out_.put("{\n\"schema_version\": 1,\n\"tool\": {\"name\": \"modgraph\", ");
    key("version").string(report_.tool_version);
    out_.put("},\n\"inputs\": ");
    list(report_.inputs, [&](const InputDigest& input) { this->input(input); });
    out_.put(",\n\"main_modules\": ");
    list(report_.main_modules, [&](const std::string& m) { string(m); });
    out_.put(",\n\"partial\": ").put(report_.partial() ? "true" : "false");
    out_.put(",\n\"partial_because\": ");
    list(report_.partial_because, [&](const std::string& s) { string(s); });
    out_.put(",\n\"counts\": ");
    counts();
    out_.put(",\n\"findings\": ");
    rows(report_.findings, &JsonReport::finding);
    out_.put(",\n\"modules\": ");
    rows(report_.modules, &JsonReport::module);
    out_.put(",\n\"cycles\": ");
    rows(report_.cycles, &JsonReport::cycle);
    out_.put(",\n\"critical_path\": ");
    critical_path();
    out_.put("\n}\n");
  }

  void write_findings(const std::vector<Finding>& findings) {
    rows(findings, &JsonReport::finding);
  }

  void write_lines() {
    for (const Finding& f : report_.findings) {
      finding(f);
      out_.put('\n');
    }
  }

 private:
  // Small verbs, so that the shape of the report can be read below.
  JsonReport& key(std::string_view name) {
    out_.put('"');
    out_.put(name);
    out_.put("\": ");
    return *this;
  }
  JsonReport& next(std::string_view name) {
    out_.put(", ");
    return key(name);
  }
  void string(std::string_view text) { put_json_string(out_, text); }
  void number(std::uint64_t n) { out_.put_number(n); }
  void boolean(bool b) { out_.put(b ? "true" : "false"); }
  template <class T, class Put>
  void or_null(const T& value, Put put) {
    if (value)
      put(*value);
    else
      out_.put("null");
  }
  void boolean_or_null(std::optional<bool> b) {
    or_null(b, [&](bool value) { boolean(value); });
  }
  // A number of the requirement graph: unknown when only a list was given.
  template <class T>
  void graph_number(std::optional<T> n) {
    if (report_.requirements_known && n)
      number(*n);
    else
      out_.put("null");
  }

  template <class Items, class Put>
  void list(const Items& items, Put put) {
    out_.put('[');
    Separator comma;
    for (const auto& item : items) {
      comma.put(out_);
      put(item);
    }
    out_.put(']');
  }
  // The same for lists as long as the graph.
  template <class Put>
  void long_list(std::size_t count, std::string_view before, Put put) {
    put_in_pieces(out_, graph_.requirements().edge_count(), count,
                  [&](Sink& out, std::size_t begin, std::size_t end) {
                    JsonReport writer(report_, names_, out);
                    for (std::size_t i = begin; i < end; ++i) {
                      if (i > 0) out.put(',');
                      out.put(before);
                      put(writer, i);
                    }
                  });
  }
  // One item per line.
  template <class Item>
  void rows(const std::vector<Item>& items,
            void (JsonReport::*put)(const Item&)) {
    out_.put('[');
    long_list(items.size(), "\n  ", [&](JsonReport& writer, std::size_t i) {
      (writer.*put)(items[i]);
    });
    out_.put(items.empty() ? "]" : "\n]");
  }

  void input(const InputDigest& input) {
    out_.put('{');
    key("kind").string(input.kind);
    next("path").string(input.path);
    next("sha256").string(input.sha256);
    out_.put('}');
  }

  void counts() {
    const Counts& c = report_.counts;
    out_.put('{');
    key("modules").number(c.modules);
    next("module_versions").number(c.module_versions);
    next("requirements").graph_number(std::optional(c.requirements));
    next("held_by_unselected")
        .graph_number(std::optional(c.held_by_unselected));
    next("findings");
    out_.put('{');
    key("error").number(c.findings[index_of(Level::kError)]);
    next("warning").number(c.findings[index_of(Level::kWarning)]);
    next("note").number(c.findings[index_of(Level::kNote)]);
    out_.put("}}");
  }

  static std::size_t index_of(Level level) {
    return static_cast<std::size_t>(level);
  }

  void finding(const Finding& f) {
    out_.put('{');
    key("rule").string(f.rule->code);
    next("name").string(f.rule->name);
    next("level").string(level_name(f.level));
    next("message").string(f.message);
    next("subjects");
    list(f.subjects, [&](const Subject& s) {
      out_.put('{');
      key("module").string(s.module);
      next("version").string(s.version);
      out_.put('}');
    });
    next("location");
    or_null(f.location, [&](const Location& l) { location(l); });
    next("related");
    list(f.related, [&](const RelatedLocation& r) {
      out_.put('{');
      key("message").string(r.message);
      next("location");
      location(r.location);
      out_.put('}');
    });
    next("witness");
    list(f.witness, [&](const NameChain& chain) {
      list(chain, [&](std::string_view name) { string(name); });
    });
    next("notes");
    list(f.notes, [&](const std::string& note) { string(note); });
    next("owner").string(owner_name(f.rule->owner));
    next("fingerprint").string(f.fingerprint);
    next("suppressed");
    or_null(f.suppressed, [&](const Suppression& s) {
      out_.put('{');
      key("by").string(s.by);
      next("reason").string(s.reason);
      out_.put('}');
    });
    next("suggestions");
    list(f.suggestions,
         [&](const SuggestedFix& s) { put_json_suggestion(out_, s, true); });
    out_.put('}');
  }

  void location(const Location& l) {
    out_.put('{');
    key("file").string(l.file);
    next("line").number(static_cast<std::uint64_t>(l.line));
    next("column").number(static_cast<std::uint64_t>(l.column));
    out_.put('}');
  }

  void module(const ModuleRow& m) {
    out_.put('{');
    key("path").string(graph_.path(m.module));
    next("version").string(graph_.version(m.selected));
    next("main").boolean(m.main);
    next("direct").boolean_or_null(m.direct);
    next("indirect_comment").boolean_or_null(m.indirect_comment);
    next("replaced_by");
    or_null(m.replaced_by, [&](const ModuleVersion& r) {
      out_.put('{');
      key("path").string(r.path);
      next("version").string(r.version);
      out_.put('}');
    });
    next("opened").boolean_or_null(m.opened);
    next("requested");
    required(m.module);
    next("decided_by");
    if (report_.requirements_known)
      requirers(m.selected);
    else
      out_.put("null");
    next("dependencies").graph_number(std::optional(m.dependencies));
    next("dependents").graph_number(std::optional(m.dependents));
    next("reaches").graph_number(m.reaches);
    next("reached_by").graph_number(m.reached_by);
    next("exclusive").graph_number(m.exclusive);
    next("exclusive_deep").graph_number(m.exclusive_deep);
    next("slack").graph_number(m.slack);
    out_.put('}');
  }

  void required(ModuleId m) {
    if (!report_.requirements_known) {
      out_.put("null");
      return;
    }
    out_.put('[');
    Separator comma;
    for (NodeId version : graph_.versions(m)) {
      if (graph_.requirers(version).empty()) continue;
      comma.put(out_);
      out_.put('{');
      key("version").string(graph_.version(version));
      next("by");
      requirers(version);
      out_.put('}');
    }
    out_.put(']');
  }

  void requirers(NodeId version) {
    list(report_.requirers.row(version),
         [&](NodeId n) { out_.put(names_[n]); });
  }

  void cycle(const CyclicComponent& c) {
    // Only version cycles are about exact versions.
    const bool exact = c.cycle_class == CycleClass::kVersion;
    const auto names = [&](const std::vector<NodeId>& nodes) {
      out_.put('[');
      long_list(nodes.size(), {}, [&](JsonReport& writer, std::size_t i) {
        if (i > 0) writer.out_.put(' ');
        if (exact)
          writer.out_.put(names_[nodes[i]]);
        else
          writer.string(graph_.path(nodes[i]));
      });
      out_.put(']');
    };
    out_.put('{');
    key("class").string(cycle_class_name(c.cycle_class));
    next("members");
    names(c.members);
    next("shortest_loop");
    names(c.shortest_cycle);
    next("shortest_is_exact").boolean(c.shortest_is_exact);
    next("break");
    list(c.feedback_arcs, [&](const Edge<NodeId>& e) {
      out_.put('[');
      out_.put(names_[e.from]);
      out_.put(", ");
      out_.put(names_[e.to]);
      out_.put(']');
    });
    next("break_is_minimum").boolean(c.feedback_is_minimum);
    out_.put('}');
  }

  void critical_path() {
    if (!report_.requirements_known) {
      out_.put("null");
      return;
    }
    const CriticalPath& p = report_.critical_path;
    out_.put('{');
    key("weight").string("modules");
    next("length").number(p.length);
    next("path");
    list(p.path, [&](const std::vector<ModuleId>& component) {
      list(component, [&](ModuleId m) { string(graph_.path(m)); });
    });
    out_.put('}');
  }

  const Report& report_;
  const ModuleGraph& graph_;
  const QuotedNames& names_;
  Sink& out_;
};

}  // namespace

void write_json(const Report& report, Sink& out) {
  const QuotedNames names(report.graph);
  JsonReport(report, names, out).write();
}

void write_json_findings(const std::vector<Finding>& findings, Sink& out) {
  const Report none;
  const QuotedNames names(none.graph);
  JsonReport(none, names, out).write_findings(findings);
}

void write_ndjson(const Report& report, Sink& out) {
  const Report none;
  const QuotedNames names(none.graph);
  JsonReport(report, names, out).write_lines();
}

}  // namespace modgraph

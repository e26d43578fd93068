#include "exporters/findings/sarif.h"

#include <algorithm>
#include <string>

#include "engine/base/counted.h"
#include "engine/base/printable.h"
#include "engine/base/utf8.h"
#include "engine/findings/rule_page.h"
#include "engine/findings/rules.h"
#include "exporters/findings/finding_lines.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

// "version-drift" as services expect names: "VersionDrift".
std::string pascal_case(std::string_view name) {
  std::string out;
  bool first = true;
  for (const char c : name) {
    if (c != '-')
      out +=
          first && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    first = c == '-';
  }
  return out;
}

// Our texts say little with a first letter: "exact versions require ...".
std::string capitalised(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  if (!out.ends_with('.')) out += '.';
  return out;
}

// One paragraph instead of lines of a page.
std::string flowing(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool breaks = text[i] == '\n' && i + 1 < text.size() &&
                        text[i + 1] != '\n' && (i == 0 || text[i - 1] != '\n');
    out += breaks ? ' ' : text[i];
  }
  return out;
}

void put_sarif_rule(const Rule& rule, Sink& out) {
  const auto text = [&](std::string_view name, const std::string& value) {
    out.put(", \"").put(name).put("\": {\"text\": ");
    put_json_string(out, value);
  };
  out.put("{\"id\": ");
  put_json_string(out, rule.code);
  out.put(", \"name\": ");
  put_json_string(out, pascal_case(rule.name));
  text("shortDescription", capitalised(rule.says));
  out.put("}");
  text("fullDescription", capitalised(flowing(rule.explanation)));
  out.put("}");
  text("help", rule_text(rule));
  out.put(", \"markdown\": ");
  put_json_string(out, rule_page(rule));
  out.put("}, \"defaultConfiguration\": {\"level\": ");
  put_json_string(out,
                  rule.level == Level::kOff ? "none" : level_name(rule.level));
  out.put("}, \"properties\": {\"tags\": [\"go\", \"dependencies\"]}}");
}

// The list of reportingDescriptor objects, in the order of rules().
void put_sarif_rules(Sink& out) {
  out.put("[");
  for (const Rule& rule : rules()) {
    out.put(&rule == rules().data() ? "\n" : ",\n");
    put_sarif_rule(rule, out);
  }
  out.put("]");
}

constexpr std::size_t kMaxSteps = 100;

std::string_view sarif_level(Level level) { return level_name(level); }

class SarifRun {
 public:
  SarifRun(const Report& report, const SarifOptions& options, Sink& out)
      : report_(report), options_(options), out_(out) {}

  void write() {
    out_.put(
        "{\n\"$schema\": "
        "\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        "sarif-schema-2.1.0.json\",\n\"version\": \"2.1.0\",\n\"runs\": [{\n"
        "\"tool\": {\"driver\": {\"name\": \"modgraph\", \"version\": ");
    text(report_.tool_version);
    out_.put(", \"semanticVersion\": ");
    text(report_.tool_version);
    // A name, not an address: where the program lives is not its to know.
    out_.put(", \"informationUri\": \"urn:x-program:modgraph\"");
    out_.put(",\n\"rules\": ");
    put_sarif_rules(out_);
    out_.put(
        "}},\n\"columnKind\": \"unicodeCodePoints\",\n"
        "\"automationDetails\": {\"id\": \"modgraph/\"},\n"
        "\"originalUriBaseIds\": {\"SRCROOT\": {\"description\": "
        "{\"text\": \"The root of the repository.\"}}},\n");
    notifications();
    results();
    out_.put("}]\n}\n");
  }

 private:
  void text(std::string_view value) { put_json_string(out_, value); }
  // Text that services show as it is: nothing in it may act.
  void shown(std::string_view value) { text(printable(value)); }
  void message(std::string_view value) {
    out_.put("{\"text\": ");
    shown(value);
    out_.put("}");
  }
  void number(std::string_view name, int value) {
    out_.put("\"").put(name).put("\": ");
    out_.put_number(static_cast<std::uint64_t>(value));
  }

  // The most severe come first.
  std::size_t count_shown() const {
    const auto end =
        std::find_if(report_.findings.begin(), report_.findings.end(),
                     [&](const Finding& f) { return f.level < options_.show; });
    return static_cast<std::size_t>(end - report_.findings.begin());
  }

  // What is not in the results is said here.
  void notifications() {
    const std::size_t count = count_shown();
    const std::size_t left_out = count - std::min(count, options_.max_results);
    out_.put(
        "\"invocations\": [{\"executionSuccessful\": true, "
        "\"toolExecutionNotifications\": [");
    bool first = true;
    const auto notify = [&](std::string_view level, const std::string& why) {
      out_.put(first ? "" : ", ").put("{\"level\": \"").put(level);
      out_.put("\", \"message\": ");
      message(why);
      out_.put("}");
      first = false;
    };
    for (const std::string& why : report_.partial_because)
      notify("warning", "The report is partial: " + why + ".");
    if (report_.settings)
      notify("note", "Settings: " + settings_sentence(*report_.settings) + ".");
    if (report_.gate)
      notify("note", "Findings: " + gate_sentence(*report_.gate) + ".");
    if (left_out > 0)
      notify("warning", counted(left_out, "finding") +
                            " left out of this file; modgraph analyze -f json "
                            "lists them all.");
    out_.put("]}],\n");
  }

  void results() {
    out_.put("\"results\": [");
    const std::size_t count = std::min(count_shown(), options_.max_results);
    for (std::size_t i = 0; i < count && !out_.failed(); ++i) {
      out_.put(i == 0 ? "\n" : ",\n");
      result(report_.findings[i]);
    }
    out_.put("]\n");
  }

  void result(const Finding& f) {
    out_.put("{\"ruleId\": ");
    text(f.rule->code);
    out_.put(", ");
    number("ruleIndex", static_cast<int>(f.rule - rules().data()));
    out_.put(", \"level\": ");
    text(sarif_level(f.level));
    out_.put(", \"message\": ");
    out_.put("{\"text\": ");
    text(finding_paragraph(f) + ".");
    out_.put("}");
    out_.put(",\n \"locations\": [{");
    physical_location(f);
    out_.put("}]");
    related(f);
    code_flows(f);
    fixes(f);
    out_.put(",\n \"partialFingerprints\": {\"modgraph/v1\": ");
    text(f.fingerprint);
    out_.put("}");
    suppressions(f);
    out_.put("}");
  }

  // Files outside of the repository have no place below its root.
  void artifact(std::string_view file) {
    const bool inside = !file.starts_with('/');
    out_.put("\"artifactLocation\": {\"uri\": ");
    text((inside ? "" : "file://") + uri_path(file));
    out_.put(inside ? ", \"uriBaseId\": \"SRCROOT\"}" : "}");
  }

  void physical_location(const Finding& f) {
    const FindingPlace at = place_of(report_, f);
    out_.put("\"physicalLocation\": {");
    artifact(at.file);
    out_.put(", \"region\": {");
    number("startLine", at.line);
    out_.put(", ");
    number("startColumn", at.column);
    if (at.end_column > at.column) {
      out_.put(", ");
      number("endColumn", at.end_column);
    }
    if (f.location && !f.location->source_line.empty()) {
      out_.put(", \"snippet\": ");
      message(snippet(*f.location));
    }
    out_.put("}}");
  }

  // The marked part of the line.
  static std::string snippet(const Location& at) {
    std::string_view rest = at.source_line;
    std::string out;
    for (int column = 1; !rest.empty(); ++column) {
      const std::size_t length = first_code_point(rest).length;
      if (column >= at.column &&
          (at.end_column <= at.column || column < at.end_column))
        out += rest.substr(0, length);
      rest.remove_prefix(length);
    }
    return out;
  }

  void related(const Finding& f) {
    if (f.related.empty()) return;
    out_.put(",\n \"relatedLocations\": [");
    for (std::size_t i = 0; i < f.related.size(); ++i) {
      const Location& at = f.related[i].location;
      out_.put(i == 0 ? "{" : ", {");
      number("id", static_cast<int>(i + 1));
      out_.put(", \"message\": ");
      message(f.related[i].message);
      out_.put(", \"physicalLocation\": {");
      artifact(at.file);
      out_.put(", \"region\": {");
      number("startLine", std::max(at.line, 1));
      out_.put(", ");
      number("startColumn", std::max(at.column, 1));
      out_.put("}}}");
    }
    out_.put("]");
  }

  // A chain of requirements begins at a line of ours; the go.mod files further
  // on are those of dependencies, which are in no repository of the reader's.
  void code_flows(const Finding& f) {
    if (f.witness.empty()) return;
    out_.put(",\n \"codeFlows\": [");
    for (std::size_t i = 0; i < f.witness.size(); ++i) {
      const NameChain& chain = f.witness[i];
      out_.put(i == 0 ? "" : ", ");
      out_.put("{\"threadFlows\": [{\"locations\": [");
      const std::size_t steps = std::min(chain.size(), kMaxSteps);
      for (std::size_t step = 0; step < steps; ++step) {
        out_.put(step == 0 ? "" : ", ").put("{\"location\": {\"message\": ");
        message(std::string(step == 0 ? "" : "requires ") +
                std::string(chain[step]));
        out_.put(", ");
        physical_location(f);
        out_.put("}}");
      }
      out_.put("]}]}");
    }
    out_.put("]");
  }

  void fixes(const Finding& f) {
    bool first = true;
    for (const SuggestedFix& s : f.suggestions) {
      if (s.lines.empty()) continue;
      out_.put(first ? ",\n \"fixes\": [" : ", ");
      first = false;
      out_.put("{\"description\": ");
      message(s.title);
      out_.put(", \"artifactChanges\": [");
      for (std::size_t i = 0; i < s.lines.size(); ++i) {
        out_.put(i == 0 ? "" : ", ");
        replacement(s.lines[i]);
      }
      out_.put("]}");
    }
    if (!first) out_.put("]");
  }

  void replacement(const LineChange& change) {
    const auto lines = static_cast<int>(
        std::count(change.old_lines.begin(), change.old_lines.end(), '\n'));
    const auto line = static_cast<int>(change.line);
    out_.put("{");
    artifact(change.file);
    out_.put(", \"replacements\": [{\"deletedRegion\": {");
    number("startLine", line);
    out_.put(", \"startColumn\": 1, ");
    number("endLine", line + lines);
    out_.put(", \"endColumn\": 1}, \"insertedContent\": {\"text\": ");
    text(change.new_lines);
    out_.put("}}]}");
  }

  void suppressions(const Finding& f) {
    if (!f.suppressed) return;
    out_.put(",\n \"suppressions\": [{\"kind\": ");
    text(f.suppressed->by == "comment" ? "inSource" : "external");
    out_.put(", \"justification\": ");
    shown(f.suppressed->reason);
    out_.put("}]");
  }

  const Report& report_;
  const SarifOptions& options_;
  Sink& out_;
};

}  // namespace

void write_sarif(const Report& report, Sink& out, const SarifOptions& options) {
  SarifRun(report, options, out).write();
}

}  // namespace modgraph

#include "exporters/findings/sarif_rules.h"

#include <string>

#include "engine/findings/rule_page.h"
#include "engine/findings/rules.h"
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
std::string sentence(std::string_view text) {
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

void put_rule(const Rule& rule, Sink& out) {
  const auto text = [&](std::string_view name, const std::string& value) {
    out.put(", \"").put(name).put("\": {\"text\": ");
    put_json_string(out, value);
  };
  out.put("{\"id\": ");
  put_json_string(out, rule.code);
  out.put(", \"name\": ");
  put_json_string(out, pascal_case(rule.name));
  text("shortDescription", sentence(rule.says));
  out.put("}");
  text("fullDescription", sentence(flowing(rule.explanation)));
  out.put("}");
  text("help", rule_text(rule));
  out.put(", \"markdown\": ");
  put_json_string(out, rule_page(rule));
  out.put("}, \"defaultConfiguration\": {\"level\": ");
  put_json_string(out, level_name(rule.level));
  out.put("}, \"properties\": {\"tags\": [\"go\", \"dependencies\", \"");
  out.put(owner_name(rule.owner)).put("\"]}}");
}

}  // namespace

void put_sarif_rules(Sink& out) {
  out.put("[");
  for (const Rule& rule : rules()) {
    out.put(&rule == rules().data() ? "\n" : ",\n");
    put_rule(rule, out);
  }
  out.put("]");
}

}  // namespace modgraph

#include "engine/findings/rule_page.h"

#include <fmt/core.h>

namespace modgraph {
namespace {

std::string indented(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins_line = i == 0 || text[i - 1] == '\n';
    if (begins_line && text[i] != '\n') out += "    ";
    out += text[i];
  }
  return out;
}

}  // namespace

std::string rule_text(const Rule& rule) {
  return fmt::format(
      "{} {} ({} by default)\n{}\n\n{}\n\nExample\n\n{}\n\nWhat to do\n\n{}\n",
      rule.code, rule.name, level_name(rule.level), rule.says, rule.explanation,
      indented(rule.example), rule.fix);
}

std::string rule_page(const Rule& rule) {
  return fmt::format(
      "# {} {}\n\n*Level {} by default.* The finding says: {}.\n\n{}\n\n"
      "## Example\n\n```\n{}\n```\n\n## What to do\n\n{}\n",
      rule.code, rule.name, level_name(rule.level), rule.says, rule.explanation,
      rule.example, rule.fix);
}

std::string rule_index() {
  std::string out =
      "# The rules\n\n`modgraph explain RULE` prints the same pages.\n\n"
      "| rule | level | what it says |\n|---|---|---|\n";
  for (const Rule& rule : rules())
    out += fmt::format("| [{} {}]({}.md) | {} | {} |\n", rule.code, rule.name,
                       rule.code, level_name(rule.level), rule.says);
  return out;
}

}  // namespace modgraph

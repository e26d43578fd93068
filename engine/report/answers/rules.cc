#include "engine/report/answers/rules.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace modgraph {
namespace {

constexpr FieldShape kRuleFields[] = {
    field("code", FieldType::kText, "MG and four digits"),
    field("name", FieldType::kText, "as options and configurations name it"),
    field("level", FieldType::kText, "by default: off, note, warning or error"),
    field("says", FieldType::kText, "the rule in one phrase"),
    field("explanation", FieldType::kText,
          "what it means, why it matters, and when it is fine to leave; "
          "paragraphs in lines"),
    field("example", FieldType::kText,
          "a small input, and what is found in it; lines"),
    field("fix", FieldType::kText, "what to do about it; paragraphs in lines"),
};
constexpr RecordShape kRuleShape{"rule", kRuleFields};

constexpr FieldShape kRulesFields[] = {
    records("rules", kRuleShape, "the rules asked for"),
};

// A remark for each part between separators, which are blank lines or ends of
// lines; ends of lines within a part become blanks.
void put_parts(RecordWriter& out, std::string_view text,
               std::string_view separator) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string part(text.substr(0, end));
    std::replace(part.begin(), part.end(), '\n', ' ');
    if (!part.empty()) out.remark(part);
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
}

void put_rule(RecordWriter& out, const Rule& rule) {
  out.say("{code} {name}: {says} ({level} by default)");
  out.text("code", rule.code);
  out.text("name", rule.name);
  out.text("level", level_name(rule.level));
  out.text("says", rule.says);
  put_parts(out, rule.explanation, "\n\n");
  out.text("explanation", rule.explanation);
  out.remark("Example:");
  put_parts(out, rule.example, "\n");
  out.text("example", rule.example);
  out.remark("What to do:");
  put_parts(out, rule.fix, "\n\n");
  out.text("fix", rule.fix);
}

}  // namespace

constexpr DocumentShape kRulesShape{
    "rules",
    "What does a rule mean, and what is there to do?",
    {"rules", kRulesFields},
    "rules"};

Document rules_document(std::span<const Rule* const> rules) {
  return Document(kRulesShape, [&](RecordWriter& out) {
    out.list("rules", {.max_shown = rules.size()}, rules,
             [&](const Rule* rule) { put_rule(out, *rule); });
  });
}

}  // namespace modgraph

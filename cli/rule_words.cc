#include "cli/rule_words.h"

#include <fmt/core.h>

#include <string_view>

#include "cli/command_words.h"
#include "engine/findings/rule_page.h"
#include "engine/findings/rules.h"

namespace modgraph {
namespace {

Error unknown_rule(const std::string& word) {
  std::vector<std::string_view> known;
  for (const Rule& rule : rules()) {
    known.push_back(rule.code);
    known.push_back(rule.name);
  }
  return usage_error(fmt::format("unknown rule '{}'", word),
                     did_you_mean(word, known, "rules look like MG2001"));
}

}  // namespace

Result<std::string> explained(const std::string& word) {
  if (word == "all") {
    std::string out;
    for (const Rule& rule : rules())
      out += (out.empty() ? "" : "\n\n") + rule_text(rule);
    return out;
  }
  if (const Rule* rule = find_rule(word)) return rule_text(*rule);
  return fail(unknown_rule(word));
}

Errors unknown_rules(const AnalyzeOptions& options) {
  Errors errors;
  for (const auto* names : {&options.allow, &options.warn, &options.deny})
    for (const std::string& name : *names)
      if (find_rule(name) == nullptr) errors.push_back(unknown_rule(name));
  return errors;
}

}  // namespace modgraph

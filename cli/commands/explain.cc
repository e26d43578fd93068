// modgraph explain: what does a rule mean, and what is there to do?

#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/output_flags.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "engine/base/printable.h"
#include "engine/findings/rule_page.h"
#include "engine/report/answers/rules.h"

namespace modgraph {
namespace {

struct ExplainOptions {
  std::vector<std::string> words;
  std::vector<const Rule*> rules;
  std::vector<OutputOption> outputs;
};

Error several_rules(const std::string& word,
                    const std::vector<const Rule*>& meant) {
  std::string names;
  for (std::size_t i = 0; i < meant.size(); ++i) {
    if (i > 0) names += i + 1 == meant.size() ? " or " : ", ";
    names += meant[i]->name;
  }
  return usage_error(
      fmt::format("'{}' is the beginning of several names", printable(word)),
      names);
}

Error unknown_rule(const std::string& word) {
  std::vector<std::string_view> known;
  for (const Rule& rule : rules()) {
    known.push_back(rule.code);
    known.push_back(rule.name);
  }
  return usage_error(
      fmt::format("unknown rule '{}'", printable(word)),
      did_you_mean(word, known, "`modgraph explain all` shows all rules"));
}

Result<void> find_rules(ExplainOptions& options) {
  if (options.words.empty())
    return fail(usage_error("no rule is named",
                            "name one by its code or name, or write `all`"));
  for (const std::string& word : options.words) {
    if (word == "all") {
      for (const Rule& rule : rules()) options.rules.push_back(&rule);
      continue;
    }
    const auto meant = rules_meant(word);
    if (meant.empty()) return fail(unknown_rule(word));
    if (meant.size() > 1) return fail(several_rules(word, meant));
    options.rules.push_back(meant.front());
  }
  return {};
}

// As docs/rules has them: what a document cannot do is leave the lines of an
// example as they are.
void write_pages(const std::vector<const Rule*>& rules, bool markdown,
                 Sink& out) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (i > 0) out.put(markdown ? "\n" : "\n\n");
    out.put(markdown ? rule_page(*rules[i]) : rule_text(*rules[i]));
  }
}

ExitCode run_explain(const ExplainOptions& options,
                     const GlobalOptions& global) {
  const Answer answer{rules_document(options.rules)};
  ExitCode code = ExitCode::kClean;
  for (const OutputOption& output : options.outputs) {
    const bool markdown = output.format == "markdown";
    if (output.format != "text" && !markdown) {
      code = std::max(code, write_answer(answer, {output}, {}, global));
      continue;
    }
    const auto written = write_output(output.path, [&](Sink& out) {
      write_pages(options.rules, markdown, out);
    });
    if (!written) return report_errors(written.error(), {global.colour});
  }
  return code;
}

RunCommand declare_explain(Flags& flags) {
  const auto options = std::make_shared<ExplainOptions>();
  flags.words("RULE...|all",
              "A code (MG2001, 2001), a name (version-drift) or the beginning "
              "of one",
              options->words);
  add_outputs(flags, document_formats(), options->outputs);
  flags.check([options] { return find_rules(*options); });
  return [options](const GlobalOptions& global) {
    return run_explain(*options, global);
  };
}

}  // namespace

extern const Command kExplainCommand;
const Command kExplainCommand{
    "explain",
    "what a rule means, with an example and what to do",
    R"(  modgraph explain MG2002
  modgraph explain pinned
      the rule whose name begins so
  modgraph explain all -f html:rules.html
)",
    declare_explain,
    &kRulesShape,
};

}  // namespace modgraph

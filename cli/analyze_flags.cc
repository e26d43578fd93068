#include "cli/analyze_flags.h"

#include <CLI/CLI.hpp>

#include "cli/export_report.h"
#include "cli/picture_flags.h"
#include "cli/project/package_data.h"

namespace modgraph {

void add_analyze_flags(CLI::App& command, AnalyzeWords& words) {
  AnalyzeOptions& options = words.options;
  add_packages_flag(command, options.inputs);
  command
      .add_option("-f,--format", words.formats,
                  "Output: " + format_names() +
                      ", to PATH or standard output; repeatable")
      ->option_text("FORMAT[:PATH]")
      ->allow_extra_args(false);
  command
      .add_option("--fail-on", options.fail_on,
                  "Exit 1 from this level on: error (default), warning, note "
                  "or none")
      ->option_text("LEVEL")
      ->check(CLI::IsMember({"error", "warning", "note", "none"}));
  command.add_flag("--exit-zero", options.exit_zero,
                   "Exit 0 whatever is found");
  command.add_option("-A,--allow", options.allow, "Silence a rule")
      ->option_text("RULE")
      ->allow_extra_args(false);
  command.add_option("-W,--warn", options.warn, "Make it a warning")
      ->option_text("RULE")
      ->allow_extra_args(false);
  command.add_option("-D,--deny", options.deny, "Make it an error")
      ->option_text("RULE")
      ->allow_extra_args(false);
  command
      .add_option("--timings", options.inputs.timings,
                  "What `go build -debug-actiongraph` wrote, or a table of "
                  "module,seconds")
      ->option_text("FILE");
  command
      .add_option("--max-results", options.max_results,
                  "Show at most N findings in text; 0 (default): all")
      ->option_text("N");
  command
      .add_option("--markdown-budget", options.markdown_budget,
                  "Cut Markdown to what fits into a pull request's comment "
                  "(65,536 characters, the default) or a job's summary (1 MiB)")
      ->option_text("comment|summary")
      ->check(CLI::IsMember({"comment", "summary"}));
  command
      .add_option("--reach", words.reach,
                  "exact: count what each module reaches at any size")
      ->option_text("HOW")
      ->check(CLI::IsMember({"limited", "exact"}));
  command
      .add_option("--path-base", options.inputs.path_base,
                  "Name files relative to DIR (default: the repository root)")
      ->option_text("DIR");
  add_picture_flags(command, options.picture);
  add_part_flags(command, options.picture);
  add_report_picture_flags(command, options.picture);
}

}  // namespace modgraph

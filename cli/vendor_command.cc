#include "cli/vendor_command.h"

#include <CLI/CLI.hpp>

#include "engine/report/answers/vendor_answer.h"
#include "exporters/vendor.h"

namespace modgraph {

void add_vendor_flags(CLI::App& command, QuestionOptions& options) {
  command
      .add_option("--min-points", options.min_points,
                  "Show modules with so many points or more (default 3)")
      ->option_text("N")
      ->check(CLI::Range(1, 20));
}

Result<void> answer_vendor(const Asked& asked, Sink& out) {
  const VendorAnswer answer =
      vendor_answer(asked.imported.project, asked.analysis);
  VendorTextOptions text;
  text.min_points = static_cast<int>(asked.options.min_points);
  asked.options.json ? write_vendor_json(answer, out)
                     : write_vendor_text(answer, out, text);
  return {};
}

}  // namespace modgraph

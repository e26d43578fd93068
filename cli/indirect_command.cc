#include "cli/indirect_command.h"

#include "cli/project/package_data.h"
#include "engine/report/answers/indirect_answer.h"
#include "exporters/indirect.h"

namespace modgraph {

void add_indirect_flags(CLI::App& command, QuestionOptions& options) {
  add_packages_flag(command, options.inputs);
}

Result<void> answer_indirect(const Asked& asked, Sink& out) {
  const IndirectAnswer answer =
      indirect_answer(asked.imported.project, asked.analysis);
  asked.options.json ? write_indirect_json(answer, out)
                     : write_indirect_text(answer, out);
  return {};
}

}  // namespace modgraph

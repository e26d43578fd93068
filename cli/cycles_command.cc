#include "cli/cycles_command.h"

#include "engine/report/cycles_answer.h"
#include "exporters/cycles.h"

namespace modgraph {

Result<void> answer_cycles(const Asked& asked, Sink& out) {
  const CyclesAnswer answer =
      cycles_answer(asked.imported.project, asked.analysis);
  asked.options.json ? write_cycles_json(answer, out)
                     : write_cycles_text(answer, out);
  return {};
}

}  // namespace modgraph

#include "cli/drift_command.h"

#include "engine/report/answers/drift_answer.h"
#include "exporters/drift.h"

namespace modgraph {

Result<void> answer_drift(const Asked& asked, Sink& out) {
  const DriftAnswer answer =
      drift_answer(asked.imported.project, asked.analysis);
  asked.options.json ? write_drift_json(answer, out)
                     : write_drift_text(answer, out);
  return {};
}

}  // namespace modgraph

// modgraph version: which modgraph this is.

#include <memory>

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/output_flags.h"

namespace modgraph {
namespace {

constexpr FieldShape kFields[] = {
    field("version", FieldType::kText, "of modgraph"),
};
constexpr DocumentShape kVersionShape{
    "version", "Which modgraph is this?", {"version", kFields}, ""};

Document version_document() {
  return Document(kVersionShape, [](RecordWriter& out) {
    out.say("modgraph {version}");
    out.text("version", MODGRAPH_VERSION);
  });
}

RunCommand declare_version(Flags& flags) {
  const auto outputs = std::make_shared<std::vector<OutputOption>>();
  add_outputs(flags, document_formats(), *outputs);
  return [outputs](const GlobalOptions& global) {
    return write_answer({version_document(), nullptr}, *outputs, {}, global);
  };
}

}  // namespace

extern const Command kVersionCommand;
const Command kVersionCommand{
    "version",
    "which modgraph this is",
    R"(  modgraph version
)",
    declare_version,
    &kVersionShape,
};

}  // namespace modgraph

// modgraph schema: the JSON Schema of a document, or of a file that is read.

#include <fmt/core.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/commands.h"
#include "cli/folder_answers.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "engine/base/printable.h"
#include "exporters/document/file_schemas.h"
#include "exporters/document/json_schema.h"

namespace modgraph {
namespace {

std::vector<const DocumentShape*> shapes() {
  std::vector<const DocumentShape*> out;
  for (const Command* command : commands())
    for (const DocumentShape* shape :
         {command->document, command->other_document})
      if (shape != nullptr) out.push_back(shape);
  return out;
}

ExitCode print_names(const Diagnostics& to) {
  const auto written = write_output("", [&](Sink& out) {
    for (const DocumentShape* shape : shapes())
      out.put(fmt::format("{:<10} {}\n", shape->name, shape->says));
    for (const FileSchema& file : file_schemas())
      out.put(fmt::format("{:<10} {}\n", file.name, file.says));
  });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

ExitCode run_schema(const std::vector<std::string>& names,
                    const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  if (names.empty()) return print_names(to);
  const std::string& name = names.front();
  std::vector<std::string_view> known;
  for (const FileSchema& file : file_schemas()) {
    known.push_back(file.name);
    if (name != file.name) continue;
    const auto written = write_output("", file.write);
    return written ? ExitCode::kClean : report_errors(written.error(), to);
  }
  for (const DocumentShape* shape : shapes()) {
    known.push_back(shape->name);
    const FoldersShape folders(*shape);
    if (name != shape->name && name != folders.shape().name) continue;
    const auto written = write_output("", [&](Sink& out) {
      write_json_schema(name == shape->name ? *shape : folders.shape(), out);
    });
    return written ? ExitCode::kClean : report_errors(written.error(), to);
  }
  return report_errors(
      {usage_error(
          fmt::format("no document is called '{}'", printable(names.front())),
          did_you_mean(names.front(), known,
                       "`modgraph schema` lists the documents and files"))},
      to);
}

RunCommand declare_schema(Flags& flags) {
  const auto names = std::make_shared<std::vector<std::string>>();
  flags.words("[NAME]",
              "A document, or NAME-of-folders for answers about several "
              "folders, or a file that is read, config or baseline; without "
              "one, all names",
              *names);
  flags.check([names]() -> Result<void> {
    if (names->size() > 1)
      return fail(usage_error("several documents are named", "name one"));
    return {};
  });
  return [names](const GlobalOptions& global) {
    return run_schema(*names, global);
  };
}

}  // namespace

extern const Command kSchemaCommand;
const Command kSchemaCommand{
    "schema",
    "the JSON Schema of what -f json writes, or of a file that is read",
    R"(  modgraph schema
      which documents there are
  modgraph schema report
      the schema of `modgraph analyze -f json`
  modgraph schema config > modgraph-config.json
      the schema of .modgraph.yaml, for editors
)",
    declare_schema,
};

}  // namespace modgraph

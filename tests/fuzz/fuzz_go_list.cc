// Any bytes as the output of `go list -m -json`: modules that can be part of a
// build, or errors that point into the text and say what to do.

#include <string>
#include <string_view>

#include "engine/model/module_path.h"
#include "importers/go_list/go_list_json.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph {
namespace {

void check_modules(const std::vector<ModuleInfo>& modules,
                   std::string_view text) {
  must(!modules.empty());
  int line = 1;
  for (const ModuleInfo& m : modules) {
    must(!check_import_path(m.path));
    must(m.main || !m.version.empty());
    must(m.line >= line);
    line = m.line;
  }
  // Objects follow each other without anything between them, so the same
  // stream again is the same modules again.
  const auto twice = parse_go_list("fuzz", std::string(text).append(text));
  if (!text.starts_with("\xef\xbb\xbf"))
    must(twice.has_value() && twice->size() == 2 * modules.size());
}

void check(std::string_view text) {
  const auto modules = parse_go_list("fuzz", text);
  if (modules)
    check_modules(*modules, text);
  else
    check_placed_errors(modules.error(), text);
}

}  // namespace

void fuzz::one_input(std::string_view bytes) { check(bytes); }

}  // namespace modgraph

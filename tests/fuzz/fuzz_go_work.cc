// Any bytes as a go.work, and as the go.work of a workspace to be built.

#include <string>

#include "importers/go_mod/go_mod.h"
#include "tests/fuzz/go_mod_properties.h"

namespace modgraph::fuzz {
namespace {

void read_go_work(const std::string& text) {
  const auto built = parse_main_go_work("fuzz", text);
  const auto edit = parse_go_work("fuzz", text);
  check(built, text);
  check(edit, text);
  if (built) must(edit.has_value());
}

}  // namespace

void one_input(std::string_view bytes) { read_go_work(std::string(bytes)); }

}  // namespace modgraph::fuzz

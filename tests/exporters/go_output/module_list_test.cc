#include "exporters/go_output/module_list.h"

#include <vector>

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE(
    "what replaces a module is named with nothing that a terminal obeys") {
  std::vector<ModuleInfo> modules(2);
  modules[0].path = "a.example/a";
  modules[0].version = "v1.0.0";
  modules[0].replace = ModuleRecord{};
  modules[0].replace->path = "./b\x1b[31m";
  modules[1].path = "::error::x";
  Sink out;
  write_module_list(modules, out);
  CHECK(std::move(out).take_text() ==
        "a.example/a v1.0.0 => ./b\\x1b[31m\n\\x3a:error::x\n");
}

}  // namespace
}  // namespace modgraph

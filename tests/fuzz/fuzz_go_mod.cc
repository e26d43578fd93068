// Any bytes as a go.mod, in all three readings. What `go mod edit` accepts, is
// accepted of a dependency too.

#include <cstdint>
#include <string>

#include "importers/go_mod.h"
#include "tests/fuzz/go_mod_properties.h"

namespace modgraph::fuzz {
namespace {

void read_go_mod(const std::string& text) {
  const auto edit = parse_go_mod("fuzz", text);
  const auto lax = parse_go_mod_lax("fuzz", text);
  check(parse_main_go_mod("fuzz", text), text);
  check(edit, text);
  check(lax, text);
  if (!edit) return;
  must(lax.has_value());
  must(edit->require.size() == lax->require.size());
}

}  // namespace
}  // namespace modgraph::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  modgraph::fuzz::read_go_mod({reinterpret_cast<const char*>(data), size});
  return 0;
}

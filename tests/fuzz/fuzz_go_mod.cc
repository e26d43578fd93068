// Any bytes as a go.mod, in all three readings. What `go mod edit` accepts, is
// accepted of a dependency too.

#include <cstdint>
#include <string>

#include "importers/go_mod.h"
#include "tests/fuzz/go_mod_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace modgraph;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto main_module = parse_main_go_mod("fuzz", text);
  const auto edit = parse_go_mod("fuzz", text);
  const auto lax = parse_go_mod_lax("fuzz", text);
  fuzz::check(main_module, text);
  fuzz::check(edit, text);
  fuzz::check(lax, text);
  if (edit) fuzz::must(lax.has_value());
  if (edit) fuzz::must(edit->require.size() == lax->require.size());
  return 0;
}

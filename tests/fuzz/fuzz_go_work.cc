// Any bytes as a go.work, and as the go.work of a workspace to be built.

#include <cstdint>
#include <string>

#include "importers/go_mod.h"
#include "tests/fuzz/go_mod_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace modgraph;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto built = parse_main_go_work("fuzz", text);
  const auto edit = parse_go_work("fuzz", text);
  fuzz::check(built, text);
  fuzz::check(edit, text);
  if (built) fuzz::must(edit.has_value());
  return 0;
}

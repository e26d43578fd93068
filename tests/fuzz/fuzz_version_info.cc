// Any bytes as a .info file: a time that Go could have written, or nothing.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "importers/module_cache/rfc3339.h"
#include "importers/module_cache/version_info.h"

namespace modgraph {
namespace {

void check(std::string_view text) {
  const auto info = parse_version_info(text);
  if (info && !is_rfc3339(info->time)) std::abort();
}

}  // namespace
}  // namespace modgraph

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  modgraph::check({reinterpret_cast<const char*>(data), size});
  return 0;
}

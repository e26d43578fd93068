// Any bytes as a .info file: a time that Go could have written, or nothing.

#include <string_view>

#include "importers/module_cache/rfc3339.h"
#include "importers/module_cache/version_info.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph {
namespace {

void check(std::string_view text) {
  const auto info = parse_version_info(text);
  if (info) must(is_rfc3339(info->time));
}

}  // namespace

void fuzz::one_input(std::string_view bytes) { check(bytes); }

}  // namespace modgraph

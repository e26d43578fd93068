// Any bytes as a go.sum: sums that are found again, or errors with their lines.

#include <algorithm>
#include <string_view>
#include <vector>

#include "importers/module_cache/go_sum.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph {
namespace {

void check(std::string_view text) {
  const auto sums = parse_go_sum("fuzz", text);
  if (!sums) {
    const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
    must(!sums.error().empty());
    for (const Error& e : sums.error())
      must(1 <= e.where.line && e.where.line <= lines && !e.hint.empty());
    return;
  }
  const GoSums table(*sums);
  must(table.size() == sums->size());
  for (const GoSum& s : *sums) {
    const auto found = table.of(s.path, s.version);
    must(std::any_of(found.begin(), found.end(),
                     [&](const GoSum& f) { return f.hash == s.hash; }));
    must(std::all_of(found.begin(), found.end(), [&](const GoSum& f) {
      return f.path == s.path && f.version == s.version;
    }));
  }
}

}  // namespace

void fuzz::one_input(std::string_view bytes) { check(bytes); }

}  // namespace modgraph

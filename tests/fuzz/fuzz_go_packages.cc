// Any bytes as the output of `go list -deps -test -json`: packages, or an error
// that points into the text and says what to do.

#include <string>
#include <string_view>

#include "engine/model/module_path.h"
#include "importers/go_list/go_packages.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph {
namespace {

// Only the first one is reported.
void check_error(const Errors& errors, std::string_view text) {
  must(errors.size() == 1);
  check_placed_errors(errors, text);
}

void check_packages(const std::vector<PackageInfo>& packages,
                    std::string_view text) {
  must(!packages.empty());
  int line = 1;
  for (const PackageInfo& p : packages) {
    must(!p.import_path.empty());
    must(p.module.path.empty() || !check_import_path(p.module.path));
    must(p.line >= line);
    line = p.line;
  }
  // Objects follow each other without anything between them, so the same
  // stream again is the same packages again.
  const auto twice = parse_go_packages("fuzz", std::string(text).append(text));
  if (!text.starts_with("\xef\xbb\xbf"))
    must(twice.has_value() && twice->size() == 2 * packages.size());
}

void check(std::string_view text) {
  const auto packages = parse_go_packages("fuzz", text);
  if (packages)
    check_packages(*packages, text);
  else
    check_error(packages.error(), text);
}

}  // namespace

void fuzz::one_input(std::string_view bytes) { check(bytes); }

}  // namespace modgraph

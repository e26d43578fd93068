// Any bytes as the output of `go list -deps -test -json`: packages, or an error
// that points into the text and says what to do.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/model/module_path.h"
#include "importers/go_list/go_packages.h"

namespace modgraph {
namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

void check_errors(const Errors& errors, std::string_view text) {
  must(errors.size() == 1);
  const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
  const Error& e = errors.front();
  must(!e.message.empty() && !e.hint.empty());
  must(e.where.file == "fuzz");
  must(1 <= e.where.line && e.where.line <= lines);
  must(1 <= e.where.column &&
       static_cast<std::size_t>(e.where.column) <= text.size() + 1);
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
    check_errors(packages.error(), text);
}

}  // namespace
}  // namespace modgraph

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  modgraph::check({reinterpret_cast<const char*>(data), size});
  return 0;
}

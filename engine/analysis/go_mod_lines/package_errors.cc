// What could the go command not load, and why?
//
// `go list -e -deps` lists a package that cannot be loaded with its error, and
// repeats the error in every package that imports it. Where the data was made
// without -deps only the repeats are there.
// Source: AmbiguousImportError in cmd/go/internal/modload/import.go.
// Tested by package_errors_test.cc.

#include "engine/analysis/go_mod_lines/package_errors.h"

#include <set>
#include <tuple>
#include <utility>

namespace modgraph {
namespace {

constexpr std::string_view kFound = "ambiguous import: found package ";
constexpr std::string_view kInModules = " in multiple modules:";

// Takes the first line away.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

// The package of an ambiguous import.
std::string_view ambiguous_package(std::string_view message) {
  const std::string_view line = take_line(message);
  if (!line.starts_with(kFound) || !line.ends_with(kInModules)) return {};
  return line.substr(kFound.size(),
                     line.size() - kFound.size() - kInModules.size());
}

class FailedImports {
 public:
  // `package` empty: look for it in the message.
  void add(std::string_view package, const PackageError& error, int line) {
    const SourcePosition& where = error.where;
    if (!known_.emplace(error.message, where.file, where.line, where.column)
             .second)
      return;
    if (package.empty()) package = ambiguous_package(error.message);
    out_.push_back(
        {std::string(package), error, line, ambiguous_modules(error.message)});
  }

  std::vector<FailedImport> take() { return std::move(out_); }

 private:
  std::set<std::tuple<std::string_view, std::string_view, int, int>> known_;
  std::vector<FailedImport> out_;
};

}  // namespace

std::vector<FailedImport> failed_imports(
    std::span<const PackageInfo> packages) {
  FailedImports out;
  for (const PackageInfo& p : packages)
    if (p.error) out.add(p.import_path, *p.error, p.line);
  for (const PackageInfo& p : packages)
    for (const PackageError& e : p.deps_errors) out.add({}, e, p.line);
  return out.take();
}

std::vector<ModuleVersion> ambiguous_modules(std::string_view message) {
  if (ambiguous_package(message).empty()) return {};
  take_line(message);
  std::vector<ModuleVersion> out;
  while (!message.empty()) {
    std::string_view line = take_line(message);
    if (line.starts_with('\t')) line.remove_prefix(1);
    const std::size_t folder = line.find(" (");
    if (folder == std::string_view::npos) continue;
    line = line.substr(0, folder);
    const std::size_t space = line.find(' ');
    const std::string_view version =
        space == std::string_view::npos ? "" : line.substr(space + 1);
    out.push_back({std::string(line.substr(0, space)), std::string(version)});
  }
  return out;
}

}  // namespace modgraph

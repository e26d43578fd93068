#include "importers/go_packages.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "engine/model/module_path.h"
#include "importers/go_package_object.h"
#include "importers/json_fault.h"
#include "importers/text_position.h"

namespace modgraph {
namespace {

constexpr std::string_view kWriteAgain =
    "write it again with `go list -deps -test -json ./... > packages.json`";

// What stands where an object should begin. People hand over the wrong file, or
// one with messages in it.
GoPackageFault no_object(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const char first = text[at];
  if (first == '[' || first == ']' || first == ',')
    return {at,
            "this is a JSON list, where `go list -json` writes one object "
            "after the other"};
  if (rest.starts_with("go: ") || rest.starts_with("go list ") ||
      rest.starts_with("warning: ") || rest.starts_with("# "))
    return {at, "a message of the go command stands among the objects"};
  return {at, "'{' is expected here, where the next object begins"};
}

// An object that is JSON, but not of a package.
std::optional<GoPackageFault> wrong_package(const PackageInfo& package,
                                            std::size_t at) {
  if (package.import_path.empty())
    return GoPackageFault{
        at, "this object describes no package: it has no ImportPath"};
  const PackageModule& module = package.module;
  if (module.path.empty()) return std::nullopt;
  if (auto why = check_import_path(module.path))
    return GoPackageFault{at,
                          fmt::format("the module of '{}' has the path "
                                      "'{}': {}",
                                      package.import_path, module.path, *why)};
  return std::nullopt;
}

}  // namespace

Result<std::vector<PackageInfo>> parse_go_packages(std::string_view file,
                                                   std::string_view text) {
  const auto whole_text_fails = [&](std::string message, std::string hint) {
    return fail({ErrorKind::kInput,
                 std::move(message),
                 {std::string(file), 1, 1},
                 {},
                 std::move(hint)});
  };
  if (is_utf16(text))
    return whole_text_fails(
        "this text is UTF-16, not UTF-8",
        "in PowerShell: go list -deps -test -json ./... | Out-File -Encoding "
        "utf8 packages.json");
  const auto fails = [&](GoPackageFault fault) {
    return fail(error_at(file, text, fault.at, fault.kind,
                         std::move(fault.message), std::string(kWriteAgain)));
  };

  std::vector<PackageInfo> packages;
  std::size_t at = byte_order_mark(text);
  int line = 1;
  std::size_t counted = 0;
  while ((at = skip_json_space(text, at)) < text.size()) {
    line += static_cast<int>(
        std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                   text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    counted = at;
    if (text[at] != '{') return fails(no_object(text, at));
    auto object = read_go_package_object(text, at, line);
    if (!object) return fails(std::move(object.error()));
    if (auto fault = wrong_package(object->package, at))
      return fails(std::move(*fault));
    packages.push_back(std::move(object->package));
    at = object->end;
  }
  if (packages.empty())
    return whole_text_fails("there is no package in this list",
                            std::string(kWriteAgain));
  return packages;
}

}  // namespace modgraph

// Tested by tests/importers/go_list/go_packages_test.cc.

#include "importers/go_list/go_packages.h"

#include <fmt/core.h>

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "engine/model/module_path.h"
#include "importers/json/json_stream.h"

namespace modgraph {
namespace {

constexpr std::array kPackageModuleFields = {
    JsonMember<PackageModule>::text<&PackageModule::path>("Path"),
    JsonMember<PackageModule>::text<&PackageModule::version>("Version"),
    JsonMember<PackageModule>::flag<&PackageModule::main>("Main"),
};
constexpr JsonObjectType kPackageModuleType{kPackageModuleFields};

constexpr JsonField package_module(std::string_view name) {
  JsonField out{name, JsonType::kObject};
  out.open_object = [](void* record) -> void* {
    PackageModule& module = static_cast<PackageInfo*>(record)->module;
    module = {};
    return &module;
  };
  out.object = &kPackageModuleType;
  return out;
}

// A list of which only matters whether it is empty.
constexpr JsonField test_imports(std::string_view name) {
  JsonField out{name, JsonType::kTexts};
  out.add = [](void* record, std::string&&) {
    static_cast<PackageInfo*>(record)->has_test_imports = true;
  };
  return out;
}

using Package = JsonMember<PackageInfo>;
constexpr std::array kPackageFields = {
    Package::text<&PackageInfo::import_path>("ImportPath"),
    Package::text<&PackageInfo::name>("Name"),
    Package::text<&PackageInfo::for_test>("ForTest"),
    package_module("Module"),
    Package::flag<&PackageInfo::standard>("Standard"),
    Package::flag<&PackageInfo::dep_only>("DepOnly"),
    Package::texts<&PackageInfo::imports>("Imports"),
    test_imports("TestImports"),
    test_imports("XTestImports"),
};

// What is wrong where an object should begin. People name the wrong file, or
// one with messages in it.
JsonStreamFault no_package(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const char first = text[at];
  if (first == '[' || first == ']' || first == ',')
    return {at,
            "this is a JSON list, where `go list -json` writes one object "
            "after the other"};
  if (rest.starts_with("go: ") || rest.starts_with("go list ") ||
      rest.starts_with("warning: ") || rest.starts_with("# "))
    return {at, "there is a message of the go command among the objects"};
  return {at, "'{' is expected here, where the next object begins"};
}

// An object that is JSON, but not of a package.
std::optional<JsonStreamFault> wrong_package(const PackageInfo& package,
                                             std::size_t at) {
  if (package.import_path.empty())
    return JsonStreamFault{
        at, "this object describes no package: it has no ImportPath"};
  const PackageModule& module = package.module;
  if (module.path.empty()) return std::nullopt;
  if (auto why = check_import_path(module.path))
    return JsonStreamFault{at,
                           fmt::format("the module of '{}' has the path "
                                       "'{}': {}",
                                       package.import_path, module.path, *why)};
  return std::nullopt;
}

constexpr JsonStreamType kPackages{
    {kPackageFields, false,
     [](void* record) { return &static_cast<PackageInfo*>(record)->line; }},
    {},
    1,
    "write it again with `go list -deps -test -json ./... > packages.json`",
    "in PowerShell: go list -deps -test -json ./... | Out-File -Encoding utf8 "
    "packages.json",
    "there is no package in this list",
    no_package};

}  // namespace

Result<std::vector<PackageInfo>> parse_go_packages(std::string_view file,
                                                   std::string_view text) {
  std::vector<PackageInfo> packages;
  JsonStreamReader reader(file, text, kPackages);
  for (PackageInfo package; reader.read(&package); package = {}) {
    if (auto fault = wrong_package(package, reader.at()))
      reader.refuse(std::move(*fault));
    packages.push_back(std::move(package));
  }
  if (!reader.errors().empty()) return fail(std::move(reader.errors()));
  return packages;
}

}  // namespace modgraph

// Tested by tests/importers/go_list/go_packages_test.cc.

#include "importers/go_list/go_packages.h"

#include <fmt/core.h>

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <system_error>
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

// The position is a text in the stream, and taken apart when it is whole.
constexpr JsonField package_error_place(std::string_view name) {
  JsonField out{name, JsonType::kText};
  out.text = [](void* record) {
    return &static_cast<PackageError*>(record)->where.file;
  };
  return out;
}

using GoError = JsonMember<PackageError>;
constexpr std::array kPackageErrorFields = {
    GoError::texts<&PackageError::import_stack>("ImportStack"),
    GoError::text<&PackageError::message>("Err"),
    package_error_place("Pos"),
};
constexpr JsonObjectType kPackageErrorType{kPackageErrorFields};

constexpr JsonField package_error(std::string_view name) {
  JsonField out{name, JsonType::kObject};
  out.open_object = [](void* record) -> void* {
    return &static_cast<PackageInfo*>(record)->error.emplace();
  };
  out.object = &kPackageErrorType;
  out.clear = [](void* record) {
    static_cast<PackageInfo*>(record)->error.reset();
  };
  return out;
}

constexpr JsonField deps_errors(std::string_view name) {
  JsonField out{name, JsonType::kObjects};
  out.open_list = [](void* record) {
    static_cast<PackageInfo*>(record)->deps_errors.clear();
  };
  out.open_object = [](void* record) -> void* {
    return &static_cast<PackageInfo*>(record)->deps_errors.emplace_back();
  };
  out.object = &kPackageErrorType;
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
    package_error("Error"),
    deps_errors("DepsErrors"),
};

// Takes the number behind the last colon away: "a.go:3" is "a.go" and 3.
int take_position_number(std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) return 0;
  int number = 0;
  const char* const end = text.data() + text.size();
  const auto [at, fault] =
      std::from_chars(text.data() + colon + 1, end, number);
  if (fault != std::errc() || at != end || number <= 0) return 0;
  text.resize(colon);
  return number;
}

// "a.go:3:8" into its parts. A position may lack the column, or both numbers.
void take_apart(SourcePosition& where) {
  const int last = take_position_number(where.file);
  const int before = last == 0 ? 0 : take_position_number(where.file);
  where.line = before == 0 ? last : before;
  where.column = before == 0 ? 0 : last;
}

void take_positions_apart(PackageInfo& package) {
  if (package.error) take_apart(package.error->where);
  for (PackageError& e : package.deps_errors) take_apart(e.where);
}

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
    take_positions_apart(package);
    packages.push_back(std::move(package));
  }
  if (!reader.errors().empty()) return fail(std::move(reader.errors()));
  return packages;
}

}  // namespace modgraph

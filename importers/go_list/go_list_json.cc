// Tested by tests/importers/go_list/go_list_json_test.cc.

#include "importers/go_list/go_list_json.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "engine/model/module_path.h"
#include "engine/model/version.h"
#include "importers/json/json_stream.h"
#include "importers/module_cache/rfc3339.h"
#include "importers/text_position.h"

namespace modgraph {
namespace {

// ------------------------------------------------------------------ the fields
// Source: `go help list`, and Go's cmd/go/internal/modinfo.

// An object of the stream, with the bytes of values that errors point at; 0:
// there is none.
struct GoListModule : ModuleInfo {
  std::size_t path_at = 0;
  std::size_t version_at = 0;
};

// A list in which null is an empty text, and null instead of the list clears
// it.
template <class R, auto M>
constexpr JsonField texts(std::string_view name) {
  JsonField out = JsonMember<R>::template texts<M>(name);
  out.null_is_empty = true;
  out.clear = out.open_list;
  return out;
}

template <class R>
constexpr JsonField time(std::string_view name) {
  JsonField out = JsonMember<R>::template text<&R::time>(name);
  out.has_form = is_rfc3339;
  out.form = "a time like 2006-01-02T15:04:05Z";
  return out;
}

// An object held by a pointer. A repeated one adds to the first, as in Go's
// decoder.
template <class R, auto M>
constexpr JsonField object(std::string_view name, const JsonObjectType* type) {
  JsonField out{name, JsonType::kObject};
  out.open_object = [](void* record) -> void* {
    auto& pointer = JsonMember<R>::template of<M>(record);
    using Object = std::remove_reference_t<decltype(*pointer)>;
    if (!pointer) pointer = std::make_unique<Object>();
    return pointer.get();
  };
  out.object = type;
  out.clear = [](void* record) {
    JsonMember<R>::template of<M>(record).reset();
  };
  return out;
}

constexpr std::array kOriginFields = {
    JsonMember<ModuleOrigin>::text<&ModuleOrigin::vcs>("VCS"),
    JsonMember<ModuleOrigin>::text<&ModuleOrigin::url>("URL"),
    JsonMember<ModuleOrigin>::text<&ModuleOrigin::subdir>("Subdir"),
    JsonMember<ModuleOrigin>::text<&ModuleOrigin::hash>("Hash"),
    JsonMember<ModuleOrigin>::text<&ModuleOrigin::tag_prefix>("TagPrefix"),
    JsonMember<ModuleOrigin>::text<&ModuleOrigin::tag_sum>("TagSum"),
    JsonMember<ModuleOrigin>::text<&ModuleOrigin::ref>("Ref"),
    JsonMember<ModuleOrigin>::text<&ModuleOrigin::repo_sum>("RepoSum"),
};
constexpr JsonObjectType kOriginType{kOriginFields, true};

// The text of an Error object belongs to the record around it.
template <class R>
constexpr std::array kErrorFields = {
    JsonMember<R>::template text<&R::error>("Err")};
template <class R>
constexpr JsonObjectType kErrorType{kErrorFields<R>, true};

// Older outputs have an Error that is the text itself.
template <class R>
constexpr JsonField error_field() {
  JsonField out = JsonMember<R>::template text<&R::error>("Error");
  out.type = JsonType::kObject;
  out.open_object = [](void* record) { return record; };
  out.object = &kErrorType<R>;
  out.clear = [](void* record) { static_cast<R*>(record)->error.clear(); };
  return out;
}

template <class R>
constexpr int* line_of_record(void* record) {
  return &static_cast<R*>(record)->line;
}

// What every object has, in the order in which the go command prints it.
template <class R>
constexpr std::array kRecordFields = {
    JsonMember<R>::template text<&R::path>("Path"),
    JsonMember<R>::template text<&R::version>("Version"),
    JsonMember<R>::template text<&R::query>("Query"),
    texts<R, &R::versions>("Versions"),
    time<R>("Time"),
    JsonMember<R>::template flag<&R::main>("Main"),
    JsonMember<R>::template flag<&R::indirect>("Indirect"),
    JsonMember<R>::template text<&R::dir>("Dir"),
    JsonMember<R>::template text<&R::go_mod>("GoMod"),
    JsonMember<R>::template text<&R::go_version>("GoVersion"),
    texts<R, &R::retracted>("Retracted"),
    JsonMember<R>::template text<&R::deprecated>("Deprecated"),
    error_field<R>(),
    JsonMember<R>::template text<&R::sum>("Sum"),
    JsonMember<R>::template text<&R::go_mod_sum>("GoModSum"),
    object<R, &R::origin>("Origin", &kOriginType),
    JsonMember<R>::template flag<&R::reuse>("Reuse"),
};

// A replacement or an update has neither of its own.
constexpr JsonObjectType kRecordType{kRecordFields<ModuleRecord>, true,
                                     line_of_record<ModuleRecord>};

constexpr auto module_fields() {
  constexpr auto& common = kRecordFields<GoListModule>;
  std::array<JsonField, common.size() + 2> out;
  auto* const next = std::copy_n(common.begin(), 4, out.begin());
  next[0] = object<GoListModule, &ModuleInfo::replace>("Replace", &kRecordType);
  next[1] = common[4];  // Time
  next[2] = object<GoListModule, &ModuleInfo::update>("Update", &kRecordType);
  std::copy(common.begin() + 5, common.end(), next + 3);
  out[0].place = [](void* r) {
    return &static_cast<GoListModule*>(r)->path_at;
  };
  out[1].place = [](void* r) {
    return &static_cast<GoListModule*>(r)->version_at;
  };
  return out;
}
constexpr std::array kModuleFields = module_fields();

constexpr std::string_view kRunList = "run `go list -m -json all`";

constexpr std::array kForeignFields = {
    ForeignField{"ImportPath", "describes a package, not a module", kRunList},
    ForeignField{"Zip", "was printed by `go mod download -json`", kRunList},
    ForeignField{"Info", "was printed by `go mod download -json`", kRunList},
    ForeignField{"Require", "was printed by `go mod edit -json`",
                 "run `go list -m -json all`, or name the go.mod file itself "
                 "with --mod"},
    ForeignField{"Use", "was printed by `go work edit -json`", kRunList},
};

// ------------------------------------------------------------------ the stream

// A module path and what follows it on a line, if that is what it looks like.
bool is_module_and(std::string_view line, std::string_view mark) {
  const std::size_t space = std::min(line.find(' '), line.size());
  const std::string_view path = line.substr(0, std::min(space, line.find('@')));
  if (check_import_path(path)) return false;
  if (space == line.size()) return mark.empty() && path.find('.') != path.npos;
  return !mark.empty() && line.find(mark, space) != std::string_view::npos;
}

// What is wrong where an object should begin. People name the wrong file, or
// one with messages in it: most of these can be recognised.
JsonStreamFault no_module(std::string_view text, std::size_t at) {
  const std::string_view line = line_at(text, at);
  const std::string_view rest =
      line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
  const char first = text[at];
  if (first == '[' || first == ']' || first == ',')
    return {at,
            "this is a JSON list, where `go list -m -json` writes one "
            "object after the other",
            "use the output of `go list -m -json all` unchanged"};
  if (rest.starts_with("go: ") || rest.starts_with("go list ") ||
      rest.starts_with("warning: "))
    return {at, "there is a message of the go command among the objects",
            "write only its standard output to the file: `go list -m -json "
            "all > list.json`"};
  if (rest.starts_with("module ") || rest.starts_with("require "))
    return {at, "this is a go.mod file, not the output of `go list -m -json`",
            "name it with --mod"};
  if (is_module_and(rest, "@"))
    return {at, "this is the output of `go mod graph`, not of `go list`",
            "name it with --graph"};
  if (is_module_and(rest, " v") || is_module_and(rest, ""))
    return {at, "this is the output of `go list -m` without -json",
            "run `go list -m -json all`"};
  return {at, "'{' is expected here, where the next object begins"};
}

// An object that is JSON, but not of a module that a build can have.
std::optional<JsonStreamFault> wrong_module(const GoListModule& module,
                                            std::size_t at) {
  if (module.path.empty())
    return JsonStreamFault{at, "this object names no module: it has no Path"};
  if (auto why = check_import_path(module.path))
    return JsonStreamFault{
        module.path_at,
        fmt::format("'{}' is not a module path: {}", module.path, *why)};
  if (module.main) return std::nullopt;
  if (module.version.empty() && !module.error.empty())
    return JsonStreamFault{at,
                           fmt::format("the go command could not list '{}': {}",
                                       module.path, module.error),
                           "fix that, then write the list again"};
  if (module.version.empty())
    return JsonStreamFault{
        at,
        fmt::format("'{}' has no Version and is not a main module",
                    module.path),
        "run `go list -m -json all` in the folder of the main module"};
  const ModuleKind kind = module_kind(module.path);
  const bool valid = kind == ModuleKind::kModule ? is_semver(module.version)
                     : kind == ModuleKind::kGo   ? is_go_version(module.version)
                                                 : true;
  if (valid || !module.error.empty()) return std::nullopt;
  return JsonStreamFault{module.version_at,
                         fmt::format("'{}' is not a version", module.version)};
}

constexpr JsonStreamType kModules{
    {kModuleFields, true, line_of_record<GoListModule>},
    kForeignFields,
    20,
    "write it again with `go list -m -json all > list.json`",
    "in PowerShell: go list -m -json all | Out-File -Encoding utf8 list.json",
    "there is no module in this list",
    no_module};

}  // namespace

Result<std::vector<ModuleInfo>> parse_go_list(std::string_view file,
                                              std::string_view text) {
  std::vector<ModuleInfo> modules;
  JsonStreamReader reader(file, text, kModules);
  for (GoListModule module; reader.read(&module); module = {}) {
    if (auto fault = wrong_module(module, reader.at()))
      reader.refuse(std::move(*fault));
    modules.push_back(static_cast<ModuleInfo&&>(module));
  }
  if (!reader.errors().empty()) return fail(std::move(reader.errors()));
  return modules;
}

}  // namespace modgraph

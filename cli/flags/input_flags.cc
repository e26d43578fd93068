#include "cli/flags/input_flags.h"

#include <fmt/core.h>

#include <filesystem>
#include <memory>

#include "engine/base/printable.h"
#include "engine/model/go_version.h"

namespace modgraph {
namespace {

constexpr std::string_view kPaths =
    "A folder with a go.mod or inputs, DIR/... for all modules below, or "
    "files: "
    "graph text, go.mod, list JSON; - is standard input";

bool is_path(const std::string& word) {
  std::error_code ignored;
  return word == "-" || word == "..." || word.starts_with(".") ||
         word.starts_with("/") || word.ends_with("/...") ||
         std::filesystem::exists(word, ignored);
}

// --mod names files, or one of the go command's modes.
Result<void> take_mod(const std::string& word, InputOptions& inputs) {
  if (word.empty()) return fail(usage_error("the value is empty"));
  if (word == "mod" || word == "readonly" || word == "vendor")
    inputs.resolve.mod = word;
  else
    inputs.mods.push_back(word);
  return {};
}

Result<void> take_go_version(const std::string& word, ResolveOptions& resolve) {
  // Any letters can come after the numbers in a go line; Go has only these.
  const auto version = parse_go_version(word);
  if (!version || !(version->kind.empty() || version->kind == "rc" ||
                    version->kind == "beta"))
    return fail(
        usage_error(fmt::format("'{}' is not a version of Go", printable(word)),
                    "write it as 1.24 or 1.24.3"));
  resolve.go_version = word;
  return {};
}

enum class AskGo : std::uint8_t { kOffered, kNot };

void add_named_inputs(Flags& flags, InputOptions& inputs,
                      AskGo ask_go = AskGo::kOffered) {
  flags.group("Inputs");
  flags.text("--graph", "FILE", inputs.graph, "What `go mod graph` printed");
  flags.each(
      "--mod", "FILE|MODE",
      [&inputs](const std::string& word) { return take_mod(word, inputs); },
      "go.mod of a main module; repeatable. Or, as the go command's -mod: mod, "
      "readonly, vendor");
  flags.text("--list", "FILE", inputs.list,
             "What `go list -m -json all` printed (also with -u)");
  if (ask_go == AskGo::kOffered)
    flags.flag("--go", inputs.ask_go,
               "Ask the go command found on PATH (nothing is fetched)");
  flags.text("--path-base", "DIR", inputs.path_base,
             "Name files relative to DIR (default: the repository, or where it "
             "runs)");
  add_resolving(flags, inputs.resolve);
}

}  // namespace

void add_resolving(Flags& flags, ResolveOptions& resolve) {
  flags.group("Resolving in process");
  flags.text("--modfile", "FILE", resolve.mod_file,
             "Read FILE instead of go.mod, as -modfile does");
  flags.text(
      "--work", "FILE|off", resolve.work,
      "The go.work to use, or off (default: GOWORK, then the nearest one "
      "upward)");
  flags.text("--modcache", "DIR", resolve.module_cache,
             "The module cache (default: GOMODCACHE)");
  const auto missing = std::make_shared<std::string>();
  flags.choice("--missing", "refuse|closed", *missing, {"refuse", "closed"},
               "closed: go on without go.mod files that are not in the module "
               "cache; the answer is partial");
  flags.check([&resolve, missing]() -> Result<void> {
    resolve.missing_closed = *missing == "closed";
    return {};
  });
  flags.each(
      "--go-version", "VERSION",
      [&resolve](const std::string& word) {
        return take_go_version(word, resolve);
      },
      "Resolve as this version of Go does (default 1.26)");
  flags.flag("--go-version-strict", resolve.go_version_strict,
             "Refuse go lines that are newer than that, as Go does");
  flags.text("--confine", "DIR", resolve.confine,
             "Refuse replacing folders outside of DIR");
}

void add_inputs(Flags& flags, InputOptions& inputs) {
  flags.words("[PATH...]", kPaths, inputs.paths);
  add_named_inputs(flags, inputs);
}

void add_resolved_inputs(Flags& flags, InputOptions& inputs) {
  flags.words("[PATH...]", kPaths, inputs.paths);
  add_named_inputs(flags, inputs, AskGo::kNot);
}

void add_modules_and_inputs(Flags& flags, ModuleWords how,
                            std::vector<std::string>& modules,
                            InputOptions& inputs) {
  const bool one = how == ModuleWords::kOne;
  flags.words(one ? "MODULE [PATH...]" : "MODULE[@VERSION]... [PATH...]",
              one ? "A module of the build; then inputs"
                  : "Modules of the build, or exact versions; then inputs",
              inputs.paths);
  flags.check([&modules, &inputs, one]() -> Result<void> {
    std::vector<std::string> paths;
    for (std::string& word : inputs.paths)
      (is_path(word) ? paths : modules).push_back(std::move(word));
    inputs.paths = std::move(paths);
    if (modules.empty())
      return fail(usage_error("no module is named",
                              "name one as go.mod does: golang.org/x/net"));
    if (one && modules.size() > 1)
      return fail(
          usage_error(fmt::format("two modules are named: {} and {}",
                                  printable(modules[0]), printable(modules[1])),
                      "name one at a time; a path begins with . or /"));
    return {};
  });
  add_named_inputs(flags, inputs);
}

void add_packages(Flags& flags, InputOptions& inputs) {
  flags.group("Inputs");
  flags.text("--packages", "FILE", inputs.packages,
             "What `go list -deps -test -json ./...` printed");
}

void add_timings(Flags& flags, InputOptions& inputs) {
  flags.group("Inputs");
  flags.text("--timings", "FILE", inputs.timings,
             "What `go build -debug-actiongraph=FILE` wrote, or a table of "
             "module,seconds");
}

}  // namespace modgraph

#include "cli/resolve_flags.h"

#include <CLI/CLI.hpp>

namespace modgraph {

void add_resolve_flags(CLI::App& command, ResolveOptions& options) {
  constexpr const char* kGroup = "Resolving in process";
  command
      .add_option("--modfile", options.mod_file,
                  "Read FILE instead of go.mod, as -modfile does")
      ->option_text("FILE")
      ->group(kGroup);
  command
      .add_option("--work", options.work,
                  "The go.work to use, or off (default: GOWORK, then the "
                  "nearest one upward)")
      ->option_text("FILE|off")
      ->group(kGroup);
  command
      .add_option("--modcache", options.module_cache,
                  "The module cache (default: GOMODCACHE)")
      ->option_text("DIR")
      ->group(kGroup);
  command
      .add_option_function<std::string>(
          "--missing",
          [&options](const std::string& how) {
            options.missing_closed = how == "closed";
          },
          "closed: go on without go.mod files that are not in the cache; the "
          "answer is partial")
      ->option_text("HOW")
      ->check(CLI::IsMember({"refuse", "closed"}))
      ->group(kGroup);
  command
      .add_option("--go-version", options.go_version,
                  "Resolve as this version of Go does (default 1.26)")
      ->option_text("VERSION")
      ->group(kGroup);
  command
      .add_flag("--go-version-strict", options.go_version_strict,
                "Refuse go lines that are newer than that, as Go does")
      ->group(kGroup);
  command
      .add_option("--confine", options.confine,
                  "Refuse replacing folders outside of DIR")
      ->option_text("DIR")
      ->group(kGroup);
}

}  // namespace modgraph

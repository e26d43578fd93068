#pragma once

// The go command's own settings: environment variables, the file that `go env
// -w` writes, and the defaults of a Go distribution.
// Source: `go help environment`, and the go command's behaviour (1.26).
// Tested by tests/importers/go_env/go_environment_test.cc, go_root_test.cc and
// go_environment_agreement_test.cc.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace modgraph {

/// What the settings are made from.
struct GoEnvironmentInput {
  /// The process's variable of a name; "" if it is not set.
  std::function<std::string(const std::string&)> variable;
  /// The content of a file; nothing if there is none.
  std::function<std::optional<std::string>(const std::string&)> file;
  /// The folder of an installed Go distribution, used if GOROOT is not set; ""
  /// if there is none.
  std::function<std::string()> installed_root;
};

struct GoEnvironmentOptions {
  /// Variables that replace those of the process.
  std::map<std::string, std::string> instead = {};
  /// Whether the command has a -mod flag. `go mod graph` does not, and ignores
  /// the one in GOFLAGS even if it is invalid.
  bool has_mod_flag = true;
};

struct GoEnvironment {
  std::string module_cache;  // GOMODCACHE, absolute; "" if unknown
  std::string work;          // GOWORK: "", "auto", "off" or an absolute path
  std::string root;          // GOROOT; "" if unknown
  std::vector<std::string> proxies;  // folders of GOPROXY's file:// entries
  std::string no_proxy;              // GONOPROXY, else GOPRIVATE: patterns
  std::string mod;                   // -mod of GOFLAGS; "" if it has none
  std::string mod_file;              // -modfile of GOFLAGS
};

/// By the go command's precedence: a variable that is not empty, then a line of
/// the user's file (an empty one hides those that follow), then of
/// $GOROOT/go.env, then what is built in. Fails (kEnvironment) with settings
/// that the go command refuses, all of them.
Result<GoEnvironment> go_environment(const GoEnvironmentInput& input,
                                     const GoEnvironmentOptions& options = {});

/// The settings of this process.
Result<GoEnvironment> go_environment(const GoEnvironmentOptions& options = {});

/// The GOROOT of the first go command in the folders of a PATH variable, links
/// followed; "" if there is none, or if it is not part of a distribution. Looks
/// at the disk and starts no process.
std::string go_root_on_path(std::string_view path);

}  // namespace modgraph

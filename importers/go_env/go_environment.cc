#include "importers/go_env/go_environment.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/base/go_quote.h"
#include "importers/go_env/go_variables.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxSettingsBytes = std::uint64_t{1} << 20;

// KEY=VALUE lines; of a repeated key the last counts. Nothing is quoted,
// trimmed or continued. Nothing when no line has the key.
std::optional<std::string> value_in(std::string_view text,
                                    std::string_view key) {
  std::optional<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.size() > key.size() && line.starts_with(key) &&
        line[key.size()] == '=')
      out = line.substr(key.size() + 1);
  }
  return out;
}

class Settings {
 public:
  Settings(const GoEnvironmentInput& input, const GoEnvironmentOptions& options)
      : input_(input), options_(options) {
    if (const std::string file = user_file(); !file.empty())
      user_ = input_.file(file).value_or("");
    root_ = variable("GOROOT");
    if (root_.empty()) root_ = value_in(user_, "GOROOT").value_or("");
    if (root_.empty()) root_ = input_.installed_root();
    if (root_.empty()) return;
    root_ = clean_path(root_);
    distribution_ = input_.file(join_path(root_, "go.env")).value_or("");
  }

  std::string variable(const std::string& name) const {
    const auto instead = options_.instead.find(name);
    return instead == options_.instead.end() ? input_.variable(name)
                                             : instead->second;
  }

  // A variable that is empty counts as one that is not set.
  std::string value(const std::string& name) const {
    if (std::string set = variable(name); !set.empty()) return set;
    if (auto line = value_in(user_, name)) return std::move(*line);
    return value_in(distribution_, name).value_or("");
  }

  const std::string& root() const { return root_; }

 private:
  std::string user_file() const {
    const std::string file = variable("GOENV");
    if (!file.empty()) return file == "off" ? "" : file;
    const std::string config = variable("XDG_CONFIG_HOME");
    if (!config.empty())
      return is_absolute_path(config) ? join_path(config, "go/env") : "";
    const std::string home = variable("HOME");
    return home.empty() ? "" : join_path(home, ".config/go/env");
  }

  const GoEnvironmentInput& input_;
  const GoEnvironmentOptions& options_;
  std::string user_;
  std::string distribution_;
  std::string root_;
};

// Reads each setting, and keeps what is wrong with any of them.
class EnvironmentReader {
 public:
  EnvironmentReader(const GoEnvironmentInput& input,
                    const GoEnvironmentOptions& options)
      : settings_(input, options) {
    out_.root = settings_.root();
    read_module_mode();
    read_module_cache(go_path());
    read_work();
    out_.proxies = proxy_folders(settings_.value("GOPROXY"));
    out_.no_proxy = settings_.value("GONOPROXY");
    if (out_.no_proxy.empty()) out_.no_proxy = settings_.value("GOPRIVATE");
    read_flags(options.has_mod_flag);
  }

  Result<GoEnvironment> result() && {
    if (!errors_.empty()) return fail(std::move(errors_));
    return std::move(out_);
  }

 private:
  void refuse(std::string message, std::string hint = {}) {
    errors_.push_back(environment_error(std::move(message), std::move(hint)));
  }

  void read_module_mode() {
    const std::string mode = settings_.value("GO111MODULE");
    if (mode == "off")
      refuse("modules disabled by GO111MODULE=off; see 'go help modules'",
             "set GO111MODULE=on");
    else if (!mode.empty() && mode != "on" && mode != "auto")
      refuse("unknown environment setting GO111MODULE=" + mode,
             "values are on, auto and off");
  }

  // The list of GOPATH, or its default below HOME.
  std::string go_path() {
    std::string list = settings_.value("GOPATH");
    if (list.empty()) {
      const std::string home = settings_.variable("HOME");
      if (home.empty()) return {};
      list = join_path(home, "go");
      return list == settings_.root() ? std::string() : list;
    }
    if (clean_path(list) != settings_.root()) check_go_path(list);
    return list;
  }

  void check_go_path(std::string_view list) {
    while (!list.empty()) {
      const std::size_t end = std::min(list.find(':'), list.size());
      const std::string_view entry = list.substr(0, end);
      list.remove_prefix(std::min(end + 1, list.size()));
      if (entry.starts_with('~'))
        return refuse(
            "GOPATH entry cannot start with shell metacharacter '~': " +
            quote_go_string(entry));
      if (!entry.empty() && !is_absolute_path(entry))
        return refuse("GOPATH entry is relative; must be absolute path: " +
                      quote_go_string(entry));
    }
  }

  // Modules are kept below the first folder of GOPATH.
  void read_module_cache(const std::string& go_path) {
    out_.module_cache = settings_.value("GOMODCACHE");
    const std::string first = go_path.substr(0, go_path.find(':'));
    if (out_.module_cache.empty() && !first.empty())
      out_.module_cache = join_path(first, "pkg/mod");
    if (!out_.module_cache.empty() && !is_absolute_path(out_.module_cache))
      refuse("GOMODCACHE entry is relative; must be absolute path: " +
                 quote_go_string(out_.module_cache),
             "name the module cache: --modcache DIR");
  }

  void read_work() {
    out_.work = settings_.value("GOWORK");
    if (!out_.work.empty() && out_.work != "auto" && out_.work != "off" &&
        !is_absolute_path(out_.work))
      refuse("invalid GOWORK: not an absolute path",
             "it is " + quote_go_string(out_.work) +
                 "; name a go.work with --work FILE, or none with --work=off");
  }

  void read_flags(bool has_mod_flag) {
    const auto flags = parse_go_flags(settings_.value("GOFLAGS"));
    if (!flags) return add(flags.error());
    out_.mod_file = value_of("modfile", *flags);
    if (has_mod_flag) out_.mod = value_of("mod", *flags);
  }

  std::string value_of(std::string_view name,
                       const std::vector<std::string>& flags) {
    auto value = go_flag(flags, name);
    if (value) return std::move(*value);
    add(value.error());
    return {};
  }

  void add(const Errors& errors) {
    errors_.insert(errors_.end(), errors.begin(), errors.end());
  }

  const Settings settings_;
  GoEnvironment out_;
  Errors errors_;
};

// The first program of the name, links followed.
std::string find_program(std::string_view path, std::string_view name) {
  while (!path.empty()) {
    const std::size_t end = std::min(path.find(':'), path.size());
    const std::string_view folder = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (!is_absolute_path(folder)) continue;
    const std::string file = join_path(folder, name);
    if (is_regular_file(file) && access(file.c_str(), X_OK) == 0)
      return real_path(file);
  }
  return {};
}

}  // namespace

Result<GoEnvironment> go_environment(const GoEnvironmentInput& input,
                                     const GoEnvironmentOptions& options) {
  return EnvironmentReader(input, options).result();
}

Result<GoEnvironment> go_environment(const GoEnvironmentOptions& options) {
  GoEnvironmentInput input;
  input.variable = [](const std::string& name) -> std::string {
    const char* const value = std::getenv(name.c_str());
    return value == nullptr ? "" : value;
  };
  input.file = [](const std::string& name) -> std::optional<std::string> {
    auto text = read_regular_file(name, kMaxSettingsBytes);
    if (!text) return std::nullopt;
    return std::move(*text);
  };
  input.installed_root = [&] {
    return go_root_on_path(input.variable("PATH"));
  };
  return go_environment(input, options);
}

std::string go_root_on_path(std::string_view path) {
  const std::string program = find_program(path, "go");
  if (program.empty()) return {};
  // bin/go or, when built on another system, bin/GOOS_GOARCH/go.
  for (const char* up : {"../..", "../../.."}) {
    std::string root = join_path(program, up);
    if (is_folder(join_path(root, "pkg/tool"))) return root;
  }
  return {};
}

}  // namespace modgraph

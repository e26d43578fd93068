#include "importers/go_environment.h"

#include <fmt/core.h>

#include <cstdlib>

#include "engine/base/file_path.h"
#include "importers/regular_file.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMostSettingsBytes = std::uint64_t{1} << 20;

Error refused(std::string message) {
  return {ErrorKind::kEnvironment, std::move(message), {}, {}, {}};
}

// KEY=VALUE lines; of a repeated key the last counts. No quotes, no trimming.
std::string value_in(std::string_view text, std::string_view key) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.size() > key.size() && line.starts_with(key) &&
        line[key.size()] == '=')
      out = line.substr(key.size() + 1);
  }
  return out;
}

class Settings {
 public:
  explicit Settings(const GoEnvironmentInput& input) : input_(input) {
    const std::string home = input_.variable("HOME");
    const std::string config = input_.variable("XDG_CONFIG_HOME");
    std::string file = input_.variable("GOENV");
    if (file.empty() && !config.empty())
      file = join_path(config, "go/env");
    else if (file.empty() && !home.empty())
      file = join_path(home, ".config/go/env");
    if (!file.empty() && file != "off") user_ = input_.file(file).value_or("");
    root_ = value("GOROOT");
    if (!root_.empty())
      distribution_ = input_.file(join_path(root_, "go.env")).value_or("");
  }

  // A variable that is empty counts as one that is not set.
  std::string value(const std::string& name) const {
    std::string out = input_.variable(name);
    if (out.empty()) out = value_in(user_, name);
    if (out.empty()) out = value_in(distribution_, name);
    return out;
  }

  const std::string& root() const { return root_; }

 private:
  const GoEnvironmentInput& input_;
  std::string user_;
  std::string distribution_;
  std::string root_;
};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Words separated by spaces; one that begins with a quote goes to the next
// such quote.
Result<std::vector<std::string>> split_flags(std::string_view text) {
  std::vector<std::string> out;
  while (true) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    if (text.empty()) return out;
    const char quote = text.front();
    if (quote == '"' || quote == '\'') {
      const std::size_t end = text.find(quote, 1);
      if (end == std::string_view::npos)
        return fail(refused(
            fmt::format("parsing $GOFLAGS: unterminated {} string", quote)));
      out.emplace_back(text.substr(1, end - 1));
      text.remove_prefix(end + 1);
      continue;
    }
    std::size_t end = 0;
    while (end < text.size() && !is_space(text[end])) ++end;
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

Result<void> read_flags(const std::string& text, GoEnvironment& out) {
  const auto words = split_flags(text);
  if (!words) return fail(words.error());
  for (std::string_view word : *words) {
    const bool is_flag = word.size() > 1 && word[0] == '-' && word != "--" &&
                         !word.starts_with("---") && word[1] != '=' &&
                         !word.starts_with("--=");
    if (!is_flag)
      return fail(
          refused(fmt::format("parsing $GOFLAGS: non-flag \"{}\"", word)));
    word.remove_prefix(word.starts_with("--") ? 2 : 1);
    if (word.starts_with("mod=")) out.mod = word.substr(4);
    if (word.starts_with("modfile=")) out.mod_file = word.substr(8);
  }
  return {};
}

// The folders of file:// entries; "off" and "direct" end the list.
std::vector<std::string> proxy_folders(std::string_view list) {
  constexpr std::string_view kScheme = "file://";
  std::vector<std::string> out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(",|"), list.size());
    std::string_view entry = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    while (!entry.empty() && is_space(entry.front())) entry.remove_prefix(1);
    while (!entry.empty() && is_space(entry.back())) entry.remove_suffix(1);
    if (entry == "off" || entry == "direct") break;
    if (entry.starts_with(kScheme))
      out.emplace_back(clean_path(entry.substr(kScheme.size())));
  }
  return out;
}

}  // namespace

Result<GoEnvironment> go_environment(const GoEnvironmentInput& input) {
  const Settings settings(input);
  GoEnvironment out;
  out.root = settings.root();

  const std::string modules = settings.value("GO111MODULE");
  if (modules == "off")
    return fail(
        refused("modules disabled by GO111MODULE=off; see 'go help modules'"));
  if (!modules.empty() && modules != "on" && modules != "auto")
    return fail(refused(
        fmt::format("unknown environment setting GO111MODULE={}", modules)));

  std::string cache = settings.value("GOMODCACHE");
  if (cache.empty()) {
    std::string path = settings.value("GOPATH");
    const std::string home = input.variable("HOME");
    if (path.empty() && !home.empty()) path = join_path(home, "go");
    path = path.substr(0, path.find(':'));
    if (!path.empty()) cache = join_path(path, "pkg/mod");
  }
  if (!cache.empty() && !is_absolute_path(cache))
    return fail(refused(
        fmt::format("GOMODCACHE entry is relative; must be absolute path: "
                    "\"{}\"",
                    cache)));
  if (!cache.empty()) out.module_cache = clean_path(cache);

  out.work = settings.value("GOWORK");
  if (!out.work.empty() && out.work != "auto" && out.work != "off" &&
      !is_absolute_path(out.work))
    return fail(refused("invalid GOWORK: not an absolute path"));

  out.proxies = proxy_folders(settings.value("GOPROXY"));
  if (auto read = read_flags(settings.value("GOFLAGS"), out); !read)
    return fail(read.error());
  return out;
}

Result<GoEnvironment> go_environment() {
  GoEnvironmentInput input;
  input.variable = [](const std::string& name) -> std::string {
    const char* const value = std::getenv(name.c_str());
    return value == nullptr ? "" : value;
  };
  input.file = [](const std::string& name) -> std::optional<std::string> {
    auto text = read_regular_file(name, kMostSettingsBytes);
    if (!text) return std::nullopt;
    return std::move(*text);
  };
  return go_environment(input);
}

}  // namespace modgraph

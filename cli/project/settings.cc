#include "cli/project/settings.h"

#include <fmt/core.h>
#include <sys/stat.h>

#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include "cli/terminal/paths.h"
#include "cli/terminal/read_file.h"
#include "engine/base/counted.h"
#include "engine/base/memory_error.h"
#include "engine/base/printable.h"
#include "engine/base/sha256.h"
#include "engine/findings/rules.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

// Whatever a link in it says, nothing below these is a file of a repository.
constexpr std::array<std::string_view, 3> kOfTheSystem = {"/proc", "/sys",
                                                          "/dev"};

bool is_of_the_system(const std::string& path) {
  for (const std::string_view folder : kOfTheSystem)
    if (path == folder || path.starts_with(std::string(folder) + "/"))
      return true;
  return false;
}

bool is_regular_itself(const std::string& path) {
  struct stat info {};
  return lstat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

Error not_named(const ConfigValue& named, std::string_view why) {
  return usage_error(
      named.where, fmt::format("'{}' {}", printable(named.value), why),
      "settings of a repository name files in it; name others on the command "
      "line");
}

// "policy: 2 bans, 1 limit": what there is of each.
std::string policy_words(const Policy& policy) {
  std::string out;
  const auto add = [&](std::size_t count, std::string_view what) {
    if (count > 0) out += (out.empty() ? "" : ", ") + counted(count, what);
  };
  const Limits& l = policy.limits;
  add(policy.banned.size(), "ban");
  add(static_cast<std::size_t>(l.modules.has_value()) + l.direct.has_value() +
          l.longest_chain.has_value() + l.new_exclusive.has_value() +
          l.drift.has_value() + !l.go.empty(),
      "limit");
  add(policy.forbidden_edges.size(), "forbidden edge");
  add(policy.replace ? 1 : 0, "rule for replacements");
  return out;
}

}  // namespace

Result<Config> config_of(const std::string& file, std::string_view text) {
  std::vector<RuleName> names;
  for (const Rule& rule : rules()) names.push_back({rule.code, rule.name});
  return parse_config(file, text, names);
}

Result<Settings> read_settings(const std::string& folder,
                               const GlobalOptions& global) {
  Settings out;
  if (global.no_config) return out;
  const bool is_named = !global.config.empty();
  out.file = is_named ? global.config : find_config(folder);
  if (out.file.empty()) return out;
  out.of_repository = lies_inside(out.file, repository_root(folder));
  if (!is_named && !is_regular_itself(out.file))
    return fail(usage_error(
        SourcePosition{out.file},
        "settings are a regular file, and this is a link or something else",
        "put the settings themselves there, or leave them out: --no-config"));
  // By now a FIFO can only be one that was named: `--config <(make-settings)`.
  auto text = read_file(out.file, kMaxConfigBytes);
  if (!text) {
    for (Error& e : text.error())
      if (e.kind == ErrorKind::kLimit) e.kind = ErrorKind::kUsage;
    return fail(std::move(text.error()));
  }
  auto config = config_of(out.file, *text);
  if (!config) return fail(std::move(config.error()));
  out.config = std::move(*config);
  out.sha256 = sha256_hex(*text);
  return out;
}

Result<std::string> path_in(const Settings& settings, const ConfigValue& named,
                            const std::string& repository) {
  if (named.value == kStandardInput) {
    if (!settings.of_repository) return named.value;
    return fail(not_named(named, "is standard input"));
  }
  std::string path =
      (fs::path(settings.file).parent_path() / named.value).string();
  if (!settings.of_repository) return path;
  // Of what is not there yet the folder counts.
  std::error_code failed;
  const std::string real =
      fs::weakly_canonical(fs::absolute(path, failed), failed).string();
  throw_if_out_of_memory(failed);
  if (failed || !lies_inside(real, repository) || is_of_the_system(real))
    return fail(not_named(named, "is outside of the repository"));
  // What is not there is told by whoever reads it.
  if (is_there(path) && !is_regular_file(path))
    return fail(not_named(named, "is not a regular file"));
  return path;
}

SettingsUsed settings_used(const Settings& settings, FailOn said) {
  SettingsUsed out{settings.file, settings.sha256, settings.used, {}};
  const Config& config = settings.config;
  if (said != FailOn::kNone) {
    if (!config.rules.empty())
      out.sets.push_back("rules: " + counted(config.rules.size(), "rule"));
    if (!config.ignore.empty())
      out.sets.push_back("ignore: " + counted(config.ignore.size(), "silence"));
    if (const std::string policy = policy_words(config.policy); !policy.empty())
      out.sets.push_back("policy: " + policy);
  }
  const std::string& level = config.fail_on.value;
  if (level.empty() || said == FailOn::kNone) return out;
  const bool wider = level == "none" && settings.of_repository;
  auto& where = said == FailOn::kGiven || wider ? out.ignored : out.sets;
  where.push_back("fail-on: " + level);
  return out;
}

}  // namespace modgraph

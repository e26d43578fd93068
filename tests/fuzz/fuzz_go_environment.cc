// Any bytes as the user's settings file: settings that hold what they promise,
// or errors.

#include <string>
#include <string_view>

#include "engine/base/file_path.h"
#include "importers/go_env/go_environment.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph {
namespace {

void check(std::string_view text) {
  GoEnvironmentInput input;
  input.variable = [](const std::string& name) -> std::string {
    return name == "GOENV" ? "/settings" : "";
  };
  input.file = [&](const std::string& name) -> std::optional<std::string> {
    if (name != "/settings") return std::nullopt;
    return std::string(text);
  };
  input.installed_root = [] { return std::string(); };
  const auto environment = go_environment(input);
  if (!environment) {
    for (const Error& e : environment.error()) must(!e.message.empty());
    must(!environment.error().empty());
    return;
  }
  must(environment->module_cache.empty() ||
       is_absolute_path(environment->module_cache));
  const std::string& work = environment->work;
  must(work.empty() || work == "auto" || work == "off" ||
       is_absolute_path(work));
  for (const std::string& folder : environment->proxies)
    must(is_absolute_path(folder) && folder.find('\0') == folder.npos);
}

}  // namespace

void fuzz::one_input(std::string_view bytes) { check(bytes); }

}  // namespace modgraph

// Any bytes as .modgraph.yaml: settings, or a bounded number of errors with
// their lines, none of which repeats more than a line.

#include <algorithm>
#include <iterator>
#include <string_view>

#include "importers/module_folder/config.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph {
namespace {

constexpr std::size_t kLongestText = 2'000;

void check(std::string_view text) {
  constexpr RuleName kRules[] = {{"MG1001", "version-cycle"},
                                 {"MG2001", "version-drift"}};
  const auto config = parse_config("fuzz", text, kRules);
  if (config) {
    must(config->mod.size() <= kMaxConfigList);
    must(config->rules.size() <= std::size(kRules));
    for (const Silence& silence : config->ignore)
      must(!silence.rules.empty() && !silence.reason.empty());
    for (const Ban& ban : config->policy.banned)
      must(!ban.module.empty() && !ban.reason.empty());
    return;
  }
  const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
  must(!config.error().empty());
  must(config.error().size() <= kMaxConfigErrors + 1);
  for (const Error& e : config.error()) {
    must(e.kind == ErrorKind::kUsage);
    must(0 <= e.where.line && e.where.line <= lines + 1);
    must(e.excerpt.size() + e.message.size() <= kLongestText);
  }
}

}  // namespace

void fuzz::one_input(std::string_view bytes) { check(bytes); }

}  // namespace modgraph

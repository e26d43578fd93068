#include "engine/report/settings_used.h"

#include <algorithm>
#include <cstddef>

namespace modgraph {
namespace {

// Enough to tell two versions of a file apart.
constexpr std::size_t kShownDigits = 12;
constexpr std::size_t kMaxNamed = 5;

std::string settings_named(const std::vector<std::string>& settings) {
  std::string out;
  for (std::size_t i = 0; i < std::min(settings.size(), kMaxNamed); ++i)
    out += (i > 0 ? ", " : "") + settings[i];
  if (settings.size() > kMaxNamed)
    out += " and " + std::to_string(settings.size() - kMaxNamed) + " more";
  return out;
}

}  // namespace

std::string settings_sentence(const SettingsUsed& settings) {
  std::string out = settings.file + " (sha256 " +
                    settings.sha256.substr(0, kShownDigits) + ")";
  out += settings.sets.empty() ? " sets nothing"
                               : " sets " + settings_named(settings.sets);
  if (!settings.ignored.empty())
    out += "; " + settings_named(settings.ignored) + " is not followed";
  return out;
}

}  // namespace modgraph

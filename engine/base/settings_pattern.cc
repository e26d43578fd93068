#include "engine/base/settings_pattern.h"

#include <cstddef>
#include <vector>

namespace modgraph {
namespace {

std::vector<std::string_view> elements_of(std::string_view path) {
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t end = path.find('/');
    out.push_back(path.substr(0, end));
    if (end == std::string_view::npos) return out;
    path.remove_prefix(end + 1);
  }
}

// Whether a pattern is all of a sequence, where `is_any` of its parts stand for
// any number of the sequence's, and the others for one that they match. Greedy:
// only the last "any" ever needs to take more.
template <class Pattern, class Sequence, class IsAny, class Matches>
bool matches_all(const Pattern& pattern, const Sequence& sequence, IsAny is_any,
                 Matches matches) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t p = 0, s = 0, last_any = kNone, taken = 0;
  while (s < sequence.size()) {
    if (p < pattern.size() && is_any(pattern[p])) {
      last_any = p++;
      taken = s;
    } else if (p < pattern.size() && matches(pattern[p], sequence[s])) {
      ++p;
      ++s;
    } else if (last_any != kNone) {
      p = last_any + 1;
      s = ++taken;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && is_any(pattern[p])) ++p;
  return p == pattern.size();
}

bool matches_element(std::string_view pattern, std::string_view element) {
  return matches_all(
      pattern, element, [](char c) { return c == '*'; },
      [](char a, char b) { return a == b; });
}

}  // namespace

bool matches_pattern(std::string_view pattern, std::string_view path) {
  return matches_all(
      elements_of(pattern), elements_of(path),
      [](std::string_view element) { return element == "**"; },
      matches_element);
}

bool matches_patterns(std::span<const std::string> patterns,
                      std::string_view path) {
  bool out = false;
  for (const std::string& pattern : patterns) {
    const bool takes_away = pattern.starts_with('!');
    if (matches_pattern(std::string_view(pattern).substr(takes_away ? 1 : 0),
                        path))
      out = !takes_away;
  }
  return out;
}

}  // namespace modgraph

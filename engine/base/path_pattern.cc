#include "engine/base/path_pattern.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace modgraph {
namespace {

// One character of a pattern: what it takes, and where the next one begins.
struct Step {
  bool fits = false;
  std::size_t length = 0;  // of the pattern
};

// The length of the character that a text begins with; a damaged one counts
// as one byte, as in Go.
std::size_t character_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && length < 4 &&
         (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80)
    ++length;
  return static_cast<unsigned char>(text.front()) < 0xc0 ? 1 : length;
}

// A bound of a range; nothing when the pattern is malformed there.
std::optional<std::string_view> take_bound(std::string_view& pattern) {
  if (pattern.empty() || pattern.front() == '-' || pattern.front() == ']')
    return std::nullopt;
  if (pattern.front() == '\\') pattern.remove_prefix(1);
  if (pattern.empty()) return std::nullopt;
  const std::string_view out = pattern.substr(0, character_length(pattern));
  pattern.remove_prefix(out.size());
  if (pattern.empty()) return std::nullopt;  // the class has no end
  return out;
}

// UTF-8 is ordered as the code points are.
std::optional<Step> match_class(std::string_view pattern,
                                std::string_view character) {
  const std::size_t size = pattern.size();
  pattern.remove_prefix(1);
  const bool negated = pattern.starts_with('^');
  if (negated) pattern.remove_prefix(1);
  bool found = false;
  for (std::size_t ranges = 0;; ++ranges) {
    if (pattern.starts_with(']') && ranges > 0) {
      pattern.remove_prefix(1);
      return Step{found != negated, size - pattern.size()};
    }
    const auto low = take_bound(pattern);
    if (!low) return std::nullopt;
    auto high = low;
    if (pattern.starts_with('-')) {
      pattern.remove_prefix(1);
      high = take_bound(pattern);
      if (!high) return std::nullopt;
    }
    found = found || (*low <= character && character <= *high);
  }
}

// How the front of a pattern (no star) takes a character; nothing when the
// pattern is malformed there.
std::optional<Step> match_one(std::string_view pattern,
                              std::string_view character) {
  switch (pattern.front()) {
    case '[':
      return match_class(pattern, character);
    case '?':
      return Step{character != "/", 1};
    case '\\':
      if (pattern.size() == 1) return std::nullopt;
      pattern.remove_prefix(1);
      return Step{pattern.starts_with(character),
                  1 + character_length(pattern)};
    default:
      return Step{pattern.starts_with(character), character_length(pattern)};
  }
}

bool is_well_formed(std::string_view pattern) {
  while (!pattern.empty()) {
    if (pattern.front() == '*') {
      pattern.remove_prefix(1);
      continue;
    }
    const auto step = match_one(pattern, "x");
    if (!step) return false;
    pattern.remove_prefix(step->length);
  }
  return true;
}

// The first elements of a path, as many as the pattern has; "" when it has
// fewer.
std::string_view first_elements(std::string_view path,
                                std::string_view pattern) {
  auto left = std::count(pattern.begin(), pattern.end(), '/');
  for (std::size_t i = 0; i < path.size(); ++i)
    if (path[i] == '/' && left-- == 0) return path.substr(0, i);
  return left > 0 ? std::string_view() : path;
}

}  // namespace

bool matches_path(std::string_view pattern, std::string_view name) {
  if (!is_well_formed(pattern)) return false;
  // On a mismatch the last star takes one character more.
  std::optional<std::string_view> behind_star;
  std::string_view retry;
  while (true) {
    if (pattern.starts_with('*')) {
      pattern.remove_prefix(1);
      behind_star = pattern;
      retry = name;
      continue;
    }
    if (name.empty() && pattern.empty()) return true;
    if (!name.empty() && !pattern.empty()) {
      const std::string_view character = name.substr(0, character_length(name));
      const auto step = match_one(pattern, character);
      if (step && step->fits) {
        pattern.remove_prefix(step->length);
        name.remove_prefix(character.size());
        continue;
      }
    }
    if (!behind_star || retry.empty() || retry.front() == '/') return false;
    retry.remove_prefix(character_length(retry));
    name = retry;
    pattern = *behind_star;
  }
}

std::string_view matching_prefix_pattern(std::string_view patterns,
                                         std::string_view path) {
  while (!patterns.empty()) {
    const std::size_t end = std::min(patterns.find(','), patterns.size());
    std::string_view pattern = patterns.substr(0, end);
    patterns.remove_prefix(std::min(end + 1, patterns.size()));
    if (pattern.ends_with('/')) pattern.remove_suffix(1);
    if (pattern.empty()) continue;
    const std::string_view prefix = first_elements(path, pattern);
    if (!prefix.empty() && matches_path(pattern, prefix)) return pattern;
  }
  return {};
}

}  // namespace modgraph

#include "engine/findings/locations.h"

#include <algorithm>
#include <utility>

namespace modgraph {
namespace {

std::string line_at(std::string_view text, std::size_t byte) {
  if (byte >= text.size()) return {};
  const std::size_t before =
      byte == 0 ? std::string_view::npos : text.rfind('\n', byte - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::string_view line = text.substr(begin);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return std::string(line);
}

struct ByPath {
  bool operator()(const RequirementLines::Line& a, std::string_view b) const {
    return a.requirement->module.path < b;
  }
  bool operator()(std::string_view a, const RequirementLines::Line& b) const {
    return a < b.requirement->module.path;
  }
};

}  // namespace

Location location_of(const Manifest& manifest, const SourceSpan& where,
                     std::string label) {
  // A span over several lines is marked to the end of its first.
  const int end_column = where.end_line == where.line ? where.end_column : 0;
  return {manifest.file,
          where.line,
          where.column,
          end_column,
          line_at(manifest.text, where.byte),
          std::move(label)};
}

std::string source_line(const Manifest& manifest, int line) {
  std::size_t byte = 0;
  for (int at = 1; at < line; ++at) {
    byte = manifest.text.find('\n', byte);
    if (byte == std::string::npos) return {};
    ++byte;
  }
  return line_at(manifest.text, byte);
}

RequirementLines::RequirementLines(std::span<const Manifest> manifests) {
  for (const Manifest& manifest : manifests)
    for (const Requirement& requirement : manifest.require)
      lines_.push_back({&manifest, &requirement});
  std::stable_sort(
      lines_.begin(), lines_.end(), [](const Line& a, const Line& b) {
        return a.requirement->module.path < b.requirement->module.path;
      });
}

std::span<const RequirementLines::Line> RequirementLines::of(
    std::string_view path) const {
  const auto [first, last] =
      std::equal_range(lines_.begin(), lines_.end(), path, ByPath());
  return {first, last};
}

std::optional<Location> RequirementLines::location(
    std::string_view path) const {
  const auto lines = of(path);
  if (lines.empty()) return std::nullopt;
  return location_of(*lines.front().manifest, lines.front().requirement->where);
}

}  // namespace modgraph

#include "exporters/picture_words.h"

#include <fmt/core.h>

#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

// The first or last `count` code points.
std::string_view first_points(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count)
    end += first_code_point(text.substr(end)).length;
  return text.substr(0, end);
}

// "v0.0.0-20240101120000-abcdef123456" as "2024-01-01 abcdef1".
std::string shown_version(std::string_view version) {
  if (!is_pseudo_version(version)) return shortened(version, 30);
  if (const auto plus = version.find('+'); plus != std::string_view::npos)
    version = version.substr(0, plus);
  const std::size_t dash = version.rfind('-');
  if (dash < 14) return shortened(version, 30);
  const std::string_view time = version.substr(dash - 14, 14);
  return fmt::format("{}-{}-{} {}", time.substr(0, 4), time.substr(4, 2),
                     time.substr(6, 2), version.substr(dash + 1, 7));
}

template <class Items, class Has>
bool any(const Items& items, Has has) {
  return std::any_of(items.begin(), items.end(), has);
}

}  // namespace

std::string shortened(std::string_view name, std::size_t most) {
  const std::size_t length = count_code_points(name);
  if (length <= most) return std::string(name);
  const std::string_view head = first_points(name, most / 2);
  const std::string_view skipped =
      first_points(name, length - (most - most / 2 - 1));
  return std::string(head) + "\u2026" +
         std::string(name.substr(skipped.size()));
}

std::string version_line(const PictureBox& box) {
  if (box.kind == BoxKind::kGroup) return box.version;
  std::string out = shown_version(box.version);
  if (!box.replaced_by.empty())
    out +=
        (out.empty() ? "\u21d2 " : " \u21d2 ") + shortened(box.replaced_by, 34);
  if (box.kind == BoxKind::kMain && out.empty()) out = "main module";
  return out;
}

std::string hidden_line(const Picture& picture) {
  std::string out;
  for (const Hidden& hidden : picture.hidden)
    out += fmt::format("{}{} {}", out.empty() ? "" : "; ", hidden.count,
                       hidden.what);
  return out.empty() ? out : "Not drawn: " + out;
}

std::string classes_of(const PictureBox& box) {
  std::string out;
  switch (box.kind) {
    case BoxKind::kMain:
      out = "main";
      break;
    case BoxKind::kDirect:
      out = "direct";
      break;
    case BoxKind::kIndirect:
      out = "indirect";
      break;
    case BoxKind::kGroup:
      out = "group";
      break;
  }
  if (box.in_cycle) out += " cycle";
  if (box.on_critical_path) out += " critical";
  return out;
}

std::string classes_of(const PictureLine& line) {
  std::string out;
  const auto add = [&](std::string_view name) {
    out += (out.empty() ? "" : " ") + std::string(name);
  };
  if (line.in_cycle) add("cycle");
  if (line.closes_cycle) add("closing");
  if (line.on_critical_path) add("critical");
  if (!line.forced.empty()) add("forcing");
  return out;
}

std::vector<LegendEntry> legend_of(const Picture& picture) {
  using Sign = LegendEntry::Sign;
  const auto& boxes = picture.boxes;
  const auto& lines = picture.lines;
  std::vector<LegendEntry> out;
  const auto entry = [&](bool occurs, Sign sign, std::string classes,
                         std::string meaning) {
    if (occurs) out.push_back({sign, std::move(classes), std::move(meaning)});
  };
  const auto kind = [&](BoxKind k) {
    return any(boxes, [k](const PictureBox& b) { return b.kind == k; });
  };
  const auto marked = [&](Level level) {
    return any(boxes, [level](const PictureBox& b) { return b.mark == level; });
  };
  entry(kind(BoxKind::kMain), Sign::kBox, "main", "main module");
  entry(kind(BoxKind::kDirect), Sign::kBox, "direct", "required by go.mod");
  entry(kind(BoxKind::kIndirect), Sign::kBox, "indirect",
        kind(BoxKind::kDirect) ? "indirect" : "module");
  entry(kind(BoxKind::kGroup), Sign::kBox, "group cycle",
        "several modules in a cycle");
  entry(any(boxes, [](auto& b) { return b.other_versions > 0; }), Sign::kBadge,
        "", "other versions asked for");
  entry(marked(Level::kError), Sign::kMark, "error", "has an error");
  entry(marked(Level::kWarning), Sign::kMark, "warning", "has a warning");
  entry(any(lines, [](auto& l) { return l.in_cycle && !l.closes_cycle; }),
        Sign::kLine, "cycle", "on a cycle");
  entry(any(lines, [](auto& l) { return l.closes_cycle; }), Sign::kLine,
        "cycle closing", "closes a cycle");
  entry(any(lines, [](auto& l) { return l.on_critical_path; }), Sign::kLine,
        "critical", "longest chain");
  entry(any(lines, [](auto& l) { return !l.forced.empty(); }), Sign::kLine,
        "forcing", "raises a version");
  return out;
}

}  // namespace modgraph

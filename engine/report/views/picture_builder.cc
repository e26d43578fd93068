#include "engine/report/views/picture_builder.h"

#include <fmt/core.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace modgraph {
namespace {

constexpr std::size_t kMembersInTooltip = 40;

}  // namespace

PictureBuilder::PictureBuilder(const ViewLimits& limits)
    : max_boxes_(limits.max_boxes == 0 ? kNoLimit : limits.max_boxes),
      max_lines_(limits.max_boxes == 0 ? kNoLimit : limits.max_lines) {}

std::optional<std::uint32_t> PictureBuilder::find(std::size_t key) const {
  const auto found = box_of_.find(key);
  if (found == box_of_.end()) return std::nullopt;
  return found->second;
}

std::uint32_t PictureBuilder::add(std::size_t key, PictureBox box) {
  return box_of_[key] = add(std::move(box));
}

std::uint32_t PictureBuilder::add(PictureBox box) {
  boxes_.push_back(std::move(box));
  return static_cast<std::uint32_t>(boxes_.size() - 1);
}

bool PictureBuilder::is_led_to(std::uint32_t box) const {
  return std::ranges::any_of(
      lines_, [&](const PictureLine& line) { return line.to == box; });
}

PictureLine& PictureBuilder::line(std::uint32_t from, std::uint32_t to) {
  const auto [found, is_new] = line_of_.try_emplace({from, to}, lines_.size());
  if (is_new) {
    PictureLine line;
    line.from = from;
    line.to = to;
    lines_.push_back(std::move(line));
  }
  return lines_[found->second];
}

void PictureBuilder::hide(std::uint64_t count, std::string_view one,
                          std::string_view many) {
  if (count > 0)
    hidden_.push_back({count, std::string(count == 1 ? one : many)});
}

Picture PictureBuilder::picture(std::string title, std::string description) && {
  std::vector<std::uint32_t> order(boxes_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) {
    const PictureBox& b = boxes_[i];
    return std::tuple<bool, bool, std::string_view, std::string_view>(
        b.kind != BoxKind::kMain, b.kind == BoxKind::kGroup, b.name, b.version);
  });
  std::vector<std::uint32_t> place(order.size());
  Picture out;
  for (const std::uint32_t i : order) {
    place[i] = static_cast<std::uint32_t>(out.boxes.size());
    out.boxes.push_back(std::move(boxes_[i]));
  }
  for (PictureLine& line : lines_) {
    line.from = place[line.from];
    line.to = place[line.to];
  }
  std::ranges::sort(lines_, {}, [](const PictureLine& line) {
    return std::pair(line.from, line.to);
  });
  out.title = std::move(title);
  out.description = std::move(description);
  out.lines = std::move(lines_);
  out.hidden = std::move(hidden_);
  return out;
}

PictureBox pile_box(std::string name, std::span<const std::string> names) {
  PictureBox out;
  out.kind = BoxKind::kGroup;
  out.name = std::move(name);
  out.modules = static_cast<std::uint32_t>(names.size());
  const std::size_t shown = std::min(names.size(), kMembersInTooltip);
  for (std::size_t i = 0; i < shown; ++i)
    out.about += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > shown)
    out.about += fmt::format(" and {} more", names.size() - shown);
  return out;
}

}  // namespace modgraph

#pragma once

// Builds a picture within limits: boxes by id, lines by their ends. What has no
// room is counted.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/report/picture.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

class PictureBuilder {
 public:
  explicit PictureBuilder(const ViewLimits& limits);

  /// The room that is left; unlimited without limits.
  std::size_t box_room() const { return max_boxes_ - boxes_.size(); }
  std::size_t line_room() const { return max_lines_ - lines_.size(); }
  /// Whether this many more boxes and lines fit.
  bool fits(std::size_t boxes, std::size_t lines) const {
    return boxes <= box_room() && lines <= line_room();
  }
  std::size_t box_count() const { return boxes_.size(); }
  std::size_t line_count() const { return lines_.size(); }

  /// The box of `key` (an id of a graph), if it has one.
  std::optional<std::uint32_t> find(std::size_t key) const;
  /// Makes the box of `key`; requires room, and that it has none.
  std::uint32_t add(std::size_t key, PictureBox box);
  /// Makes a box without a key; requires room.
  std::uint32_t add(PictureBox box);
  PictureBox& box(std::uint32_t number) { return boxes_[number]; }

  bool has_line(std::uint32_t from, std::uint32_t to) const {
    return line_of_.count({from, to}) != 0;
  }
  /// Whether a line leads to the box.
  bool is_led_to(std::uint32_t box) const;
  /// The line between two boxes; made if there is none, which requires room.
  PictureLine& line(std::uint32_t from, std::uint32_t to);

  /// Counts what is not drawn; with the words for one and for several.
  void hide(std::uint64_t count, std::string_view one, std::string_view many);

  /// Main modules first, then by name and version; lines by their ends.
  Picture picture(std::string title, std::string description) &&;

 private:
  std::size_t max_boxes_;
  std::size_t max_lines_;
  std::vector<PictureBox> boxes_;
  std::vector<PictureLine> lines_;
  std::map<std::size_t, std::uint32_t> box_of_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> line_of_;
  std::vector<Hidden> hidden_;
};

/// A box for several things: "12 requirers", with their names in the tooltip.
PictureBox pile_box(std::string name, std::span<const std::string> names);

}  // namespace modgraph

#pragma once

// The words of a picture that SVG and DOT share.

#include <string>
#include <string_view>
#include <vector>

#include "engine/report/picture.h"

namespace modgraph {

/// A name that fits into a box: at most `most` code points, the middle of a
/// longer one replaced by an ellipsis.
std::string shortened(std::string_view name, std::size_t most);

/// The second line of a box: the selected version (of pseudo-versions the date
/// and the first digits of the revision), with what replaces it.
std::string version_line(const PictureBox& box);

/// "345 modules, 1,203 requirements ... not drawn"; "" when all is drawn.
std::string hidden_line(const Picture& picture);

/// The classes of a box and of a line, separated by blanks: main, direct,
/// indirect, group, cycle, critical; cycle, closing, critical, forcing.
std::string classes_of(const PictureBox& box);
std::string classes_of(const PictureLine& line);

/// One kind of sign that occurs in a picture, with its meaning.
struct LegendEntry {
  enum class Sign : unsigned char { kBox, kLine, kBadge, kMark };
  Sign sign = Sign::kBox;
  std::string classes;
  std::string meaning;
};

/// Only what occurs, in a fixed order.
std::vector<LegendEntry> legend_of(const Picture& picture);

}  // namespace modgraph

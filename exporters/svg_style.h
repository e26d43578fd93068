#pragma once

// How pictures look: sizes, and the style sheet with its colours.
//
// Colours are those of Okabe and Ito (2008), which colour-blind people tell
// apart, and never the only sign: cycles are dotted where they close, the
// critical path is thicker, forcing lines have a label.

#include <string_view>

namespace modgraph::svg_style {

inline constexpr double kNameSize = 11;  // px
inline constexpr double kVersionSize = 9.5;
inline constexpr double kTitleSize = 16;
inline constexpr double kSmallSize = 10;
inline constexpr double kBadgeSize = 9;
inline constexpr double kBoxHeight = 34;
inline constexpr double kPadding = 9;  // inside a box, left and right
inline constexpr double kMargin = 24;  // around the drawing
inline constexpr double kHeaderHeight = 48;
inline constexpr double kLegendRow = 18;
inline constexpr double kNarrowest = 560;  // a picture, without margins

/// The content of <style>.
std::string_view sheet();

}  // namespace modgraph::svg_style

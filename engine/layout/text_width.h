#pragma once

// How wide a label will be, without asking a font.

#include <string_view>

namespace modgraph {

enum class FontWeight : unsigned char { kRegular, kBold };

/// Width of `text` in units of the font's size, so times 11 for an 11 px font.
/// The table is that of DejaVu Sans 2.37, which is wider than the other common
/// sans-serif fonts: what is measured with it fits. East Asian characters count
/// 1, others outside ASCII 0.65. O(length).
double text_width(std::string_view text, FontWeight weight);

}  // namespace modgraph

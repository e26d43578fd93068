#include "engine/layout/text_width.h"

#include <array>
#include <cstdint>

#include "engine/base/utf8.h"

namespace modgraph {
namespace {

// Advance widths of U+0020 to U+007E in thousandths of the font's size.
using Widths = std::array<std::uint16_t, 95>;

constexpr Widths kRegular = {
    318, 401, 460, 838, 636,  950, 780, 275, 390, 390, 500, 838, 318, 361,
    318, 337, 636, 636, 636,  636, 636, 636, 636, 636, 636, 636, 337, 337,
    838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295,
    295, 656, 557, 863, 748,  787, 603, 787, 695, 635, 611, 732, 684, 989,
    685, 611, 685, 390, 337,  390, 838, 500, 500, 613, 635, 550, 635, 615,
    352, 635, 634, 278, 278,  579, 278, 974, 634, 612, 635, 635, 411, 521,
    392, 634, 592, 818, 592,  592, 525, 636, 337, 636, 838};

constexpr Widths kBold = {
    348, 456, 521, 838, 696,  1002, 872, 306,  457, 457, 523, 838, 380, 415,
    380, 365, 696, 696, 696,  696,  696, 696,  696, 696, 696, 696, 400, 400,
    838, 838, 838, 580, 1000, 774,  762, 734,  830, 683, 683, 821, 837, 372,
    372, 775, 637, 995, 837,  850,  733, 850,  770, 720, 682, 812, 774, 1103,
    771, 724, 725, 457, 365,  457,  838, 500,  500, 675, 716, 593, 716, 678,
    435, 716, 712, 343, 343,  665,  343, 1042, 712, 687, 716, 716, 493, 595,
    478, 712, 652, 924, 645,  652,  582, 712,  365, 712, 838};

// Scripts whose characters are as wide as they are high, roughly.
bool is_full_width(char32_t c) {
  return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xd7a3) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xff60) ||
         c >= 0x1f300;
}

}  // namespace

double text_width(std::string_view text, FontWeight weight) {
  const Widths& widths = weight == FontWeight::kBold ? kBold : kRegular;
  double sum = 0;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    text.remove_prefix(c.length);
    if (c.value >= 0x20 && c.value < 0x7f)
      sum += widths[c.value - 0x20] / 1000.0;
    else
      sum += is_full_width(c.value) ? 1.0 : 0.65;
  }
  return sum;
}

}  // namespace modgraph

#include "exporters/pictures/svg_style.h"

#include <string>

#include "exporters/pictures/picture_looks.h"

namespace modgraph {

namespace {

// What does not depend on the meaning of a box or a line.
constexpr std::string_view kCommon = R"(
svg { background: #ffffff; color: #1b1f24;
  font-family: "DejaVu Sans", Verdana, Helvetica, Arial, sans-serif; }
text { fill: currentColor; }
.title { font-size: 16px; font-weight: bold; }
.small { font-size: 10px; fill: #57606a; }
.name { font-size: 11px; }
.main .name { font-weight: bold; }
.version { font-size: 9.5px; fill: #57606a; }
.box { fill: #f6f8fa; stroke: #57606a; stroke-width: 1.2; }
.inner { fill: none; stroke: #57606a; stroke-width: 1; }
.unselected .name { fill: #57606a; }
.question .name { font-weight: bold; }
.change { fill: #ffffff; stroke: #1b1f24; stroke-width: 1.2; }
.change-sign { font-size: 11px; font-weight: bold; text-anchor: middle; }
.badge { fill: #ffffff; stroke: #57606a; }
.badge-text, .replaced { font-size: 9px; text-anchor: middle; }
.mark { stroke: #ffffff; stroke-width: 1; stroke-linejoin: round; }
.mark.error { fill: #b3261e; }
.mark.warning { fill: #E69F00; }
.number { font-size: 9px; font-weight: bold; text-anchor: middle; fill: #1b1f24; }
.number.error { fill: #ffffff; }
.bar-ground { fill: #d8dee4; }
.bar { fill: #0072B2; }
.bar-words { font-size: 9.5px; text-anchor: end; fill: #57606a; }
.bang { stroke: #1b1f24; stroke-width: 1.8; stroke-linecap: round; }
.dot { fill: #1b1f24; }
.bang.error { stroke: #ffffff; }
.dot.error { fill: #ffffff; }
.line { fill: none; stroke: #8c959f; stroke-width: 1.1; }
.line.below { stroke: #0072B2; stroke-width: 5; }
.label-ground { fill: #ffffff; stroke: #E69F00; }
.label-ground.plain { stroke: #8c959f; }
.line-label { font-size: 9.5px; text-anchor: middle; }
.tip { fill: #8c959f; }
)";

// All between the braces.
constexpr std::string_view kDark =
    R"(  svg { background: #0d1117; color: #e6edf3; }
  .small, .version, .bar-words { fill: #9da7b3; }
  .bar-ground { fill: #30363d; }
  .bar { fill: #56B4E9; }
  .box { fill: #161b22; stroke: #8b949e; }
  .inner, .badge { stroke: #8b949e; }
  .badge, .label-ground { fill: #0d1117; }
  .label-ground { stroke: #E69F00; }
  .label-ground.plain { stroke: #6e7681; }
  .unselected .name { fill: #9da7b3; }
  .change { fill: #0d1117; stroke: #e6edf3; }
  .mark { stroke: #0d1117; }
  .line { stroke: #6e7681; }
  .line.below { stroke: #56B4E9; }
  .tip { fill: #6e7681; }
)";

}  // namespace

std::string_view svg_style_sheet() {
  static const std::string kWhole =
      std::string(kCommon)
          .append(look_rules(Ground::kLight))
          .append("@media (prefers-color-scheme: dark) {\n")
          .append(kDark)
          .append(look_rules(Ground::kDark))
          .append("}\n");
  return kWhole;
}

}  // namespace modgraph

#include "exporters/pictures/svg_style.h"

namespace modgraph {

std::string_view svg_style_sheet() {
  return R"(
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
.indirect .box { stroke-dasharray: 4 3; }
.cycle .box { stroke: #D55E00; stroke-width: 1.6; }
.critical .box { stroke: #0072B2; stroke-width: 2.4; }
.selected .box { stroke: #009E73; stroke-width: 2.2; }
.unselected .box { stroke: #8c959f; stroke-dasharray: 1.5 2.5; }
.unselected .name { fill: #57606a; }
.question .box { stroke-width: 3.2; }
.question .name { font-weight: bold; }
.change { fill: #ffffff; stroke: #1b1f24; stroke-width: 1.2; }
.change-sign { font-size: 11px; font-weight: bold; text-anchor: middle; }
.badge { fill: #ffffff; stroke: #57606a; }
.badge-text, .replaced { font-size: 9px; text-anchor: middle; }
.mark { stroke: #ffffff; stroke-width: 1; stroke-linejoin: round; }
.mark.error { fill: #b3261e; }
.mark.warning { fill: #E69F00; }
.bang { stroke: #1b1f24; stroke-width: 1.8; stroke-linecap: round; }
.dot { fill: #1b1f24; }
.bang.error { stroke: #ffffff; }
.dot.error { fill: #ffffff; }
.line { fill: none; stroke: #8c959f; stroke-width: 1.1; }
.line.hidden-way { stroke-dasharray: 9 4; }
.line.critical { stroke: #0072B2; stroke-width: 3; }
.line.cycle { stroke: #D55E00; stroke-width: 1.6; }
.line.closing { stroke-dasharray: 1.6 3.2; stroke-width: 2; }
.line.forcing { stroke: #E69F00; stroke-width: 2; }
.line.decides { stroke: #009E73; stroke-width: 2.4; }
.line.goes { stroke-dasharray: 8 3 1.5 3; stroke-width: 1.4; }
.line.below { stroke: #0072B2; stroke-width: 5; }
.label-ground { fill: #ffffff; stroke: #E69F00; }
.label-ground.plain { stroke: #8c959f; }
.line-label { font-size: 9.5px; text-anchor: middle; }
.tip { fill: #8c959f; }
.tip.critical { fill: #0072B2; }
.tip.cycle { fill: #D55E00; }
.tip.forcing { fill: #E69F00; }
.tip.decides { fill: #009E73; }
@media (prefers-color-scheme: dark) {
  svg { background: #0d1117; color: #e6edf3; }
  .small, .version { fill: #9da7b3; }
  .box { fill: #161b22; stroke: #8b949e; }
  .inner, .badge { stroke: #8b949e; }
  .badge, .label-ground { fill: #0d1117; }
  .label-ground { stroke: #E69F00; }
  .label-ground.plain { stroke: #6e7681; }
  .unselected .name { fill: #9da7b3; }
  .selected .box { stroke: #009E73; }
  .unselected .box { stroke: #8b949e; }
  .change { fill: #0d1117; stroke: #e6edf3; }
  .mark { stroke: #0d1117; }
  .cycle .box { stroke: #D55E00; }
  .critical .box { stroke: #56B4E9; }
  .line { stroke: #6e7681; }
  .line.critical, .line.below { stroke: #56B4E9; }
  .line.cycle { stroke: #D55E00; }
  .line.forcing { stroke: #E69F00; }
  .line.decides { stroke: #009E73; }
  .tip { fill: #6e7681; }
  .tip.critical { fill: #56B4E9; }
  .tip.cycle { fill: #D55E00; }
  .tip.forcing { fill: #E69F00; }
  .tip.decides { fill: #009E73; }
}
)";
}

}  // namespace modgraph

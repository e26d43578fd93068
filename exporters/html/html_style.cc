#include "exporters/html/html_parts.h"

namespace modgraph {

// Class names of the picture are left alone: both sheets rule the whole page.
std::string_view html_style_sheet() {
  return R"(
:root { color-scheme: light dark;
  --ground: #ffffff; --raised: #f6f8fa; --text: #1b1f24; --faint: #57606a;
  --line: #d0d7de; --edge: #868e97; --accent: #0a5cad; --error: #b3261e; --warning: #8a5a00;
  --note: #0a5cad; --tint: #e8f1fb; --loop: #fbe3d4; --good: #1a6b34; }
@media (prefers-color-scheme: dark) { :root {
  --ground: #0d1117; --raised: #161b22; --text: #e6edf3; --faint: #9da7b3;
  --line: #30363d; --edge: #6b7480; --accent: #79b8ff; --error: #ff8f87; --warning: #f0b849;
  --note: #79b8ff; --tint: #12243a; --loop: #43281a; --good: #7ee2a0; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 7rem; }
body { margin: 0; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, "Segoe UI", Roboto, Ubuntu, sans-serif; }
header { position: sticky; top: 0; z-index: 1; background: var(--ground);
  border-bottom: 1px solid var(--line); }
.bar, #tabs, main { max-width: 1560px; margin: 0 auto; padding: 0 24px; }
.bar { display: flex; flex-wrap: wrap; align-items: baseline;
  gap: 0 16px; padding-top: 12px; }
h1 { font-size: 19px; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 17px; margin: 28px 0 8px; }
.verdict { margin: 0; color: var(--faint); }
#tabs { display: flex; gap: 24px; overflow-x: auto; }
#tabs a { padding: 8px 0 6px; white-space: nowrap; color: var(--faint); text-decoration: none;
  border-bottom: 3px solid transparent; }
#tabs a:hover { color: var(--text); }
#tabs a:focus-visible { outline-offset: -2px; }
#tabs a[aria-selected="true"] { color: var(--text);
  border-bottom-color: var(--accent); }
main { padding-bottom: 64px; }
.tabbed .panel > h2 { position: absolute; width: 1px; height: 1px;
  overflow: hidden; clip-path: inset(50%); }
.tabbed .panel { padding-top: 16px; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas,
  "DejaVu Sans Mono", monospace; font-size: 13px; overflow-wrap: anywhere; }
p { margin: 6px 0; max-width: 90ch; }
.partial { border-left: 4px solid var(--warning); padding: 4px 14px;
  margin: 16px 0; background: var(--raised); }
.controls { display: flex; flex-wrap: wrap; gap: 8px 18px;
  align-items: center; margin: 0 0 12px; color: var(--faint); }
.controls[hidden] { display: none; }
.controls fieldset { border: 0; padding: 0; margin: 0; display: flex;
  gap: 10px; }
.controls legend { float: left; margin-right: 8px; padding: 0; }
.controls label { display: flex; align-items: center; gap: 6px; }
input[type="checkbox"] { margin: 0; accent-color: var(--accent); }
input[type="search"], select { font: inherit; color: var(--text);
  background: var(--ground); border: 1px solid var(--edge);
  border-radius: 6px; padding: 3px 8px; height: 32px; min-width: 0; }
.controls output { margin-left: auto; }
.hint { font-size: 13px; order: 1; flex-basis: 100%; }
.finding { border: 1px solid var(--line); border-left-width: 4px;
  border-radius: 6px; margin: 6px 0; background: var(--ground); }
.finding.error { border-left-color: var(--error); }
.finding.warning { border-left-color: var(--warning); }
.finding.note { border-left-color: var(--note); }
.finding:target { background: var(--tint); }
.finding summary { padding: 7px 12px; cursor: pointer; display: flex;
  gap: 10px; align-items: baseline; }
.finding details[open] > summary { padding-bottom: 2px; }
.finding details > :not(summary) { margin-left: 96px; margin-right: 12px; }
.finding details > :last-child { margin-bottom: 10px; }
.level { font-size: 12px; font-weight: 700; flex: none; width: 74px;
  text-transform: uppercase; letter-spacing: .03em; }
.error .level { color: var(--error); }
.warning .level { color: var(--warning); }
.note .level { color: var(--note); }
.message { flex: 1; overflow-wrap: anywhere; }
.rule { color: var(--faint); font-size: 13px; white-space: nowrap; }
.finding summary::after { content: "\25be"; color: var(--faint); }
.finding details[open] > summary::after { transform: rotate(180deg); }
.place { color: var(--faint); font-size: 13px; display: flex;
  flex-wrap: wrap; gap: 0 14px; }
.source { background: var(--raised); border-radius: 6px; padding: 6px 10px;
  margin-top: 6px; margin-bottom: 6px; overflow-x: auto; }
.source .label { color: var(--warning); }
.notes { list-style: none; margin-top: 4px; margin-bottom: 4px; padding: 0;
  overflow-wrap: anywhere; }
.chain { list-style: none; margin-top: 4px; margin-bottom: 4px; padding: 0;
  display: flex; flex-wrap: wrap; gap: 2px 0; }
.chain li:not(:last-child)::after { content: "\2192"; padding: 0 8px;
  color: var(--faint); }
.fix { border-top: 1px solid var(--line); margin-top: 8px;
  padding-top: 4px; }
.command { display: flex; gap: 10px; align-items: center;
  background: var(--raised); border-radius: 6px; padding: 4px 4px 4px 10px; }
.command code { flex: 1; min-width: 0; }
.copy { font: inherit; font-size: 13px; color: var(--text);
  background: var(--ground); border: 1px solid var(--edge);
  border-radius: 6px; padding: 2px 10px; cursor: pointer; }
.effect { list-style: none; margin: 6px 0; padding: 0; font-size: 13px;
  columns: 26rem; }
.side, .cut, .related { color: var(--faint); }
#picture, .scroll { overflow: auto; border: 1px solid var(--line);
  border-radius: 6px; }
#picture { text-align: center; max-height: calc(100vh - 190px); }
#picture svg { display: block; margin: 0 auto; max-width: none; }
#picture.dragged, #picture.dragged .node { cursor: grabbing; }
#picture .node { cursor: pointer; }
#picture .dim { opacity: .13; }
#picture .folded { display: none; }
#picture .found .box, #picture .pinned .box, #picture .near .box {
  stroke: var(--accent); stroke-width: 3; }
#picture .folds .box { stroke-dasharray: 2 2; stroke-width: 3; }
.matrix, .heaviest { font-variant-numeric: tabular-nums; }
#panel-matrix .scroll { max-height: calc(100vh - 190px); }
.matrix { border-collapse: separate; border-spacing: 0; font-size: 12px; }
.matrix th { font-weight: 400; text-align: left; padding: 2px 8px;
  white-space: nowrap; background: var(--ground); }
.matrix tbody th { position: sticky; left: 0; }
.matrix thead th { position: sticky; top: 0; }
.matrix thead th:first-child { left: 0; z-index: 1; text-align: left;
  padding: 2px 8px; color: var(--faint); }
.matrix th, .matrix td { border: 0 solid var(--line);
  border-width: 0 1px 1px 0; }
.matrix thead th, .matrix td { text-align: center; min-width: 26px;
  padding: 2px 4px; }
.matrix thead th:not(:first-child) { vertical-align: bottom; }
.matrix thead span { writing-mode: vertical-rl; transform: rotate(180deg);
  max-height: 15rem; overflow: hidden; text-align: left; }
.matrix .own { background: var(--line); }
.matrix .some { background: var(--tint); }
.matrix .loop { background: var(--loop); }
.matrix tr:hover th { background: var(--tint); }
#treemap { margin: 8px 0; }
#treemap svg { display: block; width: 100%; height: auto; }
.tile { cursor: pointer; }
.tile rect { stroke: var(--ground); stroke-width: 1; }
.tile text { font-size: 11px; fill: #ffffff; pointer-events: none; }
.tile.d0 rect { fill: #24486b; } .tile.d1 rect { fill: #33658f; }
.tile.d2 rect { fill: #3f6f74; } .tile.d3 rect { fill: #5b5a86; }
.tile.drest rect { fill: #5f6770; }
.tile .name { font-size: 10px; fill: #e3e7eb; }
.tile:hover > rect { fill: #1b1f24; }
.crumbs { display: flex; flex-wrap: wrap; gap: 2px 0; }
.crumbs > :not(:last-child)::after { content: "\203a"; padding: 0 8px;
  color: var(--faint); }
.crumbs button, #modules button { font: inherit; color: var(--accent); border: 0;
  background: none; padding: 0; cursor: pointer; text-align: left;
  overflow-wrap: anywhere; }
#find { margin-left: auto; }
#find input { width: 15rem; max-width: 100%; }
.zoom { display: inline-flex; align-items: center; gap: 4px; }
.zoom output { min-width: 3.2em; text-align: center; margin: 0; }
.controls button, #module-more { font: inherit; color: var(--text);
  background: var(--ground); border: 1px solid var(--edge);
  border-radius: 6px; padding: 2px 10px; cursor: pointer; }
#modules { border-collapse: collapse; font-size: 14px; width: 100%;
  font-variant-numeric: tabular-nums; }
#modules th, #modules td { text-align: left; font-weight: 400;
  padding: 3px 10px; border-bottom: 1px solid var(--line); }
#modules td { white-space: nowrap; max-width: 13rem; overflow: hidden;
  text-overflow: ellipsis; }
#modules thead th { background: var(--raised); white-space: nowrap; }
#modules thead button { color: var(--faint); }
#modules thead [aria-sort="ascending"] button::after { content: " \25b4"; }
#modules thead [aria-sort="descending"] button::after { content: " \25be"; }
#modules thead [aria-sort]:not([aria-sort="none"]) button { color: var(--text); }
#modules tbody th { min-width: 19rem; }
#modules .number { text-align: right; }
#modules .detail td { white-space: normal; max-width: none;
  background: var(--raised); overflow-wrap: anywhere; }
#modules .detail p a { margin-right: 14px; }
.required { list-style: none; margin: 2px 0; padding: 0; font-size: 13px; }
.required b { font-weight: 600; }
.required span { color: var(--faint); }
.heaviest { border-collapse: collapse; font-size: 14px; }
.heaviest th, .heaviest td { text-align: left; font-weight: 400;
  padding: 2px 18px 2px 0; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; }
.heaviest thead th { color: var(--faint); }
.heaviest thead th, .heaviest td { white-space: nowrap; }
.heaviest :is(th, td):nth-child(n + 3) { text-align: right; }
h3 { font-size: 15px; margin: 20px 0 4px; }
.ladder summary { cursor: pointer; padding: 2px 0; }
.ladder ol { margin: 2px 0 10px; padding-left: 38px; }
.ladder li::marker { color: var(--faint); font-size: 13px; }
.ladder b { font-weight: 600; }
.ladder .selected b { color: var(--good); }
.ladder code { font-size: inherit; font-family: inherit; }
.ladder summary span, .by { color: var(--faint); font-size: 13px; }
.ladder ol code { overflow-wrap: anywhere; }
.bar:last-child { padding-bottom: 10px; }
.panel.answer { padding-top: 12px; }
.panel.answer > p { overflow-wrap: anywhere; }
ul.answer { margin: 4px 0 10px; padding-left: 22px; max-width: 110ch; }
ul.answer ul.answer { margin: 2px 0 4px; }
ul.answer li { margin: 2px 0; overflow-wrap: anywhere; }
ul.answer li::marker { color: var(--faint); }
table.answer { border-collapse: collapse; font-size: 14px;
  font-variant-numeric: tabular-nums; }
table.answer th, table.answer td { text-align: left; vertical-align: top;
  padding: 4px 14px; white-space: nowrap;
  border-bottom: 1px solid var(--line); }
table.answer tbody tr:last-child td { border-bottom: 0; }
table.answer th { font-weight: 400; color: var(--faint); }
table.answer tbody tr:hover { background: var(--raised); }
table.answer .number { text-align: right; }
dl { display: grid; grid-template-columns: 17rem minmax(0, 1fr);
  gap: 8px 24px; margin: 0; }
dt { grid-column: 1; color: var(--faint); }
dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
dd + dd { margin-top: -6px; }
.digest { color: var(--faint); }
[hidden] { display: none; }
@media (max-width: 640px) {
  .bar, #tabs, main { padding-left: 12px; padding-right: 12px; }
  header { position: static; }
  #tabs { gap: 13px; font-size: 14px; }
  .controls label, .controls select { max-width: 100%; }
  .finding summary { flex-wrap: wrap; gap: 2px 10px; }
  .finding details > :not(summary) { margin-left: 12px; }
  .heaviest :is(th, td):nth-child(2) { display: none; }
  .heaviest tbody th { white-space: normal; }
  ul.answer { padding-left: 16px; }
  table.answer th, table.answer td { padding: 4px 8px; }
  dl { display: block; }
  dt { margin-top: 10px; }
  dd + dd { margin-top: 0; }
  .message { flex-basis: 100%; order: 3; }
  .finding summary::after { margin-left: auto; }
}
@media print {
  header { position: static; }
  .panel[hidden] { display: block; }
  .controls, #tabs, #find, .copy, #module-more { display: none; }
  #picture, #panel-matrix .scroll { max-height: none; }
  .tabbed .panel > h2 { position: static; width: auto; height: auto;
    clip-path: none; break-after: avoid; }
  .scroll { overflow: visible; }
  table.answer th, table.answer td { white-space: normal; }
  .matrix { font-size: 7px; }
  .matrix tbody th { padding: 0 4px; white-space: normal; }
  .matrix thead th, .matrix td { min-width: 0; padding: 0 1px; }
  .matrix thead th:not(:first-child) { line-height: 1; font-size: 6px; }
  #modules { font-size: 9px; }
  #modules :is(th, td) { white-space: normal; padding: 1px 4px;
    overflow-wrap: anywhere; }
  #modules tbody th { min-width: 10rem; }
  .finding summary::after { content: none; }
  #picture svg { width: 100%; height: auto; }
  .finding { break-inside: avoid; }
}
)";
}

}  // namespace modgraph

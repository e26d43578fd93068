#include "exporters/html/html_parts.h"

namespace modgraph {

// The treemap of weights. It is drawn when it is first seen.
std::string_view html_weight_script() {
  return R"js(
// Weight: a treemap (M. Bruls, K. Huizing, J. van Wijk, "Squarified treemaps",
// 2000). A module's area is the number of modules that leave with it.
const kMapWidth = 1200, kMapHeight = 560, kMapHead = 20;
const kFewest = 4;  // modules that nothing else leaves with share a tile
const mapFrame = one('#treemap');
let inside = -1;   // whose tile fills the map; -1: the main modules
let alone = false;  // only what brings nothing else
const byParent = () => {
  const parents = JSON.parse(one('#brought-by').textContent);
  const below = new Map();
  parents.forEach((parent, i) => {
    if (parent === null) return;
    below.set(parent, [...below.get(parent) ?? [], i]);
  });
  return {parents, below};
};
let weights = null;
const weightTree = () => weights ??= byParent();
const weightOf = (i) => rows()[i].exclusive ?? 1;

// Rows of tiles along the shorter side, each as square as the next one allows.
const squarified = (items, box) => {
  const total = items.reduce((sum, item) => sum + item.weight, 0);
  const out = [];
  let {x, y, width, height} = box;
  const unit = width * height / total;
  let at = 0;
  while (at < items.length) {
    const side = Math.min(width, height);
    let sum = 0, worst = Infinity, end = at;
    while (end < items.length) {
      const next = sum + items[end].weight * unit;
      const thick = next / side;
      const ratio = Math.max(...[items[at], items[end]].map((item) => {
        const long = item.weight * unit / thick;
        return Math.max(long / thick, thick / long);
      }));
      if (ratio > worst) break;
      worst = ratio;
      sum = next;
      ++end;
    }
    const thick = sum / side;
    let along = 0;
    for (; at < end; ++at) {
      const long = items[at].weight * unit / thick;
      out.push({...items[at], ...(width >= height
          ? {x, y: y + along, width: thick, height: long}
          : {x: x + along, y, width: long, height: thick})});
      along += long;
    }
    if (width >= height) {
      x += thick;
      width -= thick;
    } else {
      y += thick;
      height -= thick;
    }
  }
  return out;
};
const tilesIn = (parent, onlyAlone = false) => {
  const below = (weightTree().below.get(parent) ?? []).filter((i) => !rows()[i].main || parent === -1);
  const single = below.filter((i) => weightOf(i) === 1);
  const own = parent >= 0 && !onlyAlone ? [{of: parent, weight: 1, own: true}] : [];
  const grouped = !onlyAlone && single.length > kFewest &&
      single.length < below.length;
  const shown = onlyAlone ? single
      : grouped ? below.filter((i) => weightOf(i) > 1) : below;
  const items = shown.map((of) => ({of, weight: weightOf(of)}));
  if (grouped) items.push({of: -1, weight: single.length});
  return [...items.sort((a, b) => b.weight - a.weight), ...own];
};
const svg = (tag, attributes, text = '') => {
  const e = document.createElementNS('http://www.w3.org/2000/svg', tag);
  e.textContent = text;
  for (const [name, value] of Object.entries(attributes))
    e.setAttribute(name, value);
  return e;
};
const measure = document.createElement('canvas').getContext('2d');
measure.font = '11px system-ui, "Segoe UI", Roboto, Ubuntu, sans-serif';
// Whole elements of the path, the last ones first; "" if not even one fits. A
// major version does not stand alone.
const lastOf = (path) => /[^/]+(\/v[0-9]+)?$/.exec(path)?.[0] ?? path;
const label = (path, width) => {
  const fits = (text) => measure.measureText(text).width * 1.05 <= width;
  if (fits(path)) return path;
  const last = lastOf(path);
  for (let at = path.indexOf('/'); at >= 0 && at < path.length - last.length;
       at = path.indexOf('/', at + 1))
    if (fits('\u2026' + path.slice(at))) return '\u2026' + path.slice(at);
  return fits(last) ? last : '';
};
const tileName = (tile) => tile.of < 0
    ? many(tile.weight, 'module') + ' that bring no other'
    : tile.own ? rows()[tile.of].module + ' itself' : rows()[tile.of].module;
const tileAbout = (tile) => {
  if (tile.of < 0 || tile.own) return tileName(tile);
  const m = rows()[tile.of];
  return m.module + (m.version ? ' ' + m.version : '') + ': ' +
      many(tile.weight, 'module') + (tile.weight === 1 ? ' leaves' : ' leave') +
      ' with it; required by ' + m.dependents;
};
const chooseTile = (tile, parent) => {
  if (tile.of < 0) enter(parent, true);
  else if (!tile.own && tile.weight > 1) enter(tile.of, false);
  else {
    show(tabOf('modules'));
    openModule(rows()[tile.of].module);
    remember();
  }
};
// Columns of names, in the tile of what brings no other.
const kNameWidth = 130, kNameHeight = 14;
const putNames = (tile, parent, to) => {
  const names = tilesIn(parent, true).map((t) => rows()[t.of].module);
  const columns = Math.floor((tile.width - 8) / kNameWidth);
  const lines = Math.floor((tile.height - kMapHead - 8) / kNameHeight);
  if (columns < 1 || lines < 2) return;
  const room = columns * lines;
  const last = names.length > room ? room - 1 : names.length;
  const width = (tile.width - 8) / columns;
  for (let i = 0; i < Math.min(names.length, room); ++i)
    to.append(svg('text', {
      class: 'name', x: tile.x + 4 + Math.floor(i / lines) * width,
      y: tile.y + kMapHead + 13 + i % lines * kNameHeight,
    }, i < last ? label(names[i], width - 8) || '\u2026'
                : 'and ' + (names.length - last) + ' more'));
};
const putTile = (tile, parent, depth, to) => {
  const group = svg('g', {
    class: 'tile d' + (tile.of < 0 ? 'rest' : depth % 4), tabindex: 0,
    role: 'button', 'aria-label': tileAbout(tile)});
  group.append(svg('title', {}, tileAbout(tile)),
               svg('rect', {x: tile.x, y: tile.y,
                            width: Math.max(tile.width - 1, 0.5),
                            height: Math.max(tile.height - 1, 0.5)}));
  const words = tile.height < 14 ? '' : label(tileName(tile), tile.width - 9);
  if (words)
    group.append(svg('text', {x: tile.x + 4, y: tile.y + 13}, words));
  if (tile.of < 0) putNames(tile, parent, group);
  group.addEventListener('click', () => chooseTile(tile, parent));
  group.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    chooseTile(tile, parent);
  });
  to.append(group);
};
// A tile, and in it, where there is room, what leaves with its module.
const kRoom = 60;
const drawTiles = (parent, onlyAlone, box, to) => {
  const stack = [{parent, onlyAlone, box, depth: 0}];
  while (stack.length > 0) {
    const at = stack.pop();
    for (const tile of squarified(tilesIn(at.parent, at.onlyAlone), at.box)) {
      putTile(tile, at.parent, at.depth, to);
      const inner = {x: tile.x + 3, y: tile.y + kMapHead, width: tile.width - 7,
                     height: tile.height - kMapHead - 4};
      if (tile.of >= 0 && !tile.own && tile.weight > 1 && at.depth < 3 &&
          inner.width > kRoom && inner.height > kRoom / 2)
        stack.push({parent: tile.of, onlyAlone: false, box: inner,
                    depth: at.depth + 1});
    }
  }
};
const crumb = (words, to) => {
  const button = make('button', words, {type: 'button'});
  button.addEventListener('click', () => enter(to, false));
  return button;
};
const drawMap = () => {
  const map = svg('svg', {viewBox: `0 0 ${kMapWidth} ${kMapHeight}`,
                          role: 'group', 'aria-label': 'Treemap of weights'});
  drawTiles(inside, alone, {x: 0, y: 0, width: kMapWidth, height: kMapHeight}, map);
  const trail = [];
  for (let at = inside; at >= 0; at = weightTree().parents[at])
    trail.unshift(crumb(rows()[at].module, at));
  trail.unshift(crumb('all', -1));
  if (alone) trail.push(make('span', 'what brings no other'));
  const bar = make('p', '', {class: 'crumbs'});
  bar.append(...trail);
  mapFrame.replaceChildren(bar, map);
};
const enter = (parent, onlyAlone) => {
  inside = parent;
  alone = onlyAlone;
  drawMap();
  remember();
};
const onlyMain = () => {
  const tops = weightTree().below.get(-1) ?? [];
  return tops.length === 1 ? tops[0] : -1;
};
let mapMade = false;
if (one('#brought-by') && one('#report'))
  parts.weight = {
    shown: () => {
      if (mapMade) return;
      mapMade = true;
      inside = onlyMain();
      drawMap();
    },
    state: () => ({
      in: inside < 0 || inside === onlyMain() ? '' : rows()[inside].module,
      only: alone ? 'single' : '',
    }),
    restore: (state) => {
      mapMade = true;
      const at = rows().findIndex((m) => m.module === state.in);
      inside = at >= 0 && weightOf(at) > 1 ? at : onlyMain();
      alone = state.only === 'single' && tilesIn(inside, true).length > 0;
      drawMap();
    },
  };
)js";
}

}  // namespace modgraph

#include "exporters/html/html_parts.h"

namespace modgraph {

// The picture: search, pin, fold, zoom.
std::string_view html_graph_script() {
  return R"js(
// The picture: its boxes and lines are in the order of the data.
const picture = one('#picture');
const nodes = all('.node', picture);
const lines = JSON.parse(one('#picture-lines').textContent);
const marked = JSON.parse(one('#picture-marks').textContent);
const curves = all('.lines > *', picture);
const titles = nodes.map((n) => one('title', n).textContent);
// The paths of modules that have a box of their own.
const pathOf = (i) => nodes[i].matches('.group') ? '' : titles[i].split(/[ ;]/)[0];
const drawn = new Map(nodes.map((_, i) => [pathOf(i), i]));
drawn.delete('');
let pinned = -1;
const folded = new Set();
const leadsTo = nodes.map(() => []);
const comesFrom = nodes.map(() => []);
for (const [from, to] of lines) {
  leadsTo[from].push(to);
  comesFrom[to].push(from);
}
const neighbours = (at) => new Set([at, ...leadsTo[at], ...comesFrom[at]]);
// What nothing leads to any more when a folded box leads nowhere.
const hiddenByFolds = () => {
  if (folded.size === 0) return () => false;
  const seen = new Set();
  const queue = nodes.map((_, i) => i)
                    .filter((i) => comesFrom[i].length === 0 ||
                                   nodes[i].classList.contains('main'));
  while (queue.length > 0) {
    const at = queue.pop();
    if (seen.has(at)) continue;
    seen.add(at);
    if (folded.has(at)) continue;
    queue.push(...leadsTo[at]);
  }
  return (i) => !seen.has(i);
};
const draw = (at = pinned) => {
  const wanted = one('#graph-search').value.toLowerCase();
  const witnessOnly = one('#witness-only').checked;
  const near = at < 0 ? null : neighbours(at);
  const isHidden = hiddenByFolds();
  const hits = titles.map((t) => wanted !== '' && t.toLowerCase().includes(wanted));
  const found = hits.filter(Boolean).length;
  const lit = nodes.map((node, i) => {
    const hit = hits[i];
    const on = (near === null || near.has(i)) &&
        (!witnessOnly || marked[i] === 1 || node.matches('.main, .cycle')) &&
        (found === 0 || hit || near !== null);
    node.classList.toggle('dim', !on);
    node.classList.toggle('found', hit);
    node.classList.toggle('near', near !== null && near.has(i) && i !== at);
    node.classList.toggle('pinned', i === pinned);
    node.classList.toggle('folds', folded.has(i));
    node.classList.toggle('folded', isHidden(i));
    node.setAttribute('aria-pressed', i === pinned);
    return on;
  });
  curves.forEach((curve, i) => {
    if (i >= lines.length) return;
    const [from, to] = lines[i];
    curve.classList.toggle('dim', near === null ? !lit[from] || !lit[to]
                                                : from !== at && to !== at);
    curve.classList.toggle('folded', isHidden(from) || isHidden(to) ||
                                         folded.has(from));
  });
  one('#graph-count').textContent =
      wanted === '' ? '' : found + ' of ' + nodes.length + ' boxes';
  const more = wanted === '' ? 0
      : modulesWith(wanted).filter((m) => !drawn.has(m.module)).length;
  one('#graph-others').hidden = more === 0;
  one('#graph-others').textContent = many(more, 'module') + ' without a box';
};
const pin = (at) => {
  pinned = at;
  draw();
};
one('#graph-others').addEventListener('click', () => {
  parts.modules.restore({q: one('#graph-search').value});
  show(tabOf('modules'));
  remember();
});
one('#graph-controls').hidden = false;
one('#graph-controls').addEventListener('submit', (e) => e.preventDefault());
one('#graph-controls').addEventListener('input', () => {
  draw();
  remember();
  one('.found', picture)?.scrollIntoView({block: 'center', inline: 'center'});
});
// A picture that can be operated is no image any more.
one('svg', picture).setAttribute('role', 'group');
nodes.forEach((node, i) => {
  node.tabIndex = 0;
  node.setAttribute('role', 'button');
  node.setAttribute('aria-label', titles[i]);
  node.addEventListener('mouseenter', () => draw(pinned < 0 ? i : pinned));
  node.addEventListener('mouseleave', () => draw());
  node.addEventListener('focus', () => draw(pinned < 0 ? i : pinned));
  node.addEventListener('blur', () => draw());
  const toggle = () => {
    pin(pinned === i ? -1 : i);
    remember();
  };
  node.addEventListener('click', () => dragged || toggle());
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      toggle();
    } else if (event.key === 'f') {
      folded.has(i) ? folded.delete(i) : folded.add(i);
      draw();
    }
  });
});
picture.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  folded.clear();
  pin(-1);
  remember();
});

// Zoom and pan: the picture is scaled, its frame scrolls.
const drawing = one('svg', picture);
const {width: fullWidth, height: fullHeight} = drawing.viewBox.baseVal;
const kClosest = 4, kFarthest = 0.1, kStep = 1.25;
let scale = 1;
// `at` stays where it is, a point of the frame.
const zoom = (to, at = {x: picture.clientWidth / 2,
                        y: picture.clientHeight / 2}) => {
  const wanted = Math.min(kClosest, Math.max(kFarthest, to));
  const grows = wanted / scale;
  const left = (picture.scrollLeft + at.x) * grows - at.x;
  const top = (picture.scrollTop + at.y) * grows - at.y;
  scale = wanted;
  drawing.setAttribute('width', fullWidth * scale);
  drawing.setAttribute('height', fullHeight * scale);
  picture.scrollTo(left, top);
  one('#zoom-level').textContent = Math.round(scale * 100) + '%';
};
const fitted = () => Math.min(1, picture.clientWidth / fullWidth);
const zooms = {
  'zoom-in': () => zoom(scale * kStep), 'zoom-out': () => zoom(scale / kStep),
  'zoom-full': () => zoom(1), 'zoom-fit': () => zoom(fitted()),
};
for (const [id, act] of Object.entries(zooms))
  one('#' + id).addEventListener('click', act);
picture.addEventListener('wheel', (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const frame = picture.getBoundingClientRect();
  zoom(scale * Math.exp(-event.deltaY / 300),
       {x: event.clientX - frame.left, y: event.clientY - frame.top});
}, {passive: false});
picture.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = {'+': 'zoom-in', '=': 'zoom-in', '-': 'zoom-out',
               '0': 'zoom-full'}[event.key];
  if (act === undefined) return;
  event.preventDefault();
  zooms[act]();
});
// A drag of less than this is a click.
const kStill = 4;
let dragged = false, grip = null;
picture.addEventListener('mousedown', (event) => {
  dragged = false;
  if (event.button !== 0) return;
  grip = {x: event.clientX, y: event.clientY, left: picture.scrollLeft,
          top: picture.scrollTop};
});
addEventListener('mousemove', (event) => {
  if (grip === null) return;
  const x = event.clientX - grip.x, y = event.clientY - grip.y;
  if (!dragged && Math.hypot(x, y) < kStill) return;
  dragged = true;
  picture.classList.add('dragged');
  picture.scrollTo(grip.left - x, grip.top - y);
});
addEventListener('mouseup', () => {
  grip = null;
  picture.classList.remove('dragged');
});
picture.addEventListener('dragstart', (event) => event.preventDefault());

// Once it is seen: whole if it stays legible, else with the main module in view.
const kLegible = 0.7;
let placed = false;
const placePicture = () => {
  if (placed || picture.clientWidth === 0) return;
  placed = true;
  zoom(fitted() >= kLegible ? fitted() : 1);
  if (nodes.length === 0) return;
  const [main, frame] =
      [nodes[Math.max(0, pinned)], picture].map((e) => e.getBoundingClientRect());
  if (main.right > frame.right)
    picture.scrollLeft += (main.left + main.right - frame.left - frame.right) / 2;
  if (main.bottom > frame.bottom)
    picture.scrollTop += (main.top + main.bottom - frame.top - frame.bottom) / 2;
};
parts.graph = {
  shown: placePicture,
  state: () => ({
    q: one('#graph-search').value,
    findings: one('#witness-only').checked ? 'only' : '',
    pin: pinned < 0 ? '' : pathOf(pinned),
  }),
  restore: (state) => {
    one('#graph-search').value = state.q ?? '';
    one('#witness-only').checked = state.findings === 'only';
    pin(drawn.get(state.pin) ?? -1);
  },
};
)js";
}

}  // namespace modgraph

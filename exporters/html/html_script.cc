#include "exporters/html/html_parts.h"

namespace modgraph {

// What is foreign is only ever compared, or put into the clipboard: the script
// makes no element from text.
std::string_view html_script() {
  return R"js(
'use strict';
(() => {
const one = (query, within = document) => within.querySelector(query);
const all = (query, within = document) => [...within.querySelectorAll(query)];

// Tabs: a list of links that becomes a list of tabs.
const tabs = all('#tabs a');
const panelOf = (tab) => one('#' + tab.id.replace('tab-', 'panel-'));
const show = (tab) => {
  for (const t of tabs) {
    const chosen = t === tab;
    t.setAttribute('aria-selected', chosen);
    t.tabIndex = chosen ? 0 : -1;
    panelOf(t).hidden = !chosen;
  }
  placePicture();
};
document.body.classList.add('tabbed');
one('#tabs').setAttribute('role', 'tablist');
for (const tab of tabs) {
  const panel = panelOf(tab);
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', panel.id);
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', tab.id);
  panel.tabIndex = -1;
  tab.addEventListener('click', (event) => {
    event.preventDefault();
    show(tab);
    history.replaceState(null, '', '#' + tab.id);
    scrollTo(0, 0);
  });
  tab.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(tab);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0,
                End: tabs.length - 1}[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    next.focus();
    next.click();
  });
}

// Findings: filter, sort, copy.
const list = one('#finding-list');
const findings = all('.finding');
const filters = one('#filters');
const applyFilters = () => {
  const words = one('#filter-text').value.toLowerCase().split(/\s+/);
  const rule = one('#filter-rule').value;
  const levels = all('input[name=level]').filter((box) => box.checked)
                     .map((box) => box.value);
  let shown = 0;
  for (const f of findings) {
    const text = f.textContent.toLowerCase();
    const fits = levels.includes(f.dataset.level) &&
        (rule === '' || f.dataset.rule === rule) &&
        words.every((word) => text.includes(word));
    f.hidden = !fits;
    if (fits) ++shown;
  }
  one('#finding-count').textContent = shown + ' of ' + findings.length;
};
const applySort = () => {
  const by = one('#sort').value;
  const place = (f) => one('.place code', f)?.textContent ?? '\uffff';
  const key = {rule: (f) => f.dataset.rule, module: (f) => f.dataset.module,
               place}[by];
  const number = (f) => Number(f.dataset.order);
  const sorted = [...findings].sort((a, b) => key
      ? key(a).localeCompare(key(b), 'en', {numeric: true}) ||
          number(a) - number(b)
      : number(a) - number(b));
  list.append(...sorted);
};
if (filters) {
  filters.hidden = false;
  filters.addEventListener('submit', (event) => event.preventDefault());
  filters.addEventListener('input', applyFilters);
  one('#sort').addEventListener('change', applySort);
  applyFilters();
}
for (const button of all('.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const command = one('code', button.parentElement);
    try {
      await navigator.clipboard.writeText(command.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(command);
      button.textContent = 'Selected';
    }
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  });
}

// The picture: its boxes and lines are in the order of the data.
const picture = one('#picture');
const nodes = all('.node', picture);
const lines = JSON.parse(one('#picture-lines').textContent);
const marked = JSON.parse(one('#picture-marks').textContent);
const curves = all('.lines > *', picture);
const titles = nodes.map((n) => one('title', n).textContent);
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
  let found = 0;
  const lit = nodes.map((node, i) => {
    const hit = wanted !== '' && titles[i].toLowerCase().includes(wanted);
    if (hit) ++found;
    const on = (near === null || near.has(i)) &&
        (!witnessOnly || marked[i] === 1 || node.matches('.main, .cycle')) &&
        (wanted === '' || hit || near !== null);
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
  return found;
};
const pin = (at) => {
  pinned = at;
  draw();
};
one('#graph-controls').hidden = false;
one('#graph-controls').addEventListener('submit', (e) => e.preventDefault());
one('#graph-controls').addEventListener('input', () => {
  picture.classList.toggle('fitted', one('#fit').checked);
  draw();
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
  node.addEventListener('click', () => pin(pinned === i ? -1 : i));
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      pin(pinned === i ? -1 : i);
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
});

// Once it is seen: whole if it stays legible, else with the main module in view.
const kLegible = 0.7;
let placed = false;
const placePicture = () => {
  if (placed || picture.clientWidth === 0) return;
  placed = true;
  const drawing = one('svg', picture);
  const scale = picture.clientWidth / drawing.viewBox.baseVal.width;
  one('#fit').checked = scale < 1 && scale >= kLegible;
  picture.classList.toggle('fitted', one('#fit').checked);
  if (nodes.length === 0) return;
  const [main, frame] =
      [nodes[0], picture].map((e) => e.getBoundingClientRect());
  if (main.right > frame.right)
    picture.scrollLeft = (main.left + main.right - frame.left - frame.right) / 2;
  if (main.bottom > frame.bottom)
    picture.scrollTop = (main.top + main.bottom - frame.top - frame.bottom) / 2;
};

// Links into the page: a tab, a finding, a module.
const named = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
};
const follow = () => {
  const name = named();
  if (name.startsWith('module=')) {
    show(one('#tab-graph'));
    one('#graph-search').value = name.slice('module='.length);
    draw();
    return;
  }
  const target = document.getElementById(name);
  const tab = tabs.find((t) => t === target) ??
      tabs.find((t) => target && panelOf(t).contains(target)) ?? tabs[0];
  show(tab);
  if (!target?.matches('.finding')) return;
  target.hidden = false;
  one('details', target).open = true;
  target.scrollIntoView();
};
addEventListener('hashchange', follow);
follow();
})();
)js";
}

}  // namespace modgraph

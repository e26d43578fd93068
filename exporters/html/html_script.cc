// The script of the page: tabs, the address, findings. What belongs to one tab
// alone is in html_script_TAB.cc.

#include <string>

#include "exporters/html/html_parts.h"

namespace modgraph {
namespace {

// What is foreign is compared, put into the clipboard, or becomes the text of
// an element: the script makes no markup from text.
constexpr std::string_view kScriptStart = R"js(
'use strict';
(() => {
const one = (query, within = document) => within.querySelector(query);
const all = (query, within = document) => [...within.querySelectorAll(query)];
const make = (tag, text = '', attributes = {}) => {
  const e = document.createElement(tag);
  e.textContent = text;
  for (const [name, value] of Object.entries(attributes))
    e.setAttribute(name, value);
  return e;
};
const many = (n, one, more = one + 's') =>
    n.toLocaleString('en') + ' ' + (n === 1 ? one : more);
// The JSON report, read when a part of the page needs it; null if it is too
// large to be in the page.
let read;
const report = () => {
  if (read === undefined)
    read = one('#report') ? JSON.parse(one('#report').textContent) : null;
  return read;
};

// The address says what is chosen, so that a link shows the same. Each tab
// that has more to say has state() and restore(state).
const parts = {};
const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};
const spelled = (text) => encodeURIComponent(text).replaceAll('%2F', '/')
                              .replaceAll('%40', '@');
const stated = () => Object.fromEntries(
    location.hash.slice(1).split('&').filter((pair) => pair.includes('='))
        .map((pair) => {
          const at = pair.indexOf('=');
          return [pair.slice(0, at), decoded(pair.slice(at + 1))];
        }));
const remember = () => {
  const name = chosen().id.slice(4);
  const pairs = Object.entries({tab: name, ...parts[name]?.state()});
  history.replaceState(
      null, '', '#' + pairs.filter(([, value]) => value !== '')
                          .map(([key, value]) => key + '=' + spelled(value))
                          .join('&'));
};

// Tabs: a list of links that becomes a list of tabs.
const tabs = all('#tabs a');
const chosen = () => tabs.find((t) => t.tabIndex === 0) ?? tabs[0];
const tabOf = (name) => tabs.find((t) => t.id === 'tab-' + name);
const panelOf = (tab) => one('#' + tab.id.replace('tab-', 'panel-'));
const show = (tab) => {
  for (const t of tabs) {
    const chosen = t === tab;
    t.setAttribute('aria-selected', chosen);
    t.tabIndex = chosen ? 0 : -1;
    panelOf(t).hidden = !chosen;
  }
  parts[tab.id.slice(4)]?.shown?.();
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
    remember();
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
  filters.addEventListener('input', () => {
    applyFilters();
    remember();
  });
  one('#sort').addEventListener('change', () => {
    applySort();
    remember();
  });
  applyFilters();
  const levels = all('input[name=level]');
  parts.findings = {
    state: () => ({
      q: one('#filter-text').value,
      rule: one('#filter-rule').value,
      hide: levels.filter((b) => !b.checked).map((b) => b.value).join(','),
      sort: one('#sort').value === 'order' ? '' : one('#sort').value,
    }),
    restore: (state) => {
      one('#filter-text').value = state.q ?? '';
      one('#filter-rule').value = state.rule ?? '';
      if (one('#filter-rule').selectedIndex < 0) one('#filter-rule').value = '';
      const hidden = (state.hide ?? '').split(',');
      for (const box of levels) box.checked = !hidden.includes(box.value);
      one('#sort').value = state.sort ?? 'order';
      if (one('#sort').selectedIndex < 0) one('#sort').value = 'order';
      applyFilters();
      applySort();
    },
  };
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
)js";

constexpr std::string_view kScriptEnd = R"js(
// Links into the page: a state, a module, a finding; a tab by its element.
const follow = () => {
  const state = stated();
  if (state.module) return goTo(state.module);
  if (tabOf(state.tab)) {
    parts[state.tab]?.restore(state);
    return show(tabOf(state.tab));
  }
  const target = document.getElementById(decoded(location.hash.slice(1)));
  show(tabs.find((t) => t === target) ??
       tabs.find((t) => target && panelOf(t).contains(target)) ?? tabs[0]);
  if (!target?.matches('.finding')) return;
  target.hidden = false;
  one('details', target).open = true;
  target.scrollIntoView();
};
addEventListener('hashchange', follow);
// On paper is the treemap, seen or not; a table of all modules fills too much.
addEventListener('beforeprint', () => parts.weight?.shown());

// The search above all tabs: a module that is drawn is pinned in the picture,
// another one opened in the table; several are listed there.
const goTo = (path) => {
  if (drawn.has(path)) {
    show(tabOf('graph'));
    pin(drawn.get(path));
    nodes[pinned].scrollIntoView({block: 'center', inline: 'center'});
  } else {
    show(tabOf('modules'));
    openModule(path);
  }
};
const find = one('#find');
find.hidden = false;
find.addEventListener('submit', (event) => {
  event.preventDefault();
  const words = one('#find-text').value.trim();
  if (words === '') return;
  const hits = modulesWith(words);
  if (hits.length === 1) {
    goTo(hits[0].module);
  } else {
    parts.modules.restore({q: words});
    show(tabOf('modules'));
  }
  remember();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey ||
      event.target.matches('input, select, textarea'))
    return;
  event.preventDefault();
  one('#find-text').focus();
});
follow();
})();
)js";

}  // namespace

std::string_view html_script() {
  static const std::string kWhole = std::string(kScriptStart)
                                        .append(html_graph_script())
                                        .append(html_modules_script())
                                        .append(html_weight_script())
                                        .append(kScriptEnd);
  return kWhole;
}

}  // namespace modgraph

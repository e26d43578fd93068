#include "exporters/html/html_parts.h"

namespace modgraph {

// The table of all modules. It is drawn when it is first seen: the page opens
// without reading the JSON.
std::string_view html_modules_script() {
  return R"js(
// Modules: a table of the whole build, made from the JSON report.
const kMostRows = 400;  // at once; a button adds as many
const rows = () => report()?.modules ?? [];
const modulesWith = (words) => {
  const wanted = words.toLowerCase();
  const exact = rows().filter((m) => m.module.toLowerCase() === wanted);
  return exact.length > 0
      ? exact : rows().filter((m) => m.module.toLowerCase().includes(wanted));
};
const standing = (m) => m.main ? 'main'
    : m.direct === null || m.direct === undefined ? ''
    : m.direct ? 'direct' : 'indirect';
let found = null;  // how many findings are about each module
const findingsOf = (m) => {
  if (found === null) {
    found = new Map();
    for (const f of report().findings)
      if (!f.suppressed)
        for (const path of new Set(f.subjects.map((s) => s.module)))
          found.set(path, (found.get(path) ?? 0) + 1);
  }
  return found.get(m.module) ?? 0;
};
const inUnits = (bytes) => {
  let size = bytes / 1024;
  let unit = 0;
  for (; size >= 1023.95 && unit < 3; ++unit) size /= 1024;
  return size.toFixed(1) + ' ' + 'KMGT'[unit] + 'iB';
};
const knowsSizes = one('#modules')?.dataset.sizes !== undefined;
const columns = [
  {key: 'module', title: 'Module', of: (m) => m.module},
  {key: 'version', title: 'Version', of: (m) => m.version},
  {key: 'kind', title: 'Required', of: (m) =>
      standing(m) + (m.replaced_by ? ', replaced' : '')},
  {key: 'weight', title: 'Leaves with it', of: (m) => m.main ? null : m.exclusive},
  {key: 'dependents', title: 'Dependents', of: (m) => m.dependents},
  {key: 'dependencies', title: 'Dependencies', of: (m) => m.dependencies},
  {key: 'versions', title: 'Versions', of: (m) => m.required?.length},
  ...knowsSizes ? [{key: 'size', title: 'Size', of: (m) => m.bytes, shown: inUnits}] : [],
  {key: 'findings', title: 'Findings', of: findingsOf},
];
const isText = (column) => columns.indexOf(column) < 3;
const byText = new Intl.Collator('en', {numeric: true}).compare;
const kinds = ['main', 'direct', 'indirect', 'replaced'];
let order = {key: 'weight', down: true};
let most = kMostRows;
let opened = '';
const moduleBody = one('#modules tbody');

// A page about a published module; only a path that begins with a host has one.
const pageOf = (path, version) => {
  const elements = path.split('/');
  if (!elements[0].includes('.') || elements.some((e) => /^\.{0,2}$/.test(e)))
    return '';
  return 'https://pkg.go.dev/' + spelled(path) +
      (version ? '@' + spelled(version) : '');
};
const linkTo = (address, words, label) => make('a', words, {
  href: address, rel: 'noopener noreferrer', target: '_blank', 'aria-label': label});

const requiredBy = (m) => {
  const list = make('ol', '', {class: 'required'});
  for (const {version, required_by: by} of [...m.required ?? []].reverse()) {
    const item = make('li');
    item.append(make('b', version),
                version === m.version ? ' selected, required by ' : ' required by ',
                make('span', by.slice(0, 12).join(', ') +
                     (by.length > 12 ? ' and ' + (by.length - 12) + ' more' : '')));
    list.append(item);
  }
  return list;
};
const moduleDetail = (m) => {
  const row = make('tr', '', {class: 'detail'});
  const cell = make('td', '', {colspan: columns.length});
  if (m.replaced_by)
    cell.append(make('p', 'replaced by ' + m.replaced_by.path +
                     (m.replaced_by.version ? '@' + m.replaced_by.version : '')));
  if (m.required?.length > 0) cell.append(requiredBy(m));
  const links = make('p');
  if (drawn.has(m.module))
    links.append(make('a', 'in the graph', {
      href: '#tab=graph&pin=' + spelled(m.module)}), ' ');
  if (findingsOf(m) > 0)
    links.append(make('a', many(findingsOf(m), 'finding'), {
      href: '#tab=findings&q=' + spelled(m.module)}), ' ');
  const line = lineOf.get(m.module);
  if (line) links.append(linkTo(line, 'go.mod line', 'go.mod line of ' + m.module), ' ');
  const page = m.main || m.replaced_by ? '' : pageOf(m.module, m.version);
  if (page) links.append(linkTo(page, 'pkg.go.dev', m.module + ' on pkg.go.dev'));
  cell.append(links);
  row.append(cell);
  return row;
};
const moduleRow = (m) => {
  const row = make('tr');
  for (const column of columns) {
    const value = column.of(m);
    if (column.key !== 'module') {
      const words = value === null || value === undefined ? ''
          : column.shown?.(value) ?? value;
      row.append(make('td', words, isText(column) ? {title: words} : {class: 'number'}));
      continue;
    }
    const head = make('th', '', {scope: 'row'});
    const button = make('button', value, {
      type: 'button', 'aria-expanded': opened === m.module});
    button.addEventListener('click', () => {
      opened = opened === m.module ? '' : m.module;
      drawModules();
      remember();
      all('#modules tbody button').find((b) => b.textContent === m.module)?.focus();
    });
    head.append(button);
    row.append(head);
  }
  return row;
};
const chosenModules = () => {
  const words = one('#module-search').value.toLowerCase();
  const kind = one('#module-kind').value;
  const column = columns.find((c) => c.key === order.key);
  const sign = order.down ? -1 : 1;
  return rows()
      .filter((m) => m.module.toLowerCase().includes(words) &&
              (kind === '' || (kind === 'replaced' ? Boolean(m.replaced_by)
                                                   : standing(m) === kind)))
      .map((m) => [column.of(m) ?? null, m])
      .sort(([a, m], [b, n]) =>  // what is unknown comes last
          (a === null) - (b === null) ||
          (a === null ? 0 : isText(column) ? sign * byText(a, b) : sign * (a - b)) ||
          (m.module < n.module ? -1 : 1))
      .map(([, m]) => m);
};
const drawModules = () => {
  const list = chosenModules();
  const at = list.findIndex((m) => m.module === opened);
  if (at >= most) most = at + kMostRows;
  moduleBody.replaceChildren();
  for (const m of list.slice(0, most)) {
    moduleBody.append(moduleRow(m));
    if (m.module === opened) moduleBody.append(moduleDetail(m));
  }
  one('#module-count').textContent = list.length + ' of ' + rows().length;
  one('#module-more').hidden = list.length <= most;
  one('#module-more').textContent =
      'Show ' + Math.min(kMostRows, list.length - most) + ' more';
  all('#modules thead th').forEach((th, i) => th.setAttribute(
      'aria-sort', columns[i].key !== order.key ? 'none'
          : order.down ? 'descending' : 'ascending'));
};
const openModule = (path) => {
  parts.modules.restore({pin: path});
  one('#modules .detail')?.previousSibling.scrollIntoView({block: 'center'});
};
const lineOf = new Map(
    one('#module-lines') ? JSON.parse(one('#module-lines').textContent) : []);
let tableMade = false;
parts.modules = {
  shown: () => tableMade || drawModules(tableMade = true),
  state: () => ({
    q: one('#module-search').value,
    kind: one('#module-kind').value,
    sort: order.key === 'weight' && order.down ? ''
        : (order.down ? '-' : '') + order.key,
    pin: opened,
  }),
  restore: (state) => {
    one('#module-search').value = state.q ?? '';
    one('#module-kind').value = kinds.includes(state.kind) ? state.kind : '';
    const [, down, key] = /^(-?)(.*)$/s.exec(state.sort || '-weight');
    order = columns.some((c) => c.key === key) ? {key, down: down !== ''}
                                               : {key: 'weight', down: true};
    opened = state.pin ?? '';
    most = kMostRows;
    drawModules(tableMade = true);
  },
};
if (one('#report')) {
  const head = one('#modules thead tr');
  for (const column of columns) {
    const th = make('th', '', {scope: 'col'});
    if (!isText(column)) th.className = 'number';
    const button = make('button', column.title, {type: 'button'});
    button.addEventListener('click', () => {
      order = {key: column.key,
               down: order.key === column.key ? !order.down : !isText(column)};
      drawModules();
      remember();
    });
    th.append(button);
    head.append(th);
  }
  for (const e of [one('#module-controls'), one('#modules')]) e.hidden = false;
  one('#module-hint').hidden = true;
  one('#module-controls').addEventListener('submit', (e) => e.preventDefault());
  one('#module-controls').addEventListener('input', () => {
    most = kMostRows;
    drawModules();
    remember();
  });
  one('#module-more').addEventListener('click', () => {
    most += kMostRows;
    drawModules();
  });
}
)js";
}

}  // namespace modgraph

// What a reader does with an HTML report, tab by tab. Each check takes a page
// and, where it compares, the JSON report of the same run.
"use strict";
const {
  holds, equal, shown, fill, tabNames, visiblePanels,
} = require("./html_page.cjs");

async function checkTabs(page) {
  equal(
    await page.$$eval("[role=tablist] [role=tab]", (all) =>
      all.map((e) => e.id.slice(4)),
    ),
    tabNames,
    "tabs",
  );
  for (const name of tabNames) {
    await page.click("#tab-" + name);
    equal(await visiblePanels(page), [name], "a click opens " + name);
    holds(/#tab=\w+/.exec(page.url())?.[0] === "#tab=" + name,
          "the address names the tab");
  }
  await page.focus("#tab-about");
  for (const name of tabNames) {
    await page.keyboard.press("ArrowRight");
    equal(await visiblePanels(page), [name], "right arrow opens " + name);
    equal(
      await page.evaluate(() => document.activeElement.id),
      "tab-" + name,
      "focus follows",
    );
  }
  await page.keyboard.press("Home");
  equal(await visiblePanels(page), ["findings"], "Home");
  await page.keyboard.press("ArrowLeft");
  equal(await visiblePanels(page), ["about"], "left arrow goes round");
  await page.keyboard.press("Home");
  await page.keyboard.press("End");
  equal(await visiblePanels(page), ["about"], "End");
  equal(
    await page.$$eval("[role=tab]", (all) =>
      all.filter((e) => e.tabIndex === 0).length),
    1,
    "one stop for the Tab key",
  );
}

// Exactly the findings of the JSON report.
async function checkIdentity(page, data) {
  const wanted = data.findings
    .filter((f) => !f.suppressed)
    .map((f) => "finding-" + f.fingerprint);
  const there = await page.$$eval(".finding", (all) => all.map((e) => e.id));
  const cut = (await page.$(".cut")) !== null;
  holds(there.every((id) => wanted.includes(id)), "no finding of its own");
  holds(cut || there.length === wanted.length, "every finding");
  holds(there.length > 0, "findings");
}

async function checkFilters(page) {
  await page.click("#tab-findings");
  const all = await page.$$eval(".finding", (list) =>
    list.map((f) => ({
      text: f.textContent.toLowerCase(),
      rule: f.dataset.rule,
      level: f.dataset.level,
      module: f.dataset.module,
    })),
  );
  const total = all.length;
  const counted = () => page.$eval("#finding-count", (e) => e.textContent);
  const agrees = async (wanted, what) => {
    equal(await shown(page, ".finding"), wanted, what);
    equal(await counted(), wanted + " of " + total, what + ", counted");
  };
  await agrees(total, "all findings");
  const word = all[total - 1].module.split("/").pop().toLowerCase();
  await fill(page, "#filter-text", word);
  await agrees(all.filter((f) => f.text.includes(word)).length, "search");
  await fill(page, "#filter-text", "no-such-module-anywhere");
  await agrees(0, "search for nothing");
  await fill(page, "#filter-text", "");
  await page.keyboard.press("Backspace");
  for (const level of ["error", "warning", "note"]) {
    await page.click(`input[name=level][value=${level}]`);
    await agrees(all.filter((f) => f.level !== level).length, "no " + level);
    await page.click(`input[name=level][value=${level}]`);
  }
  const rules = await page.$$eval("#filter-rule option", (o) =>
    o.map((e) => e.value).filter((v) => v !== ""),
  );
  equal(rules, [...new Set(all.map((f) => f.rule))].sort(), "rules to choose");
  for (const rule of rules) {
    await page.select("#filter-rule", rule);
    await agrees(all.filter((f) => f.rule === rule).length, rule);
  }
  await page.select("#filter-rule", "");
  const order = () => page.$$eval(".finding", (l) => l.map((f) => ({ ...f.dataset })));
  await page.select("#sort", "rule");
  const byRule = (await order()).map((f) => f.rule);
  equal(byRule, [...byRule].sort(), "sorted by rule");
  await page.select("#sort", "module");
  const byModule = (await order()).map((f) => f.module);
  holds(
    byModule.every((m, i) => i === 0 ||
      byModule[i - 1].localeCompare(m, "en", { numeric: true }) <= 0),
    "sorted by module",
  );
  await page.select("#sort", "order");
  equal(
    (await order()).map((f) => Number(f.order)),
    all.map((_, i) => i),
    "sorted as it was",
  );
}

async function checkCopy(page, data) {
  await page.click("#tab-findings");
  await page.evaluate(() => {
    window.taken = [];
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: async (text) => void window.taken.push(text) },
    });
    for (const d of document.querySelectorAll(".finding details")) d.open = true;
  });
  const wanted = data.findings
    .filter((f) => !f.suppressed)
    .flatMap((f) => (f.suggestions ?? []).flatMap((s) => s.commands ?? []));
  const commands = await page.$$eval(".command code", (all) =>
    all.map((e) => e.textContent));
  equal([...commands].sort(), [...wanted].sort(), "the commands");
  const buttons = await page.$$("button.copy");
  equal(buttons.length, wanted.length, "a button for each command");
  for (const button of buttons.slice(0, 5)) await button.click();
  const taken = await page.evaluate(() => window.taken);
  equal(taken.length, Math.min(5, buttons.length), "each click copies");
  equal(taken, commands.slice(0, 5), "each its own command");
  return wanted.length;
}

async function checkGraph(page) {
  await page.click("#tab-graph");
  const classes = (name) =>
    page.$$eval("#picture .node", (all, c) =>
      all.filter((e) => e.classList.contains(c)).length, name);
  const nodes = await page.$$("#picture .node");
  const lines = await page.$eval("#picture-lines", (e) =>
    JSON.parse(e.textContent));
  holds(nodes.length > 3 && lines.length > 0, "a picture with boxes and lines");
  equal(
    await page.$$eval("#picture .lines > *", (all) => all.length),
    lines.length,
    "a curve for each line of the data",
  );
  const at = lines[lines.length - 1][1];
  const near = new Set([at]);
  for (const [from, to] of lines) {
    if (from === at) near.add(to);
    if (to === at) near.add(from);
  }
  const dimmed = nodes.length - near.size;
  const box = async (i) => {
    await nodes[i].evaluate((e) => e.scrollIntoView({ block: "center", inline: "center" }));
    return nodes[i];
  };
  equal(await classes("dim"), 0, "nothing is dim at first");
  await (await box(at)).hover();
  equal(await classes("dim"), dimmed, "hovering dims the others");
  equal(await classes("near"), near.size - 1, "hovering shows neighbours");
  await (await box(at)).click();
  equal(await classes("pinned"), 1, "a click pins");
  await page.mouse.move(1, 1);
  equal(await classes("dim"), dimmed, "what is pinned stays");
  await page.keyboard.press("Escape");
  equal(await classes("pinned"), 0, "Escape unpins");
  await page.evaluate(() => document.activeElement.blur());
  equal(await classes("dim"), 0, "nothing is dim again");
  await nodes[at].evaluate((e) => e.focus());
  equal(await classes("near"), near.size - 1, "focus shows neighbours");
  await page.keyboard.press("Enter");
  equal(await classes("pinned"), 1, "Enter pins");
  equal(
    await nodes[at].evaluate((e) => e.getAttribute("aria-pressed")),
    "true",
    "and says so",
  );
  await page.keyboard.press("Enter");
  equal(await classes("pinned"), 0, "Enter unpins");
  // Main modules lead to everything: folded, they stand alone.
  await nodes[0].evaluate((e) => e.focus());
  await page.keyboard.press("f");
  holds((await classes("folded")) > 0, "f folds");
  await page.keyboard.press("f");
  equal(await classes("folded"), 0, "f unfolds");
  await page.evaluate(() => document.activeElement.blur());
  const titles = await page.$$eval("#picture .node > title", (all) =>
    all.map((e) => e.textContent.toLowerCase()));
  const name = titles[at].split(/[\s@]/)[0];
  await fill(page, "#graph-search", name);
  const hits = titles.filter((t) => t.includes(name)).length;
  equal(await classes("found"), hits, "search finds");
  equal(await classes("dim"), nodes.length - hits, "and dims the others");
  await fill(page, "#graph-search", "");
  await page.keyboard.press("Backspace");
  const marks = await page.$eval("#picture-marks", (e) => JSON.parse(e.textContent));
  await page.click("#witness-only");
  const left = await page.$$eval("#picture .node", (all) =>
    all.map((e) => !e.classList.contains("dim")));
  holds(marks.every((m, i) => m === 0 || left[i]), "what findings name stays");
  await page.click("#witness-only");
  equal(await classes("dim"), 0, "all again");
}

const text = (page, query) => page.$eval(query, (e) => e.textContent);
const hash = (page) => page.evaluate(() => decodeURIComponent(location.hash));
const moduleRows = (page) =>
  page.$$eval("#modules tbody tr:not(.detail)", (all) =>
    all.map((tr) => [...tr.children].map((e) => e.textContent)));

// The table of modules: the build list of the JSON report, no more, no less.
async function checkModules(page, data) {
  await page.click("#tab-modules");
  const build = data.modules;
  const most = Math.min(400, build.length);
  const count = () => text(page, "#module-count");
  equal(await count(), `${build.length} of ${build.length}`, "modules counted");
  const rows = await moduleRows(page);
  equal(rows.length, most, "rows of the table");
  const weights = rows.map((r) => Number(r[3] || -1));
  equal(weights, [...weights].sort((a, b) => b - a), "the heaviest first");
  const byPath = new Map(build.map((m) => [m.module, m]));
  for (const [path, version, kind, weight, dependents, , versions] of rows) {
    const m = byPath.get(path);
    equal(
      [version, kind.split(",")[0], weight, dependents, versions],
      [m.version, m.main ? "main" : m.direct === null ? "" : m.direct ? "direct" : "indirect",
       m.main ? "" : String(m.exclusive ?? ""), String(m.dependents ?? ""),
       String(m.required?.length ?? "")],
      "the row of " + path);
  }
  // Every column sorts, up and down.
  const heads = await page.$$("#modules thead button");
  for (let i = 0; i < heads.length; ++i) {
    await heads[i].click();
    const once = (await moduleRows(page)).map((r) => r[i]);
    await heads[i].click();
    const twice = (await moduleRows(page)).map((r) => r[i]);
    holds(once.join() !== twice.join() || new Set(once).size === 1 ||
          build.length > most, "a second press turns the order around");
  }
  await heads[0].click();
  holds((await hash(page)).includes("sort=module"), "the address has the order");
  const paths = (await moduleRows(page)).map((r) => r[0]);
  equal(paths, [...paths].sort(new Intl.Collator("en", { numeric: true }).compare),
        "sorted by path");
  const word = paths[paths.length - 1].slice(2, 9).toLowerCase();
  await fill(page, "#module-search", word);
  const hits = build.filter((m) => m.module.toLowerCase().includes(word)).length;
  equal(await count(), `${hits} of ${build.length}`, "a part of the path finds");
  holds((await hash(page)).includes("q=" + word), "the address has the search");
  await fill(page, "#module-search", "");
  await page.keyboard.press("Backspace");
  for (const kind of ["direct", "indirect", "replaced", "main"]) {
    await page.select("#module-kind", kind);
    const wanted = build.filter((m) => ({
      main: m.main, direct: !m.main && m.direct === true,
      indirect: !m.main && m.direct === false, replaced: m.replaced_by !== null,
    })[kind]).length;
    equal(await count(), `${wanted} of ${build.length}`, kind + " modules");
  }
  await page.select("#module-kind", "");
  // A name opens what is known of its versions, and links to its page.
  const chosen = build.find((m) => !m.main && !m.replaced_by && m.required?.length > 0 &&
    paths.includes(m.module));
  if (!chosen) return;
  await page.$$eval("#modules tbody button", (all, path) =>
    all.find((b) => b.textContent === path).click(), chosen.module);
  const detail = await text(page, "#modules .detail");
  holds(chosen.required.every((r) => detail.includes(r.version)), "versions that are required");
  holds((await hash(page)).includes("pin=" + chosen.module), "the address has the module");
  const links = await page.$$eval("#modules .detail a[target]", (all) =>
    all.map((a) => [a.href, a.rel]));
  const host = chosen.module.split("/")[0].includes(".");
  equal(links.map(([href]) => href.startsWith("https://pkg.go.dev/" + chosen.module)),
        host ? [true] : [], "a link to its page");
  holds(links.every(([, rel]) => rel.includes("noopener")), "noopener");
}

// Areas are numbers of modules; a press looks inside.
async function checkTreemap(page, data) {
  const tiles = () => page.$$eval("#treemap .tile", (all) => all.map((g) => {
    const r = g.querySelector("rect");
    return { about: g.getAttribute("aria-label"),
             area: r.width.baseVal.value * r.height.baseVal.value };
  }));
  const first = await tiles();
  holds(first.length > 0, "a treemap");
  const weights = new Map(data.modules.map((m) => [m.module, m.exclusive]));
  const named = first.map((t) => /^(\S+) (?:\S+: )?(\d+) modules? leave/.exec(t.about))
    .filter(Boolean);
  holds(named.every(([, path, n]) => weights.get(path.replace(/:$/, "")) === Number(n)),
        "tiles say what leaves");
  const heavy = await page.$$eval("#treemap .tile", (all) =>
    all.findIndex((g) => /: (?!1 )\d+ modules leave/.test(g.getAttribute("aria-label"))));
  if (heavy < 0) return;
  const path = first[heavy].about.split(/[ :]/)[0];
  await page.$$eval("#treemap .tile", (all, i) =>
    all[i].dispatchEvent(new MouseEvent("click")), heavy);
  holds((await hash(page)).includes("in=" + path), "a press looks inside " + path);
  const inside = await tiles();
  holds(inside.some((t) => t.about === path + " itself"), "which has itself in it");
  await page.click("#treemap .crumbs button");
  holds(!(await hash(page)).includes("in="), "and out again");
}

// Zoom and pan: by keys, buttons and the wheel.
async function checkZoom(page) {
  await page.click("#tab-graph");
  const level = async () => parseInt(await text(page, "#zoom-level"), 10);
  await page.focus("#picture");
  await page.keyboard.press("0");
  equal(await level(), 100, "0 is full size");
  await page.keyboard.press("+");
  equal(await level(), 125, "+ is closer");
  await page.keyboard.press("-");
  equal(await level(), 100, "- is farther");
  await page.click("#zoom-in");
  await page.click("#zoom-in");
  equal(await level(), 156, "so is a button");
  const before = await page.$eval("#picture", (e) => e.scrollTop + e.scrollLeft);
  const frame = await (await page.$("#picture")).boundingBox();
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
  await page.mouse.down();
  await page.mouse.move(frame.x + frame.width / 2 - 60, frame.y + frame.height / 2 - 60);
  await page.mouse.up();
  const after = await page.$eval("#picture", (e) => e.scrollTop + e.scrollLeft);
  const wide = await page.$eval("#picture", (e) =>
    e.scrollHeight - e.clientHeight + e.scrollWidth - e.clientWidth);
  holds(after > before || before >= wide - 2, "a drag moves");
  equal(await page.$$eval("#picture .pinned", (all) => all.length), 0, "and pins nothing");
  await page.keyboard.down("Control");
  await page.mouse.wheel({ deltaY: 100 });
  await page.keyboard.up("Control");
  await page.waitForFunction(() =>
    parseInt(document.querySelector("#zoom-level").textContent, 10) < 156);
  holds((await level()) < 156, "Ctrl and the wheel zoom");
  await page.click("#zoom-full");
  equal(await level(), 100, "full size again");
}

// The search above the tabs finds what has no box, too.
async function checkFind(page, data) {
  const boxes = await page.$$eval("#picture .node > title", (all) =>
    all.map((e) => e.textContent.split(/[ ;]/)[0]));
  const look = async (path) => {
    await fill(page, "#find-text", path);
    await page.keyboard.press("Enter");
  };
  const hidden = data.modules.find((m) => !boxes.includes(m.module));
  if (hidden) {
    await look(hidden.module);
    equal(await visiblePanels(page), ["modules"], "what has no box is in the table");
    equal(await page.$$eval("#modules [aria-expanded=true]", (all) =>
      all.map((e) => e.textContent)), [hidden.module], "and opened");
  }
  const own = await page.$$eval("#picture .node:not(.group) > title", (all) =>
    all[0].textContent.split(/[ ;]/)[0]);
  await look(own);
  equal(await visiblePanels(page), ["graph"], "what has a box is in the picture");
  equal(await page.$$eval("#picture .pinned", (all) => all.length), 1, "and pinned");
  holds((await hash(page)).includes("pin=" + own), "the address has the pin");
  await look("no-such-module-anywhere");
  equal(await visiblePanels(page), ["modules"], "what is not there");
  equal(await page.$$eval("#modules tbody tr", (all) => all.length), 0, "is in no row");
  await page.focus("#picture, #tab-graph");
  await page.click("#tab-graph");
  await page.focus("#picture");
  await page.keyboard.press("Escape");
}

async function checkPanels(page, data) {
  await page.click("#tab-matrix");
  const rows = await shown(page, "table.matrix tbody tr");
  holds(rows > 0, "a matrix");
  equal(await shown(page, "table.matrix tbody tr:first-child td"), rows, "square");
  await page.click("#tab-weight");
  await checkTreemap(page, data);
  await page.click("#tab-versions");
  holds((await shown(page, "section.ladder")) > 0, "versions");
  await page.click("#tab-about");
  const about = await page.$eval("#panel-about dl", (e) => e.textContent);
  holds(data.inputs.every((i) => about.includes(i.sha256)), "digests of inputs");
}

async function checkInlinedData(page, data) {
  const inlined = await page.$eval("#report", (e) => JSON.parse(e.textContent));
  equal(inlined, data, "the JSON report is in the page");
}

module.exports = {
  checkTabs, checkIdentity, checkFilters, checkCopy,
  checkGraph, checkModules, checkZoom, checkFind, checkPanels, checkInlinedData,
};

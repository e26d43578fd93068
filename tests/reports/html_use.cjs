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
    holds(page.url().endsWith("#tab-" + name), "the address names the tab");
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

async function checkPanels(page, data) {
  await page.click("#tab-matrix");
  const rows = await shown(page, "table.matrix tbody tr");
  holds(rows > 0, "a matrix");
  equal(await shown(page, "table.matrix tbody tr:first-child td"), rows, "square");
  await page.click("#tab-weight");
  holds((await shown(page, "#weight svg rect")) > 0, "weights");
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
  checkGraph, checkPanels, checkInlinedData,
};

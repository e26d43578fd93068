// Uses HTML reports in a browser as a reader does. usage: html_check.cjs JOB,
// a JSON file {"pages": [{name, page, data}], "fixes": one more whose findings
// have commands, "hostile": [{name, page}]}; data is the JSON report of the same
// run. Prints what it measured, and last how
// many checks it made; fails at the first that does not hold.
"use strict";
const assert = require("assert");
const fs = require("fs");
const url = require("url");
const puppeteer = require("puppeteer-core");

const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const kRuns = 5;
const kMostMilliseconds = 1000;
const kPaperWidth = 718; // px: A4 less the margins
let checks = 0;
let where = "";

const holds = (condition, what) => {
  assert.ok(condition, where + ": " + what);
  ++checks;
};
const equal = (got, wanted, what) => {
  assert.deepStrictEqual(got, wanted, where + ": " + what);
  ++checks;
};

// A page that knows what left it, and what went wrong in it.
async function open(browser, file, how = {}) {
  const page = await browser.newPage();
  const address = url.pathToFileURL(file).href;
  const seen = { requests: [], problems: [], dialogs: [] };
  if (how.script === false) await page.setJavaScriptEnabled(false);
  if (how.scheme)
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: how.scheme },
    ]);
  await page.setViewport({ width: how.width ?? 1280, height: 800 });
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    if (request.url().split("#")[0] === address) return request.continue();
    seen.requests.push(request.url());
    return request.abort();
  });
  page.on("dialog", (dialog) => {
    seen.dialogs.push(dialog.message());
    dialog.dismiss();
  });
  page.on("pageerror", (error) => seen.problems.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type()))
      seen.problems.push(message.text());
  });
  await page.goto(address + (how.hash ?? ""), { waitUntil: "load" });
  return { page, seen };
}

async function close({ page, seen }) {
  await page.close();
  equal(seen, { requests: [], problems: [], dialogs: [] }, "stays quiet");
}

const shown = (page, query) =>
  page.$$eval(query, (all) => all.filter((e) => e.checkVisibility()).length);
const fill = async (page, query, text) => {
  await page.$eval(query, (e) => ((e.value = ""), e.focus()));
  await page.type(query, text);
};

const tabNames = ["findings", "graph", "matrix", "weight", "versions", "about"];
const visiblePanels = (page) =>
  page.$$eval("[role=tabpanel]", (all) =>
    all.filter((e) => e.checkVisibility()).map((e) => e.id.slice(6)),
  );

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

// No panel is wider than the window: what is wide scrolls inside of it.
async function checkWidths(page) {
  for (const width of [1280, 390]) {
    await page.setViewport({ width, height: 800 });
    for (const name of tabNames) {
      await page.$eval("#tab-" + name, (e) => e.click());
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - innerWidth);
      holds(over <= 0, `${name} is ${over} px too wide at ${width}`);
    }
  }
  await page.setViewport({ width: 1280, height: 800 });
}

async function checkDeepLinks(browser, file, data) {
  const found = data.findings.filter((f) => !f.suppressed);
  const last = "finding-" + found[found.length - 1].fingerprint;
  const linked = await open(browser, file, { hash: "#" + last });
  equal(await visiblePanels(linked.page), ["findings"], "link to a finding");
  const view = await linked.page.$eval("#" + last, (e) => {
    const r = e.getBoundingClientRect();
    const head = document.querySelector("header").getBoundingClientRect();
    return { open: e.querySelector("details").open, clear: r.top >= head.bottom - 1,
             seen: r.top < innerHeight };
  });
  equal(view, { open: true, clear: true, seen: true }, "the finding is in view");
  await close(linked);
  const tab = await open(browser, file, { hash: "#tab-weight" });
  equal(await visiblePanels(tab.page), ["weight"], "link to a tab");
  await tab.page.evaluate(() => (location.hash = "#tab-matrix"));
  await tab.page.waitForFunction(() =>
    document.querySelector("#panel-matrix").checkVisibility());
  equal(await visiblePanels(tab.page), ["matrix"], "a link followed later");
  const module = await tab.page.$eval("#picture .node:last-of-type > title", (e) =>
    e.textContent.split(/[\s@]/)[0]);
  await close(tab);
  const hash = "#module=" + encodeURIComponent(module);
  const at = await open(browser, file, { hash });
  equal(await visiblePanels(at.page), ["graph"], "link to a module");
  holds((await shown(at.page, "#picture .node.found")) > 0, "which is found");
  await close(at);
  // What is no link of ours leads to the first tab, without a complaint.
  for (const strange of ["#nothing", "#%", "#module=%E0%A4%A", "#finding-", "#<b>"]) {
    const odd = await open(browser, file, { hash: strange });
    equal((await visiblePanels(odd.page)).length, 1, strange);
    await close(odd);
  }
}

async function checkWithoutScript(browser, file) {
  const plain = await open(browser, file, { script: false });
  const { page } = plain;
  // The library evaluates by the protocol, which works without scripts, too.
  const sizes = await page.evaluate(() => {
    const size = (e) => (e ? e.getBoundingClientRect().height : 0);
    const controls = [...document.querySelectorAll("form, .copy")];
    return {
      findings: [...document.querySelectorAll(".finding")].every((e) => size(e) > 10),
      picture: size(document.querySelector("#picture svg")) > 100,
      panels: [...document.querySelectorAll(".panel")].every((e) => size(e) > 10),
      idle: controls.filter((e) => size(e) > 0).length,
      tabs: [...document.querySelectorAll("#tabs a")].every((a) =>
        document.querySelector(a.getAttribute("href"))),
    };
  });
  equal(
    sizes,
    { findings: true, picture: true, panels: true, idle: 0, tabs: true },
    "without JavaScript",
  );
  await close(plain);
}

async function checkPrint(browser, file) {
  const view = await open(browser, file);
  const pdf = Buffer.from(await view.page.pdf({ format: "A4", timeout: 120000 }));
  equal(pdf.subarray(0, 5).toString(), "%PDF-", "prints");
  const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
  holds(pages >= 2 && pdf.length > 20000, `prints ${pages} pages`);
  await view.page.emulateMediaType("print");
  equal(await shown(view.page, ".panel"), tabNames.length, "prints every panel");
  equal(await shown(view.page, ".controls, #tabs, .copy"), 0, "but no controls");
  await view.page.setViewport({ width: kPaperWidth, height: 1000 });
  const cut = await view.page.evaluate(() =>
    [...document.querySelectorAll("#picture, .scroll")]
      .filter((e) => e.scrollWidth > e.clientWidth)
      .map((e) => e.getAttribute("aria-label")));
  equal(cut, [], "and cuts nothing off");
  const headings = await view.page.$$eval(".panel > h2", (all) =>
    all.filter((e) => e.getBoundingClientRect().width > 10).length);
  equal(headings, tabNames.length, "and headings");
  await close(view);
  return pages;
}

// The page's policy stays on: the tool is evaluated through DevTools.
async function checkAccessible(browser, file) {
  for (const scheme of ["light", "dark"]) {
    const view = await open(browser, file, { scheme });
    await view.page.evaluate(axe);
    for (const name of tabNames) {
      await view.page.$eval("#tab-" + name, (e) => e.click());
      const result = await view.page.evaluate(() => window.axe.run(document));
      holds(result.passes.length > 5, "axe looked");
      const broken = result.violations.map((v) => ({
        rule: v.id, help: v.help, number: v.nodes.length,
        first: v.nodes.slice(0, 3).map((n) =>
          n.html.slice(0, 200) + " " + n.failureSummary),
      }));
      equal(broken, [], `axe, ${scheme}, ${name}`);
    }
    await close(view);
  }
}

async function openingTime(browser, file) {
  const times = [];
  for (let i = 0; i < kRuns; ++i) {
    const view = await open(browser, file);
    times.push(await view.page.evaluate(
      () => performance.getEntriesByType("navigation")[0].loadEventEnd));
    await close(view);
  }
  return times.sort((a, b) => a - b)[Math.floor(kRuns / 2)];
}

// Every element and attribute of a page, once each.
const namesIn = (page) =>
  page.evaluate(() => {
    const out = new Set();
    for (const e of document.querySelectorAll("*"))
      for (const name of ["", ...e.getAttributeNames()])
        out.add(e.localName + (name && " " + name));
    return [...out].sort();
  });

// What the reports of harmless modules hold is all that a report may hold.
const allowed = new Set();

async function checkHostile(browser, file) {
  const view = await open(browser, file);
  const { page } = view;
  for (const name of tabNames) await page.click("#tab-" + name);
  await page.click("#tab-findings");
  await page.$$eval("button.copy", (all) => all.forEach((b) => b.click()));
  await page.$$eval("#picture .node", (all) =>
    all.forEach((n) => (n.focus(), n.dispatchEvent(new MouseEvent("click")))));
  equal((await namesIn(page)).filter((n) => !allowed.has(n)), [], "foreign parts");
  const links = await page.$$eval("[href], [src]", (all) =>
    all.map((e) => e.getAttribute("href") ?? e.getAttribute("src"))
       .filter((to) => !to.startsWith("#")));
  equal(links, [], "links that leave");
  equal(
    await page.$$eval("script", (all) => all.length),
    4,
    "the program and three pieces of data",
  );
  await page.$$eval("script[type]", (all) =>
    all.forEach((s) => JSON.parse(s.textContent)));
  await close(view);
}

async function main() {
  const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    for (const { name, page: file, data: dataFile } of job.pages) {
      where = name;
      const data = JSON.parse(fs.readFileSync(dataFile, "utf8"));
      const view = await open(browser, file);
      await checkIdentity(view.page, data);
      await checkInlinedData(view.page, data);
      await checkTabs(view.page);
      await checkFilters(view.page);
      const commands = await checkCopy(view.page, data);
      await checkGraph(view.page);
      await checkPanels(view.page, data);
      await checkWidths(view.page);
      for (const n of await namesIn(view.page)) allowed.add(n);
      await close(view);
      await checkDeepLinks(browser, file, data);
      await checkWithoutScript(browser, file);
      const pages = await checkPrint(browser, file);
      await checkAccessible(browser, file);
      const time = await openingTime(browser, file);
      holds(time < kMostMilliseconds, `opens in ${time} ms`);
      console.log(`${name}: ${data.findings.length} findings, ${commands} ` +
        `commands, ${pages} pages in print, opens in ${time.toFixed(0)} ms`);
    }
    where = job.fixes.name;
    const fixes = await open(browser, job.fixes.page);
    const data = JSON.parse(fs.readFileSync(job.fixes.data, "utf8"));
    holds((await checkCopy(fixes.page, data)) > 1, "commands to copy");
    for (const n of await namesIn(fixes.page)) allowed.add(n);
    await close(fixes);
    await checkAccessible(browser, job.fixes.page);
    for (const { name, page } of job.hostile) {
      where = name;
      await checkHostile(browser, page);
    }
    console.log(`${job.hostile.length} hostile reports`);
    console.log(checks);
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

// Uses HTML reports in a browser as a reader does. usage: html_check.cjs JOB,
// a JSON file {"pages": [{name, page, data}], "fixes": one more whose findings
// have commands, "hostile": [{name, page}]}; data is the JSON report of the same
// run. Prints what it measured, and last how many checks it made; fails at the
// first that does not hold.
"use strict";
const fs = require("fs");
const puppeteer = require("puppeteer-core");
const use = require("./html_use.cjs");
const {
  made, holds, equal, open, close, shown, tabNames, visiblePanels,
} = require("./html_page.cjs");

const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const kRuns = 5;
const kMostMilliseconds = 1000;
const kPaperWidth = 718; // px: A4 less the margins

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

// A link that says what is chosen shows the same.
async function checkStates(browser, file) {
  const states = [
    ["#tab=modules&q=example&kind=direct&sort=module",
     [["#module-search", "example"], ["#module-kind", "direct"]]],
    ["#tab=findings&q=a&hide=note&sort=rule",
     [["#filter-text", "a"], ["#sort", "rule"]]],
    ["#tab=graph&q=a", [["#graph-search", "a"]]],
  ];
  for (const [hash, wanted] of states) {
    const view = await open(browser, file, { hash });
    equal((await visiblePanels(view.page))[0], /=(\w+)/.exec(hash)[1], hash);
    for (const [query, value] of wanted)
      equal(await view.page.$eval(query, (e) => e.value), value, hash + " " + query);
    await close(view);
  }
  for (const odd of ["#tab=modules&sort=nothing&kind=x&pin=%", "#tab=weight&in=none&only=single",
                     "#tab=findings&rule=x&sort=y&hide=z", "#tab=graph&pin=<b>", "#tab=nothing"]) {
    const view = await open(browser, file, { hash: odd });
    equal((await visiblePanels(view.page)).length, 1, odd);
    await close(view);
  }
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
  const boxes = await tab.page.$$eval("#picture .node:not(.group) > title", (all) =>
    all.map((e) => e.textContent.split(/[ ;]/)[0]));
  await close(tab);
  const drawn = boxes[boxes.length - 1];
  const at = await open(browser, file, { hash: "#module=" + encodeURIComponent(drawn) });
  equal(await visiblePanels(at.page), ["graph"], "link to a module");
  equal(await shown(at.page, "#picture .node.pinned"), 1, "which is pinned");
  await close(at);
  const other = data.modules.find((m) => !boxes.includes(m.module));
  if (other) {
    const row = await open(browser, file, { hash: "#module=" + other.module });
    equal(await visiblePanels(row.page), ["modules"], "link to a module without a box");
    const seen = await row.page.$eval("#modules [aria-expanded=true]", (e) => {
      const r = e.getBoundingClientRect();
      return [e.textContent, r.top > 0 && r.bottom < innerHeight];
    });
    equal(seen, [other.module, true], "whose row is open and in view");
    await close(row);
  }
  await checkStates(browser, file);
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
  await page.$$eval("#modules tbody button", (all) => all.forEach((_, i) =>
    document.querySelectorAll("#modules tbody button")[i]?.click()));
  await page.click("#tab-weight");
  await page.$$eval("#treemap .tile", (all) => all.forEach((g) =>
    g.dispatchEvent(new MouseEvent("click"))));
  await page.click("#tab-findings");
  await page.$$eval("button.copy", (all) => all.forEach((b) => b.click()));
  await page.$$eval("#picture .node", (all) =>
    all.forEach((n) => (n.focus(), n.dispatchEvent(new MouseEvent("click")))));
  equal((await namesIn(page)).filter((n) => !allowed.has(n)), [], "foreign parts");
  const links = await page.$$eval("[href], [src]", (all) =>
    all.map((e) => e.getAttribute("href") ?? e.getAttribute("src"))
       .filter((to) => !to.startsWith("#")));
  equal(links.filter((to) => !/^https:\/\/pkg\.go\.dev\/[\w%.~@/-]+$/.test(to)), [],
        "links that leave");
  equal(
    await page.$$eval("script", (all) => all.length),
    5,
    "the program and four pieces of data",
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
      made.where = name;
      const data = JSON.parse(fs.readFileSync(dataFile, "utf8"));
      const view = await open(browser, file);
      await use.checkIdentity(view.page, data);
      await use.checkInlinedData(view.page, data);
      await use.checkTabs(view.page);
      await use.checkFilters(view.page);
      const commands = await use.checkCopy(view.page, data);
      await use.checkGraph(view.page);
      await use.checkModules(view.page, data);
      await use.checkZoom(view.page);
      await use.checkFind(view.page, data);
      await use.checkPanels(view.page, data);
      await checkWidths(view.page);
      await view.page.evaluate(() => (location.hash = "#tab=modules"));
      await view.page.waitForFunction(() =>
        document.querySelectorAll("#modules tbody button").length > 1);
      await view.page.click("#modules tbody tr:nth-child(2) button");
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
    made.where = job.fixes.name;
    const fixes = await open(browser, job.fixes.page);
    const data = JSON.parse(fs.readFileSync(job.fixes.data, "utf8"));
    holds((await use.checkCopy(fixes.page, data)) > 1, "commands to copy");
    for (const n of await namesIn(fixes.page)) allowed.add(n);
    await close(fixes);
    await checkAccessible(browser, job.fixes.page);
    for (const { name, page } of job.hostile) {
      made.where = name;
      await checkHostile(browser, page);
    }
    console.log(`${job.hostile.length} hostile reports`);
    console.log(made.checks);
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

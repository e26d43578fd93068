// A report in a page of a browser that knows what leaves it and what goes wrong
// in it, and the checks that are made there.
"use strict";
const assert = require("assert");
const url = require("url");

// How many held so far, and of which report.
const made = { checks: 0, where: "" };

const holds = (condition, what) => {
  assert.ok(condition, made.where + ": " + what);
  ++made.checks;
};
const equal = (got, wanted, what) => {
  assert.deepStrictEqual(got, wanted, made.where + ": " + what);
  ++made.checks;
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

const tabNames = ["findings", "graph", "modules", "weight", "versions", "matrix", "about"];
const visiblePanels = (page) =>
  page.$$eval("[role=tabpanel]", (all) =>
    all.filter((e) => e.checkVisibility()).map((e) => e.id.slice(6)),
  );

module.exports = {
  made, holds, equal, open, close, shown, fill, tabNames, visiblePanels,
};

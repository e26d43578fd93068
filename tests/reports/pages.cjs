// Opens files in a browser, each in a page of its own, and tells what became of
// them. usage: pages.cjs FILE.json, a list of paths. Prints for each
// {"elements", "attributes", "handlers", "links", "scripts", "alarms",
// "requests", "problems"}.
"use strict";
const fs = require("fs");
const url = require("url");
const puppeteer = require("puppeteer-core");

function look() {
  const all = [...document.querySelectorAll("*")];
  const names = (list) => [...new Set(list)].sort();
  const attributes = all.flatMap((e) =>
    e.getAttributeNames().map((a) => e.localName + " " + a),
  );
  const links = all.flatMap((e) =>
    ["href", "xlink:href", "src", "action", "srcdoc", "formaction", "data"]
      .filter((a) => e.hasAttribute(a))
      .map((a) => e.getAttribute(a)),
  );
  return {
    elements: names(all.map((e) => e.localName)),
    attributes: names(attributes),
    handlers: attributes.filter((a) => / on/.test(a)),
    links: names(links),
    scripts: all.filter((e) => e.localName === "script").length,
    broken: all.filter((e) => e.localName === "parsererror").length,
  };
}

async function visit(browser, file) {
  const page = await browser.newPage();
  const address = url.pathToFileURL(file).href;
  const seen = { alarms: [], requests: [], problems: [] };
  page.on("dialog", (dialog) => {
    seen.alarms.push(dialog.message());
    dialog.dismiss();
  });
  page.on("request", (r) => {
    if (r.url() !== address) seen.requests.push(r.url());
  });
  page.on("pageerror", (error) => seen.problems.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) seen.problems.push(message.text());
  });
  await page.goto(address, { waitUntil: "load" });
  const result = { ...(await page.evaluate(look)), ...seen };
  await page.close();
  return result;
}

async function main() {
  const files = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const out = [];
    for (const file of files) out.push(await visit(browser, file));
    console.log(JSON.stringify(out));
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

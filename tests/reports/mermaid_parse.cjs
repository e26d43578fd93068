// Draws Mermaid charts with Mermaid's own browser bundle, in a browser.
// usage: mermaid_parse.cjs FILE.json, a list of charts. Prints, for each chart,
// {"error": text} or what was drawn: {"nodes", "edges", "labels", "title",
// "elements", "attributes", "requests", "alarms"}.
"use strict";
const fs = require("fs");
const path = require("path");
const puppeteer = require("puppeteer-core");

function draw(chart, number) {
  return window.mermaid.render("chart" + number, chart).then(
    ({ svg }) => {
      const holder = document.getElementById("holder");
      holder.innerHTML = svg;
      const names = (list) => [...new Set(list)].sort();
      const all = [...holder.querySelectorAll("*")];
      const texts = (query) =>
        [...holder.querySelectorAll(query)].map((e) => e.textContent.trim());
      const result = {
        nodes: holder.querySelectorAll("g.node").length,
        edges: holder.querySelectorAll("path.flowchart-link").length,
        labels: texts("g.node .nodeLabel"),
        edge_labels: texts(".edgeLabel .edgeLabel").filter(Boolean),
        title: texts(".flowchartTitleText").join(""),
        elements: names(all.map((e) => e.localName)),
        attributes: names(all.flatMap((e) => e.getAttributeNames())),
        alarms: window.alarms || 0,
      };
      return result;
    },
    (error) => ({ error: String(error) }),
  );
}

async function main() {
  const charts = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
  const bundle = require.resolve("mermaid/dist/mermaid.min.js", {
    paths: process.env.NODE_PATH.split(path.delimiter),
  });
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    const requests = [];
    await page.setContent("<div id=holder></div>");
    await page.addScriptTag({ path: bundle });
    page.on("request", (request) => requests.push(request.url()));
    page.on("dialog", (dialog) => {
      requests.push("dialog");
      dialog.dismiss();
    });
    // As on GitHub: what is not strict is not allowed.
    await page.evaluate(() => {
      window.alert = () => (window.alarms = (window.alarms || 0) + 1);
      window.mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
    });
    const out = [];
    for (const [number, chart] of charts.entries())
      out.push(await page.evaluate(draw, chart, number));
    console.log(JSON.stringify({ charts: out, requests }));
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

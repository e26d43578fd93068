// Markdown as HTML, by a parser of GitHub Flavored Markdown that is not ours;
// HTML in the Markdown goes through as it is. usage: markdown_parse.cjs
// FILE.json, a list of paths. Prints a list of HTML texts.
"use strict";
const fs = require("fs");
const path = require("path");
const url = require("url");

function load(name) {
  const folder = path.join(process.env.NODE_PATH, name, "index.js");
  return import(url.pathToFileURL(folder).href);
}

async function main() {
  const { micromark } = await load("micromark");
  const { gfm, gfmHtml } = await load("micromark-extension-gfm");
  const files = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
  const options = {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  };
  const read = (file) => micromark(fs.readFileSync(file, "utf8"), options);
  console.log(JSON.stringify(files.map(read)));
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

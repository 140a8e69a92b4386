// Opens a page in Firefox and prints what it holds, as JSON: node firefox.mjs FIREFOX ADDRESS

import puppeteer from "puppeteer-core";

const [executablePath, address] = process.argv.slice(2);
const browser = await puppeteer.launch({browser: "firefox", executablePath, headless: true, timeout: 120_000, protocolTimeout: 120_000});
const messages = [];
try {
  const page = await browser.newPage();
  page.on("console", message => { if (["error", "warn"].includes(message.type())) messages.push(message.text()); });
  page.on("pageerror", error => messages.push(String(error)));
  await page.goto(address, {waitUntil: "load", timeout: 120_000});
  const end = Date.now() + 120_000;
  while (!await page.evaluate(() => document.documentElement.dataset.ready) && Date.now() < end) await new Promise(done => setTimeout(done, 100));
  const held = await page.evaluate(async () => {
    const {rows} = await window.page.ask("SELECT (COUNT(*) AS ?n) { ?claim a dg:Claim }");
    const [first] = await window.page.data.search("gdi");
    return {counts: document.getElementById("counts").textContent, claims: rows[0].n.value, found: first.label, drawn: window.page.drawing.drawnNodes().length, title: document.querySelector("#panel h2").textContent};
  });
  console.log(JSON.stringify({...held, messages}));
} finally {
  await browser.close();
}

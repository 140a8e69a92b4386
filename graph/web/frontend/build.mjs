// Bundles the page's modules and its worker into two classic scripts, and gathers the licences of what they contain.
import {build} from "esbuild";
import {existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {gzipSync} from "node:zlib";

const out = new URL("../assets/", import.meta.url);
const here = name => new URL(name, import.meta.url);
mkdirSync(out, {recursive: true});

const settings = {
  bundle: true, minify: true, format: "iife", platform: "browser", target: "es2022", charset: "ascii",
  legalComments: "none", metafile: true, absWorkingDir: here(".").pathname, outdir: out.pathname,
  define: {"import.meta.url": "''"},  // Oxigraph asks where it was loaded from; it is handed its bytes instead
};
const {metafile} = await build({...settings, entryPoints: ["src/explorer.js", "src/worker.js"]});

// The same bytes whatever compresses them: no time, no name of a system in the head.
const packed = gzipSync(readFileSync(here("node_modules/oxigraph/web_bg.wasm")), {level: 9});
packed[9] = 255;
writeFileSync(new URL("oxigraph.wasm.gz", out), packed);

const packages = new Set(Object.keys(metafile.inputs).map(file => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]).filter(Boolean));
const notices = [...packages].sort().map(name => {
  const folder = here(`node_modules/${name}/`), {version, license} = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  const file = readdirSync(folder).find(one => /^licen[cs]e/i.test(one));
  const text = file && existsSync(new URL(file, folder)) ? readFileSync(new URL(file, folder), "utf8") : "The licence's text stands in the package's repository.";
  return `${"=".repeat(70)}\n${name} ${version} (${license})\n\n${text.trim()}\n`;
});
writeFileSync(new URL("THIRD-PARTY.txt", out), notices.join("\n"));

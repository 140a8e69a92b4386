// Starting the engine the page was made for, and what is built straight upon it: asking, explaining, citing.

import {byId} from "./elements.js";
import {citation} from "./citation.js";
import {makeData} from "./data.js";
import {embeddedEngine, httpEngine} from "./engines.js";
import {readText} from "./runs.js";
import {copy} from "./share.js";
import {makeAsk} from "./sparql.js";
import {makeTools} from "./tools.js";
import {t} from "./words.js";

const bytesOf = text => Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), one => one.charCodeAt(0));
const block = id => byId(id).textContent.trim();

// The engine begins once the first view is painted: unpacking must not delay it.
function openEngine(config) {
  if (config.endpoint) return httpEngine(config.endpoint);
  const afterPaint = new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const engine = afterPaint.then(() => {
    const made = embeddedEngine({script: new TextDecoder().decode(bytesOf(block("page-worker"))), engine: bytesOf(block("page-engine")), data: bytesOf(block("page-data")), ...config.data});
    for (const id of ["page-worker", "page-engine", "page-data"]) byId(id).remove();
    return made;
  });
  return {query: async (...asked) => (await engine).query(...asked), whenReady: engine.then(made => made.whenReady)};
}

export function startEngine(config) {
  const engine = openEngine(config), asking = makeAsk(engine, config.prefixes), data = makeData(asking, {compared: Boolean(config.view.changes)});
  let isReady = Boolean(config.endpoint);
  const ready = engine.whenReady.then(() => { isReady = true; });
  ready.catch(() => {});

  async function cite(claim, hash, say) {
    const [{sentence}] = claim.evidence;
    const copied = await copy(citation({...sentence, quote: readText(sentence.quote, sentence.markdown)}, `${location.href.split("#")[0]}#${hash}`));
    say(t(copied ? "cited" : "cite.failed"));
  }

  return {data, ready, tools: {...makeTools(config, asking, data), ask: asking.ask, cite, isReady: () => isReady}};
}

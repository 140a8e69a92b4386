// The SPARQL console, in its own view and in the window that explains how something was found.

import {byId, element} from "./elements.js";
import {makeConsole} from "./console.js";
import {toCsv} from "./export.js";
import {kept} from "./frame.js";
import {dg} from "./conditions.js";
import {cellOf, shapeOf, shortened} from "./results.js";
import {save} from "./share.js";
import {asked, t, typeName} from "./words.js";

const remember = {
  load() {
    try { return JSON.parse(kept.load("queries") || "[]"); } catch { return []; }
  },
  save: list => kept.save("queries", JSON.stringify(list)),
};

// makeTools(config, {ask}, data): `start` wires them to the page, `explain` opens the window on a query.
export function makeTools({prefixes, saved, view}, {ask}, data) {
  const made = new Map();  // "console" or "explained" → {console, host}
  let page = null, terms = [], shown = null;

  const types = view.types.map(({key, count}) => ({iri: dg(key), curie: `dg:${key}`, label: typeName(key), kind: "type", count}));
  const learn = () => data.schema().then(found => { terms = found.map(one => ({...one, curie: shortened(one.iri, prefixes)})); }, () => {});
  const suggest = async text => (await data.search(text, 8)).map(one => one.label);

  function consoleIn(name, host, options) {
    if (!made.has(name)) {
      if (!terms.length) learn();
      made.set(name, {host, console: makeConsole(host, {t, ask, schema: () => ({prefixes, terms: [...terms, ...types]}), prefixes, remember, suggest, recognise: labels => data.named(labels).catch(() => new Map()), onExport: exported, ...options})});
    }
    return made.get(name).console;
  }

  function exported(result) {
    const {kind, columns, rows, answer} = shapeOf(result);
    const table = kind === "answer" ? [{answer: String(answer)}] : rows.map(row => Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.type === "uri" ? term.value : cellOf(term, prefixes).text])));
    save("result.csv", toCsv((columns || [{name: "answer"}]).map(({name}) => ({key: name, title: name})), table), "text/csv");
  }

  // A query as people write it: names with their prefixes where these can be read.
  const withPrefixes = query => query.replace(/<([^<>\s]+)>/g, (whole, one) => {
    const [name, start] = Object.entries(prefixes).filter(([, base]) => one.startsWith(base)).sort(([, a], [, b]) => b.length - a.length)[0] || [];
    return name && /^[A-Za-z][A-Za-z0-9_-]*$/.test(one.slice(start.length)) ? `${name}:${one.slice(start.length)}` : whole;
  });

  const leaving = act => (...given) => { byId("explained").close(); act(...given); };
  const ways = ({chooseEntity, chooseClaim, drawOnly}) => ({onEntity: leaving(chooseEntity), onClaim: leaving(chooseClaim), onDraw: leaving(nodes => drawOnly(nodes))});

  // The view: shows the query of the state, and tells the state what is typed.
  async function show({query}) {
    const one = consoleIn("console", byId("view-console"), {saved: saved.map(asked), ...ways(page), onText: text => { shown = text; page.keepQuery(text); }});
    if (query !== shown) {
      shown = query;
      one.show(query, {run: Boolean(query.trim())});
    }
  }

  function explain(query) {
    const dialog = byId("explained");
    if (!dialog.childElementCount) dialog.append(element("div", {class: "explained-head"}, element("h2", {}, t("how")), element("button", {type: "button", class: "close", "aria-label": t("close"), onclick: () => dialog.close()}, element("span", {"aria-hidden": "true"}, "×"))));
    dialog.showModal();
    consoleIn("explained", dialog, {saved: [], ...ways(page)}).show(withPrefixes(query), {run: true});
  }

  return {
    start(given) { page = given; given.views.add("console", {show}); },
    explain,
    recolour() { for (const {console} of made.values()) console.recolour(); },
    relabel() {
      for (const {host} of made.values()) host.replaceChildren();
      made.clear();
      shown = null;
    },
  };
}

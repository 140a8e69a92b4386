// The page: state → views. Every click, key and link makes a new state; the address holds it; the views show it.

import {byId, calm, isSmall, looks} from "./elements.js";
import {makeDrawing} from "./drawing.js";
import {withKeys} from "./changes.js";
import {startEngine} from "./engine.js";
import {isFiltered, makeFilters} from "./filters.js";
import {addKeys, addTheme, fillLanguages, relabel, renderChangeKey, renderLegend} from "./frame.js";
import {makeCards} from "./cards.js";
import {makeChoices} from "./choices.js";
import {LISTED, MORE, makePanel} from "./panel.js";
import {linksQuery} from "./queries.js";
import {MOST_DRAWN, calledFrom, neighboursDrawn} from "./picture.js";
import {makeReader} from "./reader.js";
import {makeReplay} from "./moves.js";
import {makeSearch} from "./search.js";
import {makeShare} from "./share.js";
import {START, decodeState, encodeState, toggled} from "./state.js";
import {makeViews} from "./views.js";
import {nameOfLink, t, typeName} from "./words.js";

const readBlock = id => JSON.parse(byId(id).textContent);
const MOST_FOUND = 150;  // entities of a result that are drawn by themselves
const say = text => { byId("status").textContent = text; };

function startPage() {
  const config = readBlock("page-config"), {base} = config, view = withKeys(config.view);
  const tabs = [...byId("views").children].map(tab => tab.dataset.view), [home] = tabs;
  const encode = shown => encodeState(shown, base, home), decode = hash => decodeState(hash, base, tabs);
  Object.assign(looks, config.looks);
  fillLanguages(byId("language"), redoWords);
  relabel(view);
  let state = decode(location.hash), picture = {nodes: [], links: []}, turn = 0, limit = LISTED;
  const undone = [], news = [];  // moves taken back; what is to be told with the next state
  let cut = null, toldOf = null;  // how much of a result was not drawn; the filters whose count was told

  const {data, tools, ready} = startEngine(config);
  const addressOf = id => `#${encode({...START, chosen: {entity: id}})}`;

  // Changes of the state; a move of the drawing takes redoing away.
  const go = change => update({...state, ...change});
  const move = (act, change = {}) => { undone.length = 0; go({moves: [...state.moves, act], ...change}); };
  const drawn = id => picture.nodes.some(node => node.id === id);
  const withDrawn = (ids, change) => {
    const missing = [...new Set(ids)].filter(id => !drawn(id));
    return missing.length ? move({act: "draw", ids: missing}, change) : go(change);
  };
  const drawOnly = (ids, all = new Set(ids).size) => {
    const kept = [...new Set(ids)].slice(0, MOST_FOUND);
    move({act: "only", ids: kept}, {view: "network", chosen: null});
    cut = all > kept.length ? {moves: state.moves, n: kept.length, all} : null;
  };
  const chooseEntity = id => withDrawn([id], {chosen: {entity: id}, read: null});
  const choosePair = (from, to) => withDrawn([from, to], {chosen: {from, to}, read: null});
  const showStart = () => go({chosen: null});
  const acts = {
    onExpand: id => move({act: "expand", id}, {chosen: {entity: id}}),
    onCollapse: id => move({act: "collapse", id}),
    onHide: id => move({act: "hide", id}, {chosen: null}),
    onFocus: id => move({act: "focus", id}),
    onDraw: id => withDrawn([id], {view: "network"}),
    onPin: (id, is) => move({act: is ? "pin" : "unpin", id}),
    onConnect: id => go({view: "connect", connect: state.connect.from && state.connect.from !== id ? {...state.connect, to: id} : {...state.connect, from: id}}),
  };

  const drawing = makeDrawing(byId("network"), {options: config.options, heaviest: view.heaviest}, {
    onNode: chooseEntity, onEdge: ({from, to}) => choosePair(from, to), onNothing: showStart, onExpand: acts.onExpand,
    onPlace: (id, at) => move({act: "place", id, ...at}), onCamera: camera => keep({camera}), nameLink: nameOfLink,
  });
  const showLegend = () => renderLegend(byId("legend"), view.types, state.filters.types, type => go({filters: {...state.filters, types: toggled(state.filters.types, type)}}));
  const showKey = () => view.changes && renderChangeKey(byId("change-key"), view.changes, state.filters.changes, key => go({filters: {...state.filters, changes: toggled(state.filters.changes, key)}}));
  showKey();
  showLegend();  // before anything is placed: it takes room from the drawing
  drawing.start();
  const first = {nodes: drawing.stretched(view.nodes), links: view.links};
  const replay = makeReplay(first, data, drawing.boxOf);
  const onHow = query => tools.explain(query);
  const cardHandlers = {onEntity: chooseEntity, onClaim: showEvidence, onCite: claim => tools.cite(claim, encode({...START, chosen: {claim: claim.id}}), say), addressOf};
  const panel = makePanel(byId("panel"), {...acts, ...cardHandlers, onStart: showStart, onHow,
    onChange: key => go({filters: {...state.filters, changes: [key]}, view: "changes"}),
    onStanding: standing => go({filters: {...state.filters, standings: [standing]}, view: "table"}),
    onMore() { limit += MORE; relist(); }, onOnly(only) { keep({only}); relist(); }});
  const reader = makeReader({box: byId("text"), title: byId("reader-title"), picker: byId("documents"), how: byId("how-text")}, data, {
    onSentence: ({document, start, end}) => go({chosen: {document, start, end}, read: null}), onMention: chooseEntity, onOpen: read => keep({read}), onHow});
  const filters = makeFilters({box: byId("facets"), chips: byId("chips")}, data, view.types, {onChange: change => go({filters: change(state.filters)}), onDraw: drawOnly, onHow});
  const views = makeViews(data, {go, chooseEntity, choosePair, onHow, addressOf, ...makeCards(cardHandlers),
    onClaim: claim => go({chosen: {claim: claim.id}}), drawOnly, starts: view.starts, sides: view.sides, state: () => state});
  tools.start({views, keepQuery: query => keep({query}), chooseEntity, chooseClaim: id => go({chosen: {claim: id}}), drawOnly});
  const choices = makeChoices(data);
  const share = makeShare({button: byId("share"), menu: byId("share-menu")}, data, {drawing, picture: () => picture, title: config.title, say,
    shown: () => ({selector: views.selectorOf(state, choices.selectorOf(state.chosen), picture.nodes.map(node => node.id)), filters: state.filters})});
  makeSearch({input: byId("search"), list: byId("hits")}, data.search, {onChoose({id}) {
    byId("search").value = "";
    byId("panel").focus({preventScroll: true});
    chooseEntity(id);
  }});

  let settled = Promise.resolve();
  function update(next, {push = true} = {}) {
    const fresh = JSON.stringify(next.chosen) !== JSON.stringify(state.chosen);
    if (fresh) limit = LISTED;
    state = push && fresh ? {...next, only: null} : next;
    const hash = encode(state);
    if (push && hash !== location.hash.slice(1)) history.pushState(null, "", `#${hash}`);
    settled = show();
    if (push && fresh && next.chosen && next.view !== "network" && isSmall()) settled.then(() => bring(byId("panel"), "start"));
    return settled;
  }

  const bring = (box, block) => box.scrollIntoView({block, behavior: calm() ? "auto" : "smooth"});

  // Everything once more for the state; the latest one wins where answers come late.
  async function show() {
    const ticket = ++turn;
    views.open(state.view);
    byId("main").classList.toggle("wide", ["table", "matrix", "console"].includes(state.view) && !state.chosen);
    showKey();
    showLegend();
    showFilters();
    try {
      await showPicture(ticket);
      await showPassing(ticket);
      if (ticket !== turn) return;
      await Promise.all([showChosen(ticket), views.show(state, picture.nodes.map(node => node.id)), filters.show(state.filters, state.faceted)]);
    } catch (error) {
      if (ticket === turn) panel.showFailure(error, () => show());
    }
  }

  async function showPicture(ticket) {
    const before = picture.nodes.length, next = await replay(state.moves);
    const ids = next.nodes.map(node => node.id);
    const links = isFiltered(state.filters) ? await data.links(ids, ids, state.filters) : next.links;
    if (ticket !== turn) return;
    const same = next.nodes.length === before && next.nodes.every((node, i) => node.id === picture.nodes[i].id);
    tellMove(next.nodes.length - before, before);
    picture = {...next, links};
    drawing.show(picture, {types: state.filters.types, filtered: isFiltered(state.filters)});
    if (!same && (next.nodes.length < before / 2 || state.moves.at(-1)?.act === "only" || drawing.isCut()) || !before) drawing.fit();
    if (!before && state.camera) drawing.aim(state.camera);
    showFull();
    byId("network-empty").hidden = picture.nodes.some(({type}) => !state.filters.types.includes(type));
    byId("outside").textContent = view.counts.entities > ids.length ? t("network.outside", {n: view.counts.entities - ids.length}) : "";
    byId("undo").disabled = !state.moves.length;
    byId("redo").disabled = !undone.length;
    byId("reset").disabled = !state.moves.length;
  }

  function tellMove(change, before) {
    if (!before || !change) return;
    news.push(t(change > 0 ? "drawn" : "taken", {n: Math.abs(change)}));
  }

  // What of all that was asked for found no room in the drawing.
  function showFull() {
    const box = byId("full"), text = picture.left ? t("network.full", {n: MOST_DRAWN}) : cut?.moves === state.moves ? t("network.cut", cut) : "";
    if (text && text !== box.textContent) news.push(text);
    box.hidden = !text;
    box.textContent = text;
  }

  // How many claims pass the filters, and a way to draw what they speak of.
  async function showPassing(ticket) {
    if (!isFiltered(state.filters)) { filters.showPassing(null); toldOf = null; return; }
    const {total, entities, top} = await data.passing(state.filters), all = view.counts.claims;
    if (ticket !== turn) return;
    filters.showPassing({total, all, ids: top.map(one => one.id), entities});
    const key = JSON.stringify(state.filters);
    if (key !== toldOf) news.push(t("filters.count", {n: total, all}));
    toldOf = key;
  }

  // What is chosen, in the panel, in the drawing and in the text.
  async function showChosen(ticket) {
    const {chosen, read} = state;
    if (!chosen) {
      drawing.select({});
      const passing = isFiltered(state.filters) ? await data.passing(state.filters) : null;
      if (ticket !== turn) return;
      panel.showOverview(view, passing, state.filters, {listed: state.view === "changes"});
      await (read ? reader.show(read) : reader.clear());
      if (news.length) tell();
      return;
    }
    if (chosen.entity) drawing.select({node: chosen.entity});
    if (!tools.isReady()) panel.showWaiting();
    const found = await choices.find(chosen, {filters: state.filters, only: state.only, limit});
    if (ticket !== turn) return;
    if (!found) { panel.showGone(); drawing.select({}); return; }
    if (found.entity) {
      const {entity, claims} = found, left = Math.max(0, entity.degree - neighboursDrawn(picture, entity.id));
      panel.showEntity(entity, claims, {drawn: drawn(entity.id), left, called: calledFrom(picture, entity.id), pinned: isPinned(entity.id)});
      await (read ? reader.show(read) : reader.showEntity(entity.id, claims.claims[0]?.evidence[0].sentence.document));
      tell(t("chosen.entity", {label: entity.label, type: typeName(entity.type), claims: t("claims", {n: claims.total})}));
    } else if (found.pair) {
      const [a, b] = found.pair.map(one => one.label);
      const first = panel.showClaims(t("between", {a, b}), t("between.note", {n: found.claims.total}), found.claims, chosen.from);
      drawing.select({edge: linkBetween(chosen.from, chosen.to)});
      const shown = read || first?.evidence[0]?.sentence;
      await (shown ? reader.show(shown) : reader.clear());
      tell(t("chosen.between", {claims: t("claims", {n: found.claims.total}), a, b}));
    } else {
      const {claims} = found.claims, [claim] = claims, {sentence} = claim.evidence.find(one => !chosen.document || one.sentence.start === chosen.start) || claim.evidence[0];
      panel.showClaims(t(chosen.claim ? "claim" : "sentence"), chosen.claim ? null : t("claims", {n: claims.length}), found.claims);
      drawing.select(claim.object ? {edge: linkBetween(claim.subject.id, claim.object.id)} : {node: claim.subject.id});
      await reader.show(sentence);
      tell(t("chosen.sentence", {n: claims.length}));
    }
  }

  const isPinned = id => Boolean(picture.nodes.find(node => node.id === id)?.pinned);
  const tell = (...more) => say([...news.splice(0), ...more].join(" "));

  // What is typed in the console and what is read stand in the address, but are no steps of the history.
  let keeping = null;
  function keep(change) {
    state = {...state, ...change};
    clearTimeout(keeping);
    keeping = setTimeout(() => history.replaceState(null, "", `#${encode(state)}`), 300);
  }

  function relist() {
    settled = showChosen(turn);
  }

  const linkBetween = (a, b) => (picture.links.find(({from, to}) => from === a && to === b) || picture.links.find(({from, to}) => from === b && to === a) || {}).id;

  async function showEvidence(claim, sentence) {
    await reader.show(sentence);
    keep({read: {document: sentence.document, start: sentence.start, end: sentence.end}});
    if (claim.object) drawing.select({node: state.chosen?.entity, edge: state.chosen?.from ? linkBetween(state.chosen.from, state.chosen.to) : null, claim: `${claim.subject.id} ${claim.object.id}`});
    if (isSmall()) bring(byId("text"), "center");
    say(t("shown.text", {title: sentence.name}));
  }

  function undo() {
    if (!state.moves.length) return;
    undone.push(state.moves.at(-1));
    news.push(t("undone"));
    go({moves: state.moves.slice(0, -1)});
  }

  function redo() {
    if (!undone.length) return;
    news.push(t("redone"));
    go({moves: [...state.moves, undone.pop()]});
  }

  function redoWords() {
    relabel(view);
    share.fill();
    panel.relabel();
    views.relabel();
    tools.relabel();
    show();
  }

  function showFilters() {
    byId("filters").hidden = !state.faceted;
    byId("open-filters").setAttribute("aria-expanded", String(state.faceted));
  }

  function toggleFilters() {
    keep({faceted: !state.faceted});
    showFilters();
    filters.show(state.filters, state.faceted);
    if (!state.faceted) byId("open-filters").focus({preventScroll: true});
  }
  byId("how-network").addEventListener("click", () => {
    const ids = picture.nodes.map(node => node.id);
    if (ids.length) onHow(linksQuery(ids, ids, {filters: state.filters, compared: data.compared}));
  });
  byId("open-filters").addEventListener("click", toggleFilters);
  byId("close-filters").addEventListener("click", toggleFilters);
  for (const tab of byId("views").children) tab.addEventListener("click", () => {
    const {connect, chosen} = state, from = tab.dataset.view === "connect" && !connect.from && chosen?.entity;
    go({view: tab.dataset.view, ...(from && {connect: {...connect, from}})});
  });

  addKeys(drawing, {chooseEntity, showStart, undo, redo, reset: () => { undone.length = 0; go({moves: []}); drawing.fit(); },
    expand: () => state.chosen?.entity && acts.onExpand(state.chosen.entity), hide: () => state.chosen?.entity && acts.onHide(state.chosen.entity),
    pin: () => state.chosen?.entity && acts.onPin(state.chosen.entity, !isPinned(state.chosen.entity))});
  addTheme(byId("theme"), () => { drawing.recolour(); tools.recolour(); });
  addEventListener("popstate", () => { undone.length = 0; update(decode(location.hash), {push: false}); });

  reader.offer(view.documents);
  const shown = update(state, {push: false});
  const opened = ready.then(async () => {
    performance.mark("answering");
    say(t("ready"));
    await shown;
    if (!reader.isOpen() && view.documents.length) await reader.open(view.documents[0].id);
    reader.offer(await data.documents());
    performance.mark("ready");
    document.documentElement.dataset.ready = "true";
  }, error => panel.showFailure(new Error(t("failed.engine", {reason: error.message}))));
  // For tests and curious readers. What is told of a state is told once `settled` resolves, if no later state came in between.
  const whenSettled = async () => { for (let last = null; last !== settled;) { last = settled; await last; } };
  return {data, drawing, opened, settled: whenSettled, state: () => state, picture: () => picture, ask: tools.ask};
}

window.page = startPage();

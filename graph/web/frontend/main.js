// Wiring: what a click, a key or a link does.

const byId = id => document.getElementById(id);
const readBlock = id => JSON.parse(byId(id).textContent);

async function startPage() {
  const data = makeData(readBlock("page-data")), network = readBlock("page-network");
  Object.assign(looks, network.looks);
  const overview = await data.overview(), typeOf = await data.types(), relations = await data.relations();
  let turn = 0;  // the latest choice wins when answers come late

  const say = text => { byId("status").textContent = text; };
  const drawing = makeDrawing(byId("network"), network, {onNode: chooseEntity, onEdge: chooseEdge, onNothing: showStart});
  const panel = makePanel(byId("panel"), {onEntity: chooseEntity, onClaim: chooseClaim, onStanding: chooseStanding, onNeighbours: drawNeighbours, onStart: showStart});
  const reader = makeReader({box: byId("text"), title: byId("reader-title"), picker: byId("documents")}, data, {onSentence: chooseSentence});
  makeSearch({input: byId("search"), list: byId("hits")}, data, {onChoose(id) {
    byId("panel").focus({preventScroll: true});
    return chooseEntity(id);
  }});

  async function chooseEntity(id) {
    const ticket = ++turn, entity = await data.entity(id);
    const claims = entity && await data.claimsOf(id);
    if (ticket !== turn || !entity) return;
    const [fresh] = drawing.invite([id]);
    drawing.select({node: id});
    panel.showEntity(entity, claims, entity.neighbours.filter(other => !drawing.isDrawn(other)).length);
    reader.clear();
    remember({entity: id});
    say(`${entity.label}, ${entity.type}: ${count(claims.length, "claim")}${fresh ? "; added to the drawing" : ""}.`);
  }

  async function chooseEdge({id, from, to}) {
    const ticket = ++turn, claims = await data.claimsBetween(from, to);
    const [a, b] = [await data.entity(from), await data.entity(to)];
    if (ticket !== turn) return;
    drawing.invite([from, to]);
    drawing.select({edge: id});
    panel.showClaims(`${a.label} and ${b.label}`, `${count(claims.length, "claim")} between them`, claims, from);
    reader.clear();
    remember({edge: {id, from, to}});
    say(`${count(claims.length, "claim")} between ${a.label} and ${b.label}.`);
  }

  async function chooseSentence(sentence) {
    const ticket = ++turn, claims = await data.claimsAt(sentence);
    if (ticket !== turn) return;
    panel.showClaims("What this sentence says", count(claims.length, "claim"), claims);
    const found = claims[0].evidence.map(one => one.sentence).find(one => one.id === sentence);
    reader.show(found);
    drawing.invite(claims.flatMap(({subject, object}) => object ? [subject.id, object.id] : [subject.id]));
    drawing.select(claims[0].object ? {edge: (drawing.edgeBetween(claims[0].subject.id, claims[0].object.id) || {}).id} : {node: claims[0].subject.id});
    remember({sentence});
    say(`${count(claims.length, "claim")} in this sentence.`);
  }

  async function chooseClaim(claim, sentence) {
    await reader.show(sentence);
    drawing.pointOut(claim.subject.id, claim.object && claim.object.id);
    if (matchMedia("(max-width: 899px)").matches) byId("text").scrollIntoView({block: "center", behavior: calm() ? "auto" : "smooth"});
    say(`Shown in the text of ${sentence.title}.`);
  }

  async function chooseStanding(standing) {
    const ticket = ++turn, claims = standing ? await data.claimsWith(standing) : [];
    if (ticket === turn) panel.showOverview(overview, {standing, claims});
  }

  async function drawNeighbours({id, neighbours}) {
    const fresh = neighbours.filter(other => !drawing.isDrawn(other)).slice(0, 25);
    const drawn = drawing.invite(fresh);
    await chooseEntity(id);
    say(`${count(drawn.length, "neighbour")} added to the drawing.`);
  }

  function showStart() {
    turn++;
    drawing.select({});
    panel.showOverview(overview);
    reader.clear();
    remember({});
  }

  // The browser's history remembers each choice, so that Back returns to the one before; the address names the entity,
  // so that a link opens the page on it.
  let current = "{}";
  function remember(view) {
    if (JSON.stringify(view) === current) return;
    current = JSON.stringify(view);
    history.pushState(view, "", `#${encodeURIComponent(view.entity || "")}`);
  }

  const viewOfAddress = () => {
    const entity = [...typeOf.keys()].find(id => `#${encodeURIComponent(id)}` === location.hash);
    return entity ? {entity} : {};
  };

  // Show what the history says, without adding to it.
  async function restore(view) {
    current = JSON.stringify(view);
    if (view.entity) await chooseEntity(view.entity);
    else if (view.edge) await chooseEdge(view.edge);
    else if ("sentence" in view) await chooseSentence(view.sentence);
    else showStart();
  }

  renderLegend(byId("legend"), overview.types, hidden => drawing.hide(hidden));
  addKeys(drawing, {chooseEntity, showStart});
  addTheme(byId("theme"), () => drawing.recolour());
  drawing.start({typeOf, relations});
  panel.showOverview(overview);
  await reader.offer(overview.documents);
  addEventListener("popstate", event => restore(event.state || viewOfAddress()));
  if (viewOfAddress().entity) await restore(viewOfAddress());
  return {data, drawing};
}

function renderLegend(box, types, onChange) {
  const hidden = new Set();
  box.replaceChildren(...types.map(({key, count: many}) => element("button", {type: "button", "aria-pressed": "true", onclick: event => {
    if (!hidden.delete(key)) hidden.add(key);
    event.currentTarget.setAttribute("aria-pressed", String(!hidden.has(key)));
    onChange(hidden);
  }}, mark(key), key, element("span", {class: "many"}, String(many)))));
}

function addKeys(drawing, {chooseEntity, showStart}) {
  const ways = {ArrowLeft: {dx: -1, dy: 0}, ArrowRight: {dx: 1, dy: 0}, ArrowUp: {dx: 0, dy: -1}, ArrowDown: {dx: 0, dy: 1}};
  const views = {"+": () => drawing.zoom(1.25), "=": () => drawing.zoom(1.25), "-": () => drawing.zoom(0.8), 0: () => drawing.fit()};
  byId("network").addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = event.key in ways ? drawing.nextNode(ways[event.key]) : null;
    if (event.key in views) views[event.key]();
    else if (next) chooseEntity(next);
    if (event.key in ways || event.key in views) event.preventDefault();
  });
  document.addEventListener("keydown", event => { if (event.key === "Escape") showStart(); });
  byId("closer").addEventListener("click", () => drawing.zoom(1.25));
  byId("farther").addEventListener("click", () => drawing.zoom(0.8));
  byId("fit").addEventListener("click", () => drawing.fit());
}

function addTheme(button, onChange) {
  const system = matchMedia("(prefers-color-scheme: dark)"), root = document.documentElement;
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  const tell = () => { button.setAttribute("aria-pressed", String(isDark())); onChange(); };
  button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; tell(); });
  system.addEventListener("change", tell);
  button.setAttribute("aria-pressed", String(isDark()));
}

const page = startPage();

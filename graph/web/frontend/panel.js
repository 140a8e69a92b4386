// The panel: claims as readable lines, each with who says it, how it stands, and the sentence that says it.

const MOST_CARDS = 200;

function makePanel(box, {onEntity, onClaim, onStanding, onNeighbours, onStart}) {
  const entityLink = one => element("a", {class: "entity", href: `#${encodeURIComponent(one.id)}`, onclick: event => {
    event.preventDefault();
    onEntity(one.id);
  }}, mark(one.type), one.label);

  function fill(...children) {
    box.replaceChildren(...children.flat().filter(Boolean));
    box.scrollTop = 0;
  }

  function showOverview(overview, {standing = null, claims = []} = {}) {
    const {documents} = overview, [only] = documents;
    const title = documents.length === 1 ? only.title : `What ${count(documents.length, "document")} say`;
    const note = documents.length === 1 ? [only.creator, only.date].filter(Boolean).join(", ") : documents.slice(0, 5).map(one => one.title).join(" · ");
    if (!overview.claims) {
      fill(heading("Nothing to show yet", null), element("p", {class: "empty"}, "No claim was found in the text. Try a document that says who did what."));
      return;
    }
    fill(
      heading(title, note),
      element("p", {class: "lead"}, `${count(overview.claims, "claim")}, each tied to the sentence that says it. Pick an entity or an arrow in the drawing, or a marked sentence in the text.`),
      standingBar(overview, standing),
      standing ? groupsOf(claims, null) : [element("h3", {}, "Begin with"), element("ul", {class: "starts"}, overview.entities.map(one =>
        element("li", {}, entityLink(one), element("span", {class: "many"}, count(one.weight, "claim")))))],
    );
  }

  function standingBar(overview, standing) {
    return element("div", {class: "standings", role: "group", "aria-label": "Claims by how they stand"}, overview.standings.map(({key, count: many}) =>
      element("button", {type: "button", class: `chip ${key}`, "aria-pressed": String(key === standing), onclick: () => onStanding(key === standing ? null : key)}, `${many.toLocaleString("en")} ${key}`)));
  }

  function showEntity(entity, claims, hiddenNeighbours) {
    fill(
      element("p", {class: "kind"}, backButton(), mark(entity.type), entity.type),
      heading(entity.label, entity.aliases.length ? `also ${entity.aliases.join(" · ")}` : null),
      identity(entity),
      hiddenNeighbours > 0 && element("button", {type: "button", class: "more", onclick: () => onNeighbours(entity)}, `Draw ${count(Math.min(hiddenNeighbours, 25), "more neighbour")}`),
      claims.length ? filtered(claims, entity.id) : element("p", {class: "empty"}, "Named in the text, but no claim is about it."),
    );
  }

  function identity({sameAs = [], mergedBecause = []}) {
    if (!sameAs.length && !mergedBecause.length) return null;
    const links = sameAs.filter(iri => /^https?:\/\//.test(iri)).map(iri => element("li", {}, "same as ", element("a", {href: iri, rel: "noreferrer noopener", target: "_blank"}, iri.replace(/^https?:\/\/(www\.)?/, ""))));
    return element("details", {class: "identity"}, element("summary", {}, "Why these names are one entity"),
      element("ul", {}, mergedBecause.map(reason => element("li", {}, reason)), links));
  }

  function showClaims(title, note, claims, about = null) {
    fill(element("p", {class: "kind"}, backButton()), heading(title, note), filtered(claims, about));
  }

  const backButton = () => element("button", {type: "button", class: "back", onclick: onStart}, "← Overview");

  function heading(title, note) {
    return [element("h2", {}, title), note && element("p", {class: "note", title: note}, note)].filter(Boolean);
  }

  // Claims with a row of filters by standing when there is more than one.
  function filtered(claims, about) {
    const standings = countBy(claims, standingOf), list = element("div", {});
    let only = null;
    const bar = standings.length < 2 ? null : element("div", {class: "standings", role: "group", "aria-label": "Show only claims that are"}, standings.map(({key, count: many}) =>
      element("button", {type: "button", class: `chip ${key}`, "aria-pressed": "false", onclick: event => {
        only = only === key ? null : key;
        for (const chip of bar.children) chip.setAttribute("aria-pressed", String(only !== null && chip === event.currentTarget));
        refill();
      }}, `${many} ${key}`)));
    const refill = () => list.replaceChildren(...groupsOf(claims.filter(claim => !only || standingOf(claim) === only), about));
    refill();
    return [bar, list].filter(Boolean);
  }

  // One section a relation, the most frequent first; within it, what the entity itself does comes first.
  function groupsOf(claims, about) {
    const shown = claims.slice(0, MOST_CARDS);
    const sections = countBy(shown, claim => claim.relation).map(({key, count: many}) => {
      const mine = shown.filter(claim => claim.relation === key);
      const ordered = [...mine.filter(claim => claim.subject.id === about), ...mine.filter(claim => claim.subject.id !== about)];
      return element("section", {class: "relation"}, element("h3", {}, key, element("span", {class: "many"}, String(many))), ordered.map(card));
    });
    const left = claims.length - shown.length;
    return left > 0 ? [...sections, element("p", {class: "empty"}, `${count(left, "more claim")} not listed: narrow the choice.`)] : sections;
  }

  function card(claim) {
    const standing = standingOf(claim), [first] = claim.evidence;
    return element("article", {class: `claim ${standing}`, "data-claim": claim.id, onclick: showFirstQuote},
      element("p", {class: "statement"}, entityLink(claim.subject), " ",
        standing !== "stated" && [element("span", {class: `chip ${standing}`}, standing === "denied" && !isDenial(claim.words) ? "not" : standing), " "],
        standing === "denied" && claim.modality !== "asserted" && [element("span", {class: `chip ${claim.modality}`}, claim.modality), " "],
        element("span", {class: "verb"}, claim.words || claim.relation), " ",
        claim.object ? entityLink(claim.object) : element("span", {class: "value"}, claim.value)),
      qualifiers(claim),
      claim.evidence.map((one, i) => i < 3 && quote(claim, one)),
      element("p", {class: "source", title: first.rule && `found by the rule ${first.rule}, worded “${first.predicate}”`},
        sourceOf(claim).map((piece, i, all) => element("span", {}, piece, i < all.length - 1 && " · "))));
  }

  // Words of the text that deny by themselves: another "not" before them would take the denial back.
  const isDenial = words => /\b(?:not|cannot|never|no|nor|neither|without)\b|n['’]t\b/i.test(words || "");

  // A click anywhere on a card shows its sentence; links and buttons in it keep their own meaning.
  function showFirstQuote(event) {
    if (!event.target.closest("a, button")) event.currentTarget.querySelector(".quote").click();
  }

  function sourceOf(claim) {
    const times = claim.evidence.length > 1 && `said ${claim.evidence.length} times`;
    return [speakerOf(claim), times, claim.confidence && `confidence ${claim.confidence}`].filter(Boolean);
  }

  function qualifiers({qualifiers: all}) {
    if (!all.length) return null;
    return element("dl", {class: "qualifiers"}, all.map(one => element("div", {}, element("dt", {}, one.asks), element("dd", {}, one.entity ? entityLink(one.entity) : one.text))));
  }

  function quote(claim, {sentence}) {
    return element("button", {type: "button", class: "quote", title: `Show in the text of ${sentence.title}`, onclick: event => {
      choose(event.currentTarget);
      onClaim(claim, sentence);
    }}, element("q", {}, readText(sentence.quote, sentence.markdown)));
  }

  function speakerOf({speaker, attributed}) {
    if (!speaker) return "said by the document";
    return attributed === "named" ? ["said by ", entityLink(speaker)] : ["said by ", entityLink(speaker), ", the document’s own voice"];
  }

  function choose(button) {
    for (const old of box.querySelectorAll(".chosen")) old.classList.remove("chosen");
    button.classList.add("chosen");
    button.closest(".claim").classList.add("chosen");
  }

  return {showOverview, showEntity, showClaims};
}

// A claim as a card: a readable line, who says it, how it stands, and the sentences that say it.

import {element, mark} from "./elements.js";
import {isDenial} from "./claims.js";
import {changeChip, makePair} from "./pair.js";
import {readText} from "./runs.js";
import {t, typeName} from "./words.js";

const MOST_QUOTES = 3;

export function entityLink({id, label, type}, onEntity, addressOf) {
  return element("a", {class: "entity", href: addressOf(id), title: typeName(type), onclick: event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onEntity(id);
  }}, mark(type), label);
}

// makeCards({onEntity, onClaim, onCite, addressOf}) → card(claim), an article, under a heading that has the word for its
// change or not; cards(claims), one for both claims of a
// change where both are among them.
export function makeCards({onEntity, onClaim, onCite, addressOf}) {
  const link = one => entityLink(one, onEntity, addressOf), pair = makePair({onClaim, choose, statement, qualifiers, source});

  function card(claim, {named = false} = {}) {
    const {change} = claim;
    const quoted = change ? [change.before, change.after].map(side => side?.sentence.id) : [], others = claim.evidence.filter(({sentence}) => !quoted.includes(sentence.id));
    return element("article", {class: `claim ${claim.standing}${change ? ` change-${change.kind}` : ""}`, "data-claim": claim.id, onclick: showFirstQuote},
      change && element("p", {class: "became"}, changeChip(change, named ? "shift" : "both")),
      change ? [pair(change), !named && others.slice(0, MOST_QUOTES - 1).map(one => [element("p", {class: "also"}, t("change.also", {title: one.sentence.name})), quote(claim, one)])]
        : [statement(claim), qualifiers(claim), claim.evidence.slice(0, MOST_QUOTES).map(one => quote(claim, one)), source(claim)]);
  }

  // Who says a claim, how sure its reading is, and the way to cite it; of all that was said, or of some `evidence`.
  function source(claim, evidence = claim.evidence) {
    const [first] = evidence;
    return element("p", {class: "source"},
      sourceOf({...claim, evidence}).map(piece => element("span", {}, piece)),
      first && element("button", {type: "button", class: "cite", title: t("found.by", {rule: first.rule, predicate: first.predicate}), onclick: () => onCite({...claim, evidence})}, t("cite")));
  }

  // "China · planned · hosted · BRICS Summit", as words that can be read aloud.
  function statement(claim) {
    const {standing, modality, words, relation, object, value, detail} = claim, denied = standing === "denied";
    return element("p", {class: "statement"}, link(claim.subject), " ",
      standing !== "stated" && !(denied && isDenial(words)) && [element("span", {class: `chip ${standing}`}, denied ? t("not") : t(`standing.${standing}`)), " "],
      denied && modality !== "asserted" && [element("span", {class: `chip ${modality}`}, t(`modality.${modality}`)), " "],
      element("span", {class: "verb"}, words || relation.label), " ",
      object ? link(object) : element("span", {class: "value"}, value),
      detail && [" ", element("span", {class: "detail"}, detail)]);
  }

  function qualifiers({qualifiers: all}) {
    if (!all.length) return null;
    return element("dl", {class: "qualifiers"}, all.map(one => element("div", {}, element("dt", {}, t(`asks.${one.asks}`)), element("dd", {}, one.entity ? link(one.entity) : one.text))));
  }

  function quote(claim, {sentence}) {
    return element("button", {type: "button", class: "quote", title: t("show.text", {title: sentence.name}), onclick: event => {
      choose(event.currentTarget);
      onClaim(claim, sentence);
    }}, element("q", {}, readText(sentence.quote, sentence.markdown)));
  }

  function sourceOf({speaker, attributed, evidence, confidence}) {
    const said = [`${t("said.by")} `, link(speaker), attributed !== "named" && `, ${t("said.voice")}`];
    return [said, evidence.length > 1 && t("said.times", {n: evidence.length}), confidence && t("confidence", {value: confidence})].filter(Boolean);
  }

  function cards(claims) {
    const ids = new Set(claims.map(one => one.id)), twin = ({id, change}) => change?.before?.claim === id && change.after && change.after.claim !== id && ids.has(change.after.claim);
    return claims.filter(claim => !twin(claim)).map(claim => card(claim));
  }

  return {card, cards, statement, link};
}

// A click anywhere on a card shows its sentence; links and buttons in it keep their own meaning.
function showFirstQuote(event) {
  if (!event.target.closest("a, button")) event.currentTarget.querySelector(".quote")?.click();
}

function choose(button) {
  for (const old of document.querySelectorAll(".claim.chosen, .quote.chosen")) old.classList.remove("chosen");
  button.classList.add("chosen");
  button.closest(".claim").classList.add("chosen");
}

// Both sides of a change: what each text says, in which sentence, with the words that differ marked.

import {element, shape} from "./elements.js";
import {CHANGE_LOOKS, shiftOf} from "./changes.js";
import {differencesOf} from "./differences.js";
import {readText} from "./runs.js";
import {t} from "./words.js";

// A kind's line as it is drawn, with its sign.
export function changeMark(kind) {
  const {dashes, width, sign} = CHANGE_LOOKS[kind];
  return element("span", {class: `change-mark change-${kind}`, "aria-hidden": "true"},
    shape("svg", {viewBox: "0 0 24 10", width: 24, height: 10}, shape("path", {d: "M0 5H24", fill: "none", stroke: "currentColor", "stroke-width": width, "stroke-dasharray": dashes ? dashes.join(" ") : null})),
    element("span", {class: "sign"}, sign));
}

// The word for what became of a claim, what has changed in it, or both: "changed modality: planned → stated"; null where
// there is nothing to tell.
export function changeChip(change, tell = "both") {
  const shift = tell === "word" ? "" : shiftOf(change, t), word = tell === "shift" ? "" : t(`change.${change.kind}`);
  if (!shift && !word) return null;
  return element("span", {class: `chip change change-${change.kind}`}, element("span", {class: "sign", "aria-hidden": "true"}, CHANGE_LOOKS[change.kind].sign), [word, shift].filter(Boolean).join(": "));
}

// makePair({onClaim, choose, statement, qualifiers, source}) → pair(change): both sides, the earlier one first, each
// with its own claim above its own sentence, and below it who says it there.
export function makePair({onClaim, choose, statement, qualifiers, source}) {
  return function pair({before, after}) {
    const texts = [before, after].map(side => side && readText(side.sentence.quote, side.sentence.markdown));
    const marked = before && after && texts[0] !== texts[1] ? differencesOf(...texts) : null;
    const sides = before && before.sentence.id === after?.sentence.id ? [["both", after]] : [["before", before], ["after", after]];
    return element("div", {class: "pair"}, sides.map(([name, side], i) => side
      ? element("div", {class: `side ${name}`}, heading(name, side),
        side.whole && [statement(side.whole), qualifiers(side.whole)],
        quote(side, marked ? marked[i].map(({text, same}) => same ? text : element(name === "before" ? "del" : "ins", {}, text)) : texts[i]),
        side.whole && source(side.whole, saidIn(side)))
      : element("div", {class: `side ${name} absent`}, element("h4", {}, t(`change.${name}`)), element("p", {}, t(`change.not.${name}`)))));
  };

  function heading(name, {sentence: {title, date, mark}}) {
    return element("h4", {}, t(`change.${name}`), element("span", {class: "many"}, [title, date, mark !== date && mark].filter(Boolean).join(", ")));
  }

  function quote({whole, sentence}, content) {
    return element("button", {type: "button", class: "quote", title: t("show.text", {title: sentence.name}), onclick: event => {
      choose(event.currentTarget);
      onClaim(whole, sentence);
    }}, element("q", {}, content));
  }
}

// What a side's document says of its claim, its quoted sentence first: a claim that both texts make has the evidence of
// both.
function saidIn({whole: {evidence}, sentence: {document, id}}) {
  const mine = evidence.filter(one => one.sentence.document === document);
  return [...mine.filter(one => one.sentence.id === id), ...mine.filter(one => one.sentence.id !== id)];
}

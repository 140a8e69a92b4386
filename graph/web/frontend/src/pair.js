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

// makePair({onClaim, choose, statement}) → pair(claim): both sides of the change of a claim, the earlier one first.
export function makePair({onClaim, choose, statement}) {
  return function pair(claim) {
    const {change} = claim, {before, after} = change;
    const texts = [before, after].map(side => side && readText(side.sentence.quote, side.sentence.markdown));
    const marked = before && after && texts[0] !== texts[1] ? differencesOf(...texts) : null;
    const sides = before && before.sentence.id === after?.sentence.id ? [["both", after]] : [["before", before], ["after", after]];
    return element("div", {class: "pair"}, sides.map(([name, side], i) => side
      ? element("div", {class: `side ${name}`}, heading(name, side),
        differs(side.whole, claim) && statement(side.whole),
        quote(side, marked ? marked[i].map(({text, same}) => same ? text : element(name === "before" ? "del" : "ins", {}, text)) : texts[i]))
      : element("div", {class: `side ${name} absent`}, element("h4", {}, t(`change.${name}`)), element("p", {}, t(`change.not.${name}`)))));
  };

  function heading(name, {sentence: {title, date}}) {
    return element("h4", {}, t(`change.${name}`), element("span", {class: "many"}, [title, date].filter(Boolean).join(", ")));
  }

  function quote({whole, sentence}, content) {
    return element("button", {type: "button", class: "quote", title: t("show.text", {title: sentence.title}), onclick: event => {
      choose(event.currentTarget);
      onClaim(whole, sentence);
    }}, element("q", {}, content));
  }
}

// Whether a side's claim says something else than the claim it is shown with, so that it must be told itself.
const saying = ({subject, relation, object, value, standing, words}) => JSON.stringify([subject.id, relation.id, object?.id ?? value, standing, standing === "denied" ? words : null]);
const differs = (one, claim) => Boolean(one) && one.id !== claim.id && saying(one) !== saying(claim);

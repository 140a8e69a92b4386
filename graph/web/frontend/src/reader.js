// The reader: a document's text in which every sentence that carries claims, and every name in it, can be clicked.

import {calm, element, isSmall} from "./elements.js";
import {lookOfChanges} from "./changes.js";
import {CHANGES} from "./conditions.js";
import {runsOf, runsWithin} from "./runs.js";
import {sentenceId} from "./claims.js";
import {sentencesQuery} from "./queries.js";
import {nameOf} from "./titles.js";
import {cutAt, makeOffsets, paragraphsOf} from "./text.js";
import {t} from "./words.js";

export function makeReader({box, title, picker, how}, data, {onSentence, onMention, onOpen, onHow}) {
  let shown = null, sentences = new Map();

  async function open(id) {
    if (shown === id) return;
    const document = await data.document(id);
    if (!document) return;
    const offset = makeOffsets(document.text), {text, markdown} = document;
    sentences = new Map(document.sentences.map(one => [one.id, one]));
    const stretches = document.sentences.map(one => ({id: one.id, start: offset(one.start), end: offset(one.end)}));
    const names = innermost(document.places).map((one, i) => ({...one, id: `name ${i}`, start: offset(one.start), end: offset(one.end)}));
    const render = makeRenderer(new Map(names.map(one => [one.id, one])));
    box.replaceChildren(...paragraphsOf(text, markdown).map(paragraph => render(paragraph, runsOf(text, paragraph, markdown), [...stretches, ...names])));
    box.scrollTop = 0;
    picker.value = id;
    title.textContent = nameOf(document);
    shown = id;
    how.hidden = false;
  }

  // Renders paragraphs; a sentence in several pieces is one stop of the Tab key.
  function makeRenderer(names) {
    const reached = new Set();
    return (paragraph, runs, stretches) => {
      const pieces = cutAt(paragraph, stretches).map(piece => ({words: runsWithin(runs, piece).map(renderRun), ids: piece.ids})).filter(({words}) => words.length);
      const groups = [];
      for (const {words, ids} of pieces) {
        const cited = ids.filter(id => !names.has(id)), key = cited.join("\n"), name = names.get(ids.findLast(id => names.has(id)));
        if (groups.at(-1)?.key !== key) groups.push({key, cited, children: []});
        groups.at(-1).children.push(...(name ? [renderName(name, words)] : words));
      }
      const tag = paragraph.kind === "heading" ? `h${Math.min(6, paragraph.level + 2)}` : "p";
      const kind = paragraph.bullet ? "item" : paragraph.kind === "row" ? "row" : null;
      return element(tag, {class: kind}, groups.flatMap(({cited, children}) => cited.length ? [renderSentence(cited, children, reached)] : children));
    };
  }

  function renderSentence(ids, children, reached) {
    const choose = event => { if (!event.target.closest(".mention")) onSentence(sentences.get(ids[0])); }, first = !reached.has(ids[0]);
    reached.add(ids[0]);
    const {changes} = sentences.get(ids[0]), {kind, signs} = changes ? lookOfChanges(changes) : {};
    const became = changes && {class: `change-${kind}`, title: Object.keys(CHANGES).filter(key => changes[key]).map(key => t(`change.${key}`)).join(", "), "data-sign": first && signs.map(one => one.sign).join("") || null};
    return element("mark", {"data-sentences": ids.join("\n"), ...became, ...(first && {role: "button", tabindex: 0}), onclick: choose, onkeydown: event => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(event);
    }}, children);
  }

  const renderName = ({entity, label, type}, words) => element("span", {class: `mention type-${type.toLowerCase()}`, title: t("mentions", {label}), "data-entity": entity, onclick: () => onMention(entity)}, element("span", {}, words));

  // Light one sentence and bring it into view.
  async function show(sentence) {
    await open(sentence.document);
    clear();
    const id = sentence.id || sentenceId(sentence);
    const lit = [...box.querySelectorAll("mark")].filter(one => one.dataset.sentences.split("\n").includes(id));
    for (const piece of lit) piece.classList.add("lit");
    if (lit.length) scrollTo(lit[0]);
  }

  // Show where an entity is named: all places marked, the first brought into view where none is. A text that does not
  // name it gives way to `other`, the document of a claim about it.
  async function showEntity(id, other) {
    clear();
    const places = () => [...box.querySelectorAll(".mention")].filter(one => one.dataset.entity === id);
    if (!places().length && other) await open(other);
    const named = places();
    for (const one of named) one.classList.add("lit");
    const {top, bottom} = box.getBoundingClientRect();
    const seen = one => one.getBoundingClientRect().top >= top && one.getBoundingClientRect().bottom <= bottom;
    if (named.length && !named.some(seen) && !isSmall()) scrollTo(named[0]);
  }

  function scrollTo(piece) {
    const top = piece.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTo({top: top - box.clientHeight / 4, behavior: calm() ? "auto" : "smooth"});
  }

  function clear() {
    for (const piece of box.querySelectorAll(".lit")) piece.classList.remove("lit");
  }

  // Offer the documents to choose from; until one is open, its name alone is told.
  function offer(documents) {
    picker.replaceChildren(...documents.map(one => element("option", {value: one.id}, nameOf(one))));
    picker.hidden = documents.length < 2;
    title.hidden = documents.length > 1;
    if (shown) { picker.value = shown; return; }
    title.textContent = documents.length ? nameOf(documents[0]) : t("reader.none");
    box.replaceChildren(element("p", {class: "empty"}, documents.length ? t("reader.waiting") : t("reader.none.hint")));
  }
  how.addEventListener("click", () => onHow(sentencesQuery(shown)));
  picker.addEventListener("change", () => { open(picker.value); onOpen({document: picker.value}); });

  return {open, show, showEntity, clear, offer, isOpen: () => shown};
}

const TAGS = {strong: "b", emphasis: "i"};
const renderRun = ({shown: words, style}) => style ? element(TAGS[style], {}, words) : words;

// Places that hold no other: of names inside names, the inner ones can be clicked. They rise by start.
function innermost(places) {
  return places.filter((one, i) => !places.some((other, j) => j !== i && other.start >= one.start && other.end <= one.end && (other.end - other.start < one.end - one.start || j < i)));
}

// The SPARQL console: saved questions, an editor and what came back.

import {makeEditor} from "./editor.js";
import {element} from "./elements.js";
import {makeHistory, makeQuestions} from "./questions.js";
import {drawResult, told} from "./resultview.js";
import {labelsOf, shapeOf} from "./results.js";
import {caretAt, placeAt, placeOf, strangerBefore} from "./sparqlerror.js";
import {undeclaredIn} from "./tokens.js";

const LIMITS = [5, 30, 0];  // seconds; 0 is none
const USUAL = 30;

// {show, text, recolour, element} of a console in `host`. `ask(text, {signal, limit})` answers with a result, or rejects
// with an Error; `limit` is in milliseconds, null for none. `t(key, values)` gives every word.
// `remember`, `suggest`, `recognise` (labels → map of entities), `onEntity`, `onClaim`, `onDraw`, `onExport` and `onText` may be left out.
export function makeConsole(host, options) {
  const {t, ask, saved = [], schema = () => ({}), prefixes = {}, remember, suggest, recognise = async () => new Map(), onText = () => {}} = options;
  const narrow = matchMedia("(max-width: 899px)");
  let running = null, title = "";

  const run = element("button", {type: "button", class: "run", title: "Ctrl+Enter", "aria-keyshortcuts": "Control+Enter", onclick: () => running ? running.abort() : start()}, t("console.run"));
  const limit = element("select", {}, LIMITS.map(seconds => element("option", {value: seconds, selected: seconds === USUAL}, seconds ? t("console.seconds", {count: seconds}) : t("console.noLimit"))));
  const status = element("p", {class: "console-status", role: "status", "aria-live": "polite"});
  const mistake = element("div", {class: "mistake", role: "alert", hidden: true}), outcome = element("div", {class: "outcome"});
  const questions = makeQuestions({t, saved, suggest, onFill(text, name, {run: now}) {
    if (now && narrow.matches) aside.open = false;
    title = name;
    editor.setText(text);
    if (now) start();
  }});
  const history = makeHistory({t, remember, onChoose(query) {
    if (narrow.matches) aside.open = false;
    questions.clear();
    title = query.title ?? "";
    editor.setText(query.text);
    start();
  }});
  const box = element("div", {class: "editor"});
  const aside = element("details", {class: "console-side", open: !narrow.matches}, element("summary", {}, t("console.questions")),
    questions.element, element("details", {class: "past"}, element("summary", {}, t("console.history")), history.element));
  const tools = element("div", {class: "run-bar"}, run, element("label", {class: "limit"}, t("console.limit"), limit), element("p", {class: "keys"}, t("console.keys")));
  const frame = element("section", {class: "console", "aria-label": t("console.title")}, element("div", {class: "console-frame"}, aside,
    element("div", {class: "console-ask"}, questions.form, box, tools), element("div", {class: "console-told"}, status, mistake, outcome)));
  host.append(frame);
  const editor = makeEditor(box, {label: t("console.editor"), hint: t("console.hint"), phrases: {Completions: t("console.completions")}, schema, onRun: () => start(), onChange(text, byHand) {
    if (byHand) {
      title = "";
      questions.follow(text);
    }
    onText(text);
  }});

  async function start() {
    running?.abort();
    const text = editor.text(), asked = performance.now(), seconds = Number(limit.value), control = new AbortController();
    begin(control);
    history.add(text, title);
    try {
      const result = await ask(text, {signal: control.signal, limit: seconds ? seconds * 1000 : null});
      const taken = Math.round(performance.now() - asked), known = running === control ? await recognise(labelsOf(result)) : null;
      if (running !== control) return;
      outcome.replaceChildren(drawResult(result, {...options, prefixes, known}));
      status.textContent = countOf(result, taken);
    } catch (error) {
      if (running === control) fail(error, text, seconds);
    } finally {
      if (running === control) end();
    }
  }
  function begin(control) {
    running = control;
    editor.clearMark();
    mistake.hidden = true;
    run.textContent = t("console.cancel");
    run.classList.add("running");
    outcome.setAttribute("aria-busy", "true");
    status.textContent = t("console.running");
  }
  function end() {
    running = null;
    run.textContent = t("console.run");
    run.classList.remove("running");
    outcome.removeAttribute("aria-busy");
  }
  function countOf(result, milliseconds) {
    const {kind, rows} = shapeOf(result), time = {milliseconds: told(milliseconds)};
    if (kind === "answer") return t("console.answered", time);
    return t(`console.${kind === "triples" ? "statements" : "rows"}.${rows.length === 1 ? "one" : "many"}`, {...time, count: told(rows.length)});
  }
  function fail(error, text, seconds) {
    status.textContent = "";
    if (error.name === "AbortError") {
      status.textContent = t("console.cancelled");
      return;
    }
    outcome.replaceChildren();
    if (error.name === "TimeoutError") {
      tellMistake([t("console.timeout", {count: seconds})]);
      return;
    }
    const {line, column, message} = explained(error.message, text, {t, prefixes});
    if (line === null) {
      tellMistake([message]);
      return;
    }
    const [row, caret] = caretAt(text, line, column);
    tellMistake([element("strong", {}, t("console.place", {line, column})), " ", message], element("pre", {tabindex: "0"}, `${row}\n`, element("b", {"aria-hidden": "true"}, caret)));
    editor.mark(line, column, message);
  }
  function tellMistake(words, ...rest) {
    mistake.replaceChildren(element("p", {}, words), ...rest);
    mistake.hidden = false;
  }

  return {
    element: frame, text: editor.text, recolour: editor.recolour,
    show(text, {run: now = false} = {}) {
      questions.clear();
      title = "";
      editor.setText(text);
      if (now) start();
    },
  };
}

// Where a query is wrong and why, in the reader's words where the engine's own would not help.
function explained(said, text, {t, prefixes}) {
  const place = placeOf(said), dull = place.listed || /cannot be read on from here/.test(place.message), unknown = dull && undeclaredIn(text, prefixes);
  if (unknown) return {...placeAt(text, unknown.start), message: t("console.unknownPrefix", {prefix: unknown.prefix})};
  const stranger = dull && strangerBefore(text, place.line, place.column);
  if (stranger) return {...placeAt(text, stranger.start), message: t(stranger.meant ? "console.meant" : "console.stranger", {word: stranger.text, meant: stranger.meant})};
  return dull ? {...place, message: t("console.unreadable")} : place;
}

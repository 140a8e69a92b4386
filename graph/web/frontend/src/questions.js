// The saved questions with their blanks, and the queries run before.

import {fillBlanks, summaryOf, titleOf, withQuery} from "./blanks.js";
import {element} from "./elements.js";

let made = 0;  // the ids of the blanks stay apart where a page has two consoles

// {element, form, choose, follow, clear} of the saved questions; `onFill(text, title, {run})` is called with each filling.
export function makeQuestions({t, saved, suggest, onFill}) {
  const form = element("form", {class: "blanks", hidden: true, onsubmit: event => { event.preventDefault(); fill(true); }});
  const note = element("p", {class: "console-note", hidden: true}, t("console.changedByHand"));
  const buttons = saved.map(question => element("button", {type: "button", class: "question", title: question.title, "aria-pressed": "false", onclick: () => choose(question)}, question.question));
  const list = element("ul", {class: "questions"}, buttons.map(button => element("li", {}, button)));
  let chosen = null;

  const valuesOf = () => Object.fromEntries([...form.querySelectorAll("input")].map(input => [input.name, input.value]));
  function fill(run) {
    const text = fillBlanks(chosen, valuesOf());
    follow(text);
    onFill(text, titleOf(chosen, valuesOf()), {run});
  }
  function choose(question) {
    chosen = question;
    press();
    const blanks = (question.parameters ?? []).map(parameter => blankOf(parameter, {suggest: parameter.namesEntity && suggest, onInput: () => fill(false)}));
    const go = element("button", {type: "submit"}, t("console.ask"));
    form.replaceChildren(heading(question), ...blanks, blanks.length ? go : "", note);
    form.hidden = false;
    fill(true);
  }
  const heading = ({question}) => element("p", {class: "asked"}, question);
  function press(is = true) {
    buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(is && saved[at] === chosen)));
  }
  // A text that is not the chosen question's own is another question: neither heading nor list name the old one, and of
  // its blanks, which would write it anew, the reader is told so. A text that is the question's own again is that question.
  function follow(text) {
    if (!chosen) return;
    const own = text === fillBlanks(chosen, valuesOf()), hasBlanks = Boolean(chosen.parameters?.length);
    press(own);
    form.querySelector(".asked").hidden = !own;
    note.hidden = own || !hasBlanks;
    form.hidden = !own && !hasBlanks;
  }
  return {
    element: list, form, follow,
    clear() { chosen = null; press(); form.hidden = true; form.replaceChildren(); },
  };
}

function blankOf({name, meaning, default: usual = ""}, {suggest, onInput}) {
  const id = `blank-${made += 1}`, options = suggest && element("datalist", {id: `${id}-known`});
  const input = element("input", {id, name, value: usual, type: "text", autocomplete: "off", list: suggest && `${id}-known`, oninput: () => { onInput(); offer(); }});
  let turn = 0;
  async function offer() {
    if (!suggest) return;
    const ticket = turn += 1, known = await suggest(input.value);
    if (ticket === turn) options.replaceChildren(...known.map(value => element("option", {value})));
  }
  offer();
  const [head, ...rest] = meaning.split(/[,，]\s*/);
  return element("p", {class: "blank"}, element("label", {for: id}, head, rest.length > 0 && element("small", {}, rest.join(", "))), input, options);
}

// {element, add} of the queries run, newest first; `remember` keeps them where it is given.
export function makeHistory({t, remember, onChoose}) {
  let queries = remember?.load() ?? [];
  const list = element("ol", {class: "history"}), none = element("p", {class: "console-note"}, t("console.noHistory"));
  const clear = element("button", {type: "button", class: "quiet", onclick: () => keep([])}, t("console.clearHistory"));
  function keep(fresh) {
    queries = fresh;
    remember?.save(queries);
    draw();
  }
  function draw() {
    list.replaceChildren(...queries.map(query => element("li", {}, element("button", {type: "button", class: "question", title: summaryOf(query.text, 300), onclick: () => onChoose(query)},
      query.title || summaryOf(query.text) || t("console.emptyQuery"), element("time", {datetime: query.at}, timeOf(query.at))))));
    none.hidden = queries.length > 0;
    clear.hidden = list.hidden = queries.length === 0;
  }
  draw();
  return {element: element("div", {}, none, list, clear), add: (text, title) => keep(withQuery(queries, {text, title, at: new Date().toISOString()}))};
}

function timeOf(at) {
  const when = new Date(at), today = when.toDateString() === new Date().toDateString();
  const shape = today ? {hour: "2-digit", minute: "2-digit"} : {day: "numeric", month: "short"};
  return Number.isNaN(when.getTime()) ? "" : when.toLocaleString(document.documentElement.lang || "en", shape);
}

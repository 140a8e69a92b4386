// The reader: a document's text in which every sentence that carries claims can be clicked, one of them lit.

function makeReader({box, title, picker}, data, {onSentence}) {
  let shown = null;

  async function open(id) {
    if (shown === id) return;
    const [{text, markdown}, sentences] = [await data.document(id), await data.sentencesOf(id)];
    const offset = makeOffsets(text);
    const stretches = sentences.map(one => ({id: one.id, start: offset(one.start), end: offset(one.end)}));
    const reachable = new Set();  // a sentence in several pieces is one stop of the Tab key
    box.replaceChildren(...paragraphsOf(text, markdown).map(paragraph => renderParagraph(paragraph, runsOf(text, paragraph, markdown), stretches, reachable)));
    box.scrollTop = 0;
    picker.value = id;
    title.textContent = picker.selectedOptions[0].textContent;
    shown = id;
  }

  function renderParagraph(paragraph, runs, stretches, reachable) {
    const pieces = cutAt(paragraph, stretches).map(piece => {
      const words = runsWithin(runs, piece).map(renderRun);
      return piece.ids.length && words.length ? renderMark(piece.ids, words, reachable) : words;
    });
    const tag = paragraph.kind === "heading" ? `h${Math.min(6, paragraph.level + 2)}` : "p";
    return element(tag, {class: paragraph.bullet ? "item" : paragraph.kind === "row" ? "row" : null}, pieces.flat());
  }

  const TAGS = {strong: "b", emphasis: "i"};
  const renderRun = ({shown: words, style}) => style ? element(TAGS[style], {}, words) : words;

  function renderMark(ids, words, reachable) {
    const choose = () => onSentence(ids[0]), first = !reachable.has(ids[0]);
    reachable.add(ids[0]);
    return element("mark", {"data-sentences": ids.join(" "), ...(first && {role: "button", tabindex: 0}), onclick: choose, onkeydown: event => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose();
    }}, words);
  }

  // Light one sentence and bring it into view.
  async function show(sentence) {
    await open(sentence.document);
    clear();
    const lit = [...box.querySelectorAll("mark")].filter(one => one.dataset.sentences.split(" ").includes(String(sentence.id)));
    for (const piece of lit) piece.classList.add("lit");
    if (!lit.length) return;
    const top = lit[0].getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTo({top: top - box.clientHeight / 4, behavior: calm() ? "auto" : "smooth"});
  }

  function clear() {
    for (const piece of box.querySelectorAll(".lit")) piece.classList.remove("lit");
  }

  function offer(documents) {
    picker.replaceChildren(...documents.map(({id, title: name}) => element("option", {value: id}, name)));
    picker.hidden = title.hidden = false;
    if (documents.length === 1) picker.hidden = true; else title.hidden = true;
    picker.addEventListener("change", () => open(picker.value));
    if (documents.length) return open(documents[0].id);
    title.textContent = "No document";
    box.replaceChildren(element("p", {class: "empty"}, "This graph holds no text to read."));
    return null;
  }

  return {open, show, clear, offer};
}

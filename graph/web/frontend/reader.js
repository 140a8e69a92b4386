// The reader: a document's text in which every sentence that carries claims can be clicked, one of them lit.

function makeReader({box, title, picker}, data, {onSentence}) {
  let shown = null;

  async function open(id) {
    if (shown === id) return;
    const [text, sentences] = [await data.documentText(id), await data.sentencesOf(id)];
    const offset = makeOffsets(text);
    const stretches = sentences.map(one => ({id: one.id, start: offset(one.start), end: offset(one.end)}));
    box.replaceChildren(...paragraphsOf(text).map(paragraph => renderParagraph(text, paragraph, stretches)));
    box.scrollTop = 0;
    picker.value = id;
    title.textContent = picker.selectedOptions[0].textContent;
    shown = id;
  }

  function renderParagraph(text, paragraph, stretches) {
    const pieces = cutAt(paragraph, stretches).map(piece => {
      const words = text.slice(piece.start, piece.end);
      if (!piece.ids.length) return words;
      return element("mark", {"data-sentences": piece.ids.join(" "), onclick: () => onSentence(piece.ids[0])}, words);
    });
    return element("p", {class: paragraph.heading ? "heading" : null}, pieces);
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

// What tells documents of one title apart: as in titles.py, which tells it of those that the page opens with. Pure.

// The date, the file's name, the whole source, the identifier: the best first.
const signsOf = ({id, date = "", source = ""}) => [date, source.replace(/\/+$/, "").split("/").pop(), source, id.split("/").pop()];

// The documents, those that share their title with another with a `mark` that no other of the title has.
export function marked(documents) {
  const groups = new Map();
  for (const one of documents) groups.set(one.title, [...groups.get(one.title) || [], one]);
  return documents.map(one => {
    const others = groups.get(one.title).filter(other => other !== one).map(signsOf);
    return others.length ? {...one, mark: signsOf(one).find((sign, i) => sign && others.every(signs => signs[i] !== sign)) || one.id} : one;
  });
}

// What a document is called in a list: its mark goes first, since what is too long for a list is cut at its end.
export const nameOf = ({title, mark}) => mark ? `${mark}: ${title}` : title;

// Two sentences, word by word: which words of each the other does not have in that order. Pure.

const ALIKE = 0.4;  // of sentences with fewer words in common, the differences tell nothing
const MOST = 400;   // words; the table of the longest common subsequence grows with their product

const plain = word => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

// [before, after] as lists of {text, same} that make up the texts again, or null where too little is the same.
export function differencesOf(before, after) {
  const one = before.match(/\s*\S+/g) || [], other = after.match(/\s*\S+/g) || [];
  if (one.length > MOST || other.length > MOST) return null;
  const keys = [one.map(plain), other.map(plain)], common = commonWords(...keys);
  if (2 * common.length < ALIKE * (one.length + other.length)) return null;
  return [one, other].map((words, side) => joined(words, new Set(common.map(pair => pair[side]))));
}

// Pairs of positions of the longest common subsequence.
function commonWords(one, other) {
  const lengths = Array.from({length: one.length + 1}, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) lengths[i][j] = one[i] === other[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  }
  const pairs = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
    else j++;
  }
  return pairs;
}

// Words as few pieces as can be; the space before a piece that differs is not part of it.
function joined(words, common) {
  const pieces = [];
  words.forEach((word, i) => {
    const same = common.has(i), last = pieces.at(-1);
    if (last?.same === same) last.text += word;
    else if (same || !last) pieces.push({text: word, same});
    else {
      const bare = word.trimStart();
      last.text += word.slice(0, word.length - bare.length);
      pieces.push({text: bare, same});
    }
  });
  return pieces;
}

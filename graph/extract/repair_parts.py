"""Mends in a parse: a part of those told before has no verb: "6,000 families fled Homs, many of them to Lebanon"."""

from graph.extract.trees import Words, hang, has_own, where

# What counts some of those told before.
PARTS = frozenset(
    {"half", "third", "quarter", "fifth", "sixth", "eighth", "tenth", "majority", "percent", "%", "most", "many"}
    | {"some", "all", "much", "several", "few", "bulk"}
)
SHARE = "share"  # the label of a part of the subject or the object of a verb, whose verb is left out
ENDS = (",", ";", ":", ".", ")", "-", "–", "—")
# What says how nearly a part or a number is told.
NEARLY = frozenset(
    {"less", "more", "fewer", "than", "at", "least", "most", "over", "under", "nearly", "almost", "about", "roughly"}
    | {"around", "only", "just", "up", "to", "some", "well", "a", "an", "the"}
)
OPENING = NEARLY | {"per", "and"}
FEWEST = 3  # words before the comma: a subject and a verb


@where("of", ("them", "it"), ",")
def mend_parts_without_verbs(words: Words) -> Words:
    """A part of those told before, behind a comma and without a verb, is told by the verb before: "many of them to X".

    It goes on to a preposition, or to what those are.
    """
    for of in words[FEWEST + 1 : -2]:
        part, whole, behind = words[of.i - 1], words[of.i + 1], words[of.i + 2]
        if of.text != "of" or whole.text not in ("them", "it") or part.lemma not in PARTS:
            continue
        first = part.i
        while first and (words[first - 1].text in OPENING or words[first - 1].tag == "CD"):
            first -= 1
        end = next((w.i for w in words[behind.i :] if w.text in ENDS), len(words))
        verb = next((w for w in reversed(words[: first - 1]) if w.pos == "VERB" and has_own(words, w.i)), None)
        if first < FEWEST or words[first - 1].text != "," or verb is None or behind.i >= end:
            continue
        if any(w.pos in ("VERB", "AUX") for w in words[behind.i : end]):
            continue
        noun = next((w for w in words[behind.i : end] if w.pos in ("NOUN", "PROPN", "PRON") or w.i == end - 1), behind)
        head = behind if behind.pos == "ADP" else noun
        for word in words[first:end]:
            inside = first <= word.head < end and word.head != word.i
            if word.i not in (part.i, of.i, whole.i, head.i) and not inside:
                hang(words, word.i, part.i if word.i < of.i else head.i, word.dep)
        hang(words, whole.i, of.i, "pobj")
        hang(words, of.i, part.i, "prep")
        hang(words, head.i, part.i, "prep" if head.i == behind.i and behind.pos == "ADP" else "appos")
        hang(words, part.i, verb.i, SHARE)
    return words

"""Mends in a parse: numbers that stand for a noun told before them."""

from dataclasses import replace

from graph.extract.trees import Words, child_of, hang, where


@where("CD", "conj", "prep", "dobj")
def mend_numbers_for_nouns(words: Words) -> Words:
    """A number before its own phrase counts the thing before it: "three seats for Peru, and one for Mali"."""
    for number in words[4:-2]:
        lead = words[number.i + 1]
        alone = number.tag == "CD" and number.dep == "conj" and lead.dep == "prep" and lead.head == number.i
        first = words[number.head]
        thing = first if first.dep == "dobj" else child_of(words, first.i, "dobj", start=first.i, end=number.i)
        if not alone or thing is None or thing.pos != "NOUN" or child_of(words, number.i, "nummod", "compound"):
            continue
        same = [w for w in words[thing.i : number.i] if w.head == thing.i and w.dep == "prep" and w.text == lead.text]
        if same and thing.tag == "NNS" and words[number.i - 1].text in ("and", ","):
            words[number.i] = replace(number, head=thing.i, dep="conj", lemma=thing.lemma)
            if words[number.i - 1].text == "and":
                hang(words, number.i - 1, thing.i, "cc")
    return words

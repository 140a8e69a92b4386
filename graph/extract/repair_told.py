"""Mends in a parse: conditions that pass for phrases, and participles beside a verb of speech."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.lemmas import verb_of
from graph.extract.spacy_model import verb_index
from graph.extract.trees import (
    Words,
    below,
    child_of,
    hand_over,
    hang,
    has_own,
    make_subject,
    root_of,
    takes_modal,
    where,
)

# What who speaks does in speaking: "X denied it, calling the claim false".
SPEAKING = ("call", "describe", "dismiss", "brand", "label", "insist", "urge", "add", "cite", "vow", "warn", "accuse")
CLAIMING = ("claim", "allege", "argue", "contend", "complain")
THINGS = ("dobj", "attr", "prep")  # what a clause has behind its verb
DECIDING = frozenset({"decide", "agree", "determine", "rule", "order", "resolve"})
SUING = ("seek", "demand", "sue", "request")


@where(("provided", "providing"))
def mend_provided(words: Words) -> Words:
    """A clause behind "provided" is a condition: "will help provided that X signs", "provided X signs"."""
    for provided in words[:-2]:
        if (
            provided.text.lower() not in ("provided", "providing")
            or (provided.i == 0 and words[1].text != "that")
            or provided.dep == "ROOT"
            or has_own(words, provided.i, "aux")
        ):
            continue
        main = words[provided.head]
        while main.pos not in ("VERB", "AUX") and main.head != main.i:  # "help Peru provided that X signs"
            main = words[main.head]
        below = [w for w in words[provided.i + 1 :] if w.head == provided.i]
        clause = next((w for w in below if w.dep in ("ccomp", "pcomp")), None)
        if clause is None:  # "provided X signs": the parser takes X for what is provided
            thing = next((w for w in below if w.dep == "dobj"), None)
            behind = words[thing.i + 1 : thing.i + 3] if thing is not None else []
            clause = next((w for w in behind if w.tag in ("VBZ", "VBP", "MD") and not has_own(words, w.i)), None)
            if thing is None or clause is None or main.pos not in ("VERB", "AUX"):
                continue
            make_subject(words, thing.i, clause.i)
        hang(words, clause.i, main.i, "advcl")
        words[provided.i] = replace(words[provided.i], pos="SCONJ", tag="IN", lemma="if", head=clause.i, dep="mark")
        hand_over(words, provided.i, clause.i, start=provided.i + 1)
    return words


@where("advcl", ("if", "unless"), "ccomp", "that")
def mend_conditions_of_contents(words: Words) -> Words:
    """A condition behind what somebody decides is the condition of that: "decides that X may sell, if Y agrees"."""
    for mark in words[4:-1]:
        clause = words[mark.head]
        verb = words[clause.head]
        if mark.lemma not in ("if", "unless") or mark.dep != "mark" or clause.dep != "advcl" or verb.pos != "VERB":
            continue
        contents = [w for w in words[verb.i + 1 : mark.i] if w.head == verb.i and w.dep == "ccomp"]
        if not contents or verb.lemma not in cues()["speech.verbs"] | DECIDING or clause.i < mark.i:
            continue
        said = contents[-1]
        open_ = takes_modal(words, said.i) or child_of(words, said.i, "acomp") is not None
        if open_ and any(w.head == said.i and w.text == "that" for w in words[verb.i : said.i]):
            hang(words, clause.i, said.i, "advcl")
    return words


@where("that", "ccomp", ",", "mark")
def mend_rows_of_contents(words: Words) -> Words:
    """Contents in a row are all told by the same: "said that X had left, that Y had come and that Z would follow"."""
    for that in words[6:-2]:
        clause = words[that.head]
        row = that.text == "that" and that.dep == "mark" and words[that.i - 1].text == ","
        if not row or clause.dep not in ("ccomp", "acl") or not has_own(words, clause.i):
            continue
        above = words[clause.head]  # the first content, or a noun at its end
        first = next((w for w in reversed(words[: that.i]) if w.dep == "ccomp" and w.pos in ("VERB", "AUX")), above)
        teller = words[first.head]
        near = below(words, above.i, first.i) and teller.lemma in cues()["speech.verbs"] and teller.i < first.i
        opened = any(w.head == first.i and w.text == "that" and w.dep == "mark" for w in words[teller.i : first.i])
        if near and opened and first.lemma not in cues()["speech.verbs"] | cues()["modality.proposed"]:
            hang(words, clause.i, first.i, "conj")
    return words


@where("long", "as", "advcl")
def mend_as_long_as(words: Words) -> Words:
    """A clause behind "as long as" is a condition."""
    for long in words[1:-2]:
        before, behind = words[long.i - 1], words[long.i + 1]
        clause = words[behind.head]
        fixed = long.text == "long" and before.text.lower() == "as" and behind.text == "as" and behind.dep == "mark"
        if fixed and clause.dep == "advcl" and clause.head == long.i and long.head != long.i:
            hang(words, clause.i, long.head, "advcl")
            hang(words, long.i, clause.i, "advmod")
            words[behind.i] = replace(behind, lemma="if")
    return words


@where(("parataxis", "ccomp"), "VBG", "advcl")
def mend_results_behind_sayings(words: Words) -> Words:
    """What a deed leads to is told behind who says so: "Peru left, officials said, prompting protests"."""
    for result in words:
        saying = words[result.head]
        told = (w for w in words[: saying.i] if w.head == saying.i and w.dep == "ccomp")
        deed = words[saying.head] if saying.dep == "parataxis" else next(told, saying)
        aside = saying.lemma in cues()["speech.verbs"] and deed.i < saying.i < result.i
        speaks = (
            result.lemma in SPEAKING or result.lemma in cues()["speech.verbs"] or result.lemma in ("quote", "refer")
        )
        if result.tag == "VBG" and result.dep == "advcl" and aside and not speaks and words[result.i - 1].text == ",":
            hang(words, result.i, deed.i, "advcl")
    return words


@where("ccomp", "advcl", "VBG")
def mend_sayings_behind_sayings(words: Words) -> Words:
    """Who speaks goes on speaking behind a comma: "the minister denied that X did it, calling the claim false"."""
    for going in words[3:]:
        clause = words[going.head]
        saying = words[clause.head]
        said = clause.dep == "ccomp" and saying.lemma in cues()["speech.verbs"] | cues()["speech.denying"]
        own = going.tag == "VBG" and going.dep == "advcl" and going.lemma in SPEAKING
        if own and said and saying.i < clause.i < going.i and words[going.i - 1].text == ",":
            hang(words, going.i, saying.i, "advcl")
            hang(words, going.i - 1, saying.i, "punct")
    return words


@where("ccomp", "advcl", ("while", "whereas"))
def mend_other_sayings(words: Words) -> Words:
    """What others say stands beside the first saying: "Critics say it failed, while ministers say it works"."""
    for other in words[3:]:
        clause = words[other.head]
        saying = words[clause.head]
        both = other.lemma in cues()["speech.verbs"] and saying.lemma in cues()["speech.verbs"]
        while_ = next((w for w in words if w.head == other.i and w.text in ("while", "whereas")), None)
        if not both or while_ is None or other.dep != "advcl" or clause.dep != "ccomp" or not has_own(words, other.i):
            continue
        comma = words[while_.i - 1]
        if comma.text == "," and saying.i < clause.i:
            hang(words, other.i, saying.i, "advcl")
            hang(words, comma.i, saying.i, "punct")
    return words


@where(CLAIMING, SUING, "ccomp", "conj")
def mend_suing(words: Words) -> Words:
    """Who claims a thing is who seeks redress: "claimed that the maker hid defects and sought damages"."""
    for suing in words:
        clause = words[suing.head]
        claim = words[clause.head]
        told = clause.dep == "ccomp" and claim.lemma in CLAIMING and clause.i > claim.i
        if (
            suing.dep == "conj"
            and suing.lemma in SUING
            and told
            and suing.tag == claim.tag
            and not has_own(words, suing.i)
        ):
            hang(words, suing.i, claim.i, "conj")
            hand_over(words, clause.i, claim.i, start=clause.i, end=suing.i, dep="cc")
    return words


@where("according", "conj")
def mend_sources_of_both(words: Words) -> Words:
    """A source at the end is that of all: "A rejected it, and B signed it, according to X"."""
    root = root_of(words)
    for according in words[3:]:
        verb = words[according.head]
        last = verb.dep == "conj" and words[according.i - 1].text == ","
        if according.text == "according" and according.i > verb.i and last:
            while verb.dep == "conj":
                verb = words[verb.head]
            if verb.i == root:
                hang(words, according.i, root, "prep")
    return words


@where("relcl", "that", "mark")
def mend_contents_as_relatives(words: Words) -> Words:
    """A clause with "that" and a subject and an object of its own is what a noun says: "the demand that X free Y"."""
    known = cues()["speech.told_plans"] | cues()["speech.told_requests"]
    for clause in words[2:]:
        noun = words[clause.head]
        that = any(w.head == clause.i and w.text == "that" and w.dep == "mark" for w in words[: clause.i])
        if clause.dep == "relcl" and that and noun.lemma in known and has_own(words, clause.i):
            hang(words, clause.i, noun.i, "acl")
    return words


@where(("relcl", "ccomp", "acl"), "that", ("dobj", "dative", "pobj"), ("nsubj", "nsubjpass"))
def mend_told_contents(words: Words) -> Words:
    """What somebody is told is no relative where it has an object of its own: "told the summit that X needs aid".

    Or where its infinitive has one: "informed the envoy that X intends to join Y".
    """
    for clause in words[4:]:
        above = words[clause.head]
        verb = above if clause.dep == "ccomp" else words[above.head]
        hearer = child_of(words, verb.i, "dobj", "dative", end=clause.i) if clause.dep == "ccomp" else above
        told = hearer is not None and hearer.i < clause.i and hearer.dep in ("dobj", "dative")
        told = told and verb.lemma in cues()["verbs.informing"]
        if above.dep == "pobj" and verb.text == "to" and words[verb.head].lemma in cues()["speech.verbs"]:
            verb, told = words[verb.head], True  # "explained to the Council that X"
        if clause.dep not in ("relcl", "ccomp", "acl") or not told:
            continue
        that = words[hearer.i + 1] if hearer is not None else clause
        deeds = [clause, *(w for w in words[clause.i :] if w.head == clause.i and w.dep == "xcomp")]
        own = that.lemma == "that" and that.i < clause.i and that.head in {deed.i for deed in deeds}
        subject = child_of(words, clause.i, "nsubj", "nsubjpass", start=that.i + 1, end=clause.i)
        thing = next((w for w in words[clause.i + 1 :] if w.head in {d.i for d in deeds} and w.dep in THINGS), None)
        whole = thing is not None and (thing.dep != "prep" or above.dep != "pobj")  # "to men that X sent to Y"
        whole = whole or clause.dep == "acl" or has_own(words, clause.i, "auxpass")
        if own and subject is not None and whole:
            words[that.i] = replace(that, pos="SCONJ", tag="IN", dep="mark", head=clause.i)
            hang(words, clause.i, verb.i, "ccomp")
    return words


@where("VBN", "amod", "aux", ("nsubj", "nsubjpass"))
def mend_perfects(words: Words) -> Words:
    """A participle with "had" and a subject is a verb with an object: "told donors that it had closed schools"."""
    for form in words[3:-1]:
        noun = words[form.head]
        verb = words[noun.head]
        if form.tag != "VBN" or form.dep != "amod" or noun.dep != "dobj" or noun.i < form.i:
            continue
        helped = has_own(words, form.i, "aux") and child_of(words, form.i, "nsubj", end=form.i) is not None
        that = child_of(words, form.i, "mark", end=form.i)
        if not helped or that is None or that.lemma != "that" or verb.i > that.i:
            continue
        words[form.i] = replace(form, pos="VERB", head=verb.i, dep="ccomp")
        hang(words, noun.i, form.i, "dobj")
    return words


IRREGULAR = ("known", "seen", "lost", "built", "won", "shown", "grown", "borne", "written", "given", "taken")


@where("having", ("JJ", "VBN", "VBD"))
def mend_having(words: Words) -> Words:
    """Behind "having" a participle is a verb: "accused of having passed documents", "having known war"."""
    for having in words[:-1]:
        form = words[having.i + 1]
        past = form.tag in ("VBN", "VBD") or (form.tag == "JJ" and (form.text.endswith("ed") or form.text in IRREGULAR))
        if having.text.lower() != "having" or not past or form.text in ("armed", "skilled", "limited"):
            continue
        if form.dep != "amod" or words[form.head].head != having.i:
            continue
        lemma = verb_of(form.text.lower(), verb_index()[0])
        words[form.i] = replace(form, pos="VERB", tag="VBN", lemma=lemma, head=having.head, dep=having.dep)
        hand_over(words, having.i, form.i)
        words[having.i] = replace(having, pos="AUX", head=form.i, dep="aux")
    return words

"""How a clause commits who says it: what is, is planned, proposed, possible or judged, by its verb and governor."""

import re
from collections.abc import Sequence

from graph.extract.arguments import Argument
from graph.extract.cues import cues
from graph.extract.frames import SUBJECTS, Frame, is_negated, overstates
from graph.extract.parse import Sentence
from graph.extract.pronouns import KINDS
from graph.extract.relative_times import WEEKDAYS
from graph.model import EntityType, Mention, Modality, Polarity, Qualifier, QualifierKind, Value, ValueKind

# Verbs whose infinitive is to come, though the verb tells a fact.
AGREEING = ("agree", "decide", "choose", "elect", "arrange")
GUESSING = ("project", "forecast", "predict", "estimate")  # verbs of what others expect: "is projected to slow"
THINKING = ("think", "believe", "assume", "suppose", "imagine", "feel", "reckon")
HOPING = ("fear", "hope", "pray", "wish", "dream")  # verbs of what may come


def performs(s: Sentence, verb: int, subjects: Sequence[Argument]) -> bool:
    """Whether a verb does what it says, in the first person: who "must reiterate" or is let "thank" does so."""
    spoken = any(KINDS.get(a.mention.text.lower()) in ("voice", "author") for a in subjects)
    above = s.words[s.words[verb].head]  # "we may keep condemning X" condemns nothing yet
    open_ = above.lemma in ("keep", "continue", "go") and any(
        s.words[a].lemma in ("may", "might", "could") for a in s.all_children(above.i, "aux")
    )
    return spoken and s.words[verb].lemma in cues()["speech.performing"] and not open_


def is_we(s: Sentence, verb: int) -> bool:
    """Whether the document's own voice is the subject: "we believe that" is how it says a thing, not a doubt."""
    subject = s.child(verb, "nsubj")
    return subject is not None and KINDS.get(s.words[subject].text.lower()) in ("voice", "author")


def is_polite(s: Sentence, verb: int) -> bool:
    """Whether "would" only softens what the speaker does in saying it: "I would urge X to act" urges."""
    lemma = s.words[verb].lemma
    return is_we(s, verb) and (lemma in cues()["speech.performing"] or lemma in cues()["modality.proposed"])


def find_modality(s: Sentence, verb: int, inherited: Modality) -> Modality:
    """How the clause of a verb commits: by its auxiliary, or an adverb of doubt, else by what governs it."""
    if any(s.words[a].lemma in cues()["speech.hearsay"] for a in s.all_children(verb, "advmod")):
        return Modality.POSSIBLE
    if is_subjunctive(s, verb):
        return Modality.PROPOSED
    if s.words[verb].dep == "ROOT" and inherited is Modality.ASSERTED and is_bare_condition(s, verb):
        return Modality.POSSIBLE
    perfect = s.words[verb].tag == "VBN" and any(
        s.words[a].tag in ("VBD", "VBZ", "VBP") for a in s.all_children(verb, "aux")
    )
    if perfect and inherited is Modality.PLANNED and s.words[verb].dep == "conj":
        return Modality.ASSERTED  # "said that it would join X and had signed Y"
    if perfect and s.words[verb].dep == "relcl" and inherited is Modality.POSSIBLE and is_placed(s, verb):
        return Modality.ASSERTED  # "could end the war in Y, where X has seized Z"
    for child in s.all_children(verb, "aux", "auxpass"):
        # The lead of a list, which has no characters, tells how its items are meant.
        written = s.words[child].start < s.words[child].end
        told = auxiliary_modality(s, verb, child, inherited) if written else None
        if told is not None:
            return told
    return inherited


def is_bare_condition(s: Sentence, verb: int) -> bool:
    """Whether a sentence is but a condition, whose outcome is left to the hearer: "If Peru signs the pact."."""
    marks = (m for m in s.all_children(verb, "mark") if m < (s.child(verb, *SUBJECTS) or 0))
    return any(s.words[m].lemma.lower() in ("if", "unless") for m in marks)


COMING = re.compile(
    r"tomorrow|(?:the )?(?:next|coming)(?: few)? "
    rf"(?:days?|weeks?|months?|years?|spring|summer|autumn|winter|{'|'.join(WEEKDAYS)})"
)
# What one says, asks for, expects or judges of a time to come is said now.
SAID_NOW = (
    *("speech.verbs", "speech.performing", "modality.proposed", "modality.planned", "verbs.hoping"),
    *("verbs.judging", "verbs.reacting", "verbs.backing", "verbs.furthering"),
)


def is_timed_ahead(s: Sentence, verb: int, times: Sequence[Qualifier[Mention]], published: str | None) -> bool:
    """Whether a present tells what is to come, by its time: "X opens the port tomorrow", "Y takes over in 2031"."""
    lemma, aux = s.words[verb].lemma, s.all_children(verb, "aux", "auxpass")
    going_on = s.words[verb].tag == "VBG" and [s.words[a].text.lower() for a in aux] in (["is"], ["are"], ["am"])
    if not going_on and (aux or s.words[verb].tag not in ("VBZ", "VBP")):
        return False
    if lemma in (*AGREEING, *GUESSING, *HOPING, "expect", "await") or any(lemma in cues()[kind] for kind in SAID_NOW):
        return False
    values = [q.value for q in times if q.kind is QualifierKind.TIME and isinstance(q.value, Value)]
    said = any(COMING.fullmatch(v.text.lower()) for v in values)
    return said or any(is_after(v.normal, published or "") for v in values if v.kind is ValueKind.DATE)


def is_after(date: str, other: str) -> bool:
    """Whether an ISO 8601 date comes after another, as far as both tell: "2031" after "2030-05-01"."""
    size = min(len(date), len(other))
    return size >= len("2031") and date[:size] > other[:size]


def is_placed(s: Sentence, verb: int) -> bool:
    """Whether a clause tells of a place, "where X has seized Y": it is so whatever may come there."""
    return any(s.words[w].lemma == "where" for w in s.all_children(verb, "advmod"))


def auxiliary_modality(s: Sentence, verb: int, auxiliary: int, inherited: Modality) -> Modality | None:
    """How an auxiliary commits; None where it does not tell ("has", "did")."""
    lemma, first = s.words[auxiliary].lemma, verb
    while s.words[first].dep == "conj":
        first = s.words[first].head
    above = s.words[s.words[first].head]
    if lemma == "would" and is_polite(s, verb):
        return inherited
    if lemma == "should" and is_inverted(s, verb):
        return Modality.POSSIBLE
    if overstates(s, verb) or (lemma == "may" and is_conceded(s, verb)):
        return inherited
    if lemma in ("will", "would") and s.words[verb].dep == "ccomp" and above.lemma in HOPING:
        return Modality.POSSIBLE  # "we pray that X will recover"
    if lemma in ("will", "would") and s.words[verb].dep == "ccomp" and is_doubted(s, above.i):
        return Modality.POSSIBLE
    if lemma in ("will", "would") and is_conditional(s, verb):
        return Modality.POSSIBLE  # "if X leaves, Y will follow"
    past = is_told_back(s, above.i)
    if lemma == "would" and past and above.lemma in THINKING and s.words[first].dep == "ccomp":
        return Modality.POSSIBLE  # "we thought that robots would bring peace"
    settled = above.lemma in cues()["speech.verbs"] or (above.tag == "VBN" and above.lemma in AGREEING)
    settled = settled or above.lemma in SETTLING or is_made_clear(s, above.i)
    told = s.words[first].dep == "ccomp" and past and settled  # "It was agreed that X would act"
    told = told or (s.words[first].dep == "acl" and above.lemma in cues()["speech.told_plans"])
    if lemma == "would" and told:  # "said that it would join": a plan, in the past
        return Modality.PLANNED
    kinds = (Modality.PLANNED, Modality.PROPOSED, Modality.POSSIBLE)
    return next((kind for kind in kinds if lemma in cues()[f"modality.{kind.value}_aux"]), None)


SETTLING = ("signal", "disclose", "decide", "guarantee", "ensure")  # "signalled that it would join"


def is_made_clear(s: Sentence, verb: int) -> bool:
    """Whether a verb only says a thing with an adjective: "made clear that it would not join"."""
    return s.words[verb].lemma == "make" and any(
        s.words[a].lemma in ("clear", "plain") for a in s.all_children(verb, "acomp", "oprd", "ccomp", "advmod")
    )


# Verbs by which one says what will come of another's deed: no plan.
FORETELLING = ("argue", "claim", "warn", "caution", "contend", "predict", "forecast", "believe", "complain", "suggest")


def is_told_back(s: Sentence, above: int) -> bool:
    """Whether what a verb says was said in the past: "said", "has said", "was told", "praised X, adding that"."""
    word = s.words[above]
    perfect = word.tag == "VBN" and any(s.words[a].lemma == "have" for a in s.all_children(above, "aux"))
    passive = any(s.words[a].tag == "VBD" for a in s.all_children(above, "auxpass"))
    beside = (
        word.tag == "VBG" and word.dep == "advcl" and s.words[word.head].tag == "VBD" and word.lemma not in FORETELLING
    )
    return word.tag == "VBD" or perfect or passive or beside


def is_doubted(s: Sentence, above: int) -> bool:
    """Whether what a clause behind a word says is held for open: "doubts that X will act", "it is unlikely that"."""
    doubts = cues()["modality.denied_adjectives"] | cues()["modality.possible_adjectives"]
    judged = {s.words[a].lemma for a in (above, *s.all_children(above, "acomp"))} - {"bound"}
    return s.words[above].lemma in ("doubt", "question") or bool(judged & (doubts | {"doubtful", "possible"}))


def is_conditional(s: Sentence, verb: int) -> bool:
    """Whether a verb holds only if something else does, as a clause with "if" or "unless" beside it tells."""
    for clause in s.all_children(verb, "advcl"):
        marks = (m for m in s.all_children(clause, "mark") if s.words[m].lemma in ("if", "unless"))
        if any(m == 0 or s.words[m - 1].lemma != "even" for m in marks) or is_inverted(s, clause):
            return True
    return False


def is_conceded(s: Sentence, verb: int) -> bool:
    """Whether a copula with "may" only grants what the clause behind it outweighs: "X may be small, but it acts"."""
    joined = any(s.words[c].lemma == "but" for c in s.all_children(verb, "cc"))
    own = (c for c in s.all_children(verb, "conj") if s.child(c, *SUBJECTS) is not None)
    return s.words[verb].lemma == "be" and joined and next(own, None) is not None


def is_inverted(s: Sentence, verb: int) -> bool:
    """Whether a clause is a condition by its word order: "should X fail"."""
    before = (a for a in s.all_children(verb, "aux") if a < (s.child(verb, *SUBJECTS) or 0))
    return s.words[verb].dep == "advcl" and any(s.words[a].lemma == "should" for a in before)


# Nouns without "-s" whose verb is in the plural.
MANY = ("police", "people", "staff", "crew", "personnel", "youth", "number", "majority", "rest", "half", "percent")


def is_subjunctive(s: Sentence, verb: int) -> bool:
    """Whether a clause with "that" has a base form behind one name: "the wish that Peru play a role"."""
    word, subject = s.words[verb], s.child(verb, "nsubj")
    if word.dep in ("ccomp", "acl") and is_bare_be(s, verb):
        return True
    if (
        word.dep not in ("ccomp", "acl")
        or word.tag not in ("VB", "VBP")
        or subject is None
        or s.all_children(verb, "aux")
    ):
        return False
    one = s.words[subject]
    insisted = s.words[word.head].lemma == "insist" and one.tag in ("NN", "NNP")  # "insists that the group pay"
    single = insisted or (one.name is not None and one.name.type in (EntityType.COUNTRY, EntityType.ORGANIZATION))
    if word.dep == "acl" and s.words[word.head].lemma in cues()["nouns.feelings"] - cues()["nouns.committing"]:
        return False
    asked = s.words[word.head].lemma in cues()["modality.proposed"] | cues()["nouns.calls"] | {"insist", "proposal"}
    single = single or (asked and one.tag in ("NN", "NNP") and one.lemma not in MANY)  # "asked that the group meet"
    marked = any(s.words[m].lemma == "that" for m in s.all_children(verb, "mark"))
    meant = word.dep == "acl" and s.words[word.head].lemma in cues()["nouns.committing"]  # "their resolve that A and B"
    alone = s.child(subject, "conj") is None or meant
    return single and marked and alone and word.lemma not in ("be", "have", "do")


def is_bare_be(s: Sentence, verb: int) -> bool:
    """Whether a clause with "that" has a bare "be": "decided that the embargo be lifted", "that the vote be free"."""
    passive = s.child(verb, "auxpass")
    be = s.words[verb if passive is None else passive]
    marked = any(s.words[m].lemma == "that" for m in s.all_children(verb, "mark"))
    return marked and be.text == "be" and s.child(verb, "aux") is None and s.child(verb, *SUBJECTS) is not None


def is_wish_to_see(s: Sentence, verb: int) -> bool:
    """Whether a verb only tells what its subject would like another to do: "we want to see X do"."""
    above = s.words[s.words[verb].head].lemma
    return s.words[verb].lemma == "see" and s.words[verb].dep == "xcomp" and above in ("want", "wish", "like", "hope")


def infinitive_modality(s: Sentence, verb: int, frame: Frame) -> Modality:
    """The modality of the infinitive that a verb governs: "plans to", "refuses to", "urges X to"."""
    lemma = s.words[verb].lemma
    present = s.words[verb].tag not in ("VBD", "VBN")  # "had to leave" tells what was done
    perfect = any(s.words[a].lemma == "have" for a in s.all_children(verb, "aux"))
    joint = any(s.words[a].lemma == "together" for a in s.all_children(verb, "advmod"))
    # who "is working to build", or "has worked together to build", has yet to build
    if lemma == "work" and ((present and not perfect) or (perfect and joint)):
        return planned(frame.modality)
    if lemma == "go" and s.words[verb].tag == "VBG":  # "is going to build"
        return planned(frame.modality)
    if lemma in cues()["modality.obliging"] and frame.modality is Modality.ASSERTED and present:
        return Modality.PROPOSED
    if (
        lemma in ("tell", "remind", "warn")
        and s.child(verb, "dobj") is not None
        and frame.modality is Modality.ASSERTED
    ):
        return Modality.PROPOSED  # "told the troops to leave"
    for modality in (Modality.PLANNED, Modality.PROPOSED, Modality.POSSIBLE):
        asked = frame.modality is Modality.PLANNED and modality is Modality.PROPOSED  # "will urge X to join"
        if lemma in cues()[f"modality.{modality.value}"] and (frame.modality is Modality.ASSERTED or asked):
            return modality
    return frame.modality


def used_chance(s: Sentence, verb: int, noun: int) -> bool:
    """Whether who had an occasion to meet or to be heard used it: "had the opportunity to address X".

    Who had the opportunity to join a union need not have joined.
    """
    deed = next((s.words[c].lemma for c in s.all_children(noun, "acl", "relcl")), "")
    deed = deed or next((s.words[c].lemma for c in s.all_children(verb, "advcl", "xcomp") if c > noun), "")
    occasion = s.words[noun].lemma in ("opportunity", "occasion", "chance") and deed in cues()["verbs.heard"]
    had = s.words[verb].lemma in ("have", "get") and s.words[verb].tag == "VBD"
    return occasion and had and not is_negated(s, verb)


def is_occasion(s: Sentence, clause: int) -> bool:
    """Whether a clause tells when a thing comes about, and no more: "when X stops the war", "once Y has left"."""
    when = any(s.words[w].lemma in ("when", "whenever", "once") for w in s.all_children(clause, "advmod", "mark"))
    present = s.words[clause].tag in ("VBZ", "VBP") or any(
        s.words[a].tag in ("VBZ", "VBP") for a in s.all_children(clause, "aux", "auxpass")
    )
    return when and present


def occasion_modality(s: Sentence, verb: int, modality: Modality) -> Modality:
    """How an occasion commits: to come beside what will be, open beside what can or must be."""
    told = {s.words[a].lemma for a in s.all_children(verb, "aux") if s.words[a].tag == "MD"}
    if told & cues()["modality.planned_aux"]:
        return Modality.PLANNED
    return Modality.POSSIBLE if told else modality


def planned(modality: Modality) -> Modality:
    """The modality of what is meant to come about inside a clause of the given modality."""
    return Modality.PLANNED if modality is Modality.ASSERTED else modality


def is_open_question(s: Sentence, verb: int) -> bool:
    """Whether a clause only asks how or why: "how they adapt"."""
    asking = any(s.words[c].lemma in ("how", "why") and c < verb for c in s.all_children(verb, "advmod"))
    above = s.words[s.words[verb].head]
    pointed = s.child(above.i, "nsubj")
    if above.lemma == "be" and pointed is not None and s.words[pointed].lemma in ("that", "this", "which"):
        return False  # "that is why X did Y"
    open_ = any(s.words[a].tag == "MD" for a in s.all_children(verb, "aux"))  # "how X can help" may be so
    return asking and not open_ and s.words[verb].dep in ("ccomp", "pcomp", "xcomp", "advcl", "csubj")


def evaluated(modality: Modality) -> Modality:
    """The modality of a judgement made in a clause of the given modality."""
    return Modality.EVALUATIVE if modality is Modality.ASSERTED else modality


TRUE = ("true", "correct", "accurate", "undeniable", "indisputable")
FALSE = ("false", "untrue", "incorrect", "inaccurate")
SURE = ("clear", "certain", "evident", "obvious", "proven", "established", "sure")


def truth_of(s: Sentence, verb: int, adjective: int) -> tuple[Modality, Polarity] | None:
    """How what an adjective holds to be so is told: "it is not true that X left"; None for any other adjective.

    What "is not clear" is open.
    """
    form, denied = s.words[adjective].text.lower(), is_negated(s, verb)
    subject = s.child(verb, "nsubj")
    if subject is None or s.words[subject].lemma not in ("it", "that"):
        return None
    if form in SURE:
        return (Modality.POSSIBLE if denied else Modality.ASSERTED), Polarity.AFFIRMED
    if form not in TRUE + FALSE:
        return None
    return Modality.ASSERTED, Polarity.NEGATED if denied == (form in TRUE) else Polarity.AFFIRMED

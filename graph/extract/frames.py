"""What a clause hands down to the clauses below it: subjects, predicate so far, how it is said, when and where."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.extract.arguments import Argument
from graph.extract.cues import cues
from graph.extract.once import once
from graph.extract.parse import Sentence
from graph.model import Mention, Modality, Polarity, Qualifier, QualifierKind

CLAUSE_TAGS = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The reading of a clause so far.

    `path` is the predicate in lemmas ("launch effort to"), `surface` its words in the sentence.
    `transparent` tells that the path so far changes nothing about what is done ("continue to").
    `objects` are set, and the verb has them, where the clause hangs on its own object ("the plan it proposed");
    `relative` tells that `subjects` stand for the clause's own relative pronoun.
    """

    subjects: tuple[Argument, ...] = ()
    path: tuple[str, ...] = ()
    surface: tuple[int, ...] = ()
    transparent: bool = True
    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.AFFIRMED
    speakers: tuple[Mention, ...] = ()
    qualifiers: tuple[Qualifier[Mention], ...] = ()
    objects: tuple[Argument, ...] = ()
    relative: bool = False
    passive: bool = False
    certainty: float = 1.0
    rule: str = "clause"
    holders: tuple[Mention, ...] = ()  # whose "its" is below, where it is not the subjects'

    def owners(self) -> list[Mention]:
        """The mentions of the subjects, to whom possessive pronouns below speak."""
        return list(self.holders) or [a.mention for a in self.subjects]

    def fresh(self) -> "Frame":
        """This frame for a clause with a predicate of its own; what is in a thing judged is not its judges'."""
        judged = self.path[:1] and self.path[0] in cues()["verbs.judging"]
        judged = judged and not any(step in cues()["nouns.committing"] for step in self.path)
        return replace(self, path=(), surface=(), transparent=True, subjects=() if judged else self.subjects)

    def later(self) -> "Frame":
        """This frame without its times: what is asked for or aimed at comes later than the asking."""
        return replace(self, qualifiers=tuple(q for q in self.qualifiers if q.kind is not QualifierKind.TIME))

    def longer(self, path: Sequence[str], surface: Sequence[int], *, transparent: bool) -> "Frame":
        """This frame with a longer predicate."""
        return replace(
            self,
            path=(*self.path, *path),
            surface=(*self.surface, *surface),
            transparent=self.transparent and transparent,
        )

    def step(self, rule: str, certainty: float) -> "Frame":
        """This frame under another rule, with less certainty."""
        return replace(self, rule=rule, certainty=self.certainty * certainty)


Step = tuple[int, Frame]
"""A clause still to be read: its verb, and the frame it is read in."""


def overstates(s: Sentence, verb: int) -> bool:
    """Whether a verb stresses a thing by denying that one could stress it enough: "cannot overstate X"."""
    if s.words[verb].lemma not in cues()["verbs.overstating"]:
        return False
    return any(s.words[a].lemma in ("can", "could", "ca") for a in s.all_children(verb, "aux"))


def is_negated(s: Sentence, verb: int) -> bool:
    """Whether a verb is denied by an adverb, or by "no" on its subject, object or attribute."""
    if overstates(s, verb):
        return False
    for child in s.children[verb]:
        word = s.words[child]
        if is_denial(s, child):
            return not is_shared(s, verb)
        target = s.child(child, "pobj") if word.dep == "prep" else None
        if target is not None and s.words[target].lemma in cues()["polarity.never"]:
            determiner = s.child(target, "det")
            if determiner is not None and s.words[determiner].lemma == "no":
                return True
        if word.text.lower() == "longer" and child and s.words[child - 1].lemma == "no":  # "no longer"
            return True
        if word.dep in ("nsubj", "nsubjpass", "dobj") and any(denies_noun(s, c) for c in s.children[child]):
            return True
        if word.dep in ("nsubj", "nsubjpass") and s.words[s.subtree(child)[0]].lemma.lower() == "neither":
            return True  # "Neither Peru's threats nor its ban"
        doer = s.child(child, "pobj") if word.dep == "agent" else None
        if doer is not None and any(s.words[d].lemma in cues()["polarity.determiners"] for d in s.children[doer]):
            return True
        if word.dep in ("nsubj", "nsubjpass", "dobj", "attr") and s.words[verb].lemma != "spare":  # "spares no effort"
            determiner = s.child(child, "det")
            if determiner is not None and s.words[determiner].lemma in cues()["polarity.determiners"]:
                return True
    return False


def is_shared(s: Sentence, verb: int) -> bool:
    """Whether "not" denies only that nobody else did a thing: "was not built by X alone" was built by X too."""
    agent = s.child(verb, "agent")
    doer = s.child(agent, "pobj") if agent is not None else None
    behind = s.words[doer + 1].lemma if doer is not None and doer + 1 < len(s.words) else ""
    return behind == "alone"


def denies_noun(s: Sentence, i: int) -> bool:
    """Whether a word before a subject denies its verb: "Neither A nor B", "Not a single state"."""
    return s.words[i].lemma == "neither" or (s.words[i].dep == "neg" and is_denial(s, i))


def is_denial(s: Sentence, i: int) -> bool:
    """Whether a word denies what it hangs on: a "not", but for that of "not only … but also", which affirms both."""
    following = s.words[i + 1].lemma if i + 1 < len(s.words) else ""
    word = s.words[i]
    denies = word.dep == "neg" or word.lemma in cues()["polarity.words"]
    return denies and following not in ("only", "just", "merely", "simply")


def find_polarity(s: Sentence, verb: int, inherited: Polarity) -> Polarity:
    """The polarity of a verb's clause: its own negation turns the inherited one, which a participle before it has not.

    "Having welcomed the treaty, Y cannot accept Z" welcomed it.
    """
    if s.words[verb].dep == "advcl" and s.words[verb].tag in ("VBG", "VBN") and verb < s.words[verb].head:
        inherited = Polarity.AFFIRMED
    return turned(inherited) if is_negated(s, verb) else inherited


def turned(polarity: Polarity) -> Polarity:
    """The other polarity."""
    return Polarity.AFFIRMED if polarity is Polarity.NEGATED else Polarity.NEGATED


def is_infinitive(s: Sentence, verb: int) -> bool:
    """Whether a verb stands with "to"."""
    return any(s.words[c].tag == "TO" for c in s.all_children(verb, "aux"))


def verb_path(s: Sentence, verb: int) -> list[str]:
    """The lemma of a verb with its particle."""
    fixed = (p for p in s.all_children(verb, "prep") if is_fixed(s, verb, p))
    behind = [word for p in fixed for word in (s.words[p].lemma, s.words[s.child(p, "pobj") or p].lemma)]
    nearly = [s.words[a].lemma for a in nearly_of(s, verb)]
    inviting = s.words[verb].lemma == "invite"  # also where one "extended an invitation to" somebody
    particles = [] if inviting else [s.words[p].lemma for p in particles_of(s, verb)]
    lemma = "emphasize" if overstates(s, verb) else s.words[verb].lemma
    return [*nearly, lemma, *particles, *behind]


WIDENING = ("expand", "broaden", "extend", "widen", "enlarge")  # verbs that make a thing hold more
STRANDED = ("on", "upon", "for", "with", "to", "after", "at", "of")  # "paid for by X", "dealt with by X"
TAKEN_BACK = ("nearly", "almost", "rarely", "seldom", "hardly", "barely", "scarcely")


def nearly_of(s: Sentence, verb: int) -> list[int]:
    """The adverb that takes back what a verb tells: "nearly lost", "rarely has it signed"."""
    return [a for a in s.all_children(verb, "advmod") if s.words[a].lemma.lower() in TAKEN_BACK and a < verb]


def is_awaited(s: Sentence, verb: int) -> bool:
    """Whether a clause tells what something lasts or waits for: "until X ends the war"."""
    mark = s.child(verb, "mark")
    return mark is not None and s.words[mark].lemma in ("until", "before", "once")


@once
def particles_of(s: Sentence, verb: int) -> list[int]:
    """The particles of a verb, with the adverb that makes another verb of it: "bring together"."""
    lemma = s.words[verb].lemma
    adverbs = (a for a in s.all_children(verb, "advmod") if f"{lemma} {s.words[a].lemma}" in cues()["verbs.adverbial"])
    # "are called upon": a preposition of the verb that has lost its noun to the subject
    lost = STRANDED if s.child(verb, "agent") is not None else STRANDED[:2]
    stranded = (
        p
        for p in s.all_children(verb, "prep")
        if p == verb + 1 and not s.children[p] and s.words[verb].tag == "VBN" and s.words[p].lemma in lost
    )
    return [*s.all_children(verb, "prt"), *adverbs, *stranded]


def is_fixed(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a verb is one with a preposition and its bare noun: "take into account", "bring to justice"."""
    target = s.child(prep, "pobj")
    bare = target is not None and not s.children[target] and prep in s.children[verb]
    return (
        bare
        and prep > verb
        and target is not None
        and f"{s.words[prep].lemma} {s.words[target].lemma}" in cues()["verbs.fixed"]
    )


def is_passive(s: Sentence, verb: int) -> bool:
    """Whether a verb stands in the passive."""
    if s.child(verb, "nsubjpass", "auxpass", "csubjpass") is not None:
        return True
    # A headline leaves the auxiliary out: "Command established under the ministry".
    bare = s.words[verb].tag == "VBN" and s.words[verb].dep == "ROOT" and s.child(verb, "aux", "dobj") is None
    return bare and s.words[verb].lemma in cues()["verbs.founding"]


def shares_passive(s: Sentence, verb: int, above: Frame) -> bool:
    """Whether a participle coordinated with a passive is passive too: "was founded and led by X"."""
    kept = s.words[verb].lemma in cues()["verbs.giving"]
    bare = s.child(verb, "aux") is None and (kept or s.child(verb, "dobj") is None)
    return above.passive and s.words[verb].tag == "VBN" and bare


def is_finite_conjunct(s: Sentence, verb: int) -> bool:
    """Whether a verb without subject or conjunction that hangs below another is really coordinated with it.

    The parser often takes the second of three coordinated verbs for an adverbial clause.
    """
    word = s.words[verb]
    return (
        word.dep in ("advcl", "dep", "parataxis")
        and word.tag in ("VBD", "VBZ", "VBP")
        and s.child(verb, "nsubj", "nsubjpass", "mark") is None
        and all(s.words[a].tag == "RB" for a in s.all_children(verb, "advmod"))
    )


def surface_of(s: Sentence, verb: int, *more: int) -> tuple[int, ...]:
    """The words of a predicate: auxiliaries, negation, verb, particle, and more given ones."""
    fixed = (w for p in s.all_children(verb, "prep") if is_fixed(s, verb, p) for w in (p, s.child(p, "pobj") or p))
    before = [w for w in s.all_children(verb, "aux", "auxpass", "neg") if s.words[w].start < s.words[w].end]
    before = [w for w in before if s.words[w].dep != "neg" or is_denial(s, w)]
    if not before and s.words[verb].dep == "conj" and s.words[verb].tag == "VB":  # "to win and set"
        first = s.words[verb].head
        while s.words[first].dep == "conj" and not is_infinitive(s, first):
            first = s.words[first].head
        before = [w for w in s.all_children(first, "aux") if s.words[w].tag == "TO" and s.words[first].tag == "VB"]
    return (*before, *nearly_of(s, verb), verb, *particles_of(s, verb), *fixed, *more)


def results_of(s: Sentence, verb: int) -> list[int]:
    """The adjectives that tell what a verb makes its object: "left the town homeless", "was made worse"."""
    making = s.words[verb].lemma in cues()["verbs.resulting"]
    told = [c for c in s.all_children(verb, "acomp", "oprd") if making and s.words[c].pos == "ADJ"]
    degrees = ("more", "less", "most", "least")  # "makes X more resilient"
    more = [m for c in told for m in s.all_children(c, "advmod") if s.words[m].lemma in degrees]
    return sorted((*more, *told))


def words_of(s: Sentence, surface: Sequence[int]) -> str:
    """The words of a predicate in the order of the text; what of it is in front of its verb goes behind it.

    "At the forum, Norway proposed a plan" proposed a plan "at" the forum; "attached to it was X": "was attached to".
    """
    verbal = bool(surface) and s.words[surface[0]].pos in CLAUSE_TAGS
    size = next((n for n in range(len(surface)) if all(i < surface[0] for i in surface[n:])), len(surface))
    size = size if verbal else len(surface)
    fronted = [i for i in surface[size:] if i not in surface[:size]]
    words = sorted(set(surface[:size]))
    told = [s.text[s.words[i].start : s.words[i].end] for i in words]
    if fronted:
        behind = (s.text[s.words[i].start : s.words[i].end].lower() for i in sorted(set(fronted)))
        return " ".join([*told, *behind])
    glued = {n for n in range(1, len(words)) if s.words[words[n - 1]].end == s.words[words[n]].start}  # "$8"
    return "".join(text if n in glued or not n else f" {text}" for n, text in enumerate(told))

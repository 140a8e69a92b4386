"""Which pronouns there are, and what one says where it stands: "we" in an exhortation, "it" for a clause."""

import re

from graph.extract.cues import cues
from graph.extract.parse import Sentence, Word
from graph.model import EntityType, Mention

PERSONAL = {"he": "person", "him": "person", "his": "person", "she": "person", "her": "person", "himself": "person"}
THING = {"it": "thing", "its": "thing", "itself": "thing"}
SEVERAL = {"they": "several", "them": "several", "their": "several", "themselves": "several"}
SPEAKER = {
    "we": "voice",
    "us": "voice",
    "our": "voice",
    "ourselves": "voice",
    "i": "author",
    "my": "author",
    "me": "author",
    "|": "author",  # as scanners print "I"
}
BOTH = {"both": "both"}
ADDRESSED = {"you": "chair", "your": "chair"}
KINDS = PERSONAL | THING | SEVERAL | SPEAKER | BOTH | ADDRESSED
PEOPLE = (EntityType.PERSON,)
PLURAL = (EntityType.GROUP,)
EVERYBODY_NAME = "international community"  # who "we" are where all in an assembly are called to act
EVERYBODY = re.compile(
    r"\blet us\b|\b(?:we|us|our) (?:all|both|humans|peoples)\b|\b(?:all|each|every one|none|most|many|some) of us\b"
    r"|\bas (?:human beings|humans|humanity|a species|an international community|the international community|nations)\b"
    r"|\bas (?:(?:member |our )?states|(?:world )?leaders)(?=,| we\b)"
    r"|\bwe,? (?:in|of|as) (?:the|this) (?:international community|united nations|general assembly|security council|"
    r"(?:august )?(?:assembly|council|hall|body))\b"
    r"|\bas (?:the |a |one )?(?:[\w-]+ ){0,2}(?:children|peoples?|citizens|guardians) of (?:mother |the |this )?"
    r"(?:earth|world|planet|globe)\b|\bas an? (?:[\w-]+ )?connected (?:people|world|community)\b"
    r"|\bwe (?:are |have |were )?collectively\b|\bcollectively,? we\b"
    r"|\btogether,? we (?:should|must|can)\b"
    r"|\bour (?:shared|common|collective) (?:humanity|planet|home|destiny|future)\b",
    re.IGNORECASE,
)

# The same where one speaker addresses an assembly: those who meet here, or live in this world.
ASSEMBLED = re.compile(
    r"\btogether,? we\b|\bas we (?:meet|gather|convene|open|close)\b|\bus (?:across|around) the (?:globe|world)\b"
    r"|\b(?:binds?|unites?|divides?|connects?|tempts?|tempting) us\b"
    r"|\b(?:in|within|from|to) these halls\b|\bwe (?:only )?have (?:only |but )?one (?:earth|planet|world)\b"
    r"|\bwe (?:find|have set|set) ourselves\b"
    r"|\bwe (?:are|were|have) all (?:a )?(?:part of|in this|responsible|equal|neighbou?rs)"
    r"|\b(?:all humanity|all of humanity|all humankind|the world's peoples)\b.*\bwe\b"
    r"|\b(?:crucial|vital|essential|imperative|important) for us to\b"
    r"|\bas we (?:chart|embark|do so|navigate)\b"
    r"|\bwe (?:concluded|ended|held|met)\b.{0,40}\b(?:general debate|high-level week)\b"
    r"|\b(?:actions|choices|decisions) (?:that )?we (?:take|make)\b|\bwhen (?:people|humans|nations)\b[^.]*,? we\b"
    r"|\bworld (?:that |in which |which )?we live\b|\bwe live in an?\b"
    r"|\b(?:reminds?|reminded|teach(?:es)?|taught|shows?|tells?|compels?|confronts?|awaits?|makes?|made) us\b"
    r"|^\W*(?:or )?(?:else|otherwise),? we\b"  # what all fear
    r"|\bwe\b[^.;]{0,60}\beach other\b"  # those who sit together
    r"|\bwe(?:['’]re| are) witnessing\b.{0,60}\bin our (?:days|times?|age|century)\b"
    r"|\b(?:legacy|world|planet) (?:that |which )?we (?:will |shall )?leave\b"
    r"|\bwe (?:have |had )?(?:also |all |too often )?(?:failed|forgotten|forgot|neglected)\b"  # what all are guilty of
    r"|^\W*as (?:an? |one |the )?(?:\w+ ){0,3}(?:family|humanity|species|leaders|nations|peoples)\b[^,]*,? we\b",
    re.IGNORECASE,
)


def is_delegate(mention: Mention) -> bool:
    """Whether a mention is of one who speaks for somebody by name: "the representative of Peru"."""
    return mention.type is EntityType.ROLE and mention.found_by == "named phrase"


def is_exhortation(s: Sentence, voice: str) -> bool:
    """Whether "we" in a sentence are all who are to act: "we must end this war", and nothing in it is one nation's.

    What a speaker "must stress" it stresses itself, and "we must fund our schools" speaks of one country's.
    """
    urged = False
    if any(w.lemma in ("national", "domestic") for w in s.words):
        return False
    for word in s.words:
        verb = s.words[word.head]
        if word.dep == "nsubj" and word.text.lower() == "we":
            said = verb.lemma in cues()["speech.performing"]
            called = any(s.words[a].lemma in ("must", "should") for a in s.all_children(verb.i, "aux"))
            called = called or (verb.lemma in cues()["modality.obliging"] and verb.tag == "VBP" and is_to(s, verb.i))
            main = verb.dep == "ROOT" or (verb.dep in ("conj", "ccomp") and s.words[verb.head].dep == "ROOT")
            urged = urged or (called and main and not said) or is_joint_adoption(s, verb.i) or is_shared_lot(s, verb.i)
        own = word.tag == "PRP$" and KINDS.get(word.text.lower()) in ("voice", "author")
        nation = own and verb.lemma in cues()["nouns.national"] and not is_of_many(verb)
        if nation or (word.name is not None and voice in word.name.name):
            return False
    return urged


def is_of_many(word: Word) -> bool:
    """Whether a noun is what several states have several of: "our societies", "our nations"."""
    return word.tag == "NNS" and word.lemma in ("society", "country", "nation", "government", "civilization")


def is_joint_adoption(s: Sentence, verb: int) -> bool:
    """Whether a clause tells what an agreement by name was adopted by: "the Lima Declaration, which we adopted"."""
    direct = s.child(verb, "dobj")
    noun = s.words[s.words[verb].head] if s.words[verb].dep == "relcl" else s.words[direct or verb]
    named = noun.name is not None and noun.name.type is EntityType.AGREEMENT
    on = s.prep(verb, "on")
    agreed = s.child(on, "pobj") if on is not None and s.words[verb].lemma == "agree" else None
    if agreed is not None and s.words[agreed].name is not None:  # one nation alone agrees on nothing
        return s.words[verb].dep in ("ROOT", "conj")
    joint = ("adopt", "agree", "endorse") if s.words[verb].dep == "relcl" else ("adopt",)
    return named and s.words[verb].lemma in joint


# What one nation asks of others: "we need the support of our partners".
ASKED_OF_OTHERS = frozenset(
    {"support", "help", "assistance", "cooperation", "access", "aid", "funding", "finance", "solidarity", "time"}
    | {"partner", "friend", "investment", "technology", "capacity", "attention", "understanding"}
)


# What all in an assembly have: "we have an opportunity to end this".
HAD_BY_ALL = ("opportunity", "chance", "choice", "duty", "obligation", "luxury", "tool", "means", "power")


def is_shared_lot(s: Sentence, verb: int) -> bool:
    """Whether a clause tells what all need, witness or have to do: "we need peace", "it is vital that we act"."""
    word, direct, above = s.words[verb], s.child(verb, "dobj"), s.words[s.words[verb].head]
    if word.lemma == "witness" and word.tag in ("VBG", "VBN"):
        return True
    if word.lemma == "have" and word.tag == "VBP" and direct is not None and s.words[direct].lemma in HAD_BY_ALL:
        return s.words[direct].dep == "dobj" and above.i == verb
    if word.lemma in ("face", "confront") and word.tag == "VBN" and word.dep == "ROOT":  # "we are faced with a crisis"
        return s.child(verb, "auxpass") is not None
    if word.lemma == "need" and word.tag == "VBP" and direct is not None:
        words = {w.lemma for w in s.words[direct:]} if s.words[direct].tag not in ("WP", "WDT") else set()
        return words.isdisjoint(ASKED_OF_OTHERS)
    that = any(s.words[m].lemma == "that" for m in s.all_children(verb, "mark"))
    judged = above.lemma == "be" and s.child(above.i, "acomp") is not None and above.tag == "VBZ"
    wanted = judged or above.lemma in ("require", "demand") or (above.pos == "ADJ" and above.dep == "acomp")
    bare = word.tag in ("VB", "VBP") and s.child(verb, "aux") is None
    return that and bare and wanted and word.dep in ("ccomp", "advcl", "csubj")


def is_to(s: Sentence, verb: int) -> bool:
    """Whether an infinitive is below a verb: "need to act"."""
    return any(s.words[a].tag == "TO" for x in s.all_children(verb, "xcomp") for a in s.all_children(x, "aux"))


def is_everybody(s: Sentence, *, assembly: bool) -> bool:
    """Whether "we" is everybody in a sentence, not the one who speaks: "we all", "all of us", "as humanity"."""
    text = s.text[s.words[0].start : s.words[-1].end]
    return bool(EVERYBODY.search(text) or (assembly and ASSEMBLED.search(text)))


def is_expletive(s: Sentence, i: int) -> bool:
    """Whether "it" stands for a clause behind it: "it is X that did Y", "it means doing", "it takes courage to do"."""
    verb = s.words[s.words[i].head]
    if s.words[i].text.lower() != "it" or s.words[i].dep != "nsubj":
        return False
    said = s.child(verb.i, "attr", "acomp")
    clefted = said is not None and s.child(said, "relcl", "acl", "xcomp", "ccomp", "advcl") is not None
    clause = s.child(verb.i, "csubj", "csubjpass", "ccomp", "xcomp", "advcl") is not None
    if said is not None and is_own_state(s, said):
        return False
    by = s.child(verb.i, "prep") if verb.lemma == "be" and said is None else None  # "it is through X that …"
    through = by is not None and any(s.words[k].lemma == "that" for k in s.subtree(by))
    timely = (
        said is not None and s.words[said].lemma == "time" and s.prep(said, "for") is not None
    )  # "for X to be done"
    return (
        through
        or timely
        or (verb.lemma == "be" and (clefted or (said is not None and clause)))
        or (verb.lemma in ("take", "require", "mean", "cost", "seem", "appear") and clause)
    )


def is_own_state(s: Sentence, state: int) -> bool:
    """Whether an adjective with an infinitive is of who is to act: "it is ready to pay", not "it is vital to pay"."""
    kinds = ("planned_adjectives", "possible_adjectives", "denied_adjectives")
    own = any(s.words[state].text.lower() in cues()[f"modality.{kind}"] for kind in kinds)
    return own and any(s.words[a].tag == "TO" for c in s.all_children(state, "xcomp") for a in s.children[c])


TAKING_SIDES = frozenset(
    {"condemn", "denounce", "reject", "oppose", "welcome", "commend", "praise", "applaud", "deplore", "criticize"}
    | {"criticise", "hail", "laud", "support", "back", "dismiss", "defend"}
)


def is_judged(s: Sentence, i: int) -> bool:
    """Whether "it" is what the sentence takes sides on: "rejected the plan as it hurt X", "saying it hurt X"."""
    verb = s.words[s.words[i].head]
    saying = s.words[verb.head] if verb.dep == "ccomp" else verb
    reason = saying is not verb or any(
        s.words[m].lemma in ("as", "because", "since") for m in s.all_children(verb.i, "mark")
    )
    side = s.words[saying.head]
    thing = s.child(side.i, "dobj")
    told = saying.dep == "advcl" and (saying is verb or saying.tag == "VBG") and reason
    return told and side.lemma in TAKING_SIDES and thing is not None and side.i < thing < i


def is_i(mention: Mention) -> bool:
    """Whether a mention is the author in the first person, whom "he" never means."""
    return KINDS.get(mention.text.lower()) == "author"


def is_thing(mention: Mention) -> bool:
    """Whether "it" can stand for the mention: a thing, which is not spoken of as "we"; "Tata Group" is one."""
    firm = mention.type in PLURAL and mention.name.endswith(" Group")
    thing = firm or mention.type not in (*PEOPLE, *PLURAL, EntityType.ROLE)
    return thing and KINDS.get(mention.text.lower()) != "voice"


def is_suffered(noun: Word) -> bool:
    """Whether a noun is what is done to its owner: "its conclusion"; conclusions are the owner's own."""
    return noun.lemma in cues()["nouns.suffered"] and noun.tag != "NNS"


def harms(s: Sentence, i: int) -> bool:
    """Whether what a pronoun owns is the object of a verb of harm: nobody attacks what is its own."""
    at = i
    while s.words[at].head != at and s.words[at].pos != "VERB":
        at = s.words[at].head
    crossed = s.words[at].lemma in CROSSING and s.words[s.words[i].head].lemma in GROUNDS
    return (crossed or s.words[at].lemma in cues()["verbs.harming"] | {"deny", "refuse"}) and at < i


# What one does to the ground of others: "said that a jet had entered its airspace".
CROSSING = ("enter", "cross", "penetrate", "overfly")
GROUNDS = ("airspace", "water", "waters", "border", "territory", "soil")


def is_body_between(s: Sentence, one: Mention, i: int) -> bool:
    """Whether a body of people is named between a mention and the pronoun at word i: "he said that Hamas … they"."""
    kinds = (EntityType.ORGANIZATION, EntityType.GROUP)
    named = (w for w in s.words[:i] if (w.name.type in kinds if w.name is not None else w.label == "ORG"))
    bodies = (w.start for w in named)
    return s.words[i].tag == "PRP" and any(start > one.span.start for start in bodies)


def is_acted_on(s: Sentence, i: int) -> bool:
    """Whether a noun is the object of the main verb, or to whom it gives: not "in both countries"."""
    word = s.words[i]
    prep = s.words[word.head]
    verb = s.words[prep.head] if word.dep == "pobj" and prep.lemma == "to" else prep
    verb = s.words[verb.head] if verb.pos == "NOUN" and verb.dep == "dobj" else verb  # "gave assistance to both"
    main = verb.pos == "VERB" and verb.dep in ("ROOT", "conj") and verb.i < i
    return main and (word.dep in ("dobj", "dative") or (word.dep == "pobj" and prep.lemma == "to"))


# Behind "you": who presides over an assembly is spoken to.
PRESIDING = re.compile(r", (?:Mr\.?|Mister|Madame?) President\b|,? sir\b", re.IGNORECASE)


def is_to_chair(s: Sentence, i: int) -> bool:
    """Whether "you" at word i is who presides: "I congratulate you, Madam President", "your predecessor"."""
    word = s.words[i]
    if word.tag == "PRP$":
        return s.words[word.head].lemma == "predecessor"
    return PRESIDING.match(s.text, word.end) is not None


def speaks_as_we(sentence: Sentence) -> bool:
    """Whether somebody speaks as "we" in a sentence."""
    return any(KINDS.get(word.text.lower()) == "voice" for word in sentence.words)

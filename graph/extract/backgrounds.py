"""What a text tells by the way, amid what somebody says: "X said it would close the port, which opened in 2019".

An aside between commas is the text's own word, unless it is quoted or stands in the tenses of reported speech.
"""

from graph.extract.discourse import Discourse
from graph.extract.parse import Sentence
from graph.extract.pronouns import KINDS

SET_OFF = (",", "–", "—", "(", "and", "but")  # "which X owns but which Y holds"
SHIFTED = ("had", "'d")  # "said it had met the envoy, who had come from Lima": told back as well
OWN = ("voice", "author")  # "we", "I"


def is_background(discourse: Discourse, s: Sentence, verb: int) -> bool:
    """Whether a clause on a noun is an aside of the text's own, no part of what it reports."""
    word = s.words[verb]
    if word.dep != "relcl" and not (word.dep == "acl" and word.tag == "VBN"):
        return False
    first = min(i for i in s.subtree(verb) if i > word.head) if verb > word.head else 0
    if not first or s.words[first - 1].text not in SET_OFF:
        return False
    told = [w for w in s.words[first : verb + 1] if w.head == verb]
    if any(w.tag == "MD" or w.text.lower() in SHIFTED or KINDS.get(w.text.lower()) in OWN for w in told):
        return False
    quoted = any(start <= s.words[first].start < end for start, end in discourse.quotes)
    return not quoted and not any(w.tag == "``" for w in s.words[:first])

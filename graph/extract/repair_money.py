"""Mends in a parse: the codes of currencies before sums."""

from dataclasses import replace

from graph.extract.trees import Words, hand_over, where

CODES = ("EUR", "USD", "GBP", "CNY", "RMB", "JPY", "INR", "AUD", "CAD", "CHF", "NOK", "SEK", "DKK", "NZD", "AED", "SAR")


@where([code.lower() for code in CODES], "CD")
def mend_codes(words: Words) -> Words:
    """A code before a number tells which money it is, and receives nothing: "provided EUR 3 billion to X"."""
    for code in words[:-1]:
        number = words[code.i + 1]
        if code.text not in CODES or number.tag != "CD" or code.name is not None:
            continue
        total = number
        while words[total.head].tag == "CD" and total.head > total.i:
            total = words[total.head]
        if total.head == code.i:
            words[total.i] = replace(total, head=code.head if code.head != code.i else total.i, dep=code.dep)
        hand_over(words, code.i, total.i)
        words[code.i] = replace(code, head=total.i, dep="quantmod", tag="$", pos="SYM")
    return words

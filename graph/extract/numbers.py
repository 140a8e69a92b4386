"""Numbers in words and digits."""

import re

UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = {w: i for i, w in enumerate(UNITS)} | {w: 10 * i for i, w in enumerate(TENS, start=2)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
SHORT_SCALES = ("m", "bn", "tn", "k", "mn")  # scales as they are written in one with a number: "$900m"
# Codes of currencies.
CODES = ("EUR", "USD", "GBP", "CNY", "RMB", "JPY", "INR", "AUD", "CAD", "CHF", "NOK", "SEK", "DKK", "NZD", "AED", "SAR")


def find_number(text: str) -> int | None:
    """The whole number that words or digits write ("eighty-two", "1,000", "two hundred and six"), or None."""
    digits = text.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    total = current = 0
    for word in re.split(r"[\s-]+", text.lower()):
        if word in NUMBERS:
            if current % 100 and not (current % 10 == 0 and NUMBERS[word] < 10):
                return None  # "one two" writes no number
            current += NUMBERS[word]
        elif word in SCALES:
            current = (current or 1) * SCALES[word]
            if SCALES[word] > 100:
                total, current = total + current, 0
        elif word != "and":
            return None
    return total + current if total + current or text.lower() == "zero" else None

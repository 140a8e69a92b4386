"""Offices that few states call so: who holds one speaks for one of these, "Bundesministerin Anna Lund"."""

import re

# Each with the codes of its states.
STATE_OFFICES = {
    re.compile(r"\bBundes(?:minister|kanzler)(?:in)?\b"): ("DE", "AT"),
    re.compile(r"\bBundespr[äa]sident(?:in)?\b"): ("DE", "AT", "CH"),
    re.compile(r"\bBundes(?:rat|rätin)\b"): ("CH",),
    re.compile(r"\b(?:Taoiseach|Tánaiste)\b"): ("IE",),
}
ANY_STATE_OFFICE = "|".join(office.pattern for office in STATE_OFFICES)

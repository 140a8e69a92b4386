"""Whose government's site an address is on."""

from urllib.parse import urlsplit

# Second-level domains under which governments publish: "gov.uk", "gob.mx", "gouv.fr", "go.jp", "gc.ca".
STATE_DOMAINS = ("gov", "govt", "gob", "gouv", "gub", "go", "gc", "mil")


def state_code(address: str) -> str:
    """The country code of the government on whose site an address is: "…gov.uk", "…gob.mx"; ".gov" is American.

    Country codes are those of ISO 3166-1, as the root zone has them; ".uk" is the one that differs. Empty where the
    address is no government's.
    """
    labels = (urlsplit(address).hostname or "").lower().split(".")
    if labels[-1] in ("gov", "mil"):
        return "US"
    if len(labels) > 2 and labels[-2] in STATE_DOMAINS:
        return "GB" if labels[-1] == "uk" else labels[-1].upper()
    return ""

"""Capitals, which stand for the states they are the capitals of: "Lima announced that"."""

from functools import cache

from graph.extract.gazetteer import plain


@cache
def capitals() -> dict[str, str]:
    """The code of the country whose capital a city is, by its name in plain letters; of countryinfo's countries."""
    from countryinfo import all_countries

    found: dict[str, set[str]] = {}
    for country in all_countries():
        info = country.info()
        told: str | list[str] = info.get("capital") or []
        for city in [told] if isinstance(told, str) else told:  # some have several
            found.setdefault(plain(city), set()).add(info["ISO"]["alpha2"])
    return {city: codes.pop() for city, codes in found.items() if len(codes) == 1}

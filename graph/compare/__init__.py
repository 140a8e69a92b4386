"""A dataset comes in; what an analyst must settle or wants to know of two texts goes out.

`statements.py` reads claims with their sentences; `diff.py` compares two sides of them; `doubts.py` lists what a human
should look at; `render.py` puts differences into words, JSON and RDF.
"""

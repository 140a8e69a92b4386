"""Documents, entities and claims come in; RDF triples, Turtle, N-Triples, JSON lines and a spreadsheet go out.

The IRIs are made in `names.py`, the terms are described in `vocabulary.ttl`, the duties of the data in `shapes.ttl`.
Start reading at `make_triples` in `triples.py`.
"""

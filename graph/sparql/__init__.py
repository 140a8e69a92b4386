"""RDF triples come in, from memory or from a build's output folder; answers to SPARQL queries go out.

`store.py` holds the triples, `query.py` checks and runs a query, `queries/` holds the saved ones.
Start reading at `run_query` in `query.py`.
"""

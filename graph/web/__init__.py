"""In: a store of claims, read by SPARQL only. Out: a networkx network, and one HTML page that needs nothing else.

Start at page.py; frontend/ is the page itself, and frontend/data.js the one way it reads its data.
"""

"""In: documents. Out: entities, and claims tied to the sentences that state them.

Start at `read_claims` in `pipeline.py`: names → parse → extractions → entities → claims, one file each.
The only folder that imports spaCy.
"""

"""Sources come in, many or few; a build's files go out, and what the next build can take up again is kept.

In the order of the work: `reading.py` (one source → what it says, anywhere), `shards.py` (many of them, in
processes), `keep.py` (what is kept), `link.py` (what all say, linked), `statements.py` (one document's part in that),
`publish.py`, `tables.py` and `page.py` (the files, streamed). `processes.py` holds the processes that all of them use.
"""

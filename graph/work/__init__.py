"""Sources come in, many or few; a build's files go out, and what the next build can take up again is kept.

In the order of the work: `reading.py` (one source → what it says, anywhere), `shards.py` (many of them, in
processes), `keep.py` (what is kept), `link.py` (what all say, linked), `publish.py` (the files, streamed).
"""

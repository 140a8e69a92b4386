"""In: files and folders (plain text, Markdown with YAML front matter).
Out: `Document`, each with the passages to read and the way back to every character of its original text.
Start reading in `read.py`; then `passages.py` (blocks and kinds), `layout.py`, `marks.py`, `heading.py`, `front.py`.
"""  # noqa: D205

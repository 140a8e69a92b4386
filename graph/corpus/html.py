"""Web pages, through trafilatura: the main content only, with title, author and date where the page tells them."""

import logging
import re

from graph.corpus.formats import Extracted
from graph.errors import CorpusError

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def extract(data: bytes, *, name: str) -> Extracted:
    """Return a page's main content as Markdown, without menus, notices and comments.

    Raises `CorpusError` where the bytes are no web page or hold no main content.
    """
    from trafilatura import bare_extraction
    from trafilatura import extract as extract_markdown
    from trafilatura.settings import use_config

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what matters of its warnings is told below
    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    told = bare_extraction(data, with_metadata=True, include_comments=False, config=config)
    text = extract_markdown(data, output_format="markdown", include_comments=False, config=config)
    if told is None or isinstance(told, dict) or not text:
        raise CorpusError(f"{name}: has no main content that can be told from its menus: save the article alone")
    found = told.as_dict()
    date = _DATE.match(found.get("date") or "")
    return Extracted(
        text=text + "\n",
        title=found.get("title") or None,
        author=found.get("author") or None,
        published=date[0] if date else None,
        source=found.get("url") or None,
        markdown=True,
    )

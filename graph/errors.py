"""Every error a user can meet, in one tree.

    GraphError        anything the user can put right
      CorpusError     a source cannot be read as text
      ModelError      the spaCy model is missing or another one
      RuleError       a gazetteer, rule or vocabulary entry is wrong
      QueryError      a SPARQL query is wrong, not read-only, or over its limits
        RefusedError  a SPARQL query would write, or call another server
      StoreError      the dataset is missing or damaged, or the output folder or an address refuses
        AwayError     an endpoint does not answer, or breaks off: a later try may go well

Each message is one line that says what is wrong, where, and what to do.
Our own mistakes stay `ValueError` and `TypeError`.
"""


class GraphError(Exception):
    """Anything the user can put right; the command line shows it in one line and exits 1."""


class CorpusError(GraphError):
    """A source cannot be read as text (the message names the file and what was expected)."""


class ModelError(GraphError):
    """The spaCy model is missing or another one (the message names what to install)."""


class RuleError(GraphError):
    """A gazetteer, rule or vocabulary entry is wrong (the message names the file and the line or key)."""


class QueryError(GraphError):
    """A SPARQL query is wrong, not read-only, or over its limits (the message names line and column)."""


class RefusedError(QueryError):
    """A SPARQL query would write, or call another server (the message names line and column)."""


class StoreError(GraphError):
    """The dataset is missing or damaged, or a folder or address refuses (the message names the path or address)."""


class AwayError(StoreError):
    """An endpoint does not answer, or breaks off, or says that it cannot now: a later try may go well."""

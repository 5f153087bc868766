"""A typed name -> a record: the ladder from exact to spelling; or suggestions.

Exact name, code, alias or form answers. What is composed of a state's own name and designators, and a
near-certain misspelling (which is marked), answer too (`readings.py`). Anything else suggests: a wrong
answer is worse than none.
"""

from __future__ import annotations

from treatycli.folding import LONGEST, fold
from treatycli.records import Decoy
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.package import Package

__all__ = ("LONGEST", "SECTION", "SUGGESTIONS", "Found", "Key", "Missed", "fold", "found", "resolve")

SECTION = "names_by_fold"
SUGGESTIONS = 5
_ECHOED = 40
_RANKS = {"id": 0, "name": 0, "code": 1, "alias": 2, "form": 2, "ambiguous": 3}
_RANKS |= {"adjective": 4, "cldr": 5, "namesake": 6}


class Key(Record):
    """A way to name a record: the folded name, the table and key of the record, how, and as written."""

    folded: str
    table: str
    id: str
    how: str
    label: str


class Found(Record):
    """What a name leads to. `matched` is id, name, code, alias, form or spelling."""

    key: Key
    matched: str
    namesakes: tuple[Key, ...] = ()


class Missed(Record):
    """What a name does not lead to: candidates that it fits alike, or suggestions, best first."""

    typed: str
    ambiguous: bool
    suggestions: tuple[Key, ...]


def resolve(package: Package, typed: str, table: str, *, exact: bool = False) -> Found | Missed:
    """Find the record of a table that a typed name means.

    `table` is `terms` or `states`; areas answer with the states. `exact` turns spelling off. Of a text
    longer than any name only the beginning is given back.
    """
    if len(typed) > LONGEST:
        return Missed(typed[:_ECHOED] + "…", False, ())
    folded, tables = fold(typed), _tables(table)
    meant = _known(package, typed, folded, tables)
    if meant is not None:
        return meant
    if not folded:
        return Missed(typed, False, ())
    from treatycli import readings

    how, lines = readings.read(package, typed, tables, spelled=not exact)
    if how:
        return Found(Key(*lines[0]), how)
    return Missed(typed, False, tuple(Key(*line) for line in lines[:SUGGESTIONS]))


def found(package: Package, typed: str, table: str) -> Found | None:
    """Find the record that a typed name means, as `resolve` does with `exact`; None where it misses.

    Much cheaper on a miss: nothing is looked for that might be suggested instead.
    """
    if len(typed) > LONGEST:
        return None
    folded, tables = fold(typed), _tables(table)
    meant = _known(package, typed, folded, tables)
    if meant is not None or not folded:
        return meant if isinstance(meant, Found) else None
    from treatycli import readings

    how, lines = readings.certain(package, typed, tables)
    return Found(Key(*lines[0]), how) if how else None


def _tables(table: str) -> tuple[str, ...]:
    return ("states", "areas") if table == "states" else (table,)


def _known(package: Package, typed: str, folded: str, tables: tuple[str, ...]) -> Found | Missed | None:
    """Return what a name that the tables hold leads to; None for one that they do not."""
    keys = [Key(*cells) for cells in package.linked(SECTION, folded)] if folded else []
    keys = [key for key in keys if key.table in tables and (key.how != "code" or _may_be_code(typed))]
    if all(key.how == "namesake" for key in keys):
        return None
    best = min(_RANKS[key.how] for key in keys)
    first = [key for key in keys if _RANKS[key.how] == best]
    if first[0].how == "cldr" and typed == folded and package.find(Decoy, folded):
        return Missed(typed, False, tuple(first))
    if len({key.id for key in first}) == 1 and first[0].how != "ambiguous":
        how = "alias" if first[0].how in ("adjective", "cldr") else first[0].how
        return Found(first[0], how, tuple(k for k in keys if k.id != first[0].id))
    # One state alone is suggested for a part of it, which is no state: `Gaza`, `Greenland`.
    return Missed(typed, len({key.id for key in first}) > 1, tuple(first))


def _may_be_code(typed: str) -> bool:
    """Tell whether a text has none but plain letters: `Áo` is Austria in Vietnamese, and no code."""
    return typed.isascii() or not any(c.isalpha() and not c.isascii() for c in typed)

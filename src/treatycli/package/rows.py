"""Rows as they stand in files: what the reader makes, the rules check and the sections arrange."""

from __future__ import annotations

from treatycli import dates
from treatycli.values import split_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.values import Row


class Line:
    """A row as it stands in a file: its cells in the order of the record, its key, its place.

    `sealed` says that the row is one of ours, checked before; `number` is its line in the file, from 1.
    """

    __slots__ = ("by_field", "cells", "key", "number", "row", "sealed")

    def __init__(self, row: type[Row], cells: Sequence[str], number: int, *, sealed: bool = False) -> None:
        self.row, self.cells, self.number, self.sealed = row, tuple(cells), number, sealed
        self.by_field = dict(zip(row.FIELDS, self.cells, strict=True))
        self.key = tuple([self.by_field[name] for name in row.KEY])

    @property
    def file(self) -> str:
        """The name of the table's file."""
        return self.row.TABLE + ".csv"

    def list_of(self, field: str) -> tuple[str, ...]:
        """Return the items of a list cell."""
        return split_list(self.by_field[field])


Table = dict[tuple[str, ...], Line]
"""The rows of a table by primary key, in the order of the file."""
Tables = dict[str, Table]
"""The tables of a package by name."""
Meta = dict[str, str]
"""What `datapackage.json` says, checked: name, title, version, as_of, and what else is known of it."""


def laid(ours: Table, theirs: Table) -> Table:
    """Return a table of ours with the rows of an overlay: one with the key of ours stands in its place.

    So does an act of a state whose date is more precise than ours (`2026-03-10` for `2026-02-04/2026-11-23`):
    it is the same act, though its date is part of the key.
    """
    kept = ours
    if theirs and next(iter(theirs.values())).row.TABLE == "actions":
        known = [(*line.key[:3], line.by_field["date"]) for line in theirs.values()]
        vague = {
            key
            for key, line in ours.items()
            if any(key[:3] == tuple(act) and _is_within(day, line.by_field["date"]) for *act, day in known)
        }
        kept = {key: line for key, line in ours.items() if key not in vague}
    return {**kept, **theirs}


def _is_within(date: str, bounds: str) -> bool:
    """Tell whether a date is more precise than another and agrees with it."""
    if not dates.is_date(date) or not dates.is_date(bounds):
        return False
    first, last = dates.first(bounds), dates.last(bounds)
    start, end = dates.first(date), dates.last(date)
    return first <= start and end <= last and (first, last) != (start, end)

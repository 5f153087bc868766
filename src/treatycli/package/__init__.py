"""The data package as lookups see it: rows as records, and lines that lead to them.

Three ways in, one way out. Beside our CSV tables lies an index compiled from them (`index.py`), so
that a lookup reads a few lines; a small overlay is laid over it (`overlay.py`); a package of its own,
a large overlay, and ours without an index are read whole into memory (`directory.py`). `Package`
answers alike from each.
"""

from __future__ import annotations

from treatycli.answers import DataError
from treatycli.package.index import BUNDLED, fresh, meta_of
from treatycli.records import Event, Fact
from treatycli.values import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, Protocol, TypeVar

    R = TypeVar("R", bound=Row)
    T = TypeVar("T")

    class Backend(Protocol):
        """Where lines come from: an index, an overlay laid over it, or tables in memory."""

        def all(self, section: str, holding: str = "") -> list[list[str]]: ...
        def count(self, section: str) -> int: ...
        def find(self, section: str, key: str) -> list[list[str]]: ...
        def starting(self, section: str, prefix: str) -> list[list[str]]: ...


__all__ = ["BUNDLED", "Package", "open_package"]


class Package:
    """The tables of a data package, and the sections made from them.

    `meta` is what `datapackage.json` says; `notes` are what a reader of the answer should know about
    the files: those that look like a table and were not read.
    """

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self.notes: tuple[str, ...] = getattr(backend, "notes", ())
        self._memory: dict[tuple[str, ...], Any] = {}
        self.meta = meta_of(backend.all("meta"))

    @property
    def version(self) -> str:
        """The version of the data, as in `datapackage.json`."""
        return self.meta["version"]

    @property
    def as_of(self) -> str:
        """The day (ISO 8601) up to which the data was compiled."""
        return self.meta["as_of"]

    @property
    def not_known(self) -> tuple[str, ...]:
        """What the package says that it does not know."""
        return tuple(self.meta["not_known"].split("\n")) if "not_known" in self.meta else ()

    def all(self, record: type[R], **having: str | Callable[[str], bool]) -> list[R]:
        """Return every row of the record's table, sorted by what it is found by.

        `having` are columns with a cell as it stands in the table, or with what tells of a cell whether it
        will do: only rows that have them all. The cells are looked at before a record is made, which costs
        more than to read a row.
        """
        names = list(record.FIELDS)
        rows = self.backend.all(record.TABLE, next((c for c in having.values() if isinstance(c, str)), ""))
        for name, cell in having.items():
            at = names.index(name)
            if isinstance(cell, str):
                rows = [row for row in rows if row[at] == cell]
            else:
                rows = [row for row in rows if cell(row[at])]
        return [record.from_cells(row) for row in rows]

    def count(self, record: type[R]) -> int:
        """Return how many rows the record's table has."""
        return self.backend.count(record.TABLE)

    def find(self, record: type[R], key: str) -> list[R]:
        """Return the rows found by `key`: a state's actions, a term's forms, a source."""
        return [record.from_cells(cells) for cells in self.backend.find(record.TABLE, key)]

    def one(self, record: type[R], key: str) -> R | None:
        """Return the row with this key, or None."""
        rows = self.find(record, key)
        return rows[0] if rows else None

    def get(self, record: type[R], key: str) -> R:
        """Return the row with this key, which another row refers to; DataError if it is not there."""
        row = self.one(record, key)
        if row is None:
            raise _missing(record.TABLE, key)
        return row

    def many(self, record: type[R], keys: Sequence[str]) -> tuple[R, ...]:
        """Return the rows with these keys, in their order."""
        return tuple(self.get(record, key) for key in keys)

    def fact(self, key: str) -> Fact:
        """Return the fact with this id; DataError if there is none."""
        for _, subject in self.backend.find("facts_by_id", key):
            for cells in self.backend.find(Fact.TABLE, subject):
                if cells[0] == key:  # of a hundred facts about the world only one becomes a record
                    return Fact.from_cells(cells)
        raise _missing(Fact.TABLE, key)

    def events_of(self, iso3: str) -> list[Event]:
        """Return the events that name a state."""
        return [self.get(Event, key) for _, key in self.backend.find("events_by_state", iso3)]

    def remembered(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """Return what was made for this key before in this process, or make it: it will not change."""
        if key not in self._memory:
            self._memory[key] = make()
        value: T = self._memory[key]
        return value

    def linked(self, section: str, key: str) -> list[list[str]]:
        """Return the lines of a derived section (`names_by_fold`, `events_by_state`, ...) for a key."""
        return self.backend.find(section, key)

    def starting(self, section: str, prefix: str) -> list[list[str]]:
        """Return the lines of a derived section whose key starts so, sorted by key."""
        return self.backend.starting(section, prefix)

    def listed(self, section: str) -> list[list[str]]:
        """Return all the lines of a derived section."""
        return self.backend.all(section)


def _missing(table: str, key: str) -> DataError:
    from treatycli.package.codes import fault

    message = f"there is no row {key!r}, to which another row refers"
    return DataError(fault("E301", table + ".csv", 1, message))


def open_package(overlay: str | None = None) -> Package:
    """Open our data package, or the directory `overlay`, or ours with that laid over it.

    A directory with a `datapackage.json` is a package of its own; one without is an overlay, whose
    rows replace or add. Raises DataError with every problem found; nothing is half-loaded.
    """
    index = fresh(BUNDLED)
    if index is not None and overlay is None:
        return Package(index)
    if index is not None and overlay is not None:
        from treatycli.package.overlay import lay

        laid = lay(index, overlay)
        if laid is not None:
            return Package(laid)
    from treatycli.package import directory

    return Package(directory.load(overlay))

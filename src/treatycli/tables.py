"""Reads the data package (bundled, or with an overlay) into records.

Two ways in, one way out. Beside the bundled CSV tables lies an index compiled from them
(`indexing.py`): sections of sorted lines, in which a key is found by bisection, so that a lookup
reads a few lines and not two megabytes. Without a fresh index, or with an overlay, the tables
themselves are read, checked and held in memory (`loading.py`). `Package` answers alike from both.
"""

from __future__ import annotations

import os
from binascii import crc32

from treatycli.records import Fact, Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, Protocol, TypeVar

    R = TypeVar("R", bound=Row)
    T = TypeVar("T")

    class Backend(Protocol):
        """Where rows come from: an index file or tables in memory."""

        def all(self, section: str) -> list[list[str]]: ...
        def find(self, section: str, key: str) -> list[list[str]]: ...
        def starting(self, section: str, prefix: str) -> list[list[str]]: ...
        def verify(self, section: str) -> None: ...


BUNDLED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
INDEX = "treaty.index"
MAGIC = b"treaty-index 2\n"


from treatycli.answers import DataError as _DataError
from treatycli.answers import Problem as _Problem


def DataError(*problems):
    made = []
    for line in problems:
        file, number, code, message = line.split(":", 3)
        made.append(
            _Problem(code.strip(), message.strip(), "See docs/data-checks.md", (), 2, file, int(number))
        )
    return _DataError(*made)


class Package:
    """The tables of a data package, and the indexes made from them."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._memory: dict[tuple[str, ...], Any] = {}
        self.meta: dict[str, str] = dict(backend.all("meta"))

    notes: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The version of the data, as in `datapackage.json`."""
        return self.meta["version"]

    @property
    def as_of(self) -> str:
        """The day (ISO 8601) up to which the data was compiled."""
        return self.meta["as_of"]

    def all(self, record: type[R]) -> list[R]:
        """Return every row of the record's table, sorted by what it is found by."""
        return [record.from_cells(cells) for cells in self._backend.all(record.TABLE)]

    def find(self, record: type[R], key: str) -> list[R]:
        """Return the rows found by `key`: a state's actions, a term's forms, a source."""
        return [record.from_cells(cells) for cells in self._backend.find(record.TABLE, key)]

    def one(self, record: type[R], key: str) -> R | None:
        """Return the row with this key, or None."""
        rows = self.find(record, key)
        return rows[0] if rows else None

    def get(self, record: type[R], key: str) -> R:
        """Return the row with this key, which another row refers to; DataError if it is not there."""
        row = self.one(record, key)
        if row is None:
            raise DataError(f"{record.TABLE}.csv:1: E301: no row {key!r}, to which another row refers")
        return row

    def many(self, record: type[R], keys: Sequence[str]) -> tuple[R, ...]:
        """Return the rows with these keys, in their order."""
        return tuple(self.get(record, key) for key in keys)

    def remembered(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """Return what was made for this key before in this process, or make it: it will not change."""
        if key not in self._memory:
            self._memory[key] = make()
        found: T = self._memory[key]
        return found

    def linked(self, section: str, key: str) -> list[list[str]]:
        """Return the lines of a derived section (`names_by_fold`, `events_by_state`, ...) for a key."""
        return self._backend.find(section, key)

    def starting(self, section: str, prefix: str) -> list[list[str]]:
        """Return the lines of a derived section whose key starts so, sorted by key."""
        return self._backend.starting(section, prefix)

    def fact(self, key: str) -> Fact:
        """Return the fact with this id; DataError if there is none."""
        for _, subject in self._backend.find("facts_by_id", key):
            for fact in self.find(Fact, subject):
                if fact.id == key:
                    return fact
        raise DataError(f"facts.csv:1: E301: no row {key!r}, to which another row refers")

    def listed(self, section: str) -> list[list[str]]:
        """Return all the lines of a derived section."""
        return self._backend.all(section)

    def verify(self, section: str) -> None:
        """Make sure that a miss in this section is a miss and not a damaged file; DataError if it is."""
        self._backend.verify(section)


class Index:
    """A compiled index file: `treaty-index 2`, a directory of sections, then sorted lines."""

    def __init__(self, path: str) -> None:
        import mmap

        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head, _, _ = self._map[: 1 << 13].partition(b"\n\n")
        if not head.startswith(MAGIC):
            raise ValueError("not an index of this version")
        self.stamps: list[tuple[str, int, int]] = []
        self._sections: dict[str, tuple[int, int, int]] = {}
        self._verified: set[str] = set()
        base = len(head) + 2
        for line in head.decode().split("\n")[1:]:
            kind, name, *numbers = line.split("\t")
            if kind == "file":
                self.stamps.append((name, int(numbers[0]), int(numbers[1])))
            else:
                start, end, crc = map(int, numbers)
                self._sections[name] = (base + start, base + end, crc)

    def is_fresh(self, directory: str, index_time: int) -> bool:
        """Tell whether the index was compiled from the tables that lie in the directory now.

        A table of the recorded size that is not newer than the index is taken as unchanged; a newer
        one (an edit, a checkout) is read and compared by its checksum.
        """
        for name, size, crc in self.stamps:
            path = os.path.join(directory, name)
            stat = os.stat(path)
            if stat.st_size != size:
                return False
            if stat.st_mtime_ns > index_time:
                with open(path, "rb") as file:
                    if crc32(file.read()) != crc:
                        return False
        return True

    def all(self, section: str) -> list[list[str]]:
        self.verify(section)
        start, end, _ = self._sections[section]
        block = self._map[start:end]
        return [line.split("\t")[1:-1] for line in block.decode().split("\n")[:-1]]

    def find(self, section: str, key: str) -> list[list[str]]:
        return self._starting(section, key.encode("utf-8", "surrogateescape") + b"\t")

    def starting(self, section: str, prefix: str) -> list[list[str]]:
        return self._starting(section, prefix.encode("utf-8", "surrogateescape"))

    def _starting(self, section: str, prefix: bytes) -> list[list[str]]:
        low, end, _ = self._sections[section]
        high = end
        lines = self._map
        while low < high:
            middle = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if lines[middle : middle + len(prefix)] < prefix:
                low = lines.find(b"\n", middle, end) + 1
            else:
                high = middle
        rows = []
        while low < end and lines[low : low + len(prefix)] == prefix:
            stop = lines.find(b"\n", low, end)
            line, _, crc = lines[low:stop].rpartition(b"\t")
            if b"%08x" % crc32(line) != crc:
                raise self._damaged()
            rows.append(line.decode().split("\t")[1:])
            low = stop + 1
        return rows

    def verify(self, section: str) -> None:
        start, end, crc = self._sections[section]
        if section not in self._verified and crc32(self._map[start:end]) != crc:
            raise self._damaged()
        self._verified.add(section)

    @staticmethod
    def _damaged() -> DataError:
        return DataError(
            f"{INDEX}:1: E110: the index is damaged. Reinstall treatycli, or delete the file:"
            " the tables are then read instead"
        )


def _fresh_index(directory: str) -> Index | None:
    path = os.path.join(directory, INDEX)
    try:
        index = Index(path)
        return index if index.is_fresh(directory, os.stat(path).st_mtime_ns) else None
    except (OSError, ValueError):
        return None


def open_package(overlay: str | None = None) -> Package:
    """Open the bundled data package, or the directory `overlay`, or the bundled one with it laid over.

    A directory with a `datapackage.json` is a package of its own; one without is an overlay, whose
    rows replace or add. Raises DataError with every problem found; nothing is half-loaded.
    """
    directory = overlay or BUNDLED
    index = _fresh_index(directory)
    if index is not None:
        return Package(index)
    from treatycli import loading

    return Package(loading.load(overlay))

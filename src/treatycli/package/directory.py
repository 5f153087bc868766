"""Reads whole directories of tables, lays an overlay over ours, checks, and holds the rows in memory.

The slow way in: for a package of somebody's own, for a large overlay, for ours without an index, for
`treaty data check`, and for making the index. Nothing is half-loaded.
"""

from __future__ import annotations

import os

from treatycli.answers import DataError
from treatycli.package import checks, sections
from treatycli.package.codes import fault
from treatycli.package.csvs import read_table
from treatycli.package.descriptor import DESCRIPTOR, read_descriptor
from treatycli.package.files import MAX_FILE, read_file
from treatycli.package.index import BUNDLED
from treatycli.package.rows import laid
from treatycli.package.strays import table_files
from treatycli.records import ROWS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from treatycli.answers import Problem
    from treatycli.package.rows import Meta, Tables

MAX_ROWS = 50_000
"""The most lines that are read of all tables of a directory together."""
SUMS = "SHA256SUMS"
TABLES = tuple(row.TABLE for row in ROWS)
COMMON = ("areas", "decoys", "names", "states", "tiles")
"""Tables about the world and not about a treaty: a package of its own may leave them out."""


class Memory:
    """The sections of tables, each made when it is first asked for. Answers as `Index` does."""

    def __init__(self, tables: Tables, meta: Meta, notes: tuple[str, ...] = ()) -> None:
        self.tables, self.meta, self.notes = tables, meta, notes
        self._sections: dict[str, dict[str, list[list[str]]]] = {}

    def _section(self, name: str) -> dict[str, list[list[str]]]:
        if name not in self._sections:
            by_key: dict[str, list[list[str]]] = {}
            for key, cells in sections.section(name, self.tables, self.meta):
                by_key.setdefault(key, []).append(list(cells))
            self._sections[name] = by_key
        return self._sections[name]

    def all(self, section: str, holding: str = "") -> list[list[str]]:
        """Return the cells of every line of a section; those without a cell `holding` may be left out."""
        return [cells for rows in self._section(section).values() for cells in rows]

    def count(self, section: str) -> int:
        """Return how many lines a section has."""
        return sum(map(len, self._section(section).values()))

    def find(self, section: str, key: str) -> list[list[str]]:
        """Return the cells of the lines with this key."""
        return self._section(section).get(key, [])

    def starting(self, section: str, prefix: str) -> list[list[str]]:
        """Return the cells of the lines whose key starts so."""
        by_key = self._section(section)
        return [cells for key, rows in by_key.items() if key.startswith(prefix) for cells in rows]


def load(overlay: str | None = None) -> Memory:
    """Read and check our package, or a package or overlay in the directory `overlay`.

    Raises DataError with every problem found; warnings do not count.
    """
    memory, problems = survey(overlay)
    errors = [problem for problem in problems if problem.code.startswith("E")]
    if errors:
        raise DataError(*errors)
    return memory


def survey(overlay: str | None = None) -> tuple[Memory, list[Problem]]:
    """Read the tables and say everything that is wrong with them, warnings too.

    Raises DataError where there is no directory to read.
    """
    if overlay is not None and is_package(overlay):
        return _own_package(overlay)
    problems: list[Problem] = []
    theirs: list[Problem] = []
    added, strays = read_overlay(overlay, theirs) if overlay is not None else ({}, [])
    tables, meta = _ours(problems, checked=overlay is not None)
    problems += theirs
    if overlay is not None:
        tables = {name: laid(table, added.get(name, {})) for name, table in tables.items()}
        if meta:
            meta = {**meta, "version": meta["version"] + "+overlay"}
    if not problems:
        problems += checks.check(tables)
    return Memory(tables, meta, notes_of(strays)), [*problems, *strays]


def _own_package(directory: str) -> tuple[Memory, list[Problem]]:
    """Read a package of somebody's own; of ours only the tables about the world that it leaves out."""
    problems: list[Problem] = []
    ours, _ = _ours(problems, checked=True, wanted=COMMON)
    theirs, strays = read_overlay(directory, problems, known=_sums(BUNDLED))
    data = read_file(directory, DESCRIPTOR, problems)
    meta = read_descriptor(data, problems) if data is not None else {}
    tables = {row.TABLE: theirs.get(row.TABLE, ours.get(row.TABLE, {})) for row in ROWS}
    if not problems:
        problems += checks.check(tables)
    return Memory(tables, meta, notes_of(strays)), [*problems, *strays]


def notes_of(strays: Iterable[Problem]) -> tuple[str, ...]:
    """Return what to say of files that look like a table and were not read."""
    return tuple(f"{stray.file}: {stray.message}. {stray.hint}" for stray in strays)


def is_package(directory: str) -> bool:
    """Tell whether a directory says that it is a package of its own and not an overlay."""
    return os.path.lexists(os.path.join(directory, DESCRIPTOR))


def read_overlay(
    directory: str, problems: list[Problem], known: Mapping[str, str] | None = None
) -> tuple[Tables, list[Problem]]:
    """Return the tables that lie in somebody's directory, and a warning for each file passed over.

    `known` are the checksums of our tables: one that is the same, byte for byte, was checked before.
    Raises DataError where there is no such directory, or no table in it.
    """
    try:
        names, strays = table_files(directory)
    except OSError as error:
        name = os.path.basename(directory.rstrip("/")) or directory
        raise DataError(fault("E101", name, 1, f"no directory that can be read: {error.strerror}")) from None
    if not names and not is_package(directory):
        raise DataError(fault("E101", DESCRIPTOR, 1, "the directory holds no table"), *strays)
    lines = size = 0
    contents: dict[str, bytes] = {}
    for table, name in names.items():
        data = read_file(directory, name, problems)
        if data is None:
            continue
        lines += max(data.count(b"\n"), data.count(b"\r"))
        size += len(data)
        if lines > MAX_ROWS or size > MAX_FILE:
            most = f"{MAX_ROWS:,} lines or {MAX_FILE >> 20} MiB"
            problems.append(fault("E112", name, 1, f"with this file the tables have more than {most}"))
            return {}, strays
        contents[table] = data
    tables: Tables = {}
    for row in ROWS:
        if row.TABLE in contents:
            data = contents[row.TABLE]
            same = known is not None and _digest(data) == known.get(row.TABLE + ".csv")
            tables[row.TABLE] = read_table(row, data, problems, sealed=same)
    return tables, strays


def _ours(problems: list[Problem], *, checked: bool, wanted: Collection[str] = TABLES) -> tuple[Tables, Meta]:
    """Read tables of the bundled package, each file compared with the seal; `checked`: the rows are good."""
    if not os.path.isdir(BUNDLED):
        hint = "Install treatycli with pip or pipx: its tables are files, so it cannot run from a zip"
        raise DataError(fault("E101", os.path.basename(BUNDLED), 1, "our tables are not on disk", hint))
    sums = _sums(BUNDLED)
    tables: Tables = {}
    for row in ROWS:
        if row.TABLE in wanted:
            data = _sealed(row.TABLE + ".csv", sums, problems)
            tables[row.TABLE] = {} if data is None else read_table(row, data, problems, sealed=checked)
    data = _sealed(DESCRIPTOR, sums, problems)
    return tables, {} if data is None else read_descriptor(data, problems)


def _sealed(name: str, sums: Mapping[str, str], problems: list[Problem]) -> bytes | None:
    """Return a file of ours, or None, and a problem, if it is not as it was sealed."""
    refused: list[Problem] = []
    data = read_file(BUNDLED, name, refused, trusted=True)
    problems += [problem.replace(hint="Reinstall treatycli") for problem in refused]
    if data is not None and _digest(data) != sums.get(name):
        problems.append(fault("E109", name, 1, f"the file differs from {SUMS}"))
        return None
    return data


def _sums(directory: str) -> dict[str, str]:
    """Return file name -> SHA-256 of the files of ours; {} if that cannot be read: nothing is then sealed."""
    data = read_file(directory, SUMS, [], trusted=True) or b""
    pairs = [line.split("  ", 1) for line in data.decode("ascii", "replace").splitlines()]
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2}


def _digest(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()

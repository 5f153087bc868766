"""Lays the few rows of an overlay over our compiled index, so that ours need not be read again.

The rows that an overlay touches are gathered, with all that is found by the same thing (a state's
actions, a term's forms), into small tables of their own; lines of our index that belong to them are
left out, and those made from the small tables stand instead. Whatever is not surely right this way
(a broken rule, a row that others rest on) is left to `directory.load`, which reads everything.
"""

from __future__ import annotations

from treatycli.package import checks, sections
from treatycli.package.directory import Memory, is_package, notes_of, read_overlay
from treatycli.package.index import meta_of
from treatycli.package.rows import Line, laid
from treatycli.records import ROWS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatycli.answers import Problem
    from treatycli.package.index import Index
    from treatycli.package.rows import Tables
    from treatycli.values import Row

MOST = 2_000
"""The most rows that are laid over the index; more are read with everything else."""
_BASES = ("areas", "articles", "decoys", "ideas", "sources", "states", "tiles", "treaties")
"""Tables whose rows others rest on, or that no section of ours can be parted by."""
_ADDED = ("areas", "articles", "sources")
"""Those of them to which a new row may be added all the same: nothing of ours rests on it."""
_TOGETHER = (("states", "names"), ("terms", "forms"))
"""Tables whose rows make the names of one thing."""
_TABLES = {row.TABLE: row for row in ROWS}


class Laid:
    """An overlay's rows over the index. Answers as `Index` does."""

    def __init__(self, index: Index, small: Tables, touched: set[tuple[str, str]], overlay: Tables) -> None:
        self._index, self._small, self._touched, self._overlay = index, small, touched, overlay
        self._made: dict[str, list[tuple[str, list[str]]]] = {}
        self._whole: Memory | None = None
        self.notes: tuple[str, ...] = ()
        self._meta = meta_of(index.all("meta"))
        self._meta["version"] += "+overlay"

    def _everything(self) -> Memory:
        """Return all rows in memory: for a section whose lines belong to no single row."""
        if self._whole is None:
            tables = {
                row.TABLE: laid(_read(self._index, row), self._overlay.get(row.TABLE, {})) for row in ROWS
            }
            self._whole = Memory(tables, self._meta)
        return self._whole

    def _owner(self, section: str, cells: list[str]) -> tuple[str, str]:
        place = sections.BY.get(section)
        return sections.OWNERS[section](cells) if place is None else (section, cells[place])

    def _lines(self, section: str) -> list[tuple[str, list[str]]]:
        """Return the lines of a section that the touched rows give."""
        if section not in self._made:
            lines = sections.section(section, self._small, self._meta)
            self._made[section] = [
                (key, list(cells))
                for key, cells in lines
                if self._owner(section, list(cells)) in self._touched
            ]
        return self._made[section]

    def _merged(self, section: str, ours: list[list[str]], prefix: str) -> list[list[str]]:
        place = sections.BY.get(section, 0)
        kept = [cells for cells in ours if self._owner(section, cells) not in self._touched]
        added = [cells for key, cells in self._lines(section) if f"{key}\t".startswith(prefix)]
        if not added:
            return kept
        return sorted(kept + added, key=lambda cells: cells[place].encode("utf-8", "surrogatepass") + b"\t")

    def _is_parted(self, section: str) -> bool:
        return section in sections.BY or section in sections.OWNERS

    def all(self, section: str, holding: str = "") -> list[list[str]]:
        """Return the cells of every line of a section; those without a cell `holding` may be left out."""
        if section == "meta":
            return [list(cells) for _, cells in sections.section(section, {}, self._meta)]
        if not self._is_parted(section):
            return self._everything().all(section)
        return self._merged(section, self._index.all(section, holding), "")

    def count(self, section: str) -> int:
        """Return how many lines a section has."""
        return len(self.all(section))

    def find(self, section: str, key: str) -> list[list[str]]:
        """Return the cells of the lines with this key."""
        if not self._is_parted(section):
            return self._everything().find(section, key)
        return self._merged(section, self._index.find(section, key), f"{key}\t")

    def starting(self, section: str, prefix: str) -> list[list[str]]:
        """Return the cells of the lines whose key starts so."""
        if not self._is_parted(section):
            return self._everything().starting(section, prefix)
        return self._merged(section, self._index.starting(section, prefix), prefix)


def lay(index: Index, directory: str) -> Laid | None:
    """Return an overlay laid over the index, or None if it is not small, not surely right, or no overlay.

    Raises DataError where there is no directory to read.
    """
    if is_package(directory):
        return None
    problems: list[Problem] = []
    overlay, strays = read_overlay(directory, problems)
    if problems or sum(map(len, overlay.values())) > MOST or any(_rests(index, overlay)):
        return None
    touched = _touched(index, overlay)
    small = _small(index, overlay, touched)
    if any(_faults(index, overlay, small)):
        return None
    ours = [
        Line(_TABLES[table], cells, 1, sealed=True)
        for table, key in touched
        for cells in index.find(table, key)
    ]
    for line in [*ours, *(line for table in small.values() for line in table.values())]:
        if (line.row.TABLE, line.by_field[line.row.BY]) in touched:
            touched.add((line.row.TABLE, "/".join(line.key)))
    whole = Laid(index, small, touched, overlay)
    whole.notes = notes_of(strays)
    return whole


def _read(index: Index, row: type[Row]) -> dict[tuple[str, ...], Line]:
    lines = [Line(row, cells, 1, sealed=True) for cells in index.all(row.TABLE)]
    return {line.key: line for line in lines}


def _rests(index: Index, overlay: Tables) -> Iterator[bool]:
    """Yield whether a row of the overlay changes what rows of ours rest on."""
    for table in _BASES:
        for line in overlay.get(table, {}).values():
            yield table not in _ADDED or bool(index.find(table, line.by_field[line.row.BY]))


def _touched(index: Index, overlay: Tables) -> set[tuple[str, str]]:
    """Return (table, what its rows are found by) of all that the overlay touches."""
    touched = set()
    for table, lines in overlay.items():
        for line in lines.values():
            touched.add((table, line.by_field[line.row.BY]))
            if table == "facts":  # a fact may have moved from one subject to another
                touched |= {(table, subject) for _, subject in index.find("facts_by_id", line.by_field["id"])}
    for group in _TOGETHER:
        touched |= {(other, key) for table, key in touched if table in group for other in group}
    return touched


def _small(index: Index, overlay: Tables, touched: set[tuple[str, str]]) -> Tables:
    """Return the touched rows, ours and the overlay's, and the rows of ours that they refer to."""
    small: Tables = {row.TABLE: {} for row in ROWS}

    def take(table: str, key: str) -> None:
        for cells in index.find(table, key):
            line = Line(_TABLES[table], cells, 1, sealed=True)
            small[table].setdefault(line.key, line)

    for table, key in sorted(touched):
        take(table, key)
    for table, lines in overlay.items():
        small[table] = laid(small[table], lines)
    small["states"] = _read(index, _TABLES["states"])
    for cells in index.all("treaties"):
        take("treaties", cells[0])
    for lines in overlay.values():
        for line in lines.values():
            for name in line.row.FIELDS:
                target = "sources" if name == "sources" else checks.REFERENCES.get((line.row.TABLE, name))
                for key in line.list_of(name) if target else ():
                    take(target or "", key)
            if line.row.TABLE == "facts":
                take("areas", line.by_field["subject"])
            if line.row.TABLE == "terms":
                for number in checks.article_numbers(line.list_of("articles")):
                    take("articles", number)
    return small


def _faults(index: Index, overlay: Tables, small: Tables) -> Iterator[bool]:
    """Yield whether anything breaks, or might break, a rule."""
    yield any(checks.cell_problems(small))
    theirs = {name: overlay.get(name, {}) for name in small}
    yield any(checks.broken_references(theirs, small))
    for code, rule in checks.RULES.items():
        if code.startswith("E") and code != "E301":
            yield any(True for _ in rule(small))
    for line in [line for table in theirs.values() for line in table.values()]:
        for name in ("term", "form", "name"):
            if name in line.by_field:
                yield _is_shared(index, line, line.by_field[name])


def _is_shared(index: Index, line: Line, name: str) -> bool:
    """Tell whether a name that the overlay gives leads to something else of ours too."""
    from treatycli.folding import fold

    table = "states" if line.row.TABLE == "names" else "terms"
    key = line.by_field[line.row.BY]
    return any(cells[1] == table and cells[2] != key for cells in index.find(sections.NAMES, fold(name)))

"""Reads CSV tables strictly, checks them, and holds them in memory.

The slow way in: for an overlay, for a package without a fresh index, and for making the index.
Input is untrusted: a broken table is refused with every problem as `file:line: CODE: what`.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os

from treatycli import checks
from treatycli.records import ROWS, Row
from treatycli.tables import BUNDLED, DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_TABLE = 64 * 2**20
MAX_CELL = 100_000
SUMS = "SHA256SUMS"
DESCRIPTOR = "datapackage.json"
COMMON = ("areas", "decoys", "names", "states", "tiles")
"""Tables about the world and not about a treaty: a package of its own may leave them out."""

Table = dict[tuple[str, ...], checks.Line]
Sections = dict[str, list[tuple[str, list[str]]]]


class Memory:
    """Sections of rows, found by key. The same questions as `tables.Index` answers."""

    def __init__(self, tables: dict[str, Table], meta: dict[str, str]) -> None:
        self._tables = tables
        self._found: dict[str, dict[str, list[list[str]]]] = {}
        self._keep(sections(tables, meta))

    def _keep(self, made: Sections) -> None:
        for name, rows in made.items():
            found = self._found[name] = {}
            for key, cells in rows:
                found.setdefault(key, []).append(cells)

    def _section(self, name: str) -> dict[str, list[list[str]]]:
        if name not in self._found:  # the words are many, and only a search asks for them
            self._keep(words_section(self._tables))
        return self._found[name]

    def all(self, section: str) -> list[list[str]]:
        return [cells for rows in self._section(section).values() for cells in rows]

    def find(self, section: str, key: str) -> list[list[str]]:
        return self._section(section).get(key, [])

    def starting(self, section: str, prefix: str) -> list[list[str]]:
        found = self._section(section)
        return [cells for key, rows in found.items() if key.startswith(prefix) for cells in rows]

    def verify(self, section: str) -> None:
        """Nothing can be damaged in memory."""


def load(overlay: str | None = None) -> Memory:
    """Read and check the bundled package, or a package or overlay in the directory `overlay`.

    Raises DataError with every problem found.
    """
    return Memory(*read_package(overlay))


def read_package(overlay: str | None = None) -> tuple[dict[str, Table], dict[str, str]]:
    """Read and check the tables, merged with those of the overlay, and the package's description."""
    tables, meta, problems = survey(overlay)
    errors = [str(p) for p in problems if p.code.startswith("E")]
    if errors:
        raise DataError(*errors)
    return tables, meta


def survey(overlay: str | None = None) -> tuple[dict[str, Table], dict[str, str], list[checks.Problem]]:
    """Read the tables and say everything that is wrong with them, warnings too."""
    problems: list[checks.Problem] = []
    if overlay is None:
        tables, meta = _sealed(problems)
    else:
        if not os.path.isdir(overlay):
            raise DataError(
                f"{os.path.basename(overlay) or overlay}:1: E101: no such directory."
                " Give a directory that holds tables, as `treaty data export DIR` writes them"
            )
        own = os.path.exists(os.path.join(overlay, DESCRIPTOR))
        base, base_meta = _sealed(problems)
        added = _read_directory(overlay, problems, sealed=False)
        meta = _read_descriptor(overlay, problems) if own else {**base_meta}
        if not added and not problems:
            problems.append(checks.Problem(DESCRIPTOR, 1, "E101", "the directory holds no table"))
        tables = {}
        for row in ROWS:
            keep = base[row.TABLE] if not own or row.TABLE in COMMON else {}
            tables[row.TABLE] = {**keep, **added.get(row.TABLE, {})}
        if not own and added:
            meta["version"] += "+overlay"
    if not problems:
        problems += checks.check(tables)
    return tables, meta, problems


def _sealed(problems: list[checks.Problem]) -> tuple[dict[str, Table], dict[str, str]]:
    """Read the bundled package; the seal tells that it is as it was checked."""
    return _read_directory(BUNDLED, problems, sealed=True), _read_descriptor(BUNDLED, problems)


def words_section(tables: dict[str, Table]) -> Sections:
    """Make the section of words that `search.py` reads."""
    from treatycli import search

    return _in_order({search.SECTION: list(search.index(tables))})


def _in_order(made: Sections) -> Sections:
    for lines in made.values():
        lines.sort(key=lambda pair: pair[0].encode("utf-8", "surrogateescape") + b"\t")
    return made


def sections(tables: dict[str, Table], meta: dict[str, str]) -> Sections:
    """Arrange rows by what they are found by, and derive the other ways to find them."""
    from treatycli.names import fold
    from treatycli.phrases import gloss_lines

    made: Sections = {"meta": [(k, [k, v]) for k, v in meta.items()]}
    for row in ROWS:
        by = list(row.FIELDS).index(row.BY)
        made[row.TABLE] = [(line.cells[by], list(line.cells)) for line in tables[row.TABLE].values()]

    folds: dict[tuple[str, str, str], list[str]] = {}

    def name(text: str, table: str, key: str, how: str) -> None:
        folded = fold(text)
        if folded:
            folds.setdefault((folded, table, key), [folded, table, key, how, text])

    for line in tables["states"].values():
        cell = line.by_field
        name(cell["name"], "states", cell["iso3"], "name")
        name(cell["short_name"], "states", cell["iso3"], "name")
        name(cell["iso3"], "states", cell["iso3"], "code")
        name(cell["iso2"], "states", cell["iso3"], "code")
    short = {fold(line.by_field["short_name"]): key[0] for key, line in tables["states"].items()}
    for folded, iso3 in short.items():
        for other, namesake in short.items():
            if iso3 != namesake and f" {folded} " in f" {other} ":
                name(folded, "states", namesake, "namesake")
    for line in tables["areas"].values():
        name(line.by_field["name"], "areas", line.by_field["code"], "name")
        name(line.by_field["code"], "areas", line.by_field["code"], "code")
    for line in tables["names"].values():
        kind = line.by_field["kind"]
        how = "adjective" if kind in ("adjective", "demonym") else kind
        how = "cldr" if kind == "local" else how
        how = how if how in ("ambiguous", "adjective", "cldr") else "alias"
        name(line.by_field["name"], "states", line.by_field["iso3"], how)
    for line in tables["terms"].values():
        name(line.by_field["term"], "terms", line.by_field["id"], "name")
        name(line.by_field["id"], "terms", line.by_field["id"], "id")
        name(line.by_field["term"].partition(" (")[0], "terms", line.by_field["id"], "form")
    for line in tables["forms"].values():
        name(line.by_field["form"], "terms", line.by_field["term_id"], "form")
    for line in tables["articles"].values():
        number = line.by_field["number"]
        name(f"article {number}" if number.isdigit() else number, "articles", number, "name")
    made["names_by_fold"] = [(cells[0], cells) for cells in folds.values()]

    made["events_by_state"] = [
        (code, [code, line.by_field["id"]])
        for line in tables["events"].values()
        for code in line.list_of("countries")
    ]
    made["terms_by_article"] = [
        (number, [number, line.by_field["id"]])
        for line in tables["terms"].values()
        for number in checks.article_numbers(line.list_of("articles"))
    ]
    made["facts_by_id"] = [
        (line.by_field["id"], [line.by_field["id"], line.by_field["subject"]])
        for line in tables["facts"].values()
    ]
    made["withdrawals_by_treaty"] = [
        (line.by_field["treaty"], [line.by_field["treaty"], line.by_field["iso3"]])
        for line in tables["actions"].values()
        if line.by_field["action"] == "withdrawal"
    ]
    made["cited_by"] = [
        (source, [source, row.TABLE, "/".join(key)])
        for row in ROWS
        if "sources" in row.FIELDS
        for key, line in tables[row.TABLE].items()
        for source in line.list_of("sources")
    ]
    made["gloss"] = list(gloss_lines(tables))
    return _in_order(made)


def _read_directory(directory: str, problems: list[checks.Problem], *, sealed: bool) -> dict[str, Table]:
    sums = _read_sums(directory, problems) if sealed else None
    found = {}
    for row in ROWS:
        file = row.TABLE + ".csv"
        if sealed or os.path.lexists(os.path.join(directory, file)):
            data = _read_file(directory, file, problems)
            if data is not None and sums is not None and hashlib.sha256(data).hexdigest() != sums.get(file):
                problems.append(
                    checks.Problem(
                        file,
                        1,
                        "E109",
                        f"the file differs from {SUMS}. If you changed it: python tools/seal.py;"
                        " if not: reinstall treatycli",
                    )
                )
                data = None
            if data is not None:
                found[row.TABLE] = _read_table(row, file, data, problems)
    return found


def _read_sums(directory: str, problems: list[checks.Problem]) -> dict[str, str]:
    data = _read_file(directory, SUMS, problems) or b""
    pairs = [line.split("  ", 1) for line in data.decode("ascii", "replace").splitlines()]
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2}


def _read_file(directory: str, file: str, problems: list[checks.Problem]) -> bytes | None:
    path = os.path.join(directory, file)

    def refuse(code: str, what: str) -> bytes | None:
        problems.append(checks.Problem(file, 1, code, what))
        return None

    if os.path.commonpath([os.path.realpath(directory), os.path.realpath(path)]) != os.path.realpath(
        directory
    ):
        return refuse("E111", "the file is a link out of its directory")
    if not os.path.isfile(path):
        return refuse("E101", "there is no such file, or it is not a regular file")
    try:
        with open(path, "rb") as stream:
            data = stream.read(MAX_TABLE + 1)
    except OSError as error:
        return refuse("E101", f"the file cannot be read: {error.strerror}")
    if len(data) > MAX_TABLE:
        return refuse("E112", f"the file is larger than {MAX_TABLE // 2**20} MiB")
    return data


def _read_descriptor(directory: str, problems: list[checks.Problem]) -> dict[str, str]:
    data = _read_file(directory, DESCRIPTOR, problems)
    if data is None:
        return {}
    if directory == BUNDLED:
        sums = _read_sums(directory, problems)
        if hashlib.sha256(data).hexdigest() != sums.get(DESCRIPTOR):
            problems.append(
                checks.Problem(DESCRIPTOR, 1, "E109", f"the file differs from {SUMS}. Reinstall treatycli")
            )
    try:
        described = json.loads(data)
        meta = {
            "name": str(described["name"]),
            "title": str(described["title"]),
            "version": str(described["version"]),
            "as_of": str(described["as_of"]),
        }
    except (ValueError, KeyError, TypeError, RecursionError):
        problems.append(
            checks.Problem(
                DESCRIPTOR, 1, "E113", "needs name, title, version and as_of (a date), as JSON in UTF-8"
            )
        )
        return {}
    if not checks.is_date(meta["as_of"]) or any(checks.unsafe(value) for value in meta.values()):
        problems.append(checks.Problem(DESCRIPTOR, 1, "E113", "as_of is not a date, or a value is unsafe"))
    return meta


def _read_table(row: type[Row], file: str, data: bytes, problems: list[checks.Problem]) -> Table:
    def refuse(line: int, code: str, what: str) -> None:
        problems.append(checks.Problem(file, line, code, what))

    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        refuse(1, "E103", "the file starts with a byte order mark. Save it as UTF-8 without one")
        return {}
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        refuse(data.count(b"\n", 0, error.start) + 1, "E102", "the bytes are not UTF-8")
        return {}
    if "\r" in text:
        refuse(text[: text.index("\r")].count("\n") + 1, "E104", "a line ends in CR. Use LF alone")
        return {}
    if text and not text.endswith("\n"):
        refuse(text.count("\n") + 1, "E107", "the last line has no end: the file may be cut off")
        return {}
    table: Table = {}
    fields = list(row.FIELDS)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    csv.field_size_limit(MAX_CELL)
    keys = [fields.index(name) for name in row.KEY]
    try:
        header = next(reader, [])
        if header != fields:
            refuse(1, "E105", _header_problem(header, fields))
            return {}
        for cells in reader:
            number = reader.line_num
            if len(cells) != len(fields):
                refuse(number, "E106", f"the row has {len(cells)} cells, the header {len(fields)}")
                continue
            key = tuple(cells[i] for i in keys)
            if key in table:
                refuse(number, "E201", f"the key {'/'.join(key)} is on line {table[key].number} too")
            table[key] = checks.Line(file, number, tuple(cells), row)
    except csv.Error as error:
        refuse(reader.line_num, "E107", f"broken CSV: {error}")
    return table


def _header_problem(header: list[str], fields: list[str]) -> str:
    missing = [name for name in fields if name not in header]
    unknown = [repr(name) for name in header if name not in fields]
    said = [f"the header must be {','.join(fields)}"]
    said += [f"missing: {', '.join(missing)}"] if missing else []
    said += [f"unknown: {', '.join(unknown[:5])}"] if unknown else []
    return "; ".join(said)


def names_of(rows: Iterable[type[Row]]) -> list[str]:
    """Return the file names of tables."""
    return [row.TABLE + ".csv" for row in rows]

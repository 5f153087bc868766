"""The data package itself: what is in it, what is wrong with it, a copy of it."""

from __future__ import annotations

import os

from treatycli.answers import WRONG, Answer, DataError, Item, Problem, Text, counted, failed
from treatycli.package import BUNDLED, open_package
from treatycli.records import ROWS, Form
from treatycli.show.blocks import Block, Entry, Field, Foot, Section, Title
from treatycli.topics import Topic, known, no_page
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.package import Package
    from treatycli.package.directory import Memory
    from treatycli.show.blocks import View


OTHER_FORMS = (
    ".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".ods", ".json", ".jsonl", ".ndjson", ".xml", ".yaml", ".yml",
    ".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".sql", ".parquet", ".feather", ".txt", ".md",
    ".html", ".pdf",
)  # fmt: skip
"""Names of files that a reader who gives one wants, and that a directory of that name would only hide."""


class TableInfo(Record):
    """A table and how many rows it has."""

    table: str
    rows: int


class LanguageInfo(Record):
    """A language and how many terms have a form in it."""

    lang: str
    terms: int


class DataInfo(Item):
    """`treaty data info`: what the package holds, until when it knows, and what is not known."""

    COLUMNS = ("name", "version", "as_of")

    name: str
    title: str
    version: str
    as_of: str
    known_to: str
    depositary_as_of: str
    tables: tuple[TableInfo, ...]
    languages: tuple[LanguageInfo, ...]
    not_known: tuple[str, ...]


class Exported(Item):
    """`treaty data export`: where a package was written, and its files, or the tables of a database."""

    COLUMNS = ("directory",)

    directory: str
    data_version: str
    files: tuple[str, ...]


def info(package: Package) -> Answer:
    """Say what the package holds: tables, rows, versions, dates, languages, and what is not known."""
    languages: dict[str, set[str]] = {}
    for row in package.all(Form, kind="translation"):
        for code in row.lang.split(";"):
            languages.setdefault(code, set()).add(row.term_id)
    known_to = known.known_to(package)
    item = DataInfo(
        name=package.meta["name"],
        title=package.meta["title"],
        version=package.version,
        as_of=package.as_of,
        known_to=known_to,
        depositary_as_of=package.meta.get("depositary_as_of", known_to),
        tables=tuple(TableInfo(row.TABLE, package.count(row)) for row in ROWS),
        languages=tuple(LanguageInfo(code, len(ids)) for code, ids in sorted(languages.items())),
        not_known=package.not_known,
    )
    return Answer((item,), known_to=known_to)


def check(overlay: str | None, directory: str | None = None) -> Answer:
    """List every problem of the bundled package, or of a package or overlay in `directory`."""
    from treatycli.package.directory import survey

    try:
        memory, problems = survey(directory or overlay)
    except DataError as error:
        problems = [*error.problems]
    else:
        if not problems and not (directory or overlay):
            problems = _index_problems(memory)
    summary: tuple[Problem, ...] = ()
    if problems:
        count = counted(len(problems), "problem")
        hint = "What to do about each: add --json"
        summary = (Problem("bad-data", count, hint),)
    asides = () if problems else ("the tables meet every check",)
    return Answer(tuple(problems), many=True, asides=asides, problems=summary)


def _index_problems(memory: Memory) -> list[Problem]:
    """Compare the bundled index, if there is one, with the tables it was compiled from."""
    from treatycli.package.codes import fault
    from treatycli.package.index import INDEX, Index
    from treatycli.package.sections import sections

    try:
        index = Index(os.path.join(BUNDLED, INDEX))
    except FileNotFoundError:
        return []
    except (OSError, ValueError):
        return [fault("E110", INDEX, 1, "the index is damaged, or of another version")]
    try:
        lines = sections(memory.tables, memory.meta).items()
        same = all(index.all(name) == [list(cells) for _, cells in rows] for name, rows in lines)
    except DataError as error:
        return [*error.problems]
    return [] if same else [fault("E110", INDEX, 1, "the index differs from the tables")]


def export(overlay: str | None, target: str, *, force: bool = False) -> Answer:
    """Write the package, with the overlay laid over it, into a directory or, as `FILE.db`, into SQLite.

    A directory gets CSV tables, `datapackage.json` and SHA256SUMS: all of them, or none. Refuses to
    write over a file unless `force`, and over anything else at all. Raises DataError, OSError.
    """
    from treatycli.package.descriptor import DESCRIPTOR
    from treatycli.package.directory import SUMS, load
    from treatycli.package.files import occupied
    from treatycli.package.writing import write_package

    as_database = target.lower().endswith((".db", ".sqlite", ".sqlite3"))
    if target.lower().endswith(OTHER_FORMS) and not os.path.isdir(target):
        message = f"{target!r} would be a file of a form that this does not write"
        hint = (
            "Give a directory, which gets a CSV file a table, or FILE.db for SQLite;"
            " a list for a spreadsheet: treaty countries --excel > states.csv"
        )
        return failed("usage", message, hint, status=WRONG)
    where, name = os.path.split(target) if as_database else (target, "")
    names = [name] if as_database else [*(row.TABLE + ".csv" for row in ROWS), DESCRIPTOR, SUMS]
    there, odd = occupied(where, names)
    if odd:
        hint = "Name another place"
        return failed("exists", f"{os.path.join(where, odd[0])} is not a regular file", hint, status=WRONG)
    if there and not force:
        hint = "Name another place, or add --force to write over it"
        return failed("exists", f"{where or '.'} already has {there[0]}", hint, status=WRONG)
    is_new = bool(where) and not os.path.isdir(where)
    if is_new:
        os.makedirs(where, exist_ok=True)
    try:
        if as_database:
            from treatycli.topics import sqlite

            package = open_package(overlay)
            written, version, notes = sqlite.write(target, package), package.version, package.notes
        else:
            memory = load(overlay)
            written = write_package(target, memory.tables, memory.meta)
            version, notes = memory.meta["version"], memory.notes
    except (OSError, DataError):
        if is_new and not os.listdir(where):
            os.rmdir(where)
        raise
    return Answer((Exported(target, version, tuple(written)),), notes=notes, data_version=version)


def path() -> Answer:
    """Return the directory of the bundled tables."""
    return Answer((Text(BUNDLED),))


def _info_page(answer: Answer, view: View) -> list[Block]:
    """What the package holds and what it does not know."""
    page: list[Block] = []
    for item in answer.items:
        if isinstance(item, DataInfo):
            page += [
                Title("Package", item.title, item.name),
                Field("Version", item.version),
                Field("Latest document", item.as_of),
                Field("Depositary's list", item.known_to),
                Section(
                    "Table", "Tables", tuple(Entry(t.table, counted(t.rows, "row")) for t in item.tables)
                ),
                Section(
                    "Language",
                    "Terms with a form in other languages",
                    tuple(Entry(one.lang, counted(one.terms, "term")) for one in item.languages),
                ),
                Section("Not known", "Not known", tuple(Entry("", gap) for gap in item.not_known)),
            ]
    return page


def _check_page(answer: Answer, view: View) -> list[Block]:
    """Every problem as `file:line: CODE: message`."""
    problems = [item for item in answer.items if isinstance(item, Problem)]
    if not problems:
        return [Foot("The tables meet every check.")]
    return [Field(f"{p.file}:{p.line}", f"{p.code}: {p.message}. {p.hint}") for p in problems]


def _parts(item: Exported) -> str:
    """Return what was written: the files of a directory, or the tables and views of a database."""
    if item.directory.endswith(".db"):
        return f"{len(item.files)} tables and views"
    return counted(len(item.files), "file")


def _export_page(answer: Answer, view: View) -> list[Block]:
    """Where the package was written."""
    return [
        Field("Written", f"{item.directory}, {_parts(item)}, data {item.data_version}")
        for item in answer.items
        if isinstance(item, Exported)
    ]


INFO = Topic(DataInfo, info, _info_page)
CHECK = Topic(Problem, check, _check_page)
EXPORT = Topic(Exported, export, _export_page)
PATH = Topic(Text, path, no_page)

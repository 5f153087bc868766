"""The data package itself: what is in it, what is wrong with it, a copy of it."""

from __future__ import annotations

from treatycli.answers import MISSING, Answer, DataError, Item, Problem, Text
from treatycli.records import ROWS, Form, Record
from treatycli.show.blocks import Block, Entry, Field, Foot, Section, Title
from treatycli.topics import Topic, known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.package import Package
    from treatycli.show.blocks import View


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
    """`treaty data export`: where a package was written."""

    COLUMNS = ("directory",)

    directory: str
    data_version: str
    files: tuple[str, ...]


def info(package: Package) -> Answer:
    """Say what the package holds: tables, rows, versions, dates, languages, and what is not known."""
    languages: dict[str, set[str]] = {}
    for row in package.all(Form):
        if row.kind == "translation":
            for code in row.lang.split(";"):
                languages.setdefault(code, set()).add(row.term_id)
    known_to = known.known_to(package)
    item = DataInfo(
        name=package.meta["name"],
        title=package.meta["title"],
        version=package.version,
        as_of=package.as_of,
        known_to=known_to,
        depositary_as_of=known_to,
        tables=tuple(TableInfo(row.TABLE, len(package.all(row))) for row in ROWS),
        languages=tuple(LanguageInfo(code, len(ids)) for code, ids in sorted(languages.items())),
        not_known=package.not_known,
    )
    return Answer((item,), known_to=known_to)


def check(overlay: str | None, directory: str | None = None) -> Answer:
    """List every problem of the bundled package, or of a package or overlay in `directory`."""
    from treatycli.package import csvs

    try:
        problems = tuple(csvs.problems_of(directory or overlay))
    except DataError as error:
        problems = error.problems
    said: tuple[Problem, ...] = ()
    if problems:
        count = f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
        said = (
            Problem("bad-data", count, "What to do about each is in its hint: --format csv", (), MISSING),
        )
    return Answer(problems, many=True, problems=said)


def export(overlay: str | None, directory: str, *, force: bool = False) -> Answer:
    """Write the package, with the overlay laid over it, as a package of its own into `directory`.

    Refuses to write over a file unless `force`. Raises DataError, OSError.
    """
    from treatycli.package import writing

    version, files, problem = writing.export(directory, overlay, force=force)
    if problem:
        return Answer(problems=(problem,))
    return Answer((Exported(directory, version, tuple(files)),))


def path() -> Answer:
    """Return the directory of the bundled tables."""
    from treatycli.package import BUNDLED

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
                Section("Table", "Tables", tuple(Entry(t.table, f"{t.rows} rows") for t in item.tables)),
                Section(
                    "Language",
                    "Terms with a form in other languages",
                    tuple(Entry(one.lang, f"{one.terms} terms") for one in item.languages),
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


def _export_page(answer: Answer, view: View) -> list[Block]:
    """Where the package was written."""
    return [
        Field("Written", f"{item.directory}, {len(item.files)} files, data {item.data_version}")
        for item in answer.items
        if isinstance(item, Exported)
    ]


def _path_page(answer: Answer, view: View) -> list[Block]:
    """A text of its own; there is no page."""
    return []


INFO = Topic(DataInfo, info, _info_page)
CHECK = Topic(Problem, check, _check_page)
EXPORT = Topic(Exported, export, _export_page)
PATH = Topic(Text, path, _path_page)

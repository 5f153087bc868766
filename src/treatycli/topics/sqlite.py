"""A package as one SQLite file: tables with keys, indexes, and views that answer the usual questions."""

from __future__ import annotations

import os
import sqlite3

from treatycli import dates
from treatycli.package.checks import REFERENCES
from treatycli.records import ROWS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatycli.package import Package
    from treatycli.values import Row

_KEYS = {row.TABLE: row.KEY[0] for row in ROWS}
VIEWS = """
CREATE VIEW status_today AS
  SELECT s.*, t.name FROM statuses AS s JOIN states AS t USING (iso3)
  WHERE s.date = (SELECT MAX(date) FROM statuses);
CREATE VIEW parties_by_year AS
  SELECT treaty, year, date, parties FROM growth ORDER BY treaty, year;
CREATE VIEW deadlines_ahead AS
  SELECT d.*, t.name FROM current_deadlines AS d JOIN states AS t USING (iso3)
  WHERE d.status = 'ahead' ORDER BY d.date;
"""


def write(path: str, package: Package) -> list[str]:
    """Write a package into a new SQLite file; return the names of its tables and views.

    `status_today` tells where each state stands under each treaty on the day of the latest document, the
    last that the data know (`date`; the acts are those of the list of `known_to`), and `deadlines_ahead`
    which deadlines lie ahead of it (`as_of`).
    Raises OSError where the file cannot be written.
    """
    temporary = f"{path}.{os.getpid()}.part"
    try:
        connection = sqlite3.connect(temporary)
        try:
            connection.execute("PRAGMA journal_mode = MEMORY")  # no second file, nothing to clear away
            with connection:
                _fill(connection, package)
            names = [
                name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type != 'index'")
            ]
        finally:
            connection.close()
        os.replace(temporary, path)
    except sqlite3.Error as error:
        raise OSError(f"{path}: {error}") from error
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)
    return names


def _fill(connection: sqlite3.Connection, package: Package) -> None:
    connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    connection.executemany("INSERT INTO about VALUES (?, ?)", package.meta.items())
    for row in ROWS:
        _table(connection, package, row)
    _pairs(connection, package)
    _standing(connection, package)
    connection.executescript(VIEWS)


def _table(connection: sqlite3.Connection, package: Package, row: type[Row]) -> None:
    """Create and fill the table of a record: columns of its kinds, its key, an index for what leads there."""
    columns = []
    for name, kind in row.FIELDS.items():
        sql = "INTEGER" if kind.startswith(("int", "bool")) else "TEXT"
        target = "" if kind.startswith("tuple") else _target(row, name)
        columns.append(f'"{name}" {sql}' + (f" REFERENCES {target}" if target else ""))
    key = ", ".join(f'"{name}"' for name in row.KEY)
    connection.execute(f'CREATE TABLE "{row.TABLE}" ({", ".join(columns)}, PRIMARY KEY ({key}))')
    marks = ", ".join("?" for _ in row.FIELDS)
    values = ([_cell(value) for _, value in one.pairs()] for one in package.all(row))
    connection.executemany(f'INSERT INTO "{row.TABLE}" VALUES ({marks})', values)
    if row.BY not in row.KEY[:1]:
        connection.execute(f'CREATE INDEX "{row.TABLE}_by_{row.BY}" ON "{row.TABLE}" ("{row.BY}")')


def _target(row: type[Row], field: str) -> str:
    """Return the table and column that a field refers to, as SQL has it; nothing where to none."""
    table = "sources" if field == "sources" else REFERENCES.get((row.TABLE, field))
    return f"{table}({_KEYS[table]})" if table else ""


def _cell(value: object) -> object:
    return ";".join(value) if isinstance(value, tuple) else int(value) if isinstance(value, bool) else value


def _pairs(connection: sqlite3.Connection, package: Package) -> None:
    """Create a table of pairs for each list of keys, and for the sources of every row that has them."""
    for row in ROWS:
        for field, kind in row.FIELDS.items():
            target = _target(row, field) if kind.startswith("tuple") else ""
            if not target:
                continue
            name = f"{row.TABLE}_{field}"
            one = "source" if field == "sources" else target.partition("(")[2].rstrip(")")
            key = ", ".join(f'"{part}" TEXT' for part in row.KEY)
            own = ", ".join(f'"{part}"' for part in row.KEY)
            linked = f"other_{one}" if one in row.KEY else one
            connection.execute(
                f'CREATE TABLE "{name}" ({key}, "{linked}" TEXT REFERENCES {target},'
                f' FOREIGN KEY ({own}) REFERENCES "{row.TABLE}" ({own}))'
            )
            pairs = (
                [*(_cell(getattr(item, part)) for part in row.KEY), value]
                for item in package.all(row)
                for value in getattr(item, field)
            )
            marks = ", ".join("?" for _ in (*row.KEY, linked))
            connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', pairs)


def _standing(connection: sqlite3.Connection, package: Package) -> None:
    """Create what is computed: statuses on the last known day, parties by year, deadlines as they stand."""
    from treatycli.records import Treaty
    from treatycli.topics.standing import rows_on
    from treatycli.topics.stats import growth

    connection.execute(
        "CREATE TABLE statuses (treaty TEXT REFERENCES treaties(id), iso3 TEXT REFERENCES states(iso3),"
        " date TEXT, known_to TEXT, status TEXT, in_force TEXT, withdrawal_effective TEXT,"
        " PRIMARY KEY (treaty, iso3))"
    )
    connection.execute(
        "CREATE TABLE growth (treaty TEXT REFERENCES treaties(id), year INTEGER, date TEXT, parties INTEGER,"
        " PRIMARY KEY (treaty, year))"
    )
    for treaty in package.all(Treaty):
        day = package.as_of
        connection.executemany(
            "INSERT INTO statuses VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (treaty.id, r.iso3, day, r.known_to, r.status, r.in_force, r.withdrawal_effective)
                for r in rows_on(package, treaty.id, day)
            ),
        )
        connection.executemany(
            "INSERT INTO growth VALUES (?, ?, ?, ?)",
            ((treaty.id, g.year, g.date, g.parties) for g in growth(package, treaty.id, day)),
        )
    connection.execute(
        "CREATE TABLE current_deadlines (iso3 TEXT REFERENCES states(iso3), article TEXT, date TEXT,"
        " status TEXT, asked TEXT, note TEXT, as_of TEXT, PRIMARY KEY (iso3, article))"
    )
    connection.executemany("INSERT INTO current_deadlines VALUES (?, ?, ?, ?, ?, ?, ?)", _deadlines(package))


def _deadlines(package: Package) -> Iterator[tuple[str | None, ...]]:
    from treatycli import duties, status

    for state, acts, rows, done in duties.of_all(package):
        for due in status.deadlines(acts, rows, done, package.as_of):
            if due.on_record or (due.article == "4" and dates.first(due.date) > package.as_of):
                yield state.iso3, due.article, due.date, due.status, due.asked, due.note, package.as_of

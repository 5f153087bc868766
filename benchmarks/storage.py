"""Compare ways to store the tables for reading: `python -m benchmarks.storage [ROUNDS]`.

Each way answers the same question in a fresh interpreter: the row of a term with its forms and
sources; and, for search, the records that hold two words.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import interleaved, piped
from treatycli.package import BUNDLED, open_package
from treatycli.records import ROWS

CSV = """
import csv
d = {data!r}
t = next(r for r in csv.reader(open(d + '/terms.csv', encoding='utf-8')) if r[0] == 'stockpiling')
f = [r for r in csv.reader(open(d + '/forms.csv', encoding='utf-8')) if r[0] == 'stockpiling']
s = {{r[0]: r for r in csv.reader(open(d + '/sources.csv', encoding='utf-8'))}}
[s[k] for k in t[-1].split(';')]
"""
SQLITE = """
import sqlite3
c = sqlite3.connect('file:{db}?mode=ro', uri=True)
t = c.execute('select * from terms where id = ?', ('stockpiling',)).fetchone()
f = c.execute('select * from forms where term_id = ?', ('stockpiling',)).fetchall()
[c.execute('select * from sources where id = ?', (k,)).fetchone() for k in t[-1].split(';')]
"""
INDEX = """
from treatycli.package import BUNDLED, Package, open_package
from treatycli.records import Form, Source, Term
p = open_package()
t = p.get(Term, 'stockpiling')
f = p.find(Form, 'stockpiling')
p.many(Source, t.sources)
"""
FTS_MEMORY = """
import csv, sqlite3
c = sqlite3.connect(':memory:')
c.execute('create virtual table f using fts5(k, t)')
for n in ('terms', 'events', 'facts', 'claims', 'articles'):
    c.executemany('insert into f values (?, ?)', ((r[0], ' '.join(r)) for r in csv.reader(open({data!r} + '/' + n + '.csv', encoding='utf-8'))))
c.execute('select k from f where f match ? order by rank limit 20', ('160 states',)).fetchall()
"""
FTS_FILE = """
import sqlite3
c = sqlite3.connect('file:{db}?mode=ro', uri=True)
c.execute('select k from f where f match ? order by rank limit 20', ('160 states',)).fetchall()
"""
SEARCH = """
from treatycli.search import ranking
from treatycli.package import open_package
ranking.find(open_package(), '160 states')
"""


def main() -> None:
    """Measure each way and print its ratio to `python -c pass`."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    package = open_package()
    with tempfile.TemporaryDirectory() as directory:
        db = str(Path(directory, "treaty.sqlite"))
        connection = sqlite3.connect(db)
        for row in ROWS:
            columns = ", ".join(f'"{name}"' for name in row.FIELDS)
            connection.execute(f"create table {row.TABLE} ({columns})")
            marks = ", ".join("?" * len(row.FIELDS))
            lines = package.listed(row.TABLE)
            connection.executemany(f"insert into {row.TABLE} values ({marks})", lines)
            connection.execute(f"create index i_{row.TABLE} on {row.TABLE} ({row.BY})")
        connection.execute("create virtual table f using fts5(k, t)")
        for name in ("terms", "events", "facts", "claims", "articles"):
            lines = package.listed(name)
            connection.executemany("insert into f values (?, ?)", ((r[0], " ".join(r)) for r in lines))
        connection.commit()
        connection.close()
        codes = {
            "python -c pass": "pass",
            "lookup: CSV at each start": CSV.format(data=BUNDLED),
            "lookup: SQLite file": SQLITE.format(db=db),
            "lookup: our index": INDEX,
            "search: FTS5 filled in memory": FTS_MEMORY.format(data=BUNDLED),
            "search: FTS5 in a file": FTS_FILE.format(db=db),
            "search: our index": SEARCH,
        }
        ways: dict[str, Callable[[], float]] = {
            name: (lambda code=code: piped(sys.executable, "-c", code))  # type: ignore[misc]
            for name, code in codes.items()
        }
        medians = interleaved(ways, rounds)
    base = medians["python -c pass"]
    for name, seconds in medians.items():
        sys.stdout.write(f"{name:32} {seconds / base:5.2f}\n")


if __name__ == "__main__":
    main()

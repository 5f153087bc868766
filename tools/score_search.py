"""Score `treaty search` on a list of questions with the records that answer them; print what it misses.

python tools/score_search.py [QUESTIONS.csv]      question, table, id (several joined by |, best first)

Every third question is held back: it is scored apart, and what it misses is not shown unless `--held` is
given, so that rules are tuned on the others alone. An id that no table has is an error.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from treatycli.package import Package, open_package
from treatycli.records import Article, Claim, DeadlineRow, Event, Group, State, Term
from treatycli.topics.search import SearchItem, search
from treatycli.values import Row
from treatycli.vocabulary import SEARCHED

QUESTIONS = Path(__file__).parent.parent / "tests" / "search_questions.csv"
DAY = "2026-11-25"
HELD = 3
"""One question of how many is held back."""
_ROWS: dict[str, type[Row]] = {
    row.TABLE: row for row in (Article, Claim, Event, Group, State, Term)
}  # facts and deadlines are found otherwise


def wanted(row: dict[str, str]) -> tuple[str, ...]:
    """Return the records that answer a question of the list, each as `table/id`."""
    keys = row["id"].split("|")
    return tuple(key if key.split("/")[0] in SEARCHED else f"{row['table']}/{key}" for key in keys)


def exists(package: Package, record: str) -> bool:
    """Tell whether the tables have a record, named as `table/id`."""
    table, _, key = record.partition("/")
    if table == "facts":
        return bool(package.linked("facts_by_id", key))
    if table == "deadlines":
        iso3, _, article = key.partition("/")
        return any(due.article == article for due in package.find(DeadlineRow, iso3))
    return package.one(_ROWS[table], key) is not None


def hits_of(package: Package, question: str, limit: int = 3) -> list[str]:
    """Return the first hits for a question, each as `table/id`."""
    answer = search(package, question.split(), day=DAY, limit=limit)
    return [f"{item.table}/{item.id}" for item in answer.items if isinstance(item, SearchItem)]


def questions(path: Path = QUESTIONS) -> list[dict[str, str]]:
    """Return the rows of a list of questions."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def score(package: Package, rows: list[dict[str, str]], *, told: bool) -> tuple[float, float]:
    """Return the shares answered by the first hit and by the first three; print the misses if `told`."""
    first = third = 0
    for row in rows:
        right, hits = wanted(row), hits_of(package, row["question"])
        first += bool(hits) and hits[0] in right
        third += bool(set(right) & set(hits))
        if told and not (hits and hits[0] in right):
            mark = "  " if set(right) & set(hits) else "! "
            print(f"{mark}{row['question']}\n      wanted {row['id']}\n      got    {' | '.join(hits)}")
    return first / len(rows), third / len(rows)


def main(arguments: list[str]) -> int:
    """Print misses and shares; 1 if an id does not exist."""
    package = open_package()
    paths = [Path(argument) for argument in arguments if argument != "--held"]
    rows = questions(*paths[:1])
    unknown = [(row["question"], key) for row in rows for key in wanted(row) if not exists(package, key)]
    for question, key in unknown:
        print(f"no record {key}: {question}")
    if unknown:
        return 1
    held = rows[HELD - 1 :: HELD]
    open_ones = [row for number, row in enumerate(rows, 1) if number % HELD]
    for name, part, told in (("open", open_ones, True), ("held back", held, "--held" in arguments)):
        first, third = score(package, part, told=told)
        print(f"{name}: {len(part)} questions, first hit {first:.1%}, first three {third:.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Score `treaty search` on a list of questions with the records that answer them; print what it misses.

python tools/score_search.py [QUESTIONS.csv]      question, table, id (several joined by |, best first)
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from treatycli.package import open_package
from treatycli.topics.search import SearchItem, search

QUESTIONS = Path(__file__).parent.parent / "tests" / "search_questions.csv"
DAY = "2026-11-25"


def main(arguments: list[str]) -> int:
    """Print every miss, then the share found in the first hit and in the first three."""
    package = open_package()
    path = Path(arguments[0]) if arguments else QUESTIONS
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    first = third = 0
    for row in rows:
        wanted = {
            key if "/" in key and row["table"] != "deadlines" else f"{row['table']}/{key}"
            for key in row["id"].split("|")
        }
        wanted |= {
            key
            for key in row["id"].split("|")
            if key.split("/")[0]
            in ("articles", "states", "terms", "facts", "events", "claims", "groups", "deadlines")
        }
        answer = search(package, row["question"].split(), day=DAY, limit=5)
        hits = [f"{item.table}/{item.id}" for item in answer.items if isinstance(item, SearchItem)]
        first += bool(hits[:1] and hits[0] in wanted)
        third += bool(wanted & set(hits[:3]))
        if not hits[:1] or hits[0] not in wanted:
            mark = "  " if wanted & set(hits[:3]) else "! "
            print(f"{mark}{row['question']}\n      wanted {row['id']}\n      got    {' | '.join(hits[:3])}")
    print(f"{len(rows)} questions: first hit {first / len(rows):.1%}, first three {third / len(rows):.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

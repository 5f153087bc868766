"""The records that hold the words of a question, best first.

Their index is a section of the package like any other (`postings.py`): a word leads to the records that
hold it, with a weight for where. Words are looked up by their stem; a name by its sign (`entities.py`). A
word that nothing holds is taken as the beginning of words, then by spelling. What a question means beyond
its words is read in `question.py`.
"""

from __future__ import annotations

import math

from treatycli.search import entities
from treatycli.search.idioms import SAME, STOP_WORDS
from treatycli.search.stems import stem, stems_begun
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from treatycli.package import Package

    Holders = dict[str, int]
    """Records by what stands for them in the index, with how much a word says there."""

SECTION = "records_by_word"
WHOLE = 1 - 1e-6
"""The share of a question that is all of it."""
TABLES = ("terms", "states", "articles", "events", "facts", "claims", "groups", "deadlines")
LETTERS = {table[0]: table for table in TABLES}
"""A record stands in the index by the first letter of its table and its key: `tmine`, `sLTU`."""
OTHER_TREATIES, WORLD = "=other", "=WORLD"
"""The signs of the events of other treaties, and of what is about no single state."""
TITLE = 32
"""How much a word says in the name of a record; elsewhere it says less."""
ABOUT = 2 * TITLE
"""How much the sign of what a record is about says there, at most."""
NEAR, SPELT = 0.6, 0.5
"""How much a word counts that only begins as typed, or is only spelt nearly so."""
_RECORDS = 2500
"""About how many records there are, for how rare a word is."""
_UNKNOWN = 4.0
"""How rare a word is taken to be that nothing holds."""
MOST_WORDS = 24
"""The most words of a question that are looked up."""
MISSED = 0.35
"""What is left of a record's score where it lacks a name or a date that the question has."""


class Hit(Record):
    """A record that holds the words: its table, its key, and how well it fits (higher is better)."""

    table: str
    id: str
    score: float


class Sought(Record):
    """A word, or a sign, that is looked for: the records that hold it; `must` if it narrows the question."""

    held: Holders
    must: bool = False
    share: float = 1.0
    """How much of a word it is."""


def find(package: Package, typed: str, tables: Iterable[str] = TABLES) -> tuple[list[Hit], bool]:
    """Return the records that hold the words, best first, and whether the best holds every word."""
    hits, shares = _found(package, typed, tables)
    return hits, bool(hits) and shares[hits[0].table[0] + hits[0].id] >= WHOLE


def near(package: Package, typed: str, table: str, least: float) -> list[Hit]:
    """Return the records of a table that hold so large a share of the words, rarer ones counting more."""
    hits, shares = _found(package, typed, (table,))
    return [hit for hit in hits if shares[hit.table[0] + hit.id] >= least]


def _found(package: Package, typed: str, tables: Iterable[str]) -> tuple[list[Hit], dict[str, float]]:
    words, capitals = entities.words_in(typed)
    sought = []
    for span in reversed(entities.read(words, capitals, entities.lines_of(package))):
        sought += [Sought(held(package, sign), True) for sign in span.signs]
        words[span.start : span.end] = []
    wanted = list(dict.fromkeys(words))
    wanted = ([word for word in wanted if word not in STOP_WORDS] or wanted)[:MOST_WORDS]
    scores, shares = ranked([*sought, *(Sought(holders(package, word)) for word in wanted)], tables)
    return best(scores), shares


def best(scores: Mapping[str, float], most: int | None = None) -> list[Hit]:
    """Return the records with the highest scores, best first."""
    order = {letter: number for number, letter in enumerate(LETTERS)}
    first = sorted(scores, key=lambda record: (-round(scores[record], 3), order[record[0]], record))
    return [Hit(LETTERS[r[0]], r[1:], round(scores[r], 3)) for r in first[:most]]


def ranked(
    sought: Sequence[Sought], tables: Iterable[str] = TABLES
) -> tuple[dict[str, float], dict[str, float]]:
    """Return the records that hold what is sought with their scores, and what share of it each holds.

    A record's score is the sum of what its words say there, rarer words saying more, times the share of
    the question that it holds; it is less for each name or date of the question that it lacks.
    """
    chosen = frozenset(table[0] for table in tables)
    scores: dict[str, float] = {}
    shares: dict[str, float] = {}
    total = 0.0
    for one in sought:
        rarity = math.log(1 + _RECORDS / (1 + len(one.held))) if one.held else _UNKNOWN
        rarity *= one.share
        total += rarity
        for record, weight in one.held.items():
            scores[record] = scores.get(record, 0.0) + weight * rarity
            shares[record] = shares.get(record, 0.0) + rarity
    musts = [one.held for one in sought if one.must]
    kept = {}
    for record, score in scores.items():
        if record[0] in chosen:
            shares[record] /= total
            score *= shares[record]
            for must in musts:
                if record not in must:
                    score *= MISSED
            kept[record] = score
    return kept, shares


def held(package: Package, word: str) -> Holders:
    """Return the records that hold a stem or a sign, with how much it says there."""
    records: Holders = {}
    for line in package.linked(SECTION, word):
        for posting in line[1].split(" "):
            records[posting[0] + posting[3:]] = int(posting[1:3])
    return records


def holders(package: Package, word: str) -> Holders:
    """Return the records that hold a word in any form; or what begins with it; or what is spelt nearly so."""
    exact = held(package, stem(word))
    if exact or len(word) < 3:
        return exact
    begun = {line[0] for line in package.starting(SECTION, word)}
    begun |= stems_begun(word)
    factor, likely = (NEAR, begun) if begun else (SPELT, {stem(near) for near in spelt(package, word)})
    records: Holders = {}
    for one in likely:
        for record, weight in held(package, one).items():
            records[record] = max(records.get(record, 0), int(weight * factor))
    return records


def spelt(package: Package, word: str) -> list[str]:
    """Return the words of the index that a word of four letters and more misspells, the most used first.

    What only ends in another letter is another word: `Crimea` is not `crimen`.
    """
    if len(word) < 4 or not word.isalpha():
        return []
    from treatycli.spelling import is_slip, near_words

    known = package.remembered((SECTION,), lambda: [line[2] for line in package.listed(SECTION)])
    near = near_words(word, [*known, *(same for words in SAME for same in words.split())])
    slips = [one for one in near if is_slip(word, one) and one[:-1] != word[:-1]]
    return sorted(slips, key=lambda one: -len(held(package, stem(one))))


def is_known(package: Package, word: str) -> bool:
    """Tell whether the index holds a word, or one that begins with it."""
    return bool(package.linked(SECTION, stem(word)) or (len(word) > 2 and package.starting(SECTION, word)))
